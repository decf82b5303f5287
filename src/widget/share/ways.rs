//! Ways of sharing a result, handed to the host.

use which_track_quiz::card::Format;
use yew::Callback;

use crate::host::{Event, Picture, Refusal, SharedHost};
use crate::widget::model::{Action, Copyable, Model, ShareAction};

/// Gets the picture ready, where the host can share one.
pub fn prepare(host: &SharedHost, model: &Model) {
    if host.capabilities().share_files {
        picture(model, Format::Wide).iter().for_each(|picture| host.prepare(picture));
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
