//! How well every track fits, as bars with numbers.

use which_track_quiz::closeness;
use yew::prelude::*;

use crate::widget::parts::bars::bars;
use crate::widget::parts::heading::Heading;
use crate::widget::parts::text::say;
use crate::widget::result::view::View;

/// All tracks in file order, and how close it was.
pub fn fits(view: &View) -> Html {
    let View { ending, words, level } = view;
    let percents: Vec<u8> = ending.verdict.score.fits().iter().map(|fit| fit.percent()).collect();
    let closer = closeness::closer_than_percent(ending.quiz, &ending.verdict.score);
    html! {
        <section class="fits">
            <Heading level={*level} class="section">{ say(words.fits()) }</Heading>
            { bars(ending.quiz, words, &percents) }
            if let Some(closer) = closer {
                <p class="closeness">{ say(words.closeness(closer)) }</p>
            }
        </section>
    }
}
