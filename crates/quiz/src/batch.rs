//! Up to 64 sheets of answers whose outcomes are worked out together: what looking for a change, and adding up all
//! sheets, spend their time with.

use crate::condition::{Facts, Sheets};
use crate::legal::Row;
use crate::quiz::{Condition, Matches, QuestionIx};
use crate::score::leading;
use crate::verdict::by_fits;
use crate::{Fit, OutcomeIx, Quiz, TrackIx, limits};

/// How many sheets a batch holds.
pub(crate) const SHEETS: usize = Sheets::BITS as usize;

/// What is seen of the answers to one question: for each choice or step, on which sheets the answer has it.
type Seen = [Sheets; *limits::OPTIONS.end()];

/// Where the fit of a track that gates look at is at least 0, 1, ... 100 percent.
type Levels = [Sheets; limits::HUNDRED as usize + 1];

/// A batch of sheets. What is written into it stays until it is written again.
pub(crate) struct Batch<'a> {
    quiz: &'a Quiz,
    /// How many sheets there are.
    pub len: usize,
    /// For each sheet and track, the sum of points above the least that it could be ...
    pub sums: Vec<Row>,
    /// ... and how far it could reach.
    pub spans: Vec<Row>,
    /// What is seen of each question. Nothing where it does not count.
    seen: Vec<Seen>,
    /// For each sheet, the gap between the two highest fits, and the outcome.
    pub gaps: Vec<(u64, u64)>,
    pub outcomes: Vec<OutcomeIx>,
    leads: Row64,
    /// The tracks whose fits gates look at, each with the least and the most percent that they look for.
    looked_at: Vec<(TrackIx, usize, usize)>,
    levels: Vec<Levels>,
}

/// For each track, some sheets.
type Row64 = [Sheets; *limits::TRACKS.end()];

impl<'a> Batch<'a> {
    /// A batch without sheets.
    pub fn new(quiz: &'a Quiz) -> Self {
        let mut percents = [(usize::MAX, 0); *limits::TRACKS.end()];
        for gate in &quiz.gates {
            gate.when.each(&mut |looks| {
                if let Condition::Below(track, percent) | Condition::AtLeast(track, percent) = looks {
                    let (least, most) = &mut percents[track.index()];
                    (*least, *most) = ((*least).min(usize::from(*percent)), (*most).max(usize::from(*percent)));
                }
            });
        }
        let looked_at = quiz.track_indexes().map(|track| (track, percents[track.index()].0, percents[track.index()].1));
        let looked_at = looked_at.filter(|(_, least, most)| least <= most);
        Self {
            quiz,
            len: 0,
            sums: vec![Row::default(); SHEETS],
            spans: vec![Row::default(); SHEETS],
            seen: vec![Seen::default(); quiz.questions.len()],
            gaps: vec![(0, 1); SHEETS],
            outcomes: vec![OutcomeIx(0); SHEETS],
            leads: Row64::default(),
            looked_at: looked_at.collect(),
            levels: vec![[0; 101]; quiz.tracks.len()],
        }
    }

    /// All sheets of the batch.
    pub fn all(&self) -> Sheets {
        if self.len == SHEETS { !0 } else { (1 << self.len) - 1 }
    }

    /// Makes it so that on these sheets these choices are seen of the answer to a question, and no others.
    pub fn see(&mut self, question: usize, sheets: Sheets, choices: u32) {
        for (choice, seen) in self.seen[question].iter_mut().enumerate() {
            *seen = *seen & !sheets | if choices >> choice & 1 == 1 { sheets } else { 0 };
        }
    }

    /// Works out the outcomes.
    pub fn decide(&mut self) {
        self.leads = Row64::default();
        for (track, least, most) in &self.looked_at {
            self.levels[track.index()][*least..=*most].fill(0);
        }
        for sheet in 0..self.len {
            self.measure(sheet);
        }
        for (track, least, most) in &self.looked_at {
            let levels = &mut self.levels[track.index()];
            (*least..*most).rev().for_each(|percent| levels[percent] |= levels[percent + 1]);
        }
        let mut open = self.all();
        for gate in &self.quiz.gates {
            let mut here = if open == 0 { 0 } else { gate.when.on(self) & open };
            open &= !here;
            while here != 0 {
                self.outcomes[here.trailing_zeros() as usize] = gate.outcome;
                here &= here - 1;
            }
        }
    }

    /// Works out one sheet's fits, who leads, and the outcome where no gate decides.
    fn measure(&mut self, sheet: usize) {
        let fit = |(sum, span): (&i32, &i32)| Fit::new(u64::from(sum.unsigned_abs()), u64::from(span.unsigned_abs()));
        let mut fits = [Fit::new(0, 0); *limits::TRACKS.end()];
        let fits = &mut fits[..self.quiz.tracks.len()];
        fits.iter_mut().zip(self.sums[sheet].iter().zip(&self.spans[sheet])).for_each(|(slot, sum)| *slot = fit(sum));
        let (first, second) = leading(fits);
        let gap = fits[first.index()].gap(fits[second.index()]);
        self.leads[first.index()] |= u64::from(gap.0 > 0) << sheet;
        (self.gaps[sheet], self.outcomes[sheet]) = (gap, by_fits(self.quiz, first, gap).0);
        for (track, least, most) in &self.looked_at {
            let percent = usize::from(fits[track.index()].whole_percent()).min(*most);
            if percent >= *least {
                self.levels[track.index()][percent] |= 1 << sheet;
            }
        }
    }
}

impl Facts for Batch<'_> {
    fn is(&self, question: QuestionIx, matches: &Matches) -> Sheets {
        let (seen, mut bits, mut sheets) = (&self.seen[question.index()], matches.seen(), 0);
        while bits != 0 {
            sheets |= seen[bits.trailing_zeros() as usize];
            bits &= bits - 1;
        }
        sheets
    }

    fn leads(&self, track: TrackIx) -> Sheets {
        self.leads[track.index()]
    }

    fn reaches(&self, track: TrackIx, percent: u8) -> Sheets {
        self.levels[track.index()][usize::from(percent)]
    }
}
