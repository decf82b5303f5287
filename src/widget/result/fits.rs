//! How well every track fits, as bars with numbers.

use which_track_quiz::closeness;
use yew::prelude::*;

use crate::widget::parts::bars::bars;
use crate::widget::parts::heading::heading;
use crate::widget::parts::text::say;
use crate::widget::result::view::View;

/// All tracks, the best first, and how close it was.
pub fn fits(view: &View) -> Html {
    let View { quiz, finished, words, level } = view;
    let closer = closeness::closer_than_percent(quiz, finished);
    html! {
        <section class="fits">
            { heading(*level, "section", say(words.fits())) }
            { bars(quiz, words, &finished.percents()) }
            if let Some(closer) = closer {
                <p class="closeness">{ say(words.closeness(closer)) }</p>
            }
        </section>
    }
}
