//! What a change of the model asks for, handed to the host.

use which_track_quiz::{Finished, Quiz};
use yew::Callback;

use crate::cut::ResultThere;
use crate::host::{SharedHost, Slot};
use crate::same::Same;
use crate::widget::codes::codes;
use crate::widget::model::{Action, Bring, Effects, Model};
use crate::widget::screens::screens;

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
    if let (Some(there), true) = (model.there, model.results.whole) {
        (screens(there).prepare)(host, model);
    }
    effects.focus.iter().for_each(|target| host.focus(target));
    // With the search comes the rest of a result, which moves no focus.
    if effects.search {
        host.release();
    }
    effects.events.iter().for_each(|event| host.emit(event));
    if effects.verdict {
        host.later(act.reform(|()| Action::Painted));
    }
    if let (Some(there), Some(finished), true) = (model.there, model.finished().cloned(), effects.search) {
        let (quiz, act) = (model.quiz.clone(), act.clone());
        host.later(Callback::from(move |()| act.emit(searched(there, &quiz, &finished))));
    }
}

/// Works out what would change the result.
pub fn searched(there: ResultThere, quiz: &Quiz, finished: &Finished) -> Action {
    Action::Searched(finished.answers().clone(), Same::new((codes(there).search)(quiz, finished)))
}

fn save(host: &SharedHost, slot: Slot, text: Option<String>) {
    match text {
        Some(text) => host.save(slot, &text),
        None => host.forget(slot),
    }
}
