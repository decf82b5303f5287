//! Buttons.

use which_track_quiz::Msg;
use which_track_quiz::words::Phrase;
use yew::prelude::*;

use crate::widget::parts::text::say;

/// A button of a class, with its words.
pub fn button(class: &'static str, words: Phrase, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{ say(words) }</button> }
}

/// A quiet button that sends one message.
pub fn quiet(send: &Callback<Msg>, msg: Msg, words: Phrase) -> Html {
    button("quiet", words, send.reform(move |_| msg.clone()))
}

/// A button that stands out, sending one message.
pub fn primary(send: &Callback<Msg>, msg: Msg, words: Phrase) -> Html {
    button("primary", words, send.reform(move |_| msg.clone()))
}
