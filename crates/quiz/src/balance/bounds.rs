//! How likely outcomes may be: what `--min` and `--max` say.

use super::Balance;
use crate::{OutcomeIx, Quiz};

/// The least and the most that an outcome's share may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// In hundredths of a percent.
    pub min: u32,
    /// In hundredths of a percent.
    pub max: u32,
    /// Outcomes that may be as likely as they are.
    pub except: Vec<OutcomeIx>,
}

/// On which side an outcome is out of bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Miss {
    /// It is too rare.
    Below,
    /// It is too likely.
    Above,
}

impl Bounds {
    /// What a quiz with so many tracks is brought to where nobody says otherwise: from 3 percent, or half of what each
    /// would have if all had the same, to 50 percent, or half as much again as that.
    #[must_use]
    pub fn usual(quiz: &Quiz) -> Self {
        let even = 10_000 / quiz.tracks.len() as u32;
        Self { min: 300.min(even / 2), max: 5_000.max(even / 2 * 3), except: Vec::new() }
    }

    /// The outcomes that are out of bounds, in file order. Close calls need not be likely, but possible.
    #[must_use]
    pub fn missed(&self, quiz: &Quiz, balance: &Balance) -> Vec<(OutcomeIx, Miss)> {
        let miss = |ix: OutcomeIx| {
            let share = &balance.outcomes[ix.index()];
            let needed = if quiz.close_call() == Some(ix) { 0 } else { self.min };
            if share.exceeds(self.max) {
                return Some((ix, Miss::Above));
            }
            (share.is_none() || !share.reaches(needed)).then_some((ix, Miss::Below))
        };
        OutcomeIx::all(quiz.outcomes.len()).filter(|ix| !self.except.contains(ix)).filter_map(miss).collect()
    }

    /// The least that this outcome's share may be on drawn sheets, in hundredths of a percent: somebody gets there.
    pub(super) fn least(&self, quiz: &Quiz, outcome: OutcomeIx) -> u32 {
        if quiz.close_call() == Some(outcome) { 1 } else { self.min.max(1) }
    }
}
