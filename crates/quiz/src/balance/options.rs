//! Options that nobody gains by.

use crate::Quiz;
use crate::answer_class::looked_for;
use crate::quiz::{ChoiceIx, Kind, Question, QuestionIx};

/// An option that does little or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdleOption {
    /// Its question.
    pub question: QuestionIx,
    /// The option.
    pub choice: ChoiceIx,
    /// Why.
    pub why: Idle,
}

/// Why nobody gains by an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// No track gets more by it than the least that the question can give.
    NoGain,
    /// Another one gives the same points.
    SameAs(ChoiceIx),
    /// Another one gives no track less, and some more.
    LessThan(ChoiceIx),
}

/// All such options that no gate and no `when` tells from the others of their question.
pub(super) fn idle(quiz: &Quiz) -> Vec<IdleOption> {
    let of = |ix: QuestionIx| {
        let (question, looked_for) = (quiz.question(ix), looked_for(quiz, ix));
        let free = move |choice: &ChoiceIx| looked_for.iter().all(|sought| sought >> choice.0 & 1 == 0);
        let found = move |choice| Some(IdleOption { question: ix, choice, why: why(question, choice)? });
        ChoiceIx::all(question.choices().len()).filter(free).filter_map(found)
    };
    quiz.indexes().filter(|ix| quiz.question(*ix).weight > 0).flat_map(of).collect()
}

fn why(question: &Question, choice: ChoiceIx) -> Option<Idle> {
    let choices = question.choices();
    let points = &choices[choice.index()].points;
    if let Kind::Multi { .. } = question.kind {
        // Options add up: one that others equal still gives its own.
        return points.iter().all(|points| *points <= 0).then_some(Idle::NoGain);
    }
    if choices.iter().all(|other| no_more(points, &other.points)) {
        return Some(Idle::NoGain);
    }
    let same = |other: &ChoiceIx| *other < choice && choices[other.index()].points == *points;
    let more =
        |other: &ChoiceIx| choices[other.index()].points != *points && no_more(points, &choices[other.index()].points);
    let all = || ChoiceIx::all(choices.len());
    all().find(same).map(Idle::SameAs).or_else(|| all().find(more).map(Idle::LessThan))
}

/// Whether these points give no track more than the others.
fn no_more(points: &[i16], others: &[i16]) -> bool {
    points.iter().zip(others).all(|(own, other)| own <= other)
}
