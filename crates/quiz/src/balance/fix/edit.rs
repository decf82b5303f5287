//! One whole number of a quiz that decides scoring, and its change.

use crate::quiz::{ChoiceIx, Kind, Question, QuestionIx, QuizData, TrackIx};
use crate::{Quiz, limits};

/// A whole number of a quiz that decides scoring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// The weight of a question.
    Weight,
    /// What one step of a scale gives a track.
    Step(TrackIx),
    /// What an option gives a track.
    Option(ChoiceIx, TrackIx),
}

/// A number that becomes another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The question that it belongs to.
    pub question: QuestionIx,
    /// Which number.
    pub number: Number,
    /// What it was ...
    pub from: i16,
    /// ... and what it becomes.
    pub to: i16,
}

impl Edit {
    /// How large the change is.
    pub(super) fn size(&self) -> u32 {
        u32::from(self.from.abs_diff(self.to))
    }

    /// Makes the change.
    pub(super) fn apply(&self, question: &mut Question) {
        if let Number::Weight = self.number {
            question.weight = self.to as u8;
        } else if let Some(points) = points(question, self.number) {
            *points = self.to;
        }
    }
}

/// Where points stand in a question.
fn points(question: &mut Question, number: Number) -> Option<&mut i16> {
    match (number, &mut question.kind) {
        (Number::Step(track), Kind::Scale { points, .. }) => points.get_mut(track.index()),
        (
            Number::Option(choice, track),
            Kind::Single(choices) | Kind::Multi { choices, .. } | Kind::Rank { choices, .. },
        ) => choices.get_mut(choice.index())?.points.get_mut(track.index()),
        _ => None,
    }
}

/// The quiz with the changes made, where it still is one.
pub(super) fn edited(quiz: &Quiz, edits: &[Edit]) -> Option<Quiz> {
    let mut data = QuizData::clone(quiz);
    for edit in edits {
        edit.apply(&mut data.questions[edit.question.index()]);
    }
    Quiz::try_from(data).ok()
}

/// Changes of one number each, small ones first. What gives points goes on to give some, and what takes some to take
/// some; with `new`, numbers that are 0 become others, and no others do.
pub(super) fn candidates(questions: &[Question], new: bool) -> Vec<Edit> {
    let of = |(ix, question): (QuestionIx, &Question)| {
        let numbers = numbers(question);
        let largest = numbers.iter().skip(1).map(|(_, value)| value.abs()).max().unwrap_or(1).max(1);
        let edit = move |number, from, to| Edit { question: ix, number, from, to };
        let of_number = move |(number, from): (Number, i16)| {
            let to = if new { others_of_zero(largest) } else { others(number, from, largest) };
            let suits = (from == 0) == new && !(new && number == Number::Weight);
            to.into_iter().filter(move |_| suits).map(move |to| edit(number, from, to))
        };
        numbers.into_iter().flat_map(of_number).collect::<Vec<Edit>>()
    };
    let counting = QuestionIx::all(questions.len()).zip(questions).filter(|(_, question)| question.weight > 0);
    let mut edits: Vec<Edit> = counting.flat_map(of).collect();
    edits.sort_by_key(Edit::size);
    edits
}

/// All numbers of a question, its weight first.
fn numbers(question: &Question) -> Vec<(Number, i16)> {
    let weight = (Number::Weight, i16::from(question.weight));
    let tracks = |points: &[i16]| TrackIx::all(points.len()).zip(points.to_vec());
    let points: Vec<(Number, i16)> = match &question.kind {
        Kind::Scale { points, .. } => tracks(points).map(|(track, value)| (Number::Step(track), value)).collect(),
        Kind::Single(choices) | Kind::Multi { choices, .. } | Kind::Rank { choices, .. } => {
            let of = |(ix, points): (ChoiceIx, Vec<(TrackIx, i16)>)| {
                points.into_iter().map(move |(track, value)| (Number::Option(ix, track), value))
            };
            let choices = ChoiceIx::all(choices.len()).zip(choices);
            choices.map(|(ix, choice)| (ix, tracks(&choice.points).collect())).flat_map(of).collect()
        }
    };
    [weight].into_iter().chain(points).collect()
}

/// What a number may become: one, two or three more or less, and larger steps where points are large.
fn others(number: Number, from: i16, largest: i16) -> Vec<i16> {
    let (least, most) = match number {
        Number::Weight => (1, i16::from(limits::HUNDRED)),
        _ if from > 0 => (1, *limits::POINTS.end()),
        _ => (*limits::POINTS.start(), -1),
    };
    let mut steps =
        if number == Number::Weight { vec![1, 2, 3] } else { vec![1, 2, 3, largest / 4, largest / 2, largest] };
    steps.retain(|step| *step > 0);
    steps.sort_unstable();
    steps.dedup();
    let around = steps.into_iter().flat_map(|step| [from - step, from + step]);
    around.filter(|to| (least..=most).contains(to)).collect()
}

fn others_of_zero(largest: i16) -> Vec<i16> {
    let mut others = vec![1, -1];
    others.extend([largest / 2, -(largest / 2)].into_iter().filter(|to| to.abs() > 1));
    others
}
