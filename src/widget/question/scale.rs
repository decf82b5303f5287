//! A scale: five native radios between the words at the two ends.

use which_track_quiz::{Answer, Kind, Msg, Step};
use yew::prelude::*;

use super::asked::Asked;
use crate::widget::parts::text::say;
use crate::widget::phrases::step as in_words;

/// Five steps. Each has its own words for those who do not see where it stands.
pub fn scale(asked: Asked) -> Html {
    let Kind::Scale { low, high, .. } = &asked.question().kind else { return Html::default() };
    let ix = asked.ix();
    let step = |step: Step| {
        let onchange = asked.send.reform(move |_: yew::Event| Msg::Rated(ix, step));
        let checked = asked.given() == Some(&Answer::Step(step));
        html! {
            <label class="option step" part="option">
                <input type="radio" name="choice" {checked} {onchange} />
                <span class="visually-hidden">{ say(in_words(asked.words, low, high, step.value())) }</span>
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
