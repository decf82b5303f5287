//! A quiz as all its sheets see it: for each question what its answers give, above the least.

use crate::Quiz;
use crate::answer_class::{answer_classes, looked_for};
use crate::legal::{self, Row, add};
use crate::quiz::{Condition, QuestionIx};

/// A question with its effects, in the order of their first answers.
pub(super) struct Asked<'a> {
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
    /// How far each track reaches here.
    pub span: Row,
}

/// All questions of a quiz, each with its effects.
pub(super) struct Sheets<'a> {
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
        let (mut least, mut span, weight) = (Row::default(), Row::default(), i32::from(question.weight));
        for track in quiz.track_indexes() {
            let range = quiz.range(ix, track);
            (least[track.index()], span[track.index()]) = (range.lo as i32, weight * range.span() as i32);
        }
        let row = |points: &Row| {
            let mut row = Row::default();
            add(&mut row, points, weight);
            add(&mut row, &least, -weight);
            row
        };
        let when = question.when.as_ref();
        Self {
            when,
            parts: when.map_or(0, |when| when.parts() as u64),
            in_conditions: !looked_for(quiz, ix).is_empty(),
            count: legal::count(question),
            rows: answer_classes.iter().map(|class| row(&class.points)).collect(),
            seen: answer_classes.iter().map(|class| class.seen).collect(),
            counts: answer_classes.iter().map(|class| class.count).collect(),
            span,
        }
    }
}
