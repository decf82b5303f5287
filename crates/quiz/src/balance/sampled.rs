//! The other way: a fixed number of sheets, drawn from a fixed seed, so that the same quiz gives the same figures.

use super::sheets::{Asked, Sheets};
use super::tally::{DRAWN, Tally, Totals};
use super::weight::Weight;
use crate::batch::{Batch, SHEETS};
use crate::condition::Sheet;
use crate::legal::{Row, add};
use crate::quiz::QuestionIx;
use crate::{Answers, Quiz, Verdict, legal};

const SEED: u64 = 0x57_68_69_63_68; // "Which"

/// Draws sheets and adds them up.
pub(super) fn totals(sheets: &Sheets<'_>) -> Totals {
    let picks: Vec<Vec<u32>> = sheets.asked.iter().map(picks).collect();
    let always = sheets.asked.iter().filter(|asked| asked.when.is_none());
    let mut spans = Row::default();
    always.for_each(|asked| add(&mut spans, &asked.span, 1));
    let (mut tally, mut batch) = (Tally::<1>::new(sheets.quiz), Batch::new(sheets.quiz));
    let mut drawing = Drawing { sheets, picks, spans, numbers: SplitMix(SEED), seen: vec![0; sheets.asked.len()] };
    for _ in 0..DRAWN {
        drawing.draw(&mut batch);
        if batch.len == SHEETS {
            tally.add(&mut batch, &[Weight::of(1); SHEETS]);
        }
    }
    tally.add(&mut batch, &[Weight::of(1); SHEETS]);
    tally.totals()
}

/// Of each legal answer, counted by effect, which effect it has; nothing where each has its own.
fn picks(asked: &Asked<'_>) -> Vec<u32> {
    if asked.rows.len() as u64 == asked.count {
        return Vec::new();
    }
    (0..).zip(&asked.counts).flat_map(|(class, count)| (0..*count).map(move |_| class)).collect()
}

struct Drawing<'a> {
    sheets: &'a Sheets<'a>,
    picks: Vec<Vec<u32>>,
    /// How far the tracks reach over the questions that are always shown.
    spans: Row,
    numbers: SplitMix,
    /// What is seen of the answers on the sheet.
    seen: Vec<u32>,
}

impl Drawing<'_> {
    /// Draws one sheet into the batch.
    fn draw(&mut self, batch: &mut Batch<'_>) {
        let (mut sums, mut spans) = (Row::default(), self.spans);
        for (place, asked) in self.sheets.asked.iter().enumerate() {
            if let Some(when) = asked.when {
                let seen = |ix: QuestionIx| self.seen[ix.index()];
                if when.on(&Sheet { seen: &seen, fits: &[] }) == 0 {
                    self.seen[place] = 0;
                    continue;
                }
                add(&mut spans, &asked.span, 1);
            }
            let nth = self.numbers.below(asked.count) as usize;
            let class = self.picks[place].get(nth).map_or(nth, |class| *class as usize);
            add(&mut sums, &asked.rows[class], 1);
            if asked.in_conditions {
                self.seen[place] = asked.seen[class];
            }
        }
        (batch.sums[batch.len], batch.spans[batch.len]) = (sums, spans);
        for (place, _) in self.sheets.asked.iter().enumerate().filter(|(_, asked)| asked.in_conditions) {
            batch.see(place, 1 << batch.len, self.seen[place]);
        }
        batch.len += 1;
    }
}

/// Whether some of so many sheets, drawn in a hurry, lead to each track's outcome.
pub(super) fn reach_all_tracks(quiz: &Quiz, sheets: u32) -> bool {
    let (mut numbers, mut reached) = (SplitMix(SEED), vec![false; quiz.outcomes.len()]);
    (0..sheets).any(|_| {
        let mut answers = Answers::none(quiz);
        for ix in quiz.indexes() {
            let nth = numbers.below(legal::count(quiz.question(ix)));
            legal::nth(quiz.question(ix), nth).into_iter().for_each(|answer| answers.replace(ix, answer));
        }
        if let Ok(complete) = answers.complete(quiz) {
            reached[Verdict::of(quiz, &complete).outcome.index()] = true;
        }
        quiz.track_indexes().all(|track| reached[quiz.outcome_of(track).index()])
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
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }
}
