//! The privacy receipt: all that lies in this browser, what was sent (nothing), and the way to delete it.

use yew::prelude::*;

use super::strings::Strings;

/// A folded list of what is kept, name and content, with a button to delete it all.
pub fn receipt(words: &Strings, kept: &[(String, String)], delete: &Callback<()>) -> Html {
    let onclick = delete.reform(|_: MouseEvent| ());
    let entry =
        |(name, text): &(String, String)| html! { <><dt><code>{ name }</code></dt><dd><code>{ text }</code></dd></> };
    html! {
        <div class="folds receipt">
            <details>
                <summary>{ words.receipt }</summary>
                <p>{ words.sent }</p>
                if kept.is_empty() {
                    <p>{ words.nothing_kept }</p>
                } else {
                    <p>{ words.kept }</p>
                    <dl>{ for kept.iter().map(entry) }</dl>
                    <button type="button" class="quiet" {onclick}>{ words.delete }</button>
                }
            </details>
        </div>
    }
}
