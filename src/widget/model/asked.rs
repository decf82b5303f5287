//! Where a question stands.

use which_track_quiz::{Asking, Quiz};

/// The place of the question among those shown, counted from 0, and how many are shown.
pub fn place(quiz: &Quiz, asking: &Asking) -> (usize, usize) {
    let visible = asking.answers.visible(quiz);
    let count = |visible: &[bool]| visible.iter().filter(|visible| **visible).count();
    (count(&visible[..asking.question.index()]), count(&visible))
}
