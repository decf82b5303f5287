//! Which questions can be shown together: those of a way through the quiz that leaves most to be answered.

use super::possible::{Looks, seen};
use crate::condition::Sheet;
use crate::quiz::{Condition, Matches, QuestionIx};
use crate::{Answer, Quiz, change};

/// The questions of a way through the quiz with the most ways to change its answers. All questions, where there are too
/// many ways to go through.
pub(super) fn most_answers(quiz: &Quiz, looks: &Looks) -> Vec<QuestionIx> {
    let answers: Option<Vec<Vec<u32>>> = quiz.indexes().map(|ix| answers(quiz, ix, looks)).collect();
    let ways = answers.and_then(|answers| {
        let seen = vec![0; quiz.questions.len()];
        let mut ways = Ways { quiz, looks, answers, seen, visible: Vec::new(), most: Vec::new() };
        ways.go(0).map(|()| ways.most)
    });
    ways.unwrap_or_else(|| quiz.indexes().collect())
}

/// What is seen of answers to a question that show and hide different questions; of any answer, where none does.
fn answers(quiz: &Quiz, ix: QuestionIx, looks: &Looks) -> Option<Vec<u32>> {
    let whens = quiz.questions.iter().filter_map(|question| question.when.as_ref());
    let names = whens.flat_map(Condition::names).filter(|(named, _)| *named == ix);
    let matches: Vec<&Matches> = names.map(|(_, matches)| matches).collect();
    if matches.is_empty() {
        return Some(vec![0]);
    }
    let optional = quiz.question(ix).optional;
    let answers = seen(quiz.question(ix), &matches, looks)?.into_iter().filter(|answer| answer.is_some() || optional);
    Some(answers.map(|answer| answer.as_ref().map_or(0, Answer::seen)).collect())
}

struct Ways<'a> {
    quiz: &'a Quiz,
    looks: &'a Looks,
    /// For each question, what may be seen of its answers.
    answers: Vec<Vec<u32>>,
    /// What conditions see of the answers on this way.
    seen: Vec<u32>,
    visible: Vec<QuestionIx>,
    most: Vec<QuestionIx>,
}

impl Ways<'_> {
    /// Goes on from a question in all ways. `None` where that takes too many looks.
    fn go(&mut self, place: usize) -> Option<()> {
        let Some(ix) = self.quiz.indexes().nth(place) else {
            self.end();
            return Some(());
        };
        let when = self.quiz.question(ix).when.as_ref();
        self.looks.take(1 + when.map_or(0, |when| when.names().len())).then_some(())?;
        let seen = |ix: QuestionIx| self.seen[ix.index()];
        if when.is_some_and(|when| when.on(&Sheet { seen: &seen, fits: &[] }) == 0) {
            self.seen[place] = 0;
            return self.go(place + 1);
        }
        self.visible.push(ix);
        for nth in 0..self.answers[place].len() {
            self.seen[place] = self.answers[place][nth];
            self.go(place + 1)?;
        }
        self.visible.pop();
        Some(())
    }

    fn end(&mut self) {
        let sheets = |visible: &[QuestionIx]| {
            let [one, two, three] = change::sheets(visible.iter().map(|ix| change::others(self.quiz, *ix)));
            (three, two, one)
        };
        if sheets(&self.visible) > sheets(&self.most) {
            self.most.clone_from(&self.visible);
        }
    }
}
