//! An answer in the author's words.

use crate::quiz::{Choice, Kind, Question};
use crate::{Answer, ChoiceIx, Step};

/// An answer as it can be shown to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerText<'a> {
    /// The labels of what was chosen, in file order, or in the reader's order for a ranking.
    Labels(Vec<&'a str>),
    /// A step between the words at the two ends.
    Between {
        /// The words at -2.
        low: &'a str,
        /// The words at 2.
        high: &'a str,
        /// The step.
        step: Step,
    },
}

impl Question {
    /// The answer in words.
    #[must_use]
    pub fn answer_text<'a>(&'a self, answer: &Answer) -> AnswerText<'a> {
        match (&self.kind, answer) {
            (Kind::Scale { low, high, .. }, Answer::Step(step)) => AnswerText::Between { low, high, step: *step },
            _ => AnswerText::Labels(self.chosen_ones(answer).into_iter().map(|choice| choice.label.as_str()).collect()),
        }
    }

    /// The answer as statements about the reader, where the author wrote any: of each choice, of the first in rank, or
    /// of the side of a scale.
    #[must_use]
    pub fn statements<'a>(&'a self, answer: &Answer) -> Vec<&'a str> {
        let reason = |choice: &'a Choice| choice.reason.as_deref();
        match (&self.kind, answer) {
            (Kind::Scale { low_reason, high_reason, .. }, Answer::Step(step)) => {
                let side = match step.value() {
                    ..0 => low_reason,
                    0 => &None,
                    1.. => high_reason,
                };
                side.as_deref().into_iter().collect()
            }
            (Kind::Rank { .. }, _) => self.chosen_ones(answer).into_iter().take(1).filter_map(reason).collect(),
            _ => self.chosen_ones(answer).into_iter().filter_map(reason).collect(),
        }
    }

    fn chosen_ones(&self, answer: &Answer) -> Vec<&Choice> {
        let choice = |choice: ChoiceIx| self.choices().get(choice.index());
        match answer {
            Answer::One(one) => choice(*one).into_iter().collect(),
            Answer::Set(set) => set.iter().filter_map(choice).collect(),
            Answer::Order(order) => order.iter().copied().filter_map(choice).collect(),
            Answer::Step(_) => Vec::new(),
        }
    }
}
