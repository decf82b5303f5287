//! What would change the result: the fewest other answers that lead elsewhere.

use which_track_quiz::{Answer, QuestionIx, change};
use yew::prelude::*;

use super::heading::Heading;
use super::result::View;
use super::review::in_words;

/// One sentence in a box of its own.
pub fn what_would_change_it(view: &View) -> Html {
    let View { ending, words, level } = view;
    let change = change::smallest(ending.quiz, ending.answers, ending.verdict);
    let sentence = change.map_or_else(
        || words.no_change.to_owned(),
        |change| {
            let answer = |(ix, answer): &(QuestionIx, Answer)| {
                let question = ending.quiz.question(*ix);
                (words.answer_to)(&question.prompt, &in_words(question, words, answer))
            };
            let answers = change.answers.iter().map(answer).collect::<Vec<_>>().join(words.and);
            (words.what_if)(&answers, &ending.quiz.outcome(change.outcome).title)
        },
    );
    html! {
        <section class="change-it">
            <Heading level={*level} class="section">{ words.change_heading }</Heading>
            <p>{ sentence }</p>
        </section>
    }
}
