//! A reader's answers and marks as digits of a number, and back.

use crate::legal::{Lists, answer, letters};
use crate::quiz::Question;
use crate::share::digits::Number;
use crate::{Answer, Answers, CompleteAnswers, Incomplete, QuestionIx, Quiz};

/// Marks are numbered by this many answered questions at a time, so that their sets stay below 2^57.
const GROUP: usize = 50;

/// Radix and digit of each shown question, then of the marks, the first to be read first.
pub(super) fn digits(quiz: &Quiz, answers: &CompleteAnswers) -> Vec<(u64, u64)> {
    let visible = quiz.indexes().filter(|ix| answers.visible()[ix.index()]);
    let mut digits: Vec<(u64, u64)> =
        visible.map(|ix| (radix(quiz.question(ix)), digit(quiz.question(ix), answers.answer(ix)))).collect();
    let answered: Vec<QuestionIx> = answers.answered().map(|(ix, _)| ix).collect();
    let mut room = usize::from(quiz.max_marks);
    for group in answered.chunks(GROUP) {
        let marked: Vec<u8> =
            (0..).zip(group).filter(|(_, ix)| answers.answers().marked(**ix)).map(|(nth, _)| nth).collect();
        let sets = Lists::sets(group.len(), room);
        digits.push((sets.count(), sets.rank(&marked)));
        room -= marked.len();
    }
    digits
}

/// Reads back what [`digits`] has put into a number. A question is shown or not by the answers to those before it.
///
/// # Errors
/// The answers are not complete; no number makes them so.
pub(super) fn read(quiz: &Quiz, number: &mut Number) -> Result<CompleteAnswers, Incomplete> {
    let mut answers = Answers::none(quiz);
    for ix in quiz.indexes() {
        if answers.visible(quiz)[ix.index()] {
            let question = quiz.question(ix);
            answers.set(quiz, ix, nth(question, number.pop(radix(question))));
        }
    }
    let answered: Vec<QuestionIx> = quiz.indexes().filter(|ix| answers.given(*ix).is_some()).collect();
    for group in answered.chunks(GROUP) {
        let sets = Lists::sets(group.len(), usize::from(quiz.max_marks) - answers.marks());
        for place in sets.nth(number.pop(sets.count())) {
            answers.mark(quiz, group[usize::from(place)], true);
        }
    }
    answers.complete(quiz)
}

/// How many digits a question has: its legal answers, and one more before them where it can be skipped.
fn radix(question: &Question) -> u64 {
    Lists::of(question).count() + u64::from(question.optional)
}

fn digit(question: &Question, answer: Option<&Answer>) -> u64 {
    answer.map_or(0, |answer| Lists::of(question).rank(&letters(answer)) + u64::from(question.optional))
}

/// The answer that a digit stands for; `None` where it was skipped.
fn nth(question: &Question, digit: u64) -> Option<Answer> {
    let rank = digit.checked_sub(u64::from(question.optional))?;
    answer(question, &Lists::of(question).nth(rank))
}
