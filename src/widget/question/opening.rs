//! What stands above the first question: what this is, how long it takes, and what the reader should know.

use which_track_quiz::Quiz;
use which_track_quiz::words::Words;
use yew::prelude::*;

use crate::widget::parts::heading::heading;
use crate::widget::parts::text::say;

/// The quiz's title and the lines below it.
pub fn opening(quiz: &Quiz, words: &Words, level: u8) -> Html {
    html! {
        <header class="opening">
            { heading(level, "title", html! { { &quiz.title } }) }
            <p class="lead">{ &quiz.description }</p>
            <p class="facts">
                    if let Some(minutes) = quiz.minutes {
                        { say(words.minutes(minutes.into())) }{ " · " }
                    }
                    { say(words.nothing_sent()) }
                </p>
            if let Some(notice) = &quiz.notice {
                <p class="notice">{ notice }</p>
            }
        </header>
    }
}
