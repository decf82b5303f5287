//! A share page, before anything is written.

use which_track_quiz::{Outcome, Quiz};

/// A share page in one language.
pub struct SharePage<'a> {
    /// The edition whose words it has: the current one, or an older one for what only that has.
    pub quiz: &'a Quiz,
    /// The outcome; none on the page for invitations.
    pub outcome: Option<&'a Outcome>,
    /// Its path.
    pub path: String,
}
