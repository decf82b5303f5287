//! The exact way: every answer to a question that conditions name, and the convolved points of all others.

use std::collections::BTreeMap;

use num_bigint::BigUint;

use super::{MOST_STATES, Totals};
use crate::effect::{Effect, effects, named};
use crate::quiz::{Matches, QuestionIx};
use crate::score::Range;
use crate::{Answer, Quiz, legal};

/// How much the sheets with each vector of sums weigh. Sums are packed into one number; see [`Packing`].
type Sums = BTreeMap<u128, BigUint>;

/// Adds up all sheets. `None` where that takes more than [`MOST_STATES`].
pub(super) fn totals(quiz: &Quiz) -> Option<Totals> {
    let sheets = Sheets::new(quiz)?;
    let mut convolved: BTreeMap<Vec<bool>, Sums> = BTreeMap::new();
    let mut states = 0;
    sheets.each_way(&mut Way::default(), &mut |way| {
        if !convolved.contains_key(&way.shown) {
            convolved.insert(way.shown.clone(), sheets.convolved(&way.shown)?);
        }
        states += convolved[&way.shown].len() as u128;
        (states <= MOST_STATES).then_some(())
    })?;
    let mut totals = Totals::new(quiz);
    sheets.each_way(&mut Way::default(), &mut |way| {
        sheets.add(way, &convolved[&way.shown], &mut totals);
        Some(())
    })?;
    Some(totals)
}

/// A way through the first questions: which are shown, and what is answered to those that conditions name.
#[derive(Default)]
struct Way<'a> {
    shown: Vec<bool>,
    picks: Vec<Option<&'a Effect>>,
}

/// Packs the sums of all tracks into one number: each sum, less its least, is a digit.
struct Packing {
    bases: Vec<u128>,
}

impl Packing {
    fn new(quiz: &Quiz) -> Option<Self> {
        let bases: Vec<u128> =
            quiz.track_indexes().map(|track| u128::from(quiz.span(track).unsigned_abs()) + 1).collect();
        bases.iter().try_fold(1u128, |product, base| product.checked_mul(*base))?;
        Some(Self { bases })
    }

    fn pack(&self, digits: impl Iterator<Item = i64>) -> u128 {
        digits.zip(&self.bases).fold(0, |packed, (digit, base)| packed * base + u128::from(digit.unsigned_abs()))
    }

    fn unpack(&self, mut packed: u128) -> Vec<i64> {
        let mut digits: Vec<i64> = Vec::with_capacity(self.bases.len());
        for base in self.bases.iter().rev() {
            digits.push(i64::try_from(packed % base).unwrap_or(i64::MAX));
            packed /= base;
        }
        digits.reverse();
        digits
    }
}

struct Sheets<'a> {
    quiz: &'a Quiz,
    effects: Vec<Vec<Effect>>,
    /// Whether conditions name the question.
    named: Vec<bool>,
    packing: Packing,
}

impl<'a> Sheets<'a> {
    fn new(quiz: &'a Quiz) -> Option<Self> {
        let effects: Vec<Vec<Effect>> = quiz.indexes().map(|ix| effects(quiz, ix)).collect();
        let named: Vec<bool> = quiz.indexes().map(|ix| !named(quiz, ix).is_empty()).collect();
        Some(Self { quiz, effects, named, packing: Packing::new(quiz)? })
    }

    /// Calls `visit` with every way through all questions, until it says no.
    fn each_way<'b>(&'b self, way: &mut Way<'b>, visit: &mut impl FnMut(&Way<'b>) -> Option<()>) -> Option<()> {
        let at = way.shown.len();
        let Some(question) = self.quiz.questions.get(at) else { return visit(way) };
        let is = |question: QuestionIx, matches: &Matches| {
            way.picks.get(question.at()).copied().flatten().is_some_and(|effect| matches.has(&effect.answer))
        };
        let shown = question.when.as_ref().is_none_or(|when| when.holds_where(&[], &is));
        let none = [None];
        let some: Vec<Option<&Effect>> = self.effects[at].iter().map(Some).collect();
        for pick in if shown && self.named[at] { some.as_slice() } else { none.as_slice() } {
            way.shown.push(shown);
            way.picks.push(*pick);
            self.each_way(way, visit)?;
            way.shown.pop();
            way.picks.pop();
        }
        Some(())
    }

    /// A question's points, less their least: digits for the packing.
    fn digits(&self, ix: QuestionIx, effect: &Effect) -> u128 {
        let weight = i64::from(self.quiz.question(ix).weight);
        self.packing.pack(
            self.quiz.track_indexes().map(|track| weight * (effect.points[track.at()] - self.quiz.range(ix, track).lo)),
        )
    }

    /// The sums of all shown questions that no condition names. A hidden question weighs as much as all its answers.
    fn convolved(&self, shown: &[bool]) -> Option<Sums> {
        let mut sums = Sums::from([(0, BigUint::from(1u32))]);
        for ix in self.quiz.indexes() {
            if !shown[ix.at()] {
                let all = legal::count(self.quiz.question(ix));
                sums.values_mut().for_each(|weight| *weight *= all);
            } else if !self.named[ix.at()] {
                let mut further = Sums::new();
                for effect in &self.effects[ix.at()] {
                    let digits = self.digits(ix, effect);
                    for (sum, weight) in &sums {
                        *further.entry(sum + digits).or_default() += weight * effect.count;
                    }
                }
                sums = further;
            }
            if sums.len() as u128 > MOST_STATES {
                return None;
            }
        }
        Some(sums)
    }

    /// Adds all sheets that go this way.
    fn add(&self, way: &Way<'_>, sums: &Sums, totals: &mut Totals) {
        let picked = self.quiz.indexes().filter_map(|ix| way.picks[ix.at()].map(|effect| (ix, effect)));
        let (digits, count) = picked.fold((0, BigUint::from(1u32)), |(digits, count), (ix, effect)| {
            (digits + self.digits(ix, effect), count * effect.count)
        });
        let ranges: Vec<Range> = self.quiz.track_indexes().map(|track| self.range(&way.shown, track)).collect();
        let answers: Vec<Option<&Answer>> = way.picks.iter().map(|pick| pick.map(|effect| &effect.answer)).collect();
        for (sum, weight) in sums {
            let tallies = self.packing.unpack(sum + digits).into_iter().zip(&ranges);
            totals.add(
                self.quiz,
                &answers,
                tallies.map(|(digit, range)| (digit + range.lo, *range)),
                &(weight * &count),
            );
        }
    }

    fn range(&self, shown: &[bool], track: crate::TrackIx) -> Range {
        self.quiz.indexes().filter(|ix| shown[ix.at()]).fold(Range::default(), |range, ix| {
            let (weight, one) = (i64::from(self.quiz.question(ix).weight), self.quiz.range(ix, track));
            Range { lo: range.lo + weight * one.lo, hi: range.hi + weight * one.hi }
        })
    }
}
