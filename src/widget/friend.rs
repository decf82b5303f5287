//! Somebody else's result, as its owner wants it seen, and the way to one's own.

use which_track_quiz::language::direction;
use which_track_quiz::words::Words;
use yew::prelude::*;

use crate::widget::link::Friend;
use crate::widget::model::{Action, Model};
use crate::widget::parts::bars::bars;
use crate::widget::parts::button::button;
use crate::widget::parts::heading::{SCREEN, heading, hidden_title, landmark};
use crate::widget::parts::text::say;
use crate::widget::review::answer_list;

/// The screen, below a heading of this level: the outcome first; then the fits and the answers, where they are told. In the
/// language of what was shared, which an older edition may have in another one only.
pub fn friend_screen(model: &Model, level: u8, friend: &Friend, act: &Callback<Action>) -> Html {
    let Friend { quiz, shared, .. } = friend;
    let words = &model.words.beside(&quiz.lang);
    let percents = shared.percents();
    html! {
        <article class="result friend" part="result" lang={quiz.lang.clone()} dir={direction(&quiz.lang)}>
            { verdict((model, words), level, friend, act) }
            if !percents.is_empty() {
                <section class="fits">
                    { heading(level + 2, "section", say(words.their_fits())) }
                    { bars(quiz, words, &percents) }
                </section>
            }
            if let Some(finished) = shared.finished() {
                <section>
                    { heading(level + 2, "section", say(words.their_answers())) }
                    { answer_list(quiz, words, finished.answers().answers(), None) }
                </section>
            }
        </article>
    }
}

fn verdict(
    (model, words): (&Model, &Words),
    level: u8,
    Friend { quiz, shared, chosen }: &Friend,
    act: &Callback<Action>,
) -> Html {
    let outcome = quiz.outcome(shared.outcome());
    // The reader may have answers of their own.
    let on = if model.session.answers().is_empty() { words.take_yourself() } else { words.go_on() };
    html! {
        <header class="verdict">
            { hidden_title(quiz, level) }
            <p class="kicker">{ say(words.friend_kicker()) }</p>
            { landmark(level + 1, "outcome", SCREEN, html! { { &outcome.title } }) }
            <p class="help">{ say(words.they_were_told()) }</p>
            <p class="summary">{ &outcome.summary }</p>
            if quiz.edition() != model.quiz.edition() {
                <p class="decided">{ say(words.earlier_edition()) }</p>
            }
            if *chosen && shared.finished().is_none() {
                <p class="decided">{ say(words.not_told()) }</p>
            }
            { button("primary", on, act.reform(|_| Action::TookUp)) }
        </header>
    }
}
