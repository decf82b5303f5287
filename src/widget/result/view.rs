//! What the parts of the result are told.

use which_track_quiz::advice::Ending;

use which_track_quiz::words::Words;

/// What the parts of the result are told.
pub struct View<'a> {
    pub ending: Ending<'a>,
    pub words: &'a Words,
    /// The level of the parts' headings.
    pub level: u8,
}
