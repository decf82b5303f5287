//! From fits to an outcome: gates and close calls; docs/scoring.md, section 5.

use crate::{CompleteAnswers, Fit, Gate, OutcomeIx, Quiz, Score, TrackIx};

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
    /// The verdict on complete answers.
    #[must_use]
    pub fn of(quiz: &Quiz, answers: &CompleteAnswers) -> Self {
        let score = Score::of(quiz, answers);
        let holds = |gate: &Gate| gate.when.holds_for(quiz, answers.answers(), answers.shown(), score.fits());
        let (outcome, decided_by) = match quiz.gates.iter().position(holds) {
            Some(gate) => (quiz.gates[gate].outcome, DecidedBy::Gate(gate)),
            None => by_fits(quiz, score.fits(), score.leading()),
        };
        Self { outcome, decided_by, score }
    }
}

/// Decides where no gate does, from the fits and the two highest of them.
pub(crate) fn by_fits(quiz: &Quiz, fits: &[Fit], (first, second): (TrackIx, TrackIx)) -> (OutcomeIx, DecidedBy) {
    if is_close(fits[first.at()], fits[second.at()], quiz.margin) {
        return (quiz.close_call().unwrap_or_else(|| quiz.outcome_of(first)), DecidedBy::CloseCall);
    }
    (quiz.outcome_of(first), DecidedBy::Fit)
}

/// Whether `(first - second) * 100 < margin`, or the two are equal.
fn is_close(first: Fit, second: Fit, margin: u8) -> bool {
    let (num, den) = first.gap(second);
    num == 0 || num * 100 < u64::from(margin) * den
}
