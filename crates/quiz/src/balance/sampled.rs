//! The other way: a fixed number of sheets, drawn from a fixed seed, so that the same quiz gives the same figures.

use num_bigint::BigUint;

use super::{DRAWN, Totals};
use crate::effect::{Effect, effects};
use crate::quiz::QuestionIx;
use crate::score::Range;
use crate::{Answer, Quiz, legal};

const SEED: u64 = 0x57_68_69_63_68; // "Which"

/// Draws sheets and adds them up.
pub(super) fn totals(quiz: &Quiz) -> Totals {
    let effects: Vec<Vec<Effect>> = quiz.indexes().map(|ix| effects(quiz, ix)).collect();
    let counts: Vec<u64> = quiz.indexes().map(|ix| legal::count(quiz.question(ix))).collect();
    let (mut totals, mut numbers, one) = (Totals::new(quiz), SplitMix(SEED), BigUint::from(1u32));
    for _ in 0..DRAWN {
        let sheet = draw(quiz, &effects, &counts, &mut numbers);
        let answers: Vec<Option<&Answer>> = sheet.iter().map(|pick| pick.map(|effect| &effect.answer)).collect();
        totals.add(quiz, &answers, tallies(quiz, &sheet), &one);
    }
    totals
}

fn draw<'a>(
    quiz: &Quiz,
    effects: &'a [Vec<Effect>],
    counts: &[u64],
    numbers: &mut SplitMix,
) -> Vec<Option<&'a Effect>> {
    let mut sheet: Vec<Option<&Effect>> = Vec::with_capacity(effects.len());
    for ix in quiz.indexes() {
        let is = |question: QuestionIx, matches: &crate::Matches| {
            sheet.get(question.at()).copied().flatten().is_some_and(|effect| matches.has(&effect.answer))
        };
        let shown = quiz.question(ix).when.as_ref().is_none_or(|when| when.holds_where(&[], &is));
        sheet.push(shown.then(|| pick(&effects[ix.at()], numbers.below(counts[ix.at()]))).flatten());
    }
    sheet
}

/// The effect of the `nth` legal answer, counted by effect.
fn pick(effects: &[Effect], mut nth: u64) -> Option<&Effect> {
    effects.iter().find(|effect| match nth.checked_sub(effect.count) {
        Some(rest) => {
            nth = rest;
            false
        }
        None => true,
    })
}

fn tallies(quiz: &Quiz, sheet: &[Option<&Effect>]) -> impl Iterator<Item = (i64, Range)> {
    quiz.track_indexes().map(move |track| {
        let picked = quiz.indexes().filter_map(|ix| sheet[ix.at()].map(|effect| (ix, effect)));
        picked.fold((0, Range::default()), |(sum, range), (ix, effect)| {
            let (weight, one) = (i64::from(quiz.question(ix).weight), quiz.range(ix, track));
            let range = Range { lo: range.lo + weight * one.lo, hi: range.hi + weight * one.hi };
            (sum + weight * effect.points[track.at()], range)
        })
    })
}

/// SplitMix64 (Steele, Lea and Flood 2014): a sequence fixed by its seed, not chance.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound` (at most 50,000, so that the bias of multiplying is below one in 10^14).
    fn below(&mut self, bound: u64) -> u64 {
        u64::try_from((u128::from(self.next()) * u128::from(bound)) >> 64).unwrap_or(0)
    }
}
