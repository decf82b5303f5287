//! One question: its prompt, its controls, and the way on and back.

mod choices;
mod opening;
mod progress;
mod ranking;
mod scale;

use std::rc::Rc;

use which_track_quiz::words::{Phrase, Words};
use which_track_quiz::{Asking, Kind, Msg, Question, QuestionIx, Quiz};
use yew::prelude::*;

use crate::widget::drawn::drawn;
use crate::widget::model::place;
use crate::widget::parts::button::quiet;
use crate::widget::parts::heading::{Heading, hidden_title};
use crate::widget::parts::text::{say, sentences, text};
use crate::widget::phrases::{how_to_answer, nudged};
use choices::{Choices, Many};
use opening::opening;
use progress::Progress;
use ranking::Ranking;
use scale::Scale;

/// What a question's screen needs.
#[derive(Properties, PartialEq)]
pub struct QuestionScreenProps {
    pub quiz: Rc<Quiz>,
    pub words: Rc<Words>,
    pub asking: Asking,
    pub send: Callback<Msg>,
    pub level: u8,
}

/// One question at a time. Choosing never moves on; the Next button does, and so does Enter.
#[component]
pub fn QuestionScreen(props: &QuestionScreenProps) -> Html {
    drawn("QuestionScreen");
    let QuestionScreenProps { quiz, words, asking, level, .. } = props;
    let ix = asking.question;
    let question = quiz.question(ix);
    let (index, total) = place(quiz, asking);
    let nudge = asking.nudge.map(|nudge| nudged(words, question, nudge));
    let topic = question.topic.clone().map(AttrValue::from);
    let onsubmit = props.send.reform(|event: SubmitEvent| went_on(&event));
    html! {
        <form class="question" part="question" method="dialog" novalidate=true
            key={format!("question-{}", ix.0)} {onsubmit}>
            if index == 0 {
                { opening(quiz, words, *level) }
            } else {
                { hidden_title(quiz, *level) }
            }
            <Progress {index} {total} {topic} {words} />
            <fieldset aria-describedby={described(question, nudge.is_some())}>
                <legend><Heading level={level + 1} class="prompt" landmark=true>{ &question.prompt }</Heading></legend>
                { help(question, words) }
                { controls(props, question) }
            </fieldset>
            { mark(props) }
            <p class="nudge" id="nudge">{ for nudge.map(text) }</p>
            { nav(props, index) }
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

fn controls(props: &QuestionScreenProps, question: &Question) -> Html {
    let ix = props.asking.question;
    let given = props.asking.answers.given(ix).cloned();
    let (quiz, words, send) = (Rc::clone(&props.quiz), Rc::clone(&props.words), props.send.clone());
    match question.kind {
        Kind::Single(_) => html! { <Choices {quiz} asked={ix} {given} {send} many={Many::One} /> },
        Kind::Multi { .. } => html! { <Choices {quiz} asked={ix} {given} {send} many={Many::Several} /> },
        Kind::Scale { .. } => html! { <Scale {quiz} asked={ix} {given} {send} {words} /> },
        Kind::Rank { .. } => html! { <Ranking {quiz} asked={ix} {given} {send} {words} /> },
    }
}

/// The switch that doubles the weight of an answer: usable once there is an answer, and while marks are left.
fn mark(props: &QuestionScreenProps) -> Html {
    let QuestionScreenProps { quiz, words, asking, send, .. } = props;
    if quiz.max_marks == 0 {
        return Html::default();
    }
    let ix: QuestionIx = asking.question;
    let (marked, used) = (asking.answers.marked(ix), asking.answers.marks());
    let usable = marked || (asking.answers.given(ix).is_some() && used < usize::from(quiz.max_marks));
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

fn nav(props: &QuestionScreenProps, index: usize) -> Html {
    let QuestionScreenProps { quiz, words, asking, send, .. } = props;
    let onclick = send.reform(|event: MouseEvent| went_on(&event));
    html! {
        <div class="nav" part="nav">
            if index > 0 || asking.revising {
                { quiet(send, Msg::WentBack, words.back()) }
            }
            if quiz.question(asking.question).optional {
                { quiet(send, Msg::Skipped, words.skip()) }
            }
            <button type="submit" class="primary" {onclick}>
                { text(if asking.revising { words.save_and_return() } else { words.next() }) }
            </button>
        </div>
    }
}
