//! Quizzes as large as quizzes get, with the answers of one reader.

use which_track_quiz::raw_answer::{self, RawAnswer};
use which_track_quiz::*;

/// A quiz with so many questions, and so many options where a kind has any. Whoever chooses the first option everywhere, or
/// ranks in file order, is as far ahead on track `t0` as can be.
pub fn large(questions: usize, options: usize, tracks: usize, kind: fn(Vec<Choice>) -> Kind) -> QuizData {
    let points = |question: usize, at: usize, track: usize| match (track, at) {
        (0, at) => 10 - at.min(10),
        (_, 0) => 2 + 6 * ((question + track) % 2),
        _ => (at * 7 + track * 5 + question * 3) % 11,
    };
    let choice = |question: usize, at: usize| Choice {
        id: format!("c{at}"),
        label: "C".to_owned(),
        reason: None,
        points: (0..tracks).map(|track| points(question, at, track) as i16).collect(),
    };
    let question = |at: usize| Question {
        id: format!("q{at}"),
        prompt: "Q".to_owned(),
        topic: None,
        help: None,
        source: None,
        weight: 1,
        optional: false,
        when: None,
        kind: kind((0..options).map(|option| choice(at, option)).collect()),
    };
    let outcome = |at| Outcome { id: format!("t{at}"), title: "T".to_owned(), summary: "S".to_owned(), action: None };
    QuizData {
        id: "large".to_owned(),
        title: "Large?".to_owned(),
        description: "Large.".to_owned(),
        lang: "en".to_owned(),
        minutes: None,
        notice: None,
        article: None,
        margin: 0,
        max_marks: 0,
        tracks: (0..tracks).map(|at| Track { id: format!("t{at}"), label: "T".to_owned() }).collect(),
        questions: (0..questions).map(question).collect(),
        gates: Vec::new(),
        outcomes: (0..=tracks).map(outcome).collect(),
        advice: Vec::new(),
        claims: Vec::new(),
        gaps: Vec::new(),
        words: None,
    }
}

/// All that apply.
pub fn multi(choices: Vec<Choice>) -> Kind {
    Kind::Multi { min: 1, max: u8::try_from(choices.len()).unwrap(), choices }
}

/// A full ranking.
pub fn rank(choices: Vec<Choice>) -> Kind {
    Kind::Rank { top: u8::try_from(choices.len()).unwrap(), choices }
}

/// The first option everywhere, and rankings in file order.
pub fn first(quiz: &Quiz) -> Finished {
    let ids: Vec<&str> = quiz.questions[0].choices().iter().map(|choice| choice.id.as_str()).collect();
    let answer = |question: &Question| match question.kind {
        Kind::Single(_) => RawAnswer::One("c0"),
        Kind::Multi { .. } => RawAnswer::Several(vec!["c0"]),
        Kind::Scale { .. } => RawAnswer::Number(0),
        Kind::Rank { .. } => RawAnswer::Several(ids.clone()),
    };
    let given: Vec<_> = quiz.questions.iter().map(|question| (question.id.as_str(), answer(question))).collect();
    Finished::of(quiz, raw_answer::read(quiz, given, []).expect("complete"))
}
