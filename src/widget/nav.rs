//! The buttons below a question.

use which_track_quiz::Msg;
use yew::prelude::*;

/// A quiet button that sends one message.
pub fn quiet(send: &Callback<Msg>, msg: Msg, words: &str) -> Html {
    let onclick = send.reform(move |_: MouseEvent| msg.clone());
    html! { <button type="button" class="quiet" {onclick}>{ words }</button> }
}

/// A button that stands out, sending one message.
pub fn primary(send: &Callback<Msg>, msg: Msg, words: &str) -> Html {
    let onclick = send.reform(move |_: MouseEvent| msg.clone());
    html! { <button type="button" class="primary" {onclick}>{ words }</button> }
}
