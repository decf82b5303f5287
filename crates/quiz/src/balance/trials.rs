//! Sheets as one answer a question, so that an answer can be exchanged for another and the outcome worked out again.

use super::sheets::{Asked, Sheets};
use super::splitmix::SplitMix;
use crate::OutcomeIx;
use crate::batch::{Batch, SHEETS};
use crate::condition::Sheet;
use crate::legal::{Row, add};
use crate::quiz::QuestionIx;

/// Draws answers, and works out the outcomes of whole sheets of them.
pub(crate) struct Trials<'a> {
    sheets: &'a Sheets<'a>,
    picks: Vec<Vec<u32>>,
    pub numbers: SplitMix,
    batch: Batch<'a>,
    outcomes: Vec<OutcomeIx>,
    seen: Vec<u32>,
    /// Whether each question is shown on the sheet that came last.
    pub visible: Vec<bool>,
}

impl<'a> Trials<'a> {
    /// Begins where all drawing begins.
    pub fn new(sheets: &'a Sheets<'a>) -> Self {
        Self {
            sheets,
            picks: sheets.asked.iter().map(Asked::picks).collect(),
            numbers: SplitMix::start(),
            batch: Batch::new(sheets.quiz),
            outcomes: Vec::new(),
            seen: vec![0; sheets.asked.len()],
            visible: vec![false; sheets.asked.len()],
        }
    }

    /// Draws one of the answers to a question.
    pub fn draw(&mut self, question: usize) -> u64 {
        self.numbers.below(self.sheets.asked[question].count)
    }

    /// Draws one of the other answers. There are at least two.
    pub fn draw_other(&mut self, question: usize, than: u64) -> u64 {
        let other = self.numbers.below(self.sheets.asked[question].count - 1);
        other + u64::from(other >= than)
    }

    /// Which of the effects of a question an answer has.
    pub fn effect(&self, question: usize, answer: u64) -> usize {
        self.picks[question].get(answer as usize).map_or(answer as usize, |effect| *effect as usize)
    }

    /// Takes up a sheet: for each question an effect, which counts for nothing where the question is not shown. Gives
    /// the tracks' points above the least, and how far they could reach.
    pub fn push(&mut self, effects: &[usize]) -> (Row, Row) {
        if self.batch.len == SHEETS {
            self.decide();
        }
        let (mut sums, mut spans) = (Row::default(), Row::default());
        for (place, (asked, effect)) in self.sheets.asked.iter().zip(effects).enumerate() {
            let seen = |ix: QuestionIx| self.seen[ix.index()];
            self.visible[place] = asked.when.is_none_or(|when| when.on(&Sheet { seen: &seen, fits: &[] }) != 0);
            self.seen[place] = 0;
            if self.visible[place] {
                self.seen[place] = asked.seen[*effect];
                add(&mut sums, &asked.rows[*effect], 1);
                add(&mut spans, &asked.span, 1);
            }
        }
        let sheet = self.batch.len;
        (self.batch.sums[sheet], self.batch.spans[sheet]) = (sums, spans);
        for (place, _) in self.sheets.asked.iter().enumerate().filter(|(_, asked)| asked.in_conditions) {
            self.batch.see(place, 1 << sheet, self.seen[place]);
        }
        self.batch.len += 1;
        (sums, spans)
    }

    /// The outcomes of the sheets since the last call, in their order.
    pub fn take(&mut self) -> Vec<OutcomeIx> {
        self.decide();
        std::mem::take(&mut self.outcomes)
    }

    fn decide(&mut self) {
        self.batch.decide();
        self.outcomes.extend(&self.batch.outcomes[..self.batch.len]);
        self.batch.len = 0;
    }
}

/// A track's fit in hundredths of a percent, rounded down.
pub(super) fn hundredths(sum: i32, span: i32) -> u64 {
    let (sum, span) = (u64::from(sum.unsigned_abs()), u64::from(span.unsigned_abs()));
    (sum * 10_000).checked_div(span).unwrap_or(5_000)
}
