//! All that is told of a quiz's balance, in whatever form.

use which_track_quiz::balance::{ALIKE, Balance, Bounds, Details, Miss, Pair, Share};
use which_track_quiz::{OutcomeIx, Quiz};

use crate::percent::{percent, short};

/// A quiz, its balance, and what was asked of it.
pub struct Judgment<'a> {
    pub quiz: &'a Quiz,
    pub balance: &'a Balance,
    pub details: &'a Details,
    pub bounds: Option<&'a Bounds>,
    /// The outcomes that are out of bounds.
    pub missed: Vec<(OutcomeIx, Miss)>,
}

impl<'a> Judgment<'a> {
    /// Sees which outcomes are out of bounds.
    pub fn new(quiz: &'a Quiz, balance: &'a Balance, details: &'a Details, bounds: Option<&'a Bounds>) -> Self {
        let missed = bounds.map(|bounds| bounds.missed(quiz, balance)).unwrap_or_default();
        Self { quiz, balance, details, bounds, missed }
    }

    /// A sentence for each outcome that is out of bounds.
    pub fn failures(&self) -> Vec<String> {
        let Some(bounds) = self.bounds else { return Vec::new() };
        let failure = |(ix, miss): &(OutcomeIx, Miss)| {
            if self.balance.outcomes[ix.index()].is_none() {
                return format!("nobody gets to outcome `{}`", self.quiz.outcome(*ix).id);
            }
            let share = percent(self.balance.outcomes[ix.index()].hundredths());
            let (than, bound) = match miss {
                Miss::Below => ("less than", bounds.min),
                Miss::Above => ("more than", bounds.max),
            };
            format!("outcome `{}` has {share}% of the sheets, {than} {}%", self.quiz.outcome(*ix).id, short(bound))
        };
        self.missed.iter().map(failure).collect()
    }

    /// What an outcome's share is marked with.
    pub fn note(&self, ix: OutcomeIx) -> &'static str {
        let miss = self.missed.iter().find(|(missed, _)| *missed == ix).map(|(_, miss)| *miss);
        match (self.balance.outcomes[ix.index()].is_none(), miss) {
            (true, _) => "nobody gets here",
            (false, Some(Miss::Below)) => "too rare",
            (false, Some(Miss::Above)) => "too likely",
            (false, None) => "",
        }
    }

    /// Tracks that are alike, those that are most alike first.
    pub fn alike(&self) -> Vec<&Pair> {
        let mut pairs: Vec<&Pair> =
            self.details.pairs.iter().filter(|pair| pair.correlation.is_some_and(|value| value >= ALIKE)).collect();
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.correlation));
        pairs
    }

    /// Outcomes in file order, each with its share.
    pub fn outcomes(&self) -> impl Iterator<Item = (OutcomeIx, &'a Share)> {
        OutcomeIx::all(self.balance.outcomes.len()).zip(&self.balance.outcomes)
    }
}
