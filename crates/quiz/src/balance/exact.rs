//! The exact way: every answer to a question that conditions name, and the convolved points of all others.

use std::collections::BTreeMap;

use super::budget::Budget;
use super::sheets::Sheets;
use super::sums::{Packing, State, convolve};
use super::tally::{MOST_STATES, Tally, Totals};
use super::weight::Weight;
use crate::batch::{Batch, SHEETS};
use crate::condition::Sheet;
use crate::legal::{Row, add};
use crate::quiz::QuestionIx;

/// Adds up all sheets. `None` where that takes more than the budget.
pub(super) fn totals(sheets: &Sheets<'_>, budget: Budget) -> Option<Totals> {
    let packing = Packing::new(sheets);
    let all = sheets.asked.iter().fold(num_bigint::BigUint::from(1u32), |all, asked| all * asked.count);
    let limbs = all.bits().div_ceil(64);
    match packing.words {
        1 => in_limbs::<1>(sheets, packing, budget, limbs),
        2 => in_limbs::<2>(sheets, packing, budget, limbs),
        _ => in_limbs::<6>(sheets, packing, budget, limbs),
    }
}

fn in_limbs<const K: usize>(sheets: &Sheets<'_>, packing: Packing, budget: Budget, limbs: u64) -> Option<Totals> {
    match limbs {
        0 | 1 => Exact::<K, 1>::new(sheets, packing, budget).totals(),
        2 => Exact::<K, 2>::new(sheets, packing, budget).totals(),
        3 | 4 => Exact::<K, 4>::new(sheets, packing, budget).totals(),
        5..=8 => Exact::<K, 8>::new(sheets, packing, budget).totals(),
        _ => Exact::<K, 25>::new(sheets, packing, budget).totals(),
    }
}

/// A way through the questions that conditions name: what is answered to them, and which questions are shown.
#[derive(Default)]
struct Path {
    /// For each question: whether it is shown, and what is seen of its answer.
    visible: Vec<bool>,
    seen: Vec<u32>,
    /// The questions that conditions name and that are shown, each with an effect.
    picks: Vec<(usize, usize)>,
}

/// How much the sums of all questions that no condition names weigh.
type Sums<const K: usize, const W: usize> = Vec<State<K, W>>;

struct Exact<'a, const K: usize, const W: usize> {
    sheets: &'a Sheets<'a>,
    packing: Packing,
    budget: Budget,
    /// The questions that a way goes through: conditions name them, or decide whether they are shown.
    order: Vec<usize>,
    /// For each way to show questions, the sums of those that no condition names.
    sums: BTreeMap<Vec<bool>, Sums<K, W>>,
}

impl<'a, const K: usize, const W: usize> Exact<'a, K, W> {
    fn new(sheets: &'a Sheets<'a>, packing: Packing, budget: Budget) -> Self {
        let order = (0..sheets.asked.len())
            .filter(|index| sheets.asked[*index].in_conditions || sheets.asked[*index].when.is_some());
        Self { order: order.collect(), sheets, packing, budget, sums: BTreeMap::new() }
    }

    fn totals(mut self) -> Option<Totals> {
        let count = self.sheets.asked.len();
        let path = || Path { visible: vec![true; count], seen: vec![0; count], picks: Vec::new() };
        let always = self.always()?;
        let mut states = 0;
        self.each_path(0, &mut path(), &mut |exact, path| {
            if !exact.sums.contains_key(&path.visible) {
                let sums = exact.further(&always, &path.visible)?;
                exact.sums.insert(path.visible.clone(), sums);
            }
            states += exact.sums[&path.visible].len() as u64;
            (states <= MOST_STATES).then_some(())
        })?;
        let mut adding = Adding {
            tally: Tally::new(self.sheets.quiz),
            batch: Batch::new(self.sheets.quiz),
            weights: [Weight::of(0); SHEETS],
        };
        self.each_path(0, &mut path(), &mut |exact, path| adding.add(exact, path))?;
        adding.tally.add(&mut adding.batch, &adding.weights)?;
        Some(adding.tally.totals())
    }

    /// Calls `visit` with every way through the questions from a place in the order on, until it says no.
    fn each_path(
        &mut self,
        place: usize,
        path: &mut Path,
        visit: &mut dyn FnMut(&mut Self, &Path) -> Option<()>,
    ) -> Option<()> {
        let Some(index) = self.order.get(place).copied() else {
            self.budget.spend(1)?;
            return visit(self, path);
        };
        let asked = &self.sheets.asked[index];
        self.budget.spend(1 + asked.parts)?;
        let seen = |ix: QuestionIx| path.seen[ix.index()];
        path.visible[index] = asked.when.is_none_or(|when| when.on(&Sheet { seen: &seen, fits: &[] }) != 0);
        if !asked.in_conditions || !path.visible[index] {
            path.seen[index] = 0;
            return self.each_path(place + 1, path, visit);
        }
        for class in 0..asked.rows.len() {
            path.seen[index] = asked.seen[class];
            path.picks.push((index, class));
            self.each_path(place + 1, path, visit)?;
            path.picks.pop();
        }
        Some(())
    }

    /// The sums of the questions that are always shown and that no condition names, those with many effects first:
    /// what comes last is gone through for all sums before.
    fn always(&mut self) -> Option<Sums<K, W>> {
        let mut free: Vec<usize> = (0..self.sheets.asked.len()).filter(|index| !self.order.contains(index)).collect();
        free.sort_by_key(|index| std::cmp::Reverse(self.sheets.asked[*index].rows.len()));
        free.into_iter().try_fold(vec![State::start()], |sums, index| self.with(&sums, index))
    }

    /// The same with the questions that are shown on some ways. A hidden question weighs as much as all its answers.
    fn further(&mut self, always: &Sums<K, W>, visible: &[bool]) -> Option<Sums<K, W>> {
        let mut sums = always.clone();
        for index in self.order.clone() {
            if !visible[index] {
                self.budget.spend(sums.len() as u64)?;
                let all = self.sheets.asked[index].count;
                sums.iter_mut().for_each(|state| state.weight = state.weight.times(all));
            } else if !self.sheets.asked[index].in_conditions {
                sums = self.with(&sums, index)?;
            }
        }
        self.budget.hold(sums.len() * size_of::<State<K, W>>())?;
        Some(sums)
    }

    fn with(&mut self, sums: &[State<K, W>], index: usize) -> Option<Sums<K, W>> {
        let asked = &self.sheets.asked[index];
        let class =
            |(row, count): (&Row, &u32)| State { key: self.packing.pack(row), weight: Weight::of(u64::from(*count)) };
        let mut classes: Sums<K, W> = asked.rows.iter().zip(&asked.counts).map(class).collect();
        classes.sort_unstable_by_key(|state| state.key);
        convolve(sums, &classes, &mut self.budget)
    }
}

/// Adds up the sheets of ways, a batch at a time.
struct Adding<'a, const W: usize> {
    tally: Tally<W>,
    batch: Batch<'a>,
    weights: [Weight<W>; SHEETS],
}

impl<const W: usize> Adding<'_, W> {
    /// Adds all sheets that go this way.
    fn add<const K: usize>(&mut self, exact: &mut Exact<'_, K, W>, path: &Path) -> Option<()> {
        let asked = &exact.sheets.asked;
        let (mut sums, mut spans, mut weight) = (Row::default(), Row::default(), Weight::of(1));
        for (index, class) in &path.picks {
            add(&mut sums, &asked[*index].rows[*class], 1);
            weight = weight.times(u64::from(asked[*index].counts[*class]));
        }
        asked
            .iter()
            .zip(&path.visible)
            .filter(|(_, visible)| **visible)
            .for_each(|(asked, _)| add(&mut spans, &asked.span, 1));
        let mut states = exact.sums[&path.visible].as_slice();
        while !states.is_empty() {
            let from = self.batch.len;
            let (some, rest) = states.split_at(states.len().min(SHEETS - from));
            for state in some {
                let sheet = self.batch.len;
                self.batch.sums[sheet] = exact.packing.unpack(&state.key);
                add(&mut self.batch.sums[sheet], &sums, 1);
                self.batch.spans[sheet] = spans;
                self.weights[sheet] = state.weight.product(&weight);
                self.batch.len += 1;
            }
            let new = self.batch.all() & !((1 << from) - 1);
            exact.order.iter().for_each(|index| self.batch.see(*index, new, path.seen[*index]));
            if self.batch.len == SHEETS {
                self.tally.add(&mut self.batch, &self.weights)?;
            }
            states = rest;
        }
        Some(())
    }
}
