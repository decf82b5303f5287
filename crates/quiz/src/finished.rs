//! A finished reader: complete answers with the verdict on them. Whatever comes after the verdict takes this.

use crate::quiz::{Condition, OutcomeIx};
use crate::{CompleteAnswers, Quiz, Verdict};

/// Complete answers with the verdict on them, worked out once. Made by [`Finished::of`] alone, so that whatever is shown
/// or shared of a result has been scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    answers: CompleteAnswers,
    verdict: Verdict,
}

impl Finished {
    /// Works out the verdict on complete answers to the quiz.
    #[must_use]
    pub fn of(quiz: &Quiz, answers: CompleteAnswers) -> Self {
        let verdict = Verdict::of(quiz, &answers);
        Self { answers, verdict }
    }

    /// The answers.
    #[must_use]
    pub fn answers(&self) -> &CompleteAnswers {
        &self.answers
    }

    /// The verdict on them.
    #[must_use]
    pub fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// The outcome of the verdict.
    #[must_use]
    pub fn outcome(&self) -> OutcomeIx {
        self.verdict.outcome
    }

    /// For each track, in file order, how well it fits: a whole percentage, 0 to 100.
    #[must_use]
    pub fn percents(&self) -> Vec<u8> {
        self.verdict.score.fits().iter().map(|fit| fit.percent()).collect()
    }

    /// Whether a condition holds for this result.
    #[must_use]
    pub fn meets(&self, quiz: &Quiz, condition: &Condition) -> bool {
        condition.holds(quiz, self.answers.answers(), self.answers.visible(), self.verdict.score.fits())
    }
}
