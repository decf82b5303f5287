//! What the parts of the result are told.

use which_track_quiz::advice::Ending;

use crate::widget::strings::Strings;

/// What the parts of the result are told.
pub struct View<'a> {
    pub ending: Ending<'a>,
    pub words: &'static Strings,
    /// The level of the parts' headings.
    pub level: u8,
}
