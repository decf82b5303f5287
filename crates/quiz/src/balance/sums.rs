//! Sums of points with their weights, and what one more question makes of them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::budget::Budget;
use super::sheets::Sheets;
use super::tally::MOST_STATES;
use super::weight::Weight;
use crate::legal::{Row, add};

/// The sums of all tracks, packed, and how much the sheets with them weigh.
#[derive(Clone, Copy)]
pub(super) struct State<const K: usize, const W: usize> {
    pub key: [u64; K],
    pub weight: Weight<W>,
}

impl<const K: usize, const W: usize> State<K, W> {
    /// Nothing is answered yet.
    pub fn start() -> Self {
        Self { key: [0; K], weight: Weight::of(1) }
    }

    fn with(&self, other: &Self) -> Self {
        Self { key: sum(&self.key, &other.key), weight: self.weight.product(&other.weight) }
    }
}

/// Keys add up word by word: no sum is too large for its place.
fn sum<const K: usize>(one: &[u64; K], other: &[u64; K]) -> [u64; K] {
    std::array::from_fn(|word| one[word] + other[word])
}

/// Where each track's sum stands in a key: the word, and by how many bits it is shifted.
pub(super) struct Packing {
    pub words: usize,
    places: Vec<(usize, u32, u64)>,
}

impl Packing {
    /// Places as wide as each track reaches, none of them across words.
    pub fn new(sheets: &Sheets<'_>) -> Self {
        let mut spans = Row::default();
        sheets.asked.iter().for_each(|asked| add(&mut spans, &asked.span, 1));
        let (mut words, mut shift) = (1, 0);
        let place = |span: &i32| {
            let bits = i32::BITS - span.leading_zeros();
            if shift + bits > u64::BITS {
                (words, shift) = (words + 1, 0);
            }
            shift += bits;
            (words - 1, shift - bits, (1 << bits) - 1)
        };
        let places = spans[..sheets.quiz.tracks.len()].iter().map(place).collect();
        Self { words, places }
    }

    pub fn pack<const K: usize>(&self, row: &Row) -> [u64; K] {
        let mut key = [0; K];
        self.places
            .iter()
            .zip(row)
            .for_each(|((word, shift, _), sum)| key[*word] += u64::from(sum.unsigned_abs()) << shift);
        key
    }

    pub fn unpack<const K: usize>(&self, key: &[u64; K]) -> Row {
        let mut row = Row::default();
        row.iter_mut()
            .zip(&self.places)
            .for_each(|(sum, (word, shift, mask))| *sum = (key[*word] >> shift & mask) as i32);
        row
    }
}

/// Up to so many lists are merged by looking at all their heads.
const FEW: usize = 24;

/// All sums of one of each list, by size; both lists are. `None` where that takes more than the budget.
pub(super) fn convolve<const K: usize, const W: usize>(
    one: &[State<K, W>],
    other: &[State<K, W>],
    budget: &mut Budget,
) -> Option<Vec<State<K, W>>> {
    let (few, many) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let each = if few.len() <= FEW { 1 + few.len() as u64 / 8 } else { 8 };
    budget.spend(few.len() as u64 * many.len() as u64 * each)?;
    let mut merge = Merge::new(few, many);
    let mut sums: Vec<State<K, W>> = Vec::new();
    while let Some(next) = merge.next() {
        match sums.last_mut() {
            Some(last) if last.key == next.key => last.weight.add(&next.weight),
            _ => {
                if sums.len() == sums.capacity() {
                    budget.lends((sums.len() * 2 + many.len()) * size_of::<State<K, W>>())?;
                }
                sums.push(next);
            }
        }
    }
    sums.shrink_to_fit();
    (sums.len() as u64 <= MOST_STATES).then_some(sums)
}

/// The sums of a few states with each of many, in order: as many lists, of which the least head is next.
struct Merge<'a, const K: usize, const W: usize> {
    few: &'a [State<K, W>],
    many: &'a [State<K, W>],
    /// How far each list has been gone through, and its head.
    heads: Vec<(usize, [u64; K])>,
    /// The heads by size, where there are more than [`FEW`].
    heap: BinaryHeap<Reverse<([u64; K], usize)>>,
}

impl<'a, const K: usize, const W: usize> Merge<'a, K, W> {
    fn new(few: &'a [State<K, W>], many: &'a [State<K, W>]) -> Self {
        let head = |state: &State<K, W>| sum(&state.key, &many[0].key);
        let heads: Vec<(usize, [u64; K])> = few.iter().map(|state| (0, head(state))).collect();
        let heaped = heads.iter().enumerate().filter(|_| few.len() > FEW);
        let heap = heaped.map(|(list, (_, head))| Reverse((*head, list))).collect();
        Self { few, many, heads, heap }
    }

    /// The list with the least head.
    fn least(&mut self) -> Option<usize> {
        if self.few.len() > FEW {
            return self.heap.pop().map(|Reverse((_, list))| list);
        }
        let mut least = None;
        let mut key = [u64::MAX; K];
        for (list, (index, head)) in self.heads.iter().enumerate() {
            if *head <= key && *index < self.many.len() {
                (least, key) = (Some(list), *head);
            }
        }
        least
    }

    fn next(&mut self) -> Option<State<K, W>> {
        let list = self.least()?;
        let (index, head) = &mut self.heads[list];
        let found = State { key: *head, weight: self.few[list].with(&self.many[*index]).weight };
        *index += 1;
        if let Some(next) = self.many.get(*index) {
            *head = sum(&self.few[list].key, &next.key);
            if self.few.len() > FEW {
                self.heap.push(Reverse((*head, list)));
            }
        }
        Some(found)
    }
}
