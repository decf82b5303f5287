//! How many legal answers a question has.

use crate::Step;
use crate::quiz::{Kind, Question};

/// How many legal answers the question has.
pub(crate) fn count(question: &Question) -> u64 {
    let choices = question.choices().len() as u64;
    match &question.kind {
        Kind::Single(_) => choices,
        Kind::Multi { min, max, .. } => (u64::from(*min)..=u64::from(*max)).map(|size| binomial(choices, size)).sum(),
        Kind::Scale { .. } => Step::ALL.len() as u64,
        Kind::Rank { top, .. } => {
            (0..u64::from(*top)).map(|place| choices.saturating_sub(place)).fold(1, u64::saturating_mul)
        }
    }
}

/// How many sets of `size` there are among `all`.
pub(super) fn binomial(all: u64, size: u64) -> u64 {
    if size > all { 0 } else { (0..size).fold(1, |product, i| product * (all - i) / (i + 1)) }
}
