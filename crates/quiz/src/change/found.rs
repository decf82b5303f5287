//! What looking for a change came to.

use crate::{Answer, OutcomeIx, QuestionIx};

/// Answers that would lead elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The questions, in file order, each with the answer that it would need.
    pub answers: Vec<(QuestionIx, Answer)>,
    /// Where they lead.
    pub outcome: OutcomeIx,
}

/// What looking for a change came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The smallest change: of those with the fewest questions the first, by the places of the questions and then by the
    /// order of their legal answers.
    pub change: Option<Change>,
    /// How many changed answers were searched: those of the change, or where there is none, all that the budget allowed.
    pub searched: usize,
}
