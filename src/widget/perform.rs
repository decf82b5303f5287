//! What a change of the model asks for, and ways of sharing, handed to the host.

use which_track_quiz::card::Format;
use yew::Callback;

use super::model::{Action, Copyable, Model};
use super::share::Way;
use crate::host::{Event, Picture, Refusal, SharedHost, Slot};

/// Does what the last change asked for; before the first one, nothing but to say where the reader stands. Whether other
/// things are kept by now than were when the screen was drawn.
pub fn perform(host: &SharedHost, model: &Model) -> bool {
    let names = || Slot::ALL.map(|slot| host.name(slot));
    let before = names();
    host.stand(model.standing());
    if let (Some(picture), true) = (picture(model, Format::Wide), host.allowed().share_files) {
        host.prepare(&picture);
    }
    if model.turn == 0 {
        return false;
    }
    if model.asks.keep {
        // Another tab hears of each by itself. Once it hears that the answers are gone, it shall know whether all is.
        Slot::ALL.iter().rev().for_each(|slot| keep(host, *slot, model.kept(*slot)));
    }
    model.asks.focus.iter().for_each(|target| host.focus(target));
    // A page that listens may act at once.
    model.performed.set(model.turn);
    model.asks.tell.iter().for_each(|event| host.tell(event));
    before != names()
}

fn keep(host: &SharedHost, slot: Slot, text: Option<String>) {
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
            let words = (model.words().share_text)(&card.quiz, &card.outcome);
            host.share(&words, &link, told(host, act, "system", true));
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
        Way::Service(channel) => host.tell(&Event::Share(channel)),
    }
}

/// Tells the page what was shared. What was refused is told to the reader, with a way on: the link, where there is one.
fn told(host: &SharedHost, act: &Callback<Action>, channel: &'static str, link: bool) -> Callback<Result<(), Refusal>> {
    let (host, act) = (host.clone(), act.clone());
    Callback::from(move |done| match done {
        Ok(()) => host.tell(&Event::Share(channel)),
        Err(Refusal::Refused) if link => act.emit(Action::Copied(Copyable::Link, false)),
        Err(_) => act.emit(Action::Saved(false)),
    })
}
