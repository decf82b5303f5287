//! What a share page says: in the head, in its picture, and to a reader without script.

use maud::{Markup, html};
use which_track_quiz::card::ResultCard;
use which_track_quiz::words::native;
use which_track_quiz::{Outcome, Quiz};

use super::page::SharePage;
use crate::build::document::{say, to_root};
use crate::build::pages;
use crate::build::site::Entry;

/// The words of a share page.
pub struct PageText {
    pub title: String,
    pub description: String,
    pub card: ResultCard,
    pub fallback: Markup,
}

impl PageText {
    /// What this page says.
    pub fn on(page: &SharePage<'_>, entry: &Entry) -> Self {
        let quiz = to_root(&page.path) + &pages::nearest("q", entry, &page.quiz.lang);
        page.outcome.map_or_else(|| Self::to_invite(page.quiz, &quiz), |outcome| Self::about(page.quiz, outcome, &quiz))
    }

    /// About an outcome, and about nobody's answers. `link` leads to the quiz.
    fn about(quiz: &Quiz, outcome: &Outcome, link: &str) -> Self {
        let words = native(quiz);
        Self {
            title: format!("{} · {}", outcome.title, quiz.title),
            description: outcome.summary.clone(),
            card: card(quiz, &outcome.title),
            fallback: html! {
                p { (say(words.shared(&quiz.title))) }
                h1 { (outcome.title) }
                p { (outcome.summary) }
                p { a href=(link) { (say(words.take_yourself())) } }
            },
        }
    }

    /// To a friend, who is not to know any outcome yet.
    fn to_invite(quiz: &Quiz, link: &str) -> Self {
        let words = native(quiz);
        Self {
            title: words.invited().text.to_string(),
            description: words.sentences(&quiz.title, &words.invited_help().text).text.to_string(),
            card: card(quiz, &words.invitation().text),
            fallback: html! {
                p { (quiz.title) }
                h1 { (say(words.invited())) }
                p { (say(words.invited_help())) }
                p { a href=(link) { (say(words.take_yourself())) } }
            },
        }
    }
}

/// A card with these words in large type below the quiz's title.
fn card(quiz: &Quiz, large: &str) -> ResultCard {
    ResultCard::titled(quiz, &quiz.title, large)
}
