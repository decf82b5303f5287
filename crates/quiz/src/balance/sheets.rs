//! A quiz as all its sheets see it: for each question what its answers give, above the least.

use std::collections::BTreeMap;

use crate::answer_class::{answer_classes, looked_for};
use crate::legal::{self, Row, add};
use crate::quiz::{Condition, QuestionIx};
use crate::{Answer, Quiz};

/// A question with its effects, in the order of their first answers.
pub(crate) struct Asked<'a> {
    pub when: Option<&'a Condition>,
    /// How many parts that condition has.
    pub parts: u64,
    /// Whether conditions look at the answer.
    pub in_conditions: bool,
    /// How many legal answers there are.
    pub count: u64,
    /// Of each effect, what it gives each track above the least, with its weight ...
    pub rows: Vec<Row>,
    /// ... what conditions see of it, and how many answers have it.
    pub seen: Vec<u32>,
    pub counts: Vec<u32>,
    /// What conditions look for in the answer.
    looked_for: Vec<u32>,
    /// How far each track reaches here.
    pub span: Row,
}

/// All questions of a quiz, each with its effects.
pub(crate) struct Sheets<'a> {
    pub quiz: &'a Quiz,
    pub asked: Vec<Asked<'a>>,
}

impl<'a> Sheets<'a> {
    pub fn new(quiz: &'a Quiz) -> Self {
        Self { quiz, asked: quiz.indexes().map(|ix| Asked::new(quiz, ix)).collect() }
    }

    /// Questions of which no answer makes a difference.
    pub fn idle(&self) -> Vec<QuestionIx> {
        let idle = |ix: &QuestionIx| {
            let asked = &self.asked[ix.index()];
            asked.counts.len() == 1 || (self.quiz.question(*ix).weight == 0 && !asked.in_conditions)
        };
        self.quiz.indexes().filter(idle).collect()
    }
}

impl<'a> Asked<'a> {
    fn new(quiz: &'a Quiz, ix: QuestionIx) -> Self {
        let (question, answer_classes) = (quiz.question(ix), answer_classes(quiz, ix));
        let (mut span, weight) = (Row::default(), i32::from(question.weight));
        for track in quiz.track_indexes() {
            span[track.index()] = weight * quiz.range(ix, track).span() as i32;
        }
        let when = question.when.as_ref();
        let looked_for = looked_for(quiz, ix);
        Self {
            when,
            parts: when.map_or(0, |when| when.parts() as u64),
            in_conditions: !looked_for.is_empty(),
            looked_for,
            count: legal::count(question),
            rows: answer_classes.iter().map(|class| above(quiz, ix, &class.points)).collect(),
            seen: answer_classes.iter().map(|class| class.seen).collect(),
            counts: answer_classes.iter().map(|class| class.count).collect(),
            span,
        }
    }

    /// Of each legal answer, counted by effect, which effect it has; nothing where each has its own.
    pub fn picks(&self) -> Vec<u32> {
        if self.rows.len() as u64 == self.count {
            return Vec::new();
        }
        (0..).zip(&self.counts).flat_map(|(effect, count)| (0..*count).map(move |_| effect)).collect()
    }

    /// The effects by what they are.
    pub fn index(&self) -> Index<'_> {
        let of = |effect: usize| (self.key(&self.rows[effect], self.seen[effect]), effect);
        Index { asked: self, effects: (0..self.rows.len()).map(of).collect() }
    }

    /// What tells effects apart.
    fn key(&self, row: &Row, seen: u32) -> Key {
        (*row, self.looked_for.iter().map(|sought| seen & sought != 0).collect())
    }
}

/// Points, and whether each thing that conditions look for is seen.
type Key = (Row, Vec<bool>);

/// Finds the effect of an answer to a question.
pub(crate) struct Index<'a> {
    asked: &'a Asked<'a>,
    effects: BTreeMap<Key, usize>,
}

impl Index<'_> {
    /// The effect that an answer has.
    pub fn effect_of(&self, quiz: &Quiz, ix: QuestionIx, answer: &Answer) -> Option<usize> {
        let mut points = Row::default();
        for track in quiz.track_indexes() {
            points[track.index()] = quiz.question(ix).points(answer, track) as i32;
        }
        self.effects.get(&self.asked.key(&above(quiz, ix, &points), answer.seen())).copied()
    }
}

/// Points of an answer above the least of each track, with the question's weight.
fn above(quiz: &Quiz, ix: QuestionIx, points: &Row) -> Row {
    let (mut row, weight) = (Row::default(), i32::from(quiz.question(ix).weight));
    add(&mut row, points, weight);
    quiz.track_indexes().for_each(|track| row[track.index()] -= weight * quiz.range(ix, track).lo as i32);
    row
}
