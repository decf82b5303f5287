//! Step by step toward the bounds, with a budget.

use std::collections::BTreeMap;

use super::edit::{Edit, Number, candidates, edited};
use super::pool::{Counts, Pool};
use crate::Quiz;
use crate::balance::Bounds;
use crate::quiz::{OutcomeIx, QuestionIx};

/// How many sheets are drawn, and on how many of them changes are looked through first.
const SHEETS: usize = 8_192;
const GLANCE: usize = 1_024;
/// How many of the changes that look best are worked out on all sheets.
const FINALISTS: usize = 24;
/// How many sheets may be worked out.
const BUDGET: u64 = 20_000_000;
/// How many numbers may be changed one after the other.
const STEPS: usize = 60;
/// By how much the bounds are drawn in where a change was within them on drawn sheets only, in hundredths of a percent.
/// Less where there is little room between them.
const TIGHTER: u32 = 25;

/// How far a quiz is from the bounds: by how much outcomes are out of them, and how far the tracks of those that are too
/// rare are behind. The latter counts where the former does not tell.
type Distance = (u64, u64);

/// How much nearer a change brings a quiz for its size, in both ways.
type Gain = (i64, i64);

pub(super) struct Search<'a> {
    quiz: &'a Quiz,
    bounds: Bounds,
    pool: Pool<'a>,
    /// All changes so far: for each number what it was and what it is now.
    edits: BTreeMap<(QuestionIx, Number), (i16, i16)>,
    budget: u64,
}

impl<'a> Search<'a> {
    pub fn new(quiz: &'a Quiz, bounds: &Bounds) -> Self {
        let pool = Pool::new(quiz, SHEETS);
        Self { quiz, bounds: bounds.clone(), pool, edits: BTreeMap::new(), budget: BUDGET }
    }

    /// All changes so far; `None` where there are none.
    pub fn edits(&self) -> Option<Vec<Edit>> {
        let edit = |((question, number), (from, to)): (&(QuestionIx, Number), &(i16, i16))| Edit {
            question: *question,
            number: *number,
            from: *from,
            to: *to,
        };
        (!self.edits.is_empty()).then(|| self.edits.iter().map(edit).collect())
    }

    /// Draws the bounds in.
    pub fn tighten(&mut self) {
        let by = TIGHTER.min((self.bounds.max - self.bounds.min) / 8);
        self.bounds.min += by;
        self.bounds.max -= by;
    }

    /// Goes on until all drawn sheets together are within the bounds; whether they are.
    pub fn run(&mut self) -> bool {
        let mut distance = self.distance(None, SHEETS);
        for _ in 0..STEPS {
            if distance.is_none_or(|(out, _)| out == 0) {
                break;
            }
            let Some((edit, now)) = distance.and_then(|now| self.step(now)) else { break };
            self.apply(&edit);
            distance = Some(now);
        }
        let within = distance.is_some_and(|(out, _)| out == 0);
        if within {
            self.shrink();
        }
        within
    }

    /// The change that brings most for its size: first of the numbers that are there, then of those that are 0.
    fn step(&mut self, now: Distance) -> Option<(Edit, Distance)> {
        self.best(now, false).or_else(|| self.best(now, true))
    }

    fn best(&mut self, now: Distance, new: bool) -> Option<(Edit, Distance)> {
        let glance = self.distance(None, GLANCE)?;
        let mut edits = Vec::new();
        for edit in candidates(&self.pool.questions, new) {
            let then = self.distance(Some(&edit), GLANCE)?;
            edits.push((gain(glance, then, &edit), edit));
        }
        edits.sort_by(|(one, _), (other, _)| other.cmp(one));
        let mut best: Option<((bool, Gain), Edit, Distance)> = None;
        for (_, edit) in edits.into_iter().take(FINALISTS) {
            let then = self.distance(Some(&edit), SHEETS)?;
            // What does it alone goes before all that do not.
            let worth = (then.0 == 0, gain(now, then, &edit));
            if then < now && best.as_ref().is_none_or(|(most, ..)| worth > *most) && self.is_quiz(&edit) {
                best = Some((worth, edit, then));
            }
        }
        best.map(|(_, edit, then)| (edit, then))
    }

    /// Takes back of all changes what is not needed, those of the first steps first.
    fn shrink(&mut self) {
        for edit in self.edits().unwrap_or_default() {
            let middle = i16::midpoint(edit.from, edit.to);
            let nearer = edit.to + (edit.from - edit.to).signum();
            for to in [edit.from, middle, nearer] {
                let back = Edit { from: edit.to, to, ..edit };
                if to != edit.to && self.distance(Some(&back), SHEETS).is_some_and(|(out, _)| out == 0) {
                    self.apply(&back);
                    break;
                }
            }
        }
    }

    fn apply(&mut self, edit: &Edit) {
        self.pool.apply(edit);
        let number = (edit.question, edit.number);
        let (from, to) = self.edits.entry(number).or_insert((edit.from, edit.from));
        *to = edit.to;
        if from == to {
            self.edits.remove(&number);
        }
    }

    /// Whether the limits of the format allow it.
    fn is_quiz(&self, edit: &Edit) -> bool {
        let edits = self.edits().unwrap_or_default();
        edited(self.quiz, &[edits, vec![*edit]].concat()).is_some()
    }

    /// How far the first so many sheets are from the bounds with a change. `None` where the budget is spent.
    fn distance(&mut self, edit: Option<&Edit>, sheets: usize) -> Option<Distance> {
        self.budget = self.budget.checked_sub(sheets as u64)?;
        let counts = self.pool.counts(edit, sheets);
        Some(self.measure(&counts))
    }

    fn measure(&self, counts: &Counts) -> Distance {
        let (mut out, mut behind) = (0, 0);
        for ix in OutcomeIx::all(self.quiz.outcomes.len()).filter(|ix| !self.bounds.except.contains(ix)) {
            let count = counts.outcomes[ix.index()] * 10_000;
            let least = u64::from(self.bounds.least(self.quiz, ix)) * counts.sheets;
            let most = u64::from(self.bounds.max) * counts.sheets;
            out += least.saturating_sub(count) + count.saturating_sub(most);
            if count < least {
                let tracks = self.quiz.track_indexes().filter(|track| self.quiz.outcome_of(*track) == ix);
                behind += tracks.map(|track| counts.behind[track.index()]).sum::<u64>();
            }
        }
        (out, behind)
    }
}

/// What a change brings for its size.
fn gain(before: Distance, after: Distance, edit: &Edit) -> Gain {
    let per_size =
        |before: u64, after: u64| (before.cast_signed() - after.cast_signed()) / i64::from(edit.size().max(1));
    (per_size(before.0, after.0), per_size(before.1, after.1))
}
