//! Where something comes from.

use which_track_quiz::Source;
use which_track_quiz::words::Words;
use yew::prelude::*;

use crate::widget::parts::text::say;

/// Where something comes from, as a link where there is one.
pub fn source(words: &Words, source: Option<&Source>) -> Html {
    let Some(Source { label, url }) = source else { return Html::default() };
    html! {
        <p class="source">
            // The eye sees that it is a note.
            <span class="visually-hidden">{ say(words.source()) }</span>
            if let Some(url) = url {
                <a href={url.clone()}>{ label }</a>
            } else {
                { label }
            }
        </p>
    }
}
