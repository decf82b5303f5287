//! What a change of the model asks for, and ways of sharing, handed to the host.

use std::rc::Rc;

use which_track_quiz::card::Format;
use which_track_quiz::change::search;
use which_track_quiz::{Finished, Quiz};
use yew::Callback;

use crate::host::{Event, Picture, Refusal, SharedHost, Slot};
use crate::widget::model::{Action, Copyable, Effects, Model, Way};

/// Does what changes ask for once the screen is drawn: a screen that cannot be drawn is not one to come back to.
pub fn perform(host: &SharedHost, model: &Model, act: &Callback<Action>, effects: &Effects) {
    if effects.save {
        let names = || Slot::ALL.map(|slot| host.name(slot));
        let before = names();
        // Another tab hears of each by itself. Once it hears that the answers are gone, it shall know whether all is.
        Slot::ALL.iter().rev().for_each(|slot| save(host, *slot, model.kept(*slot)));
        if names() != before {
            act.emit(Action::Stored);
        }
    }
    if effects.leave {
        host.leave();
    }
    if host.allowed().share_files {
        picture(model, Format::Wide).iter().for_each(|picture| host.prepare(picture));
    }
    effects.focus.iter().for_each(|target| host.focus(target));
    effects.events.iter().for_each(|event| host.tell(event));
    if let (Some(finished), true) = (model.finished().cloned(), effects.search) {
        let (quiz, act) = (Rc::clone(&model.quiz), act.clone());
        host.later(Callback::from(move |()| act.emit(searched(&quiz, &finished))));
    }
}

/// Works out what would change the result.
pub fn searched(quiz: &Quiz, finished: &Finished) -> Action {
    Action::Searched(finished.answers().clone(), Rc::new(search(quiz, finished)))
}

fn save(host: &SharedHost, slot: Slot, text: Option<String>) {
    match text {
        Some(text) => host.save(slot, &text),
        None => host.forget(slot),
    }
}

/// The picture of as much of the result as the reader wants to show.
fn picture(model: &Model, format: Format) -> Option<Picture> {
    let (card, standing) = (model.card()?, model.standing()?);
    Some(Picture { name: format!("{}-{}", standing.quiz, standing.outcome), format, shapes: card.scene(format) })
}

/// Shares the result on a way, and tells the page which one was taken.
pub fn share(host: &SharedHost, model: &Model, act: &Callback<Action>, way: Way) {
    match way {
        Way::Copy(which) => {
            let Some(link) = model.link(which) else { return };
            host.copy(&link, act.reform(move |done| Action::Copied(which, done)));
        }
        Way::System => {
            let (Some(link), Some(card)) = (model.link(Copyable::Link), model.card()) else { return };
            let words = model.words.share_text(&card.quiz, &card.outcome);
            host.share(&words.text, &link, told(host, act, "system", true));
        }
        Way::Picture => {
            let Some(picture) = picture(model, Format::Wide) else { return };
            host.share_picture(&picture, told(host, act, "picture", model.pages.is_some()));
        }
        Way::Save(format) => {
            let Some(picture) = picture(model, format) else { return };
            let handed = host.download(&picture);
            act.emit(Action::Saved(handed.is_ok()));
            told(host, act, "picture", false).emit(handed);
        }
        Way::Service(channel) => host.tell(&Event::Share { channel }),
    }
}

/// Tells the page what was shared. What was refused is told to the reader, with a way on: the link, where there is one.
fn told(host: &SharedHost, act: &Callback<Action>, channel: &'static str, link: bool) -> Callback<Result<(), Refusal>> {
    let (host, act) = (host.clone(), act.clone());
    Callback::from(move |done| match done {
        Ok(()) => host.tell(&Event::Share { channel }),
        Err(Refusal::Refused) if link => act.emit(Action::Copied(Copyable::Link, false)),
        Err(_) => act.emit(Action::Saved(false)),
    })
}
