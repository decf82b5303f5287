//! What would change the result: the fewest other answers that lead elsewhere.

use which_track_quiz::{Answer, QuestionIx, change};
use yew::prelude::*;

use super::heading::Heading;
use super::result::View;
use super::review::in_words;

/// A box of its own: where other answers would lead, and which.
pub fn what_would_change_it(view: &View) -> Html {
    let View { ending, words, level } = view;
    let change = change::smallest(ending.quiz, ending.answers, ending.verdict);
    html! {
        <section class="change-it">
            <Heading level={*level} class="section">{ words.change_heading }</Heading>
            if let Some(change) = change {
                <p>{ (words.what_if)(change.answers.len(), &ending.quiz.outcome(change.outcome).title) }</p>
                <ul>{ for change.answers.iter().map(|changed| other_answer(view, changed)) }</ul>
            } else {
                <p>{ words.no_change }</p>
            }
        </section>
    }
}

fn other_answer(view: &View, (ix, answer): &(QuestionIx, Answer)) -> Html {
    let question = view.ending.quiz.question(*ix);
    html! {
        <li>
            <p class="asked">{ &question.prompt }</p>
            <p class="given">{ in_words(question, view.words, answer) }</p>
        </li>
    }
}
