//! How far the reader is: in words for everybody, in segments for the eye.

use which_track_quiz::words::Words;
use yew::prelude::*;

use crate::widget::parts::text::text;

/// "Question 6 of 12", the topic, and a segment for each question; `index` is counted from 0.
pub fn progress(words: &Words, (index, total): (usize, usize), topic: Option<&str>) -> Html {
    let segment = |place: usize| html! { <i class={(place <= index).then_some("done")} /> };
    html! {
        <div class="progress" part="progress">
            <p id="progress">
                <span>{ text(words.question_of(index + 1, total)) }</span>
                if let Some(topic) = topic {
                    <span>{ topic }</span>
                }
            </p>
            <div class="segments" aria-hidden="true">{ for (0..total).map(segment) }</div>
        </div>
    }
}
