//! How long looking for a change takes where it takes longest: `cargo run --release -p which-track-quiz --example search`.
//! Not part of the tests, which count sheets rather than time.
#![allow(clippy::disallowed_types, reason = "an example may look at the clock")]

use std::time::Instant;

use which_track_quiz::change::search;
use which_track_quiz::*;

#[path = "../tests/support/large.rs"]
#[allow(dead_code, reason = "tests use more of it")]
mod large;

use large::{first, large};

/// A quiz of questions with so many options each, on so many tracks. Whoever chooses the first option everywhere is so
/// far ahead on track `t0` that no three changes lead elsewhere.
fn quiz(questions: usize, options: usize, tracks: u8, gates: Vec<Gate>) -> QuizData {
    let mut parts = large(questions, options, tracks.into(), Kind::Single);
    for question in &mut parts.questions {
        let Kind::Single(choices) = &mut question.kind else { continue };
        for (at, choice) in choices.iter_mut().enumerate() {
            choice.points[0] = if at == 0 { 10 } else { at as i16 % 3 };
        }
    }
    QuizData { gates, ..parts }
}

/// The same with full rankings, which have 40,320 answers each.
fn ranked(parts: QuizData) -> QuizData {
    let rank = |question: &Question| Question {
        kind: Kind::Rank { choices: question.choices().to_vec(), top: 8 },
        ..question.clone()
    };
    QuizData { questions: parts.questions.iter().map(rank).collect(), ..parts }
}

/// The same where each of the first two questions decides about some of the others.
fn hiding(mut parts: QuizData) -> QuizData {
    for (at, question) in parts.questions.iter_mut().enumerate().skip(2) {
        let hides = |decider: &u8| at * 7 % (usize::from(*decider) + 2) % 2 == 0;
        let first = |decider| Condition::Is(QuestionIx(decider), Matches::Choices(vec![ChoiceIx(0)]));
        let visible: Vec<Condition> = (0..2).filter(hides).map(first).collect();
        question.when = Some(Condition::All(visible)).filter(|when| *when != Condition::All(Vec::new()));
    }
    parts
}

/// Gates that look at every fit near where it is, in so many parts altogether, and never hold.
fn gates(parts: usize, tracks: u8, percents: &[u8]) -> Vec<Gate> {
    let never = |at: usize| {
        let track = TrackIx(u8::try_from(at % usize::from(tracks - 1)).unwrap_or(0) + 1);
        let percent = percents[track.index()] + u8::try_from(at / 12 % 2).unwrap_or(0);
        let near = Condition::AtLeast(track, percent.min(100));
        let far = Condition::Below(track, percent.saturating_sub(1));
        Condition::All(vec![near, far, Condition::Leads(track)])
    };
    let gate = |from: usize, count: usize| Gate {
        when: Condition::Any((from..from + count).map(never).collect()),
        outcome: OutcomeIx(tracks),
    };
    (0..(parts / 4).div_ceil(40)).map(|at| gate(at * 40, 40.min(parts / 4 - at * 40))).collect()
}

fn measure(name: &str, parts: QuizData) {
    let quiz = &Quiz::try_from(parts).expect("a quiz");
    let finished = first(quiz);
    let once = || {
        let begun = Instant::now();
        let found = search(quiz, &finished);
        (begun.elapsed().as_millis(), found)
    };
    let Some((took, found)) = (0..5).map(|_| once()).min_by_key(|(took, _)| *took) else { return };
    let change = found.change.map_or("none".to_owned(), |change| format!("{} answers", change.answers.len()));
    println!("{name:<44} {:>4} ms, {} searched, {change}", took, found.searched);
}

/// The whole percentages of the fits of somebody who chose the first option everywhere.
fn percents(parts: QuizData) -> Vec<u8> {
    let quiz = Quiz::try_from(parts).expect("a quiz");
    first(&quiz).percents()
}

fn main() {
    for (questions, options, tracks) in
        [(60, 5, 2), (46, 5, 12), (91, 3, 2), (91, 3, 12), (100, 2, 12), (19, 11, 12), (10, 20, 12)]
    {
        let near = percents(quiz(questions, options, tracks, Vec::new()));
        for parts in [0, 40, 200, 396] {
            let name = format!("{questions} questions of {options}, {tracks} tracks, {parts} parts");
            measure(&name, quiz(questions, options, tracks, gates(parts, tracks, &near)));
        }
    }
    let near = percents(ranked(quiz(24, 8, 12, Vec::new())));
    measure("24 rankings of 8, 12 tracks, 0 parts", ranked(quiz(24, 8, 12, Vec::new())));
    measure("24 rankings of 8, 12 tracks, 396 parts", ranked(quiz(24, 8, 12, gates(396, 12, &near))));
    let near = percents(quiz(91, 3, 12, Vec::new()));
    measure("91 questions of 3 that hide others, 0 parts", hiding(quiz(91, 3, 12, Vec::new())));
    measure("91 questions of 3 that hide others, 40 parts", hiding(quiz(91, 3, 12, gates(40, 12, &near))));
}
