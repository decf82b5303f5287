//! What a change of the model asks for, and ways of sharing, handed to the host.

use std::rc::Rc;

use which_track_quiz::card::Format;
use yew::Callback;

use crate::host::{Event, Picture, Refusal, SharedHost, Slot};
use crate::widget::model::{Action, Copyable, Effects, Model, ShareAction};
use crate::widget::result_part::Bring;

/// Does what changes ask for once the screen is drawn: a screen that cannot be drawn is not one to come back to.
pub fn perform(host: &SharedHost, bring: &Bring, model: &Model, act: &Callback<Action>, effects: &Effects) {
    if effects.bring {
        bring.emit(act.reform(Action::Brought));
    }
    if effects.save {
        let names = || Slot::ALL.map(|slot| host.name(slot));
        let before = names();
        // Another tab hears of each by itself. Once it hears that the answers are gone, it shall know whether all is.
        Slot::ALL.iter().rev().for_each(|slot| save(host, *slot, model.stored(*slot)));
        if names() != before {
            act.emit(Action::Stored);
        }
    }
    if effects.leave {
        host.leave();
    }
    if let Some(part) = model.part {
        part.prepare(host, model);
    }
    effects.focus.iter().for_each(|target| host.focus(target));
    effects.events.iter().for_each(|event| host.emit(event));
    if let (Some(part), Some(finished), true) = (model.part, model.finished().cloned(), effects.search) {
        let (quiz, act) = (Rc::clone(&model.quiz), act.clone());
        host.later(Callback::from(move |()| act.emit(part.searched(&quiz, &finished))));
    }
}

/// Gets the picture ready, where the host can share one.
pub fn prepare(host: &SharedHost, model: &Model) {
    if host.capabilities().share_files {
        picture(model, Format::Wide).iter().for_each(|picture| host.prepare(picture));
    }
}

fn save(host: &SharedHost, slot: Slot, text: Option<String>) {
    match text {
        Some(text) => host.save(slot, &text),
        None => host.forget(slot),
    }
}

/// The picture of as much of the result as the reader wants to show.
fn picture(model: &Model, format: Format) -> Option<Picture> {
    let name = format!("{}-{}", model.quiz.id, model.outcome()?.id);
    Some(Picture { name, format, shapes: model.card()?.scene(format) })
}

/// Shares the result on a way, and tells the page which one was taken.
pub fn share(host: &SharedHost, model: &Model, act: &Callback<Action>, share_action: ShareAction) {
    match share_action {
        ShareAction::Copy(which) => {
            let Some(link) = model.link(which) else { return };
            host.copy(&link, act.reform(move |done| Action::Copied(which, done)));
        }
        ShareAction::System => {
            let (Some(link), Some(outcome)) = (model.link(Copyable::Link), model.outcome()) else { return };
            let words = model.words.share_text(&model.quiz.title, &outcome.title);
            host.share(&words.text, &link, reported(host, act, "system", true));
        }
        ShareAction::Picture => {
            let Some(picture) = picture(model, Format::Wide) else { return };
            host.share_picture(&picture, reported(host, act, "picture", model.pages.is_some()));
        }
        ShareAction::Save(format) => {
            let Some(picture) = picture(model, format) else { return };
            let handed = host.download(&picture);
            act.emit(Action::Saved(handed.is_ok()));
            reported(host, act, "picture", false).emit(handed);
        }
        ShareAction::Service(channel) => host.emit(&Event::Share { channel }),
    }
}

/// Tells the page what was shared. What was refused is told to the reader, with a way on: the link, where there is one.
fn reported(
    host: &SharedHost,
    act: &Callback<Action>,
    channel: &'static str,
    link: bool,
) -> Callback<Result<(), Refusal>> {
    let (host, act) = (host.clone(), act.clone());
    Callback::from(move |done| match done {
        Ok(()) => host.emit(&Event::Share { channel }),
        Err(Refusal::Refused) if link => act.emit(Action::Copied(Copyable::Link, false)),
        Err(_) => act.emit(Action::Saved(false)),
    })
}
