//! What is folded until somebody wants to read it.

use which_track_quiz::words::Phrase;
use yew::prelude::*;

use crate::widget::parts::heading::plain_heading;
use crate::widget::parts::text::say;

/// A part below its summary, folded.
pub fn fold(summary: Phrase, part: Html) -> Html {
    html! { <details><summary>{ say(summary) }</summary>{ part }</details> }
}

/// A section of its own below its heading, folded.
pub fn section(level: u8, heading: Phrase, part: Html) -> Html {
    html! { <details><summary>{ plain_heading(level, say(heading)) }</summary>{ part }</details> }
}
