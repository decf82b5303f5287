//! From fits to an outcome: gates and close calls; docs/scoring.md, section 5.

use crate::{CompleteAnswers, Gate, OutcomeIx, Quiz, Score, TrackIx};

/// What decided a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidedBy {
    /// The gate at this place in file order.
    Gate(usize),
    /// The two highest fits were too close to tell, or equal.
    CloseCall,
    /// One track fits best.
    Fit,
}

/// The outcome that the answers lead to, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The outcome.
    pub outcome: OutcomeIx,
    /// What decided it.
    pub decided_by: DecidedBy,
    /// The fits behind it.
    pub score: Score,
}

impl Verdict {
    /// The verdict on complete answers; for others, [`crate::Finished`] has it.
    pub(crate) fn of(quiz: &Quiz, answers: &CompleteAnswers) -> Self {
        let score = Score::of(quiz, answers);
        let holds = |gate: &Gate| gate.when.holds(quiz, answers.answers(), answers.visible(), score.fits());
        let (outcome, decided_by) = match quiz.gates.iter().position(holds) {
            Some(gate) => (quiz.gates[gate].outcome, DecidedBy::Gate(gate)),
            None => {
                let (first, second) = score.leading();
                by_fits(quiz, first, score.fits()[first.index()].gap(score.fits()[second.index()]))
            }
        };
        Self { outcome, decided_by, score }
    }
}

impl Verdict {
    /// How many of the highest fits are too close to tell, or equal: two or more in a close call.
    #[must_use]
    pub fn close(&self, quiz: &Quiz) -> usize {
        let best = self.score.fits()[self.score.leading().0.index()];
        self.score.fits().iter().filter(|fit| is_close(best.gap(**fit), quiz.margin)).count()
    }
}

/// Decides where no gate does, from the track with the highest fit and the gap between it and the next.
pub(crate) fn by_fits(quiz: &Quiz, first: TrackIx, gap: (u64, u64)) -> (OutcomeIx, DecidedBy) {
    if is_close(gap, quiz.margin) {
        return (quiz.close_call().unwrap_or_else(|| quiz.outcome_of(first)), DecidedBy::CloseCall);
    }
    (quiz.outcome_of(first), DecidedBy::Fit)
}

/// Whether a gap times 100 is below the margin, or there is none.
pub(crate) fn is_close((num, den): (u64, u64), margin: u8) -> bool {
    num == 0 || num * 100 < u64::from(margin) * den
}
