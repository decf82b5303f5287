//! What a share code tells: of a reader's own result before it is sent, and of somebody else's when a link is opened.

use super::disclosure::Disclosure;
use crate::{Finished, OutcomeIx};

/// What a share code tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The outcome alone.
    Outcome(OutcomeIx),
    /// The outcome and the fits.
    Fits {
        /// The outcome.
        outcome: OutcomeIx,
        /// For each track, in file order, how well it fits; 0 to 100.
        percents: Vec<u8>,
    },
    /// The answers that count, and the marks. The rest follows from them.
    Answers(Finished),
}

impl Shared {
    /// What a code of this level tells of a result.
    #[must_use]
    pub fn of(finished: &Finished, disclosure: Disclosure) -> Self {
        match disclosure {
            Disclosure::Outcome => Self::Outcome(finished.outcome()),
            Disclosure::Fits => Self::Fits { outcome: finished.outcome(), percents: finished.percents() },
            Disclosure::Answers => Self::Answers(finished.clone()),
        }
    }

    /// The outcome, which every level tells.
    #[must_use]
    pub fn outcome(&self) -> OutcomeIx {
        match self {
            Self::Outcome(outcome) | Self::Fits { outcome, .. } => *outcome,
            Self::Answers(finished) => finished.outcome(),
        }
    }

    /// For each track, in file order, how well it fits, 0 to 100; nothing where only the outcome is told.
    #[must_use]
    pub fn percents(&self) -> Vec<u8> {
        match self {
            Self::Outcome(_) => Vec::new(),
            Self::Fits { percents, .. } => percents.clone(),
            Self::Answers(finished) => finished.percents(),
        }
    }

    /// The answers with their verdict, where they are told.
    #[must_use]
    pub fn finished(&self) -> Option<&Finished> {
        match self {
            Self::Answers(finished) => Some(finished),
            Self::Outcome(_) | Self::Fits { .. } => None,
        }
    }
}
