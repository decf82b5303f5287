//! What would change the result: the fewest other answers that lead elsewhere, worked out once the verdict is on the page.

use which_track_quiz::change::Search;
use which_track_quiz::{Answer, QuestionIx};
use yew::prelude::*;

use crate::widget::parts::heading::heading;
use crate::widget::parts::text::say;
use crate::widget::phrases::no_change;
use crate::widget::result::view::View;
use crate::widget::review::in_words;

/// A box of its own: where other answers would lead, and which.
pub fn what_would_change_it(view: &View, search: Option<&Search>) -> Html {
    let View { quiz, words, level, .. } = view;
    let found = search.and_then(|search| search.change.as_ref());
    html! {
        <section class="change-it" aria-busy={search.is_none().then_some("true")}>
            { heading(*level, "section", say(words.change_heading())) }
            if let Some(change) = found {
                <p key="found">{ say(words.what_if(change.answers.len(), &quiz.outcome(change.outcome).title)) }</p>
                <ul>{ for change.answers.iter().map(|changed| other_answer(view, changed)) }</ul>
            } else if let Some(search) = search {
                <p key="none">{ say(no_change(words, search.searched)) }</p>
            } else {
                <p key="searching">{ say(words.searching()) }</p>
            }
        </section>
    }
}

fn other_answer(view: &View, (ix, answer): &(QuestionIx, Answer)) -> Html {
    let question = view.quiz.question(*ix);
    html! {
        <li>
            <p class="asked">{ &question.prompt }</p>
            <p class="given">{ say(in_words(question, view.words, answer)) }</p>
        </li>
    }
}
