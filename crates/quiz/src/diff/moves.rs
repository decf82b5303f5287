//! From which outcomes to which others the same answers lead.
//!
//! A sheet answers the questions of both quizzes: what is asked in both is answered once, and what only the new one asks
//! in any way. Where there are few sheets, all are gone through; else some are drawn.

use std::collections::BTreeMap;

use num_bigint::BigUint;

use super::matching::{Matched, Matching};
use crate::balance::{Share, Sheets, SplitMix, Trials};
use crate::quiz::{Question, QuestionIx};
use crate::{Answer, Quiz, legal};

/// How many sheets are gone through at most.
const MOST: u64 = 400_000;

/// How many are drawn where there are more.
pub const SAMPLE: u32 = 200_000;

/// Where outcomes go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moves {
    /// Whether all sheets were gone through, rather than some drawn.
    pub exact: bool,
    /// For each old outcome, the share of sheets that lead to it and then to each new one ...
    pub matrix: Vec<Vec<Share>>,
    /// ... and the share on which the new quiz asks for an answer again: the one that was given is gone.
    pub again: Vec<Share>,
}

/// Answers to a question, of which each does one thing in the old quiz and one in the new.
struct Joint {
    old: Option<usize>,
    new: Option<usize>,
    cases: Vec<Case>,
}

/// How many answers have these effects. What cannot be answered so in the new quiz has none there.
struct Case {
    old: usize,
    new: Option<usize>,
    count: u32,
}

impl Moves {
    /// The share of sheets that lead to the same outcome in both quizzes.
    #[must_use]
    pub fn stays(&self, ids: &Matching) -> Share {
        let stays = self.matrix.iter().zip(&ids.outcomes.places);
        let stays: Vec<&Share> = stays.filter_map(|(row, place)| place.map(|place| &row[place])).collect();
        let den = self.again.first().map_or(BigUint::from(1u32), |share| share.den.clone());
        Share { num: stays.iter().map(|share| &share.num).sum(), den }
    }

    pub(super) fn of(old: &Quiz, new: &Quiz, ids: &Matching) -> Self {
        let (sheets, after) = (Sheets::new(old), Sheets::new(new));
        let joints = joints((&sheets, &after), ids);
        let mut counting = Counting::new(&sheets, &after, &joints);
        let cases = joints.iter().try_fold(1u64, |all, joint| all.checked_mul(joint.cases.len() as u64));
        let sizes = joints
            .iter()
            .try_fold(1u128, |all, joint| all.checked_mul(joint.cases.iter().map(|case| u128::from(case.count)).sum()));
        let exact = cases.is_some_and(|cases| cases <= MOST) && sizes.is_some();
        if exact {
            counting.all(0, 1)
        } else {
            counting.draw()
        }
        counting.moves(exact)
    }
}

/// What both quizzes ask.
fn joints((old, new): (&Sheets<'_>, &Sheets<'_>), ids: &Matching) -> Vec<Joint> {
    let of_old = |ix: QuestionIx| {
        let asked = &old.asked[ix.index()];
        let Some((other, options)) = ids.question(ix) else {
            let case = |(effect, count): (usize, &u32)| Case { old: effect, new: None, count: *count };
            let cases = asked.counts.iter().enumerate().map(case).collect();
            return Joint { old: Some(ix.index()), new: None, cases };
        };
        let (before, after) = (old.quiz.question(ix), new.quiz.question(other));
        let (index, index_after) = (asked.index(), new.asked[other.index()].index());
        let mut counts: BTreeMap<(Option<usize>, Option<usize>), u32> = BTreeMap::new();
        for answer in legal::all(before) {
            let carried = carried(before, after, options, &answer);
            let effect = carried.and_then(|answer| index_after.effect_of(new.quiz, other, &answer));
            *counts.entry((index.effect_of(old.quiz, ix, &answer), effect)).or_default() += 1;
        }
        let case = |((old, new), count): ((Option<usize>, Option<usize>), u32)| Some(Case { old: old?, new, count });
        Joint { old: Some(ix.index()), new: Some(other.index()), cases: counts.into_iter().filter_map(case).collect() }
    };
    let fresh = |ix: &QuestionIx| ids.options.iter().all(|(_, new, _)| new != ix);
    let of_new = |ix: QuestionIx| {
        let case = |(effect, count): (usize, &u32)| Case { old: 0, new: Some(effect), count: *count };
        let cases = new.asked[ix.index()].counts.iter().enumerate().map(case).collect();
        Joint { old: None, new: Some(ix.index()), cases }
    };
    old.quiz.indexes().map(of_old).chain(new.quiz.indexes().filter(fresh).map(of_new)).collect()
}

/// An answer to the old question as one to the new, where it still is one.
fn carried(old: &Question, new: &Question, options: &Matched, answer: &Answer) -> Option<Answer> {
    let same_kind = std::mem::discriminant(&old.kind) == std::mem::discriminant(&new.kind);
    let answer = match answer {
        Answer::One(choice) => Answer::One(options.choice(*choice)?),
        Answer::Set(set) => Answer::Set(
            set.iter().map(|choice| options.choice(choice)).collect::<Option<Vec<_>>>()?.into_iter().collect(),
        ),
        Answer::Step(step) => Answer::Step(*step),
        Answer::Order(order) => {
            Answer::Order(order.iter().map(|choice| options.choice(*choice)).collect::<Option<_>>()?)
        }
    };
    (same_kind && new.accepts(&answer)).then_some(answer)
}

/// Goes through sheets, and counts where they lead.
struct Counting<'a> {
    joints: &'a [Joint],
    old: Trials<'a>,
    new: Trials<'a>,
    effects: (Vec<usize>, Vec<usize>),
    /// Which questions of the new quiz have an answer that is gone.
    lost: Vec<bool>,
    /// Of the sheets that have been taken up and not counted yet: how much each weighs, and whether an answer is gone.
    open: Vec<(u128, bool)>,
    matrix: Vec<Vec<u128>>,
    again: Vec<u128>,
}

impl<'a> Counting<'a> {
    fn new(old: &'a Sheets<'a>, new: &'a Sheets<'a>, joints: &'a [Joint]) -> Self {
        let (before, after) = (old.quiz.outcomes.len(), new.quiz.outcomes.len());
        Self {
            joints,
            old: Trials::new(old),
            new: Trials::new(new),
            effects: (vec![0; old.asked.len()], vec![0; new.asked.len()]),
            lost: vec![false; new.asked.len()],
            open: Vec::new(),
            matrix: vec![vec![0; after]; before],
            again: vec![0; before],
        }
    }

    /// Goes through all cases of the questions from a place on; those before weigh so much.
    fn all(&mut self, place: usize, weight: u128) {
        let Some(joint) = self.joints.get(place) else { return self.sheet(weight) };
        for case in &joint.cases {
            self.choose(joint, case);
            self.all(place + 1, weight * u128::from(case.count));
        }
    }

    fn draw(&mut self) {
        let picks = |joint: &Joint| -> Vec<usize> {
            joint
                .cases
                .iter()
                .enumerate()
                .flat_map(|(case, Case { count, .. })| (0..*count).map(move |_| case))
                .collect()
        };
        let picks: Vec<Vec<usize>> = self.joints.iter().map(picks).collect();
        let mut numbers = SplitMix::start();
        for _ in 0..SAMPLE {
            for (joint, picks) in self.joints.iter().zip(&picks) {
                let case = picks[numbers.below(picks.len() as u64) as usize];
                self.choose(joint, &joint.cases[case]);
            }
            self.sheet(1);
        }
    }

    fn choose(&mut self, joint: &Joint, case: &Case) {
        if let Some(old) = joint.old {
            self.effects.0[old] = case.old;
        }
        if let Some(new) = joint.new {
            self.effects.1[new] = case.new.unwrap_or(0);
            self.lost[new] = case.new.is_none();
        }
    }

    fn sheet(&mut self, weight: u128) {
        self.old.push(&self.effects.0);
        self.new.push(&self.effects.1);
        let again = self.lost.iter().zip(&self.new.visible).any(|(lost, visible)| *lost && *visible);
        self.open.push((weight, again));
        if self.open.len() >= 1 << 12 {
            self.count();
        }
    }

    fn count(&mut self) {
        let outcomes = self.old.take().into_iter().zip(self.new.take());
        for ((old, new), (weight, again)) in outcomes.zip(std::mem::take(&mut self.open)) {
            let slot = if again { &mut self.again[old.index()] } else { &mut self.matrix[old.index()][new.index()] };
            *slot += weight;
        }
    }

    fn moves(mut self, exact: bool) -> Moves {
        self.count();
        let all: u128 = self.matrix.iter().flatten().chain(&self.again).sum();
        let share = |weight: &u128| Share { num: BigUint::from(*weight), den: BigUint::from(all) };
        Moves {
            exact,
            matrix: self.matrix.iter().map(|row| row.iter().map(share).collect()).collect(),
            again: self.again.iter().map(share).collect(),
        }
    }
}
