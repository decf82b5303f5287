//! The legal answers of a question: how many there are, the one at a place, and all of them in a fixed order.

mod count;
mod lists;

use crate::limits;
use crate::quiz::{Kind, Question};
use crate::{Answer, Step};
pub(crate) use count::count;
pub(crate) use lists::{Lists, answer, letters};

/// The legal answer at a place in their order, counted from 0.
pub(crate) fn nth(question: &Question, place: u64) -> Option<Answer> {
    answer(question, &Lists::of(question).nth(place))
}

/// All legal answers, in their order.
#[cfg(feature = "author")]
pub(crate) fn all(question: &Question) -> impl Iterator<Item = Answer> {
    (0..count(question)).filter_map(|place| nth(question, place))
}

/// Points for each track, in file order; nothing for the tracks that a quiz does not have.
pub(crate) type Row = [i32; *limits::TRACKS.end()];

/// Adds some times a row to another.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn add(row: &mut Row, other: &Row, times: i32) {
    row.iter_mut().zip(other).for_each(|(sum, points)| *sum += times * points);
}

/// Calls `visit` with what a condition sees of each legal answer (see [`Answer::seen`]) and with its points, in the order
/// of answers.
pub(crate) fn each(question: &Question, visit: &mut dyn FnMut(u32, &Row)) {
    let lists = Lists::of(question);
    let points: Vec<Row> = (0..lists.letters).map(|letter| question.row(letter)).collect();
    for size in lists.sizes.clone() {
        Walk { lists: &lists, points: &points, size, visit }.on(0, 0, 0, &Row::default());
    }
}

/// Goes through all lists of a size, letter by letter.
struct Walk<'a> {
    lists: &'a Lists,
    points: &'a [Row],
    size: usize,
    visit: &'a mut dyn FnMut(u32, &Row),
}

impl Walk<'_> {
    /// Goes on from a list of so many letters, which are those in `taken`.
    fn on(&mut self, length: usize, taken: u32, seen: u32, row: &Row) {
        if length == self.size {
            return (self.visit)(seen, row);
        }
        let (left, ordered) = (self.size - length, self.lists.ordered);
        for letter in 0..self.lists.letters {
            let bit = 1 << letter;
            if taken >> letter & 1 == 1 || (!ordered && taken >> letter != 0) {
                continue;
            }
            let mut row = *row;
            // The first of `size` places counts `size` times, the last one once.
            add(&mut row, &self.points[letter], if ordered { left as i32 } else { 1 });
            let seen = if ordered && length > 0 { seen } else { seen | bit };
            self.on(length + 1, taken | bit, seen, &row);
        }
    }
}

impl Question {
    /// What a letter of an answer gives each track: a choice its points, a step of a scale its own times the question's.
    fn row(&self, letter: usize) -> Row {
        let (points, times) = match &self.kind {
            Kind::Scale { points, .. } => (points, letter as i32 - i32::from(Step::ALL[4].value())),
            _ => (&self.choices()[letter].points, 1),
        };
        let mut row = Row::default();
        row.iter_mut().zip(points).for_each(|(sum, points)| *sum = times * i32::from(*points));
        row
    }
}
