//! What an answer does to a result, and the legal answers of a question grouped by that.

use std::collections::BTreeMap;

use crate::quiz::{Condition, Matches, QuestionIx};
use crate::{Answer, Quiz, legal};

/// Answers to one question that nothing tells apart: the same points, and the same to every gate and `when`.
#[derive(Clone, Debug)]
pub(crate) struct Effect {
    /// The first such answer, in the order of [`legal::all`].
    pub answer: Answer,
    /// How many such answers there are.
    pub count: u64,
    /// What each gives each track, before weights.
    pub points: Vec<i64>,
}

/// The effects that the legal answers to a question have, in the order of their first answers.
pub(crate) fn effects(quiz: &Quiz, ix: QuestionIx) -> Vec<Effect> {
    let question = quiz.question(ix);
    let named = named(quiz, ix);
    let mut places = BTreeMap::new();
    let mut effects: Vec<Effect> = Vec::new();
    for answer in legal::all(question) {
        let points: Vec<i64> = quiz.track_indexes().map(|track| question.points(&answer, track)).collect();
        let truths: Vec<bool> = named.iter().map(|matches| matches.has(&answer)).collect();
        let place = *places.entry((points.clone(), truths)).or_insert(effects.len());
        match effects.get_mut(place) {
            Some(effect) => effect.count += 1,
            None => effects.push(Effect { answer, count: 1, points }),
        }
    }
    effects
}

/// What gates and `when` conditions look for in a question's answer.
pub(crate) fn named(quiz: &Quiz, ix: QuestionIx) -> Vec<&Matches> {
    let whens = quiz.questions.iter().filter_map(|question| question.when.as_ref());
    let gates = quiz.gates.iter().map(|gate| &gate.when);
    let names = whens.chain(gates).flat_map(Condition::names);
    names.filter(|(question, _)| *question == ix).map(|(_, matches)| matches).collect()
}
