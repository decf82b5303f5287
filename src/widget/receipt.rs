//! The privacy receipt: all that lies in this browser, what was sent (nothing), and the way to delete it.

use which_track_quiz::words::Words;
use yew::prelude::*;

use crate::widget::model::Action;
use crate::widget::parts::button::button;
use crate::widget::parts::fold::fold;
use crate::widget::parts::text::{say, text};

/// A folded list of what is kept, name and content, with a button to delete it all.
pub fn receipt(words: &Words, stored: &[(String, String)], act: &Callback<Action>) -> Html {
    let code = |words: &String| html! { <code translate="no">{ text(words.clone()) }</code> };
    let entry = |(name, stored): &(String, String)| html! { <><dt>{ code(name) }</dt><dd>{ code(stored) }</dd></> };
    let list = html! {
        <>
            <p>{ say(words.sent()) }</p>
            if stored.is_empty() {
                <p>{ text(words.nothing_stored()) }</p>
            } else {
                <p>{ text(words.stored()) }</p>
                <dl>{ for stored.iter().map(entry) }</dl>
                { button("quiet", words.delete(), act.reform(|_| Action::Deleted)) }
            }
        </>
    };
    html! { <div class="folds receipt">{ fold(words.receipt(), list) }</div> }
}
