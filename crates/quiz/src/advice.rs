//! Which advice and which claims belong to a result, and in what order.

use crate::quiz::{Advice, AdviceKind, Claim, Condition, OutcomeIx};
use crate::{Finished, Quiz};

impl Finished {
    /// The advice of one kind that belongs to this result: what comes `first` before the rest, both in file order.
    #[must_use]
    pub fn advice<'q>(&self, quiz: &'q Quiz, kind: AdviceKind) -> Vec<&'q Advice> {
        let belongs =
            |advice: &&Advice| advice.kind == kind && self.belongs(quiz, &advice.outcomes, advice.when.as_ref());
        let first = |advice: &&Advice| advice.first.as_ref().is_some_and(|first| self.meets(quiz, first));
        let (mut before, after): (Vec<_>, Vec<_>) = quiz.advice.iter().filter(belongs).partition(first);
        before.extend(after);
        before
    }

    /// The claims that belong to this result, in file order.
    #[must_use]
    pub fn claims<'q>(&self, quiz: &'q Quiz) -> Vec<&'q Claim> {
        quiz.claims.iter().filter(|claim| self.belongs(quiz, &claim.outcomes, claim.when.as_ref())).collect()
    }

    fn belongs(&self, quiz: &Quiz, outcomes: &[OutcomeIx], when: Option<&Condition>) -> bool {
        (outcomes.is_empty() || outcomes.contains(&self.outcome())) && when.is_none_or(|when| self.meets(quiz, when))
    }
}
