//! What a share code tells: of a reader's own result before it is sent, and of somebody else's when a link is opened.

use super::Level;
use crate::{CompleteAnswers, OutcomeIx, Quiz, Verdict};

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
    Answers(CompleteAnswers),
}

impl Shared {
    /// What a code of this level tells of a result.
    #[must_use]
    pub fn of(quiz: &Quiz, answers: &CompleteAnswers, level: Level) -> Self {
        let verdict = || Verdict::of(quiz, answers);
        match level {
            Level::Outcome => Self::Outcome(verdict().outcome),
            Level::Fits => {
                let verdict = verdict();
                Self::Fits { outcome: verdict.outcome, percents: percents(&verdict) }
            }
            Level::Answers => Self::Answers(answers.clone()),
        }
    }

    /// The outcome, which every level tells.
    #[must_use]
    pub fn outcome(&self, quiz: &Quiz) -> OutcomeIx {
        match self {
            Self::Outcome(outcome) | Self::Fits { outcome, .. } => *outcome,
            Self::Answers(answers) => Verdict::of(quiz, answers).outcome,
        }
    }

    /// For each track, in file order, how well it fits, 0 to 100; nothing where only the outcome is told.
    #[must_use]
    pub fn percents(&self, quiz: &Quiz) -> Vec<u8> {
        match self {
            Self::Outcome(_) => Vec::new(),
            Self::Fits { percents, .. } => percents.clone(),
            Self::Answers(answers) => percents(&Verdict::of(quiz, answers)),
        }
    }

    /// The answers, where they are told.
    #[must_use]
    pub fn answers(&self) -> Option<&CompleteAnswers> {
        match self {
            Self::Answers(answers) => Some(answers),
            Self::Outcome(_) | Self::Fits { .. } => None,
        }
    }
}

fn percents(verdict: &Verdict) -> Vec<u8> {
    verdict.score.fits().iter().map(|fit| fit.percent()).collect()
}
