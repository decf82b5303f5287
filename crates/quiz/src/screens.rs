//! Every screen of a quiz as a saved session, for authors who look at them without answering.

use crate::{Answers, CompleteAnswers, Finished, OutcomeIx, QuestionIx, Quiz, Session, legal};

/// How many sheets are tried. A screen that none of them leads to is one that hardly anybody sees.
const TRIED: u64 = 5_000;

/// Saved sessions, as [`Session::resume`] takes them up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screens {
    /// At each question, with all before it answered. Of the first, an empty text: nothing is saved there.
    pub questions: Vec<Option<String>>,
    /// At the review.
    pub review: Option<String>,
    /// At the verdict, for each outcome.
    pub outcomes: Vec<Option<String>>,
}

impl Screens {
    /// The screens of a quiz: each with the first of a fixed row of sheets that leads to it.
    #[must_use]
    pub fn of(quiz: &Quiz) -> Self {
        let (questions, outcomes) = (vec![None; quiz.questions.len()], vec![None; quiz.outcomes.len()]);
        let mut screens = Self { questions, review: None, outcomes };
        for sheet in (0..TRIED).filter_map(|number| sheet(quiz, number)) {
            screens.add(quiz, sheet);
            if screens.questions.iter().chain(&screens.outcomes).all(Option::is_some) {
                break;
            }
        }
        screens
    }

    /// Adds those that a sheet leads to.
    fn add(&mut self, quiz: &Quiz, sheet: CompleteAnswers) {
        for (ix, saved) in quiz.indexes().zip(&mut self.questions).filter(|(_, saved)| saved.is_none()) {
            *saved = sheet.visible()[ix.index()].then(|| at_question(quiz, sheet.answers(), ix));
        }
        if self.review.is_none() {
            self.review = Some(Session::Reviewing(sheet.answers().clone()).save(quiz));
        }
        let finished = Finished::of(quiz, sheet);
        let OutcomeIx(outcome) = finished.outcome();
        let saved = &mut self.outcomes[usize::from(outcome)];
        if saved.is_none() {
            *saved = Some(Session::Finished(finished).save(quiz));
        }
    }
}

/// A session at a question, with the answers to those before it.
fn at_question(quiz: &Quiz, answers: &Answers, question: QuestionIx) -> String {
    let mut before = answers.clone();
    quiz.indexes().filter(|ix| *ix >= question).for_each(|ix| before.set(quiz, ix, None));
    if before.is_empty() {
        return String::new();
    }
    Session::asking(quiz, before, Some(question)).save(quiz)
}

/// One of a fixed row of sheets: first the one with the first answer to everything.
fn sheet(quiz: &Quiz, number: u64) -> Option<CompleteAnswers> {
    let mut answers = Answers::none(quiz);
    for ix in quiz.indexes() {
        let question = quiz.question(ix);
        let place = mixed(number, u64::from(ix.0)) % legal::count(question);
        let answer = legal::nth(question, if number == 0 { 0 } else { place });
        answer.into_iter().for_each(|answer| answers.replace(ix, answer));
    }
    answers.complete(quiz).ok()
}

/// The finishing steps of SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine, in no order.
fn mixed(sheet: u64, question: u64) -> u64 {
    let number = (sheet << 8 | question).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
