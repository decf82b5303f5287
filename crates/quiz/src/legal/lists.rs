//! The place of an answer among all legal ones, and the answer at a place, without going through them.
//!
//! Their order: choices in file order, steps from low to high, small sets before large ones, and sets and rankings of a
//! size in the order of a dictionary whose letters are the choices. Every answer is a list of different letters, counted from 0: the choice or the
//! step, the chosen in file order, the ranked from first place on.

use std::ops::RangeInclusive;

use super::count::binomial;
use crate::quiz::{Kind, Question};
use crate::{Answer, ChoiceIx, Step};

/// Lists of different letters: short ones before long ones, lists of one length in the order of a dictionary.
pub(crate) struct Lists {
    /// How many letters there are.
    pub letters: usize,
    /// How long the lists are; never longer than there are letters.
    pub sizes: RangeInclusive<usize>,
    /// Whether letters may come in any order (rankings) or only ascending (sets).
    pub ordered: bool,
}

impl Lists {
    /// Those of at most `max` letters, ascending.
    pub fn sets(letters: usize, max: usize) -> Self {
        Self { letters, sizes: 0..=max.min(letters), ordered: false }
    }

    /// Those that are the legal answers of a question.
    pub fn of(question: &Question) -> Self {
        let (sizes, ordered) = match question.kind {
            Kind::Single(_) | Kind::Scale { .. } => (1..=1, false),
            Kind::Multi { min, max, .. } => (min.into()..=max.into(), false),
            Kind::Rank { top, .. } => (top.into()..=top.into(), true),
        };
        let letters = if question.choices().is_empty() { Step::ALL.len() } else { question.choices().len() };
        Self { letters, sizes, ordered }
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.sizes.clone().map(|size| self.ways(self.letters, size)).sum()
    }

    /// How many of these come before the list.
    pub fn rank(&self, list: &[u8]) -> u64 {
        let shorter = (*self.sizes.start()..list.len()).map(|size| self.ways(self.letters, size));
        let earlier = |place: usize| (0..list[place]).map(move |next| self.beginning(&list[..place], next, list.len()));
        shorter.sum::<u64>() + (0..list.len()).flat_map(earlier).sum::<u64>()
    }

    /// The list with this rank, which is below `count`.
    pub fn nth(&self, mut rank: u64) -> Vec<u8> {
        // Whether it is one of the next `some`; where not, those are behind us.
        let mut within = |some: u64| {
            let within = rank < some;
            rank -= if within { 0 } else { some };
            within
        };
        let size = self.sizes.clone().find(|size| within(self.ways(self.letters, *size))).unwrap_or(0);
        let mut list = Vec::new();
        for _ in 0..size {
            let next = (0..self.letters as u8).find(|next| within(self.beginning(&list, *next, size)));
            list.extend(next);
        }
        list
    }

    /// How many lists of a size there are with some of the letters.
    fn ways(&self, letters: usize, size: usize) -> u64 {
        let (letters, size) = (letters as u64, size as u64);
        if self.ordered { (0..size).map(|place| letters - place).product() } else { binomial(letters, size) }
    }

    /// How many lists of a size begin with this shorter one and then `next`.
    fn beginning(&self, list: &[u8], next: u8, size: usize) -> u64 {
        let (follows, taken) = if self.ordered {
            (!list.contains(&next), list.len())
        } else {
            (list.last().is_none_or(|last| *last < next), usize::from(next))
        };
        if follows { self.ways(self.letters - 1 - taken, size - 1 - list.len()) } else { 0 }
    }
}

/// The letters of an answer.
pub(crate) fn letters(answer: &Answer) -> Vec<u8> {
    match answer {
        Answer::One(choice) => vec![choice.0],
        Answer::Set(set) => set.iter().map(|choice| choice.0).collect(),
        Answer::Step(step) => vec![step.value().abs_diff(Step::ALL[0].value())],
        Answer::Order(order) => order.iter().map(|choice| choice.0).collect(),
    }
}

/// The answer to a question with these letters.
pub(crate) fn answer(question: &Question, letters: &[u8]) -> Option<Answer> {
    let mut choices = letters.iter().copied().map(ChoiceIx);
    match question.kind {
        Kind::Single(_) => choices.next().map(Answer::One),
        Kind::Multi { .. } => Some(Answer::Set(choices.collect())),
        Kind::Scale { .. } => choices.next().and_then(|step| Step::ALL.get(step.index()).copied()).map(Answer::Step),
        Kind::Rank { .. } => Some(Answer::Order(choices.collect())),
    }
}
