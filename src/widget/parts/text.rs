//! Words that change while what is around them stays.

use yew::prelude::*;

/// Words in an element of their own, which is another one when they change. Everything that changes in place is written by
/// this: a translator in the browser puts its own elements in the place of our text nodes, and whoever then writes into
/// those writes where nobody reads.
pub fn text(words: impl Into<AttrValue>) -> Html {
    let words = words.into();
    html! { <span key={words.as_str()}>{ &words }</span> }
}
