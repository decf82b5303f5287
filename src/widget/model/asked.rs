//! Where a question stands.

use which_track_quiz::{Asking, Quiz};

/// The place of the question among those shown, counted from 0, and how many are shown.
pub fn place(quiz: &Quiz, asking: &Asking) -> (usize, usize) {
    let shown = asking.answers.shown(quiz);
    let count = |shown: &[bool]| shown.iter().filter(|shown| **shown).count();
    (count(&shown[..asking.at.at()]), count(&shown))
}
