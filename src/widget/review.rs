//! All answers before the verdict, each of which can be changed.

use which_track_quiz::words::{Phrase, Words};
use which_track_quiz::{Answer, AnswerText, Answers, Msg, Question, QuestionIx, Quiz};
use yew::prelude::*;

use crate::widget::parts::button::{primary, quiet};
use crate::widget::parts::heading::{SCREEN, hidden_title, landmark};
use crate::widget::parts::text::{say, text};
use crate::widget::phrases::{joined, step as step_in_words};

/// The answers to all shown questions, and what keeps the reader from going on.
pub fn review_screen(
    (quiz, words): (&Quiz, &Words),
    answers: &Answers,
    nudge: &Phrase,
    (send, level): (&Callback<Msg>, u8),
) -> Html {
    html! {
        <section class="review">
            { hidden_title(quiz, level) }
            { landmark(level + 1, "prompt", SCREEN, say(words.review())) }
            <p class="help">{ say(words.review_help()) }</p>
            { answer_list(quiz, words, answers, Some(send)) }
            <p class="nudge">{ for (!nudge.is_empty()).then(|| text(nudge.clone())) }</p>
            <div class="nav" part="nav">
                { quiet(send, Msg::WentBack, words.back()) }
                { primary(send, Msg::Finished, words.see_result()) }
            </div>
        </section>
    }
}

/// Each shown question with its answer; with a button to change it where `send` is given.
pub fn answer_list(quiz: &Quiz, words: &Words, answers: &Answers, send: Option<&Callback<Msg>>) -> Html {
    let visible = answers.visible(quiz);
    let row = |ix: QuestionIx| {
        let question = quiz.question(ix);
        html! {
            <li key={question.id.as_str()}>
                <p class="asked">{ &question.prompt }</p>
                <p class="given">{ given(question, words, answers.given(ix)) }</p>
                if answers.marked(ix) {
                    <p class="marked">{ say(words.marked()) }</p>
                }
                if let Some(send) = send {
                    { change(send, words, question, ix) }
                }
            </li>
        }
    };
    html! { <ol class="answers">{ for quiz.indexes().filter(|ix| visible[ix.index()]).map(row) }</ol> }
}

fn change(send: &Callback<Msg>, words: &Words, question: &Question, ix: QuestionIx) -> Html {
    let onclick = send.reform(move |_: MouseEvent| Msg::Reopened(ix));
    let name = words.change_of(&question.prompt).text;
    html! { <button type="button" class="quiet change" aria-label={name} {onclick}>{ say(words.change()) }</button> }
}

fn given(question: &Question, words: &Words, answer: Option<&Answer>) -> Html {
    match answer {
        Some(answer) if question.accepts(answer) => say(in_words(question, words, answer)),
        None if question.optional => html! { <em>{ say(words.skipped()) }</em> },
        _ => html! { <em class="missing">{ say(words.missing()) }</em> },
    }
}

/// An answer as a reader would say it.
pub fn in_words(question: &Question, words: &Words, answer: &Answer) -> Phrase {
    match question.answer_text(answer) {
        AnswerText::Labels(labels) if labels.is_empty() => words.none(),
        AnswerText::Labels(labels) if matches!(answer, Answer::Order(_)) => {
            let placed = labels.iter().zip(1..).map(|(label, place)| words.ranked(place, label).text);
            placed.collect::<Vec<_>>().join(" · ").into()
        }
        AnswerText::Labels(labels) => {
            joined(labels.into_iter().map(str::to_owned), |before, after| words.chosen_and(before, after)).into()
        }
        AnswerText::Between { low, high, step } => step_in_words(words, low, high, step.value()),
    }
}
