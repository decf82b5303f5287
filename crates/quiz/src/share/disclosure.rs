//! How much of a result a share code tells.

/// How much of a result a code tells. A code of one level holds nothing that only a later one tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// The outcome.
    Outcome,
    /// The outcome, and how well each track fits.
    Fits,
    /// Every answer that counts, and the marks: all that the result is made from. Not what was once answered to a
    /// question that is no longer shown.
    Answers,
}

impl Disclosure {
    /// All levels, that which tells least first: in the order of their numbers.
    pub const ALL: [Self; 3] = [Self::Outcome, Self::Fits, Self::Answers];
}
