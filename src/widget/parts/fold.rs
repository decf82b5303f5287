//! What is folded until somebody wants to read it.

use yew::prelude::*;

use crate::widget::parts::heading::Heading;

/// A part below its summary, folded.
pub fn fold(summary: &str, part: Html) -> Html {
    html! { <details><summary>{ summary }</summary>{ part }</details> }
}

/// A section of its own below its heading, folded.
pub fn section(level: u8, heading: &str, part: Html) -> Html {
    html! { <details><summary><Heading {level}>{ heading.to_owned() }</Heading></summary>{ part }</details> }
}
