//! What is folded until somebody wants to read it.

use yew::prelude::*;

/// A part below its summary, folded.
pub fn fold(summary: &str, part: Html) -> Html {
    html! { <details><summary>{ summary }</summary>{ part }</details> }
}
