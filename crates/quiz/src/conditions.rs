//! All conditions of a quiz, and what they name: for what goes through a quiz before anybody answers it.

use crate::quiz::{Condition, Matches, QuestionIx, QuizData};

impl QuizData {
    /// Every condition, wherever it stands.
    pub(crate) fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let advice = self.advice.iter().flat_map(|advice| advice.when.iter().chain(&advice.first));
        let claims = self.claims.iter().filter_map(|claim| claim.when.as_ref());
        self.deciding().chain(advice).chain(claims)
    }

    /// Those that decide about questions and outcomes.
    pub(crate) fn deciding(&self) -> impl Iterator<Item = &Condition> {
        let questions = self.questions.iter().filter_map(|question| question.when.as_ref());
        questions.chain(self.gates.iter().map(|gate| &gate.when))
    }
}

impl Condition {
    /// The questions that the condition names, with what it looks for.
    pub(crate) fn names(&self) -> Vec<(QuestionIx, &Matches)> {
        match self {
            Self::Is(question, matches) => vec![(*question, matches)],
            Self::All(inner) | Self::Any(inner) => inner.iter().flat_map(Self::names).collect(),
            Self::Not(inner) => inner.names(),
            Self::Leads(_) | Self::Below(..) | Self::AtLeast(..) => Vec::new(),
        }
    }

    /// How many parts the condition has.
    pub(crate) fn parts(&self) -> usize {
        self.own_parts()
            + match self {
                Self::All(inner) | Self::Any(inner) => inner.iter().map(Self::parts).sum(),
                Self::Not(inner) => inner.parts(),
                _ => 0,
            }
    }
}
