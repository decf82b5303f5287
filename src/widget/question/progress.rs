//! How far the reader is: in words for everybody, in segments for the eye.

use std::rc::Rc;

use which_track_quiz::words::Words;
use yew::prelude::*;

use crate::widget::parts::text::text;

/// What progress needs.
#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    /// The place among the shown questions, counted from 0.
    pub index: usize,
    /// How many questions are shown.
    pub total: usize,
    /// What the question is about.
    pub topic: Option<AttrValue>,
    pub words: Rc<Words>,
}

/// "Question 6 of 12", the topic, and a segment for each question.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    let segment = |place: usize| html! { <i class={classes!((place <= props.index).then_some("done"))} /> };
    html! {
        <div class="progress" part="progress">
            <p id="progress">
                <span>{ text(props.words.question_of(props.index + 1, props.total)) }</span>
                if let Some(topic) = &props.topic {
                    <span>{ topic }</span>
                }
            </p>
            <div class="segments" aria-hidden="true">{ for (0..props.total).map(segment) }</div>
        </div>
    }
}
