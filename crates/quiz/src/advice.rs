//! Which advice and which claims belong to a result, and in what order.

use crate::quiz::{Advice, AdviceKind, Claim, Condition, OutcomeIx};
use crate::{CompleteAnswers, Quiz, Verdict};

/// A verdict on complete answers, to be asked what belongs to it.
#[derive(Clone, Copy, Debug)]
pub struct Ending<'a> {
    /// The quiz.
    pub quiz: &'a Quiz,
    /// The answers.
    pub answers: &'a CompleteAnswers,
    /// The verdict on them.
    pub verdict: &'a Verdict,
}

impl<'a> Ending<'a> {
    /// The advice of one kind that belongs to this ending: what comes `first` before the rest, both in file order.
    #[must_use]
    pub fn advice(&self, kind: AdviceKind) -> Vec<&'a Advice> {
        let belongs = |advice: &&Advice| advice.kind == kind && self.belongs(&advice.outcomes, advice.when.as_ref());
        let first = |advice: &&Advice| advice.first.as_ref().is_some_and(|first| self.holds(first));
        let (mut before, after): (Vec<_>, Vec<_>) = self.quiz.advice.iter().filter(belongs).partition(first);
        before.extend(after);
        before
    }

    /// The claims that belong to this ending, in file order.
    #[must_use]
    pub fn claims(&self) -> Vec<&'a Claim> {
        self.quiz.claims.iter().filter(|claim| self.belongs(&claim.outcomes, claim.when.as_ref())).collect()
    }

    fn belongs(&self, outcomes: &[OutcomeIx], when: Option<&Condition>) -> bool {
        (outcomes.is_empty() || outcomes.contains(&self.verdict.outcome)) && when.is_none_or(|when| self.holds(when))
    }

    fn holds(&self, condition: &Condition) -> bool {
        condition.holds(self.quiz, self.answers, self.verdict)
    }
}
