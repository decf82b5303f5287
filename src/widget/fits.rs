//! How well every track fits, as bars with numbers.

use which_track_quiz::{Fit, Track, closeness};
use yew::prelude::*;

use super::heading::Heading;
use super::result::View;

/// All tracks in file order, and how close it was.
pub fn fits(view: &View) -> Html {
    let View { ending, words, level } = view;
    let all = ending.verdict.score.fits();
    let best = all.iter().max();
    let closer = closeness::closer_than_percent(ending.quiz, &ending.verdict.score);
    let row = |(track, fit): (&Track, &Fit)| {
        let percent = (words.percent)(fit.percent());
        html! {
            <li class={classes!((Some(fit) == best).then_some("leads"))}>
                <span class="label">{ &track.label }</span>
                <progress max="100" value={fit.percent().to_string()} aria-hidden="true" />
                <span class="number">{ percent }</span>
            </li>
        }
    };
    html! {
        <section class="fits">
            <Heading level={*level} class="section">{ words.fits }</Heading>
            <ul>{ for ending.quiz.tracks.iter().zip(all).map(row) }</ul>
            if let Some(closer) = closer {
                <p class="closeness">{ (words.closeness)(closer) }</p>
            }
        </section>
    }
}
