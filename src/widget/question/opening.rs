//! What stands above the first question: what this is, how long it takes, and what the reader should know.

use std::rc::Rc;

use which_track_quiz::Quiz;
use yew::prelude::*;

use crate::widget::parts::heading::Heading;
use crate::widget::strings::Strings;

/// The quiz's title and the lines below it.
pub fn opening(quiz: &Rc<Quiz>, words: &Strings, level: u8) -> Html {
    let time = quiz.minutes.map(words.minutes);
    let facts = time.into_iter().chain([words.nothing_sent.to_owned()]).collect::<Vec<_>>().join(" · ");
    html! {
        <header class="opening">
            <Heading {level} class="title">{ &quiz.title }</Heading>
            <p class="lead">{ &quiz.description }</p>
            <p class="facts">{ facts }</p>
            if let Some(notice) = &quiz.notice {
                <p class="notice">{ notice }</p>
            }
        </header>
    }
}
