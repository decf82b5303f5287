//! Bars with numbers.

use which_track_quiz::words::Words;
use which_track_quiz::{Quiz, Track};
use yew::prelude::*;

use crate::widget::parts::text::say;

/// A bar for each track, the best first: how well it fits, 0 to 100.
pub fn bars(quiz: &Quiz, words: &Words, percents: &[u8]) -> Html {
    let best = percents.iter().max();
    let row = |(track, percent): (&Track, u8)| {
        html! {
            <li class={classes!((Some(&percent) == best).then_some("leads"))}>
                <span class="label">{ &track.label }</span>
                { bar(words, percent) }
            </li>
        }
    };
    html! { <ul class="bars">{ for quiz.best_first(percents).into_iter().map(row) }</ul> }
}

/// A bar with its number.
pub fn bar(words: &Words, percent: u8) -> Html {
    html! {
        <>
            <progress max="100" value={percent.to_string()} aria-hidden="true" />
            <span class="number">{ say(words.percent(percent.into())) }</span>
        </>
    }
}
