//! How well every track fits, as bars with numbers.

use which_track_quiz::{Quiz, Track, closeness};
use yew::prelude::*;

use super::heading::Heading;
use super::result::View;
use super::strings::Strings;

/// All tracks in file order, and how close it was.
pub fn fits(view: &View) -> Html {
    let View { ending, words, level } = view;
    let percents: Vec<u8> = ending.verdict.score.fits().iter().map(|fit| fit.percent()).collect();
    let closer = closeness::closer_than_percent(ending.quiz, &ending.verdict.score);
    html! {
        <section class="fits">
            <Heading level={*level} class="section">{ words.fits }</Heading>
            { bars(ending.quiz, words, &percents) }
            if let Some(closer) = closer {
                <p class="closeness">{ (words.closeness)(closer) }</p>
            }
        </section>
    }
}

/// A bar for each track: how well it fits, 0 to 100.
pub fn bars(quiz: &Quiz, words: &Strings, percents: &[u8]) -> Html {
    let best = percents.iter().max();
    let row = |(track, percent): (&Track, &u8)| {
        html! {
            <li class={classes!((Some(percent) == best).then_some("leads"))}>
                <span class="label">{ &track.label }</span>
                { bar(words, *percent) }
            </li>
        }
    };
    html! { <ul class="bars">{ for quiz.tracks.iter().zip(percents).map(row) }</ul> }
}

/// A bar with its number.
pub fn bar(words: &Strings, percent: u8) -> Html {
    html! {
        <>
            <progress max="100" value={percent.to_string()} aria-hidden="true" />
            <span class="number">{ (words.percent)(percent) }</span>
        </>
    }
}
