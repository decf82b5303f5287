//! What sheets add up to.

use num_bigint::BigUint;

use super::gaps::Gaps;
use super::weight::Weight;
use crate::Quiz;
use crate::batch::{Batch, SHEETS};
use crate::verdict::is_close;

/// How many states the exact way may take.
pub const MOST_STATES: u64 = 10_000_000;

/// How many sheets are drawn where the exact way takes too much.
pub const DRAWN: u32 = 1_000_000;

/// What all sheets come to.
pub(super) struct Totals {
    pub outcomes: Vec<BigUint>,
    pub ties: BigUint,
    pub close: BigUint,
    pub gaps: Vec<(u64, u64)>,
    pub all: BigUint,
}

/// What has been added up so far.
pub(super) struct Tally<const W: usize> {
    margin: u8,
    outcomes: Vec<Weight<W>>,
    gaps: Gaps<W>,
}

impl<const W: usize> Tally<W> {
    pub fn new(quiz: &Quiz) -> Self {
        Self { margin: quiz.margin, outcomes: vec![Weight::of(0); quiz.outcomes.len()], gaps: Gaps::new() }
    }

    /// Adds the sheets of a batch, each with its weight, and empties the batch. `None` where that takes too much memory.
    pub fn add(&mut self, batch: &mut Batch<'_>, weights: &[Weight<W>; SHEETS]) -> Option<()> {
        batch.decide();
        for (sheet, weight) in weights.iter().enumerate().take(batch.len) {
            self.outcomes[batch.outcomes[sheet].index()].add(weight);
            self.gaps.add(batch.gaps[sheet], weight)?;
        }
        batch.len = 0;
        Some(())
    }

    pub fn totals(self) -> Totals {
        let outcomes: Vec<BigUint> = self.outcomes.iter().map(Weight::big).collect();
        let all = outcomes.iter().sum();
        let gaps = self.gaps.sorted();
        let (ties, close) = (gaps.weight(|gap| gap.0 == 0), gaps.weight(|gap| is_close(gap, self.margin)));
        Totals { outcomes, ties, close, gaps: gaps.percentiles(&all), all }
    }
}
