//! How likely each outcome is over all possible answer sheets; docs/scoring.md, section 7.
//!
//! A sheet's weight is the product, over its shown questions, of one over the number of their legal answers. The
//! answers to questions that conditions name are gone through one by one; of all other questions only the points
//! matter, so that these are convolved. Where that takes too many states, sheets are drawn instead.

mod exact;
mod sampled;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use num_bigint::BigUint;

use crate::effect::{effects, named};
use crate::fit::compare;
use crate::quiz::QuestionIx;
use crate::score::{Range, fit, leading};
use crate::verdict::decide;
use crate::{Answer, OutcomeIx, Quiz};

/// How many states the exact way may take.
pub const MOST_STATES: u128 = 10_000_000;

/// How many sheets are drawn where the exact way takes too many states.
pub const DRAWN: u32 = 1_000_000;

/// How likely each outcome is.
#[derive(Clone, Debug)]
pub struct Balance {
    /// Whether all sheets were gone through, rather than some drawn.
    pub exact: bool,
    /// The share of each outcome, in file order.
    pub outcomes: Vec<Share>,
    /// The share of sheets on which the two highest fits are equal.
    pub ties: Share,
    /// Questions of which no answer makes a difference.
    pub idle: Vec<QuestionIx>,
    /// For p = 1 to 100, the largest gap that at least p percent of all sheets reach; see [`crate::closeness`].
    pub gaps: Vec<(u64, u64)>,
}

/// A part of all sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The weight of the part ...
    pub num: BigUint,
    /// ... and that of all sheets.
    pub den: BigUint,
}

impl Share {
    /// In hundredths of a percent, halves rounded up; 0 to 10,000.
    #[must_use]
    pub fn hundredths(&self) -> u32 {
        let scaled = (&self.num * 20_000u32 + &self.den) / (&self.den * 2u32);
        u32::try_from(scaled).unwrap_or(10_000)
    }

    /// Whether no sheet is in it.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.num == BigUint::ZERO
    }

    /// Numerator and denominator in lowest terms.
    #[must_use]
    pub fn lowest(&self) -> (BigUint, BigUint) {
        let (mut a, mut b) = (self.num.clone(), self.den.clone());
        while a != BigUint::ZERO {
            (a, b) = (&b % &a, a);
        }
        (&self.num / &b, &self.den / &b)
    }
}

impl Balance {
    /// Adds up all possible sheets of a quiz, or draws some.
    #[must_use]
    pub fn of(quiz: &Quiz) -> Self {
        let (exact, totals) = match exact::totals(quiz) {
            Some(totals) => (true, totals),
            None => (false, sampled::totals(quiz)),
        };
        let idle = quiz.indexes().filter(|ix| is_idle(quiz, *ix)).collect();
        totals.balance(exact, idle)
    }

    /// The outcomes that no sheet led to. Where sheets were drawn, some may still exist.
    #[must_use]
    pub fn unreached(&self) -> Vec<OutcomeIx> {
        OutcomeIx::all(self.outcomes.len()).filter(|ix| self.outcomes[ix.at()].is_none()).collect()
    }
}

/// The outcomes that no sheet of a quiz leads to, or `None` where there are too many to go through all.
#[must_use]
pub fn unreachable(quiz: &Quiz) -> Option<Vec<OutcomeIx>> {
    let totals = exact::totals(quiz)?;
    Some(totals.balance(true, Vec::new()).unreached())
}

fn is_idle(quiz: &Quiz, ix: QuestionIx) -> bool {
    let weightless = quiz.question(ix).weight == 0 && named(quiz, ix).is_empty();
    weightless || effects(quiz, ix).len() == 1
}

/// A gap between two fits, ordered by size.
#[derive(Clone, Copy, Debug)]
struct Gap((u64, u64));

impl Ord for Gap {
    fn cmp(&self, other: &Self) -> Ordering {
        compare(self.0, other.0)
    }
}

impl PartialOrd for Gap {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Gap {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Gap {}

/// What has been added up so far.
struct Totals {
    outcomes: Vec<BigUint>,
    gaps: BTreeMap<Gap, BigUint>,
    all: BigUint,
}

impl Totals {
    fn new(quiz: &Quiz) -> Self {
        Self { outcomes: vec![BigUint::ZERO; quiz.outcomes.len()], gaps: BTreeMap::new(), all: BigUint::ZERO }
    }

    /// Adds sheets with these sums, and these answers to the questions that conditions name.
    fn add(
        &mut self,
        quiz: &Quiz,
        picks: &[Option<&Answer>],
        tallies: impl Iterator<Item = (i64, Range)>,
        weight: &BigUint,
    ) {
        let fits: Vec<_> = tallies.map(|(sum, range)| fit(sum, range)).collect();
        let is = |question: QuestionIx, matches: &crate::Matches| {
            picks[question.at()].is_some_and(|answer| matches.has(answer))
        };
        let (outcome, _) = decide(quiz, &fits, |condition| condition.holds_where(&fits, &is));
        let (first, second) = leading(&fits);
        let gap = Gap(fits[first.at()].gap(fits[second.at()]));
        self.outcomes[outcome.at()] += weight;
        *self.gaps.entry(gap).or_default() += weight;
        self.all += weight;
    }

    fn balance(self, exact: bool, idle: Vec<QuestionIx>) -> Balance {
        let share = |num: BigUint| Share { num, den: self.all.clone() };
        let ties = self.gaps.get(&Gap((0, 1))).cloned().unwrap_or_default();
        Balance {
            exact,
            idle,
            gaps: self.percentiles(),
            ties: share(ties),
            outcomes: self.outcomes.iter().cloned().map(share).collect(),
        }
    }

    /// For p = 1 to 100 the largest gap such that it and all larger ones together weigh at least p percent.
    fn percentiles(&self) -> Vec<(u64, u64)> {
        let mut reached = BigUint::ZERO;
        let mut percentiles = Vec::new();
        for (Gap((num, den)), weight) in self.gaps.iter().rev() {
            reached += weight;
            let percent = u32::try_from(&reached * 100u32 / &self.all).unwrap_or(100) as usize;
            let common = crate::fit::gcd(*num, *den);
            percentiles.resize(percent.max(percentiles.len()), (num / common, den / common));
        }
        percentiles
    }
}
