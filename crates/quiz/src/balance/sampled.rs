//! The other way: a fixed number of sheets, drawn from a fixed seed, so that the same quiz gives the same figures.

use super::sheets::{Asked, Sheets};
use super::splitmix::SplitMix;
use super::tally::{DRAWN, Tally, Totals};
use super::weight::Weight;
use crate::batch::{Batch, SHEETS};
use crate::condition::Sheet;
use crate::legal::{Row, add};
use crate::quiz::QuestionIx;
use crate::{Answers, Quiz, Verdict, legal};

/// Draws sheets and adds them up.
pub(super) fn totals(sheets: &Sheets<'_>) -> Totals {
    let picks: Vec<Vec<u32>> = sheets.asked.iter().map(Asked::picks).collect();
    let always = sheets.asked.iter().filter(|asked| asked.when.is_none());
    let mut spans = Row::default();
    always.for_each(|asked| add(&mut spans, &asked.span, 1));
    let (mut tally, mut batch) = (Tally::<1>::new(sheets.quiz), Batch::new(sheets.quiz));
    let mut drawing = Drawing { sheets, picks, spans, numbers: SplitMix::start(), seen: vec![0; sheets.asked.len()] };
    for _ in 0..DRAWN {
        drawing.draw(&mut batch);
        if batch.len == SHEETS {
            tally.add(&mut batch, &[Weight::of(1); SHEETS]);
        }
    }
    tally.add(&mut batch, &[Weight::of(1); SHEETS]);
    tally.totals()
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
    let (mut numbers, mut reached) = (SplitMix::start(), vec![false; quiz.outcomes.len()]);
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
