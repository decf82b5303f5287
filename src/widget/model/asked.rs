//! A question in words and numbers: where it stands, and what keeps the reader there.

use which_track_quiz::{Asking, Nudge, Question, Quiz};

use crate::widget::strings::Strings;

/// The place of the question among those shown, counted from 0, and how many are shown.
pub fn place(quiz: &Quiz, asking: &Asking) -> (usize, usize) {
    let shown = asking.answers.shown(quiz);
    let count = |shown: &[bool]| shown.iter().filter(|shown| **shown).count();
    (count(&shown[..asking.at.at()]), count(&shown))
}

/// A nudge in words.
pub fn nudged(words: &Strings, question: &Question, nudge: Nudge) -> String {
    let ranked = matches!(question.kind, which_track_quiz::Kind::Rank { .. });
    match nudge {
        Nudge::Unanswered => words.unanswered.to_owned(),
        Nudge::TooFew { need } if ranked => (words.too_few_places)(need),
        Nudge::TooFew { need } => (words.too_few)(need),
        Nudge::TooMany { most } => (words.too_many)(most),
    }
}
