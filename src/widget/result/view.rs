//! What the parts of the result are told.

use which_track_quiz::{Finished, Quiz};

use which_track_quiz::words::Words;

/// What the parts of the result are told.
pub struct View<'a> {
    pub quiz: &'a Quiz,
    pub finished: &'a Finished,
    pub words: &'a Words,
    /// The level of the parts' headings.
    pub level: u8,
}
