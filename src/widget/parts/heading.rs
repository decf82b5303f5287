//! Headings of the levels that fit the host page's outline.

use which_track_quiz::Quiz;
use yew::prelude::*;

/// A heading; levels below the sixth are the sixth, as HTML has no more.
pub fn heading(level: u8, class: &'static str, words: Html) -> Html {
    element(level, Some(class), None, words)
}

/// A heading that looks like what is around it.
pub fn plain_heading(level: u8, words: Html) -> Html {
    element(level, None, None, words)
}

/// A heading that focus comes to, and what it is known by there: [`SCREEN`], when the screen changes.
pub fn landmark(level: u8, class: &'static str, name: &'static str, words: Html) -> Html {
    element(level, Some(class), Some(name), words)
}

/// The name of the heading of a screen.
pub const SCREEN: &str = "heading";

fn element(level: u8, class: Option<&'static str>, landmark: Option<&'static str>, words: Html) -> Html {
    let tag = format!("h{}", level.clamp(1, 6));
    let tabindex = landmark.map(|_| "-1");
    html! { <@{tag} {class} {tabindex} data-control={landmark}>{ words }</@> }
}

/// The quiz's title for screen readers, where it is not to be seen: headings need their order.
pub fn hidden_title(quiz: &Quiz, level: u8) -> Html {
    heading(level, "visually-hidden", html! { &quiz.title })
}
