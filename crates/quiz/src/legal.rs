//! The legal answers of a question: how many there are, and all of them in a fixed order.

use crate::quiz::{Kind, Question};
use crate::{Answer, ChoiceIx, ChoiceSet, Step};

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
pub(crate) fn binomial(all: u64, size: u64) -> u64 {
    if size > all { 0 } else { (0..size).fold(1, |product, i| product * (all - i) / (i + 1)) }
}

/// All legal answers: choices in file order, steps from low to high, small sets before large ones, and sets and
/// rankings of a size in the order of a dictionary whose letters are the choices.
pub(crate) fn all(question: &Question) -> Vec<Answer> {
    let choices = question.choices().len();
    match &question.kind {
        Kind::Single(_) => ChoiceIx::all(choices).map(Answer::One).collect(),
        Kind::Scale { .. } => Step::ALL.into_iter().map(Answer::Step).collect(),
        Kind::Multi { min, max, .. } => (usize::from(*min)..=usize::from(*max))
            .flat_map(|size| arrangements(choices, size, |last, next| last < next))
            .map(|set| Answer::Set(ChoiceSet::from_iter(set)))
            .collect(),
        Kind::Rank { top, .. } => {
            arrangements(choices, usize::from(*top), |_, _| true).into_iter().map(Answer::Order).collect()
        }
    }
}

/// Lists of `size` different choices in which each may follow the one before it, in dictionary order.
fn arrangements(choices: usize, size: usize, follows: fn(ChoiceIx, ChoiceIx) -> bool) -> Vec<Vec<ChoiceIx>> {
    (0..size).fold(vec![Vec::new()], |lists, _| {
        lists
            .into_iter()
            .flat_map(|list: Vec<ChoiceIx>| {
                ChoiceIx::all(choices).filter_map(move |next| {
                    let fits = !list.contains(&next) && list.last().is_none_or(|last| follows(*last, next));
                    fits.then(|| [list.as_slice(), &[next]].concat())
                })
            })
            .collect()
    })
}
