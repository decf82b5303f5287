//! One question: its prompt, its controls, and the way on and back.

mod asked;
mod choices;
mod drag;
mod opening;
mod progress;
mod ranking;
mod scale;

use which_track_quiz::words::{Phrase, Words};
use which_track_quiz::{Kind, Msg, Question};
use yew::prelude::*;

use crate::widget::model::place;
use crate::widget::parts::button::quiet;
use crate::widget::parts::heading::{SCREEN, hidden_title, landmark};
use crate::widget::parts::text::{say, sentences, text};
use crate::widget::phrases::{how_to_answer, nudged};
pub use asked::Asked;
use choices::choices;
pub use drag::Drag;
use opening::opening;
use progress::progress;
use ranking::ranking;
use scale::scale;

/// One question at a time. Choosing never moves on; the Next button does, and so does Enter.
pub fn question_screen(asked: Asked) -> Html {
    let Asked { quiz, words, asking, send, level, .. } = asked;
    let (ix, question) = (asked.ix(), asked.question());
    let (index, total) = place(quiz, asking);
    let nudge = asking.nudge.map(|nudge| nudged(words, question, nudge));
    let onsubmit = send.reform(|event: SubmitEvent| went_on(&event));
    html! {
        <form class="question" part="question" method="dialog" novalidate=true
            key={format!("question-{}", ix.0)} {onsubmit}>
            if index == 0 {
                { opening(quiz, words, level) }
            } else {
                { hidden_title(quiz, level) }
            }
            { progress(words, (index, total), question.topic.as_deref()) }
            <fieldset aria-describedby={described(question, nudge.is_some())}>
                <legend>{ landmark(level + 1, "prompt", SCREEN, html! { { &question.prompt } }) }</legend>
                { help(question, words) }
                { controls(asked) }
            </fieldset>
            { mark(asked) }
            <p class="nudge" id="nudge">{ for nudge.map(text) }</p>
            { nav(asked, index) }
        </form>
    }
}

/// What is said of the group of controls beside its prompt: how far the reader is, how to answer, what is missing.
fn described(question: &Question, nudged: bool) -> AttrValue {
    let how = !matches!(question.kind, Kind::Single(_) | Kind::Scale { .. });
    let helped = question.help.is_some() || how || question.optional;
    let ids = [Some("progress"), helped.then_some("help"), nudged.then_some("nudge")];
    ids.into_iter().flatten().collect::<Vec<&str>>().join(" ").into()
}

/// The author's line, how to answer where that is not plain, and that the question may be skipped.
fn help(question: &Question, words: &Words) -> Html {
    let author = question.help.as_deref().map(Phrase::from);
    let how = author.or_else(|| how_to_answer(words, question));
    let lines: Vec<Phrase> = how.into_iter().chain(question.optional.then(|| words.optional())).collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! { <p class="help" id="help">{ sentences(lines) }</p> }
}

fn controls(asked: Asked) -> Html {
    match asked.question().kind {
        Kind::Single(_) => choices(asked, "radio"),
        Kind::Multi { .. } => choices(asked, "checkbox"),
        Kind::Scale { .. } => scale(asked),
        Kind::Rank { .. } => ranking(asked),
    }
}

/// The switch that doubles the weight of an answer: usable once there is an answer, and while marks are left.
fn mark(asked: Asked) -> Html {
    let Asked { quiz, words, asking, send, .. } = asked;
    if quiz.max_marks == 0 {
        return Html::default();
    }
    let ix = asked.ix();
    let (marked, used) = (asking.answers.marked(ix), asking.answers.marks());
    let usable = marked || (asked.given().is_some() && used < usize::from(quiz.max_marks));
    let onchange = send.reform(move |_: yew::Event| Msg::Marked(ix));
    html! {
        <label class="mark">
            <input type="checkbox" checked={marked} disabled={!usable} {onchange} />
            <span>{ say(words.matters()) }</span>
            <small>{ text(words.marks_left(used, quiz.max_marks.into())) }</small>
        </label>
    }
}

/// The reader goes on, by the button or by Enter, which presses it too. A frame in a sandbox never hears of the form's
/// submission, and a page may keep clicks from us: whichever comes first keeps the other away. Were both kept from us, the
/// form's method has nothing sent anywhere.
fn went_on(event: &Event) -> Msg {
    event.prevent_default();
    Msg::WentOn
}

fn nav(asked: Asked, index: usize) -> Html {
    let Asked { words, asking, send, .. } = asked;
    let onclick = send.reform(|event: MouseEvent| went_on(&event));
    html! {
        <div class="nav" part="nav">
            if index > 0 || asking.revising {
                { quiet(send, Msg::WentBack, words.back()) }
            }
            if asked.question().optional {
                { quiet(send, Msg::Skipped, words.skip()) }
            }
            <button type="submit" class="primary" {onclick}>
                { text(if asking.revising { words.save_and_return() } else { words.next() }) }
            </button>
        </div>
    }
}
