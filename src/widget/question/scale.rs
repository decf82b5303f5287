//! A scale: five native radios between the words at the two ends.

use std::rc::Rc;

use which_track_quiz::words::Words;
use which_track_quiz::{Answer, Kind, Msg, QuestionIx, Quiz, Step};
use yew::prelude::*;

use crate::widget::parts::text::say;
use crate::widget::phrases::step as in_words;

/// What a scale needs.
#[derive(Properties, PartialEq)]
pub struct ScaleProps {
    pub quiz: Rc<Quiz>,
    pub asked: QuestionIx,
    pub given: Option<Answer>,
    pub send: Callback<Msg>,
    pub words: Rc<Words>,
}

/// Five steps. Each has its own words for those who do not see where it stands.
#[component]
pub fn Scale(props: &ScaleProps) -> Html {
    let question = props.quiz.question(props.asked);
    let Kind::Scale { low, high, .. } = &question.kind else { return Html::default() };
    let step = |step: Step| {
        let asked = props.asked;
        let onchange = props.send.reform(move |_: yew::Event| Msg::Rated(asked, step));
        let checked = props.given == Some(Answer::Step(step));
        html! {
            <label class="option step" part="option">
                <input type="radio" name="choice" {checked} {onchange} />
                <span class="visually-hidden">{ say(in_words(&props.words, low, high, step.value())) }</span>
            </label>
        }
    };
    html! {
        <div class="scale">
            <div class="steps">{ for Step::ALL.into_iter().map(step) }</div>
            <p class="ends" aria-hidden="true"><span>{ low }</span><span>{ high }</span></p>
        </div>
    }
}
