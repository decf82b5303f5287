//! What answers without reading give: the same option of every question, and a leaning toward the first or the last.

use num_bigint::BigUint;

use super::Share;
use super::sheets::Sheets;
use super::trials::Trials;
use crate::legal::{self, Lists};
use crate::quiz::{Kind, Question, QuestionIx};
use crate::{Answer, Answers, Finished, Quiz};

/// How many sheets are drawn of readers who lean to one side.
pub(super) const LEANING: u32 = 50_000;

/// A way to answer every question without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// The option at this place, counted from 0, and the last where there are fewer; of a scale, the step at this place
    /// from its low end; of a ranking, this option first and then the others in file order.
    Option(u8),
    /// The last option; of a ranking, all options in reverse order.
    Last,
    /// As many options as may be chosen, and elsewhere the first.
    Most,
}

/// What a habit leads to.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The habit.
    pub habit: Habit,
    /// The result.
    pub finished: Finished,
}

/// Every habit that this quiz can be answered with, and what it leads to. One whose answers are those of the last option
/// everywhere is that habit.
pub(super) fn answered(quiz: &Quiz) -> Vec<Answered> {
    let letters = |question: &Question| Lists::of(question).letters;
    let most = quiz.questions.iter().map(letters).max().unwrap_or(0);
    let several = quiz.questions.iter().any(|question| matches!(question.kind, Kind::Multi { max: 2.., .. }));
    let last = finished(quiz, Habit::Last);
    let habits = (0..most).map(|place| Habit::Option(place as u8)).chain([Habit::Last]);
    let habits = habits.chain(several.then_some(Habit::Most));
    let answered = habits.filter_map(|habit| Some(Answered { habit, finished: finished(quiz, habit)? }));
    answered.filter(|answered| answered.habit == Habit::Last || Some(&answered.finished) != last.as_ref()).collect()
}

/// The result of whoever chooses the first option everywhere.
pub(crate) fn answered_first(quiz: &Quiz) -> Option<Finished> {
    finished(quiz, Habit::Option(0))
}

fn finished(quiz: &Quiz, habit: Habit) -> Option<Finished> {
    let mut answers = Answers::none(quiz);
    for ix in quiz.indexes() {
        answers.replace(ix, answer(quiz.question(ix), habit)?);
    }
    Some(Finished::of(quiz, answers.complete(quiz).ok()?))
}

/// What somebody with this habit answers.
fn answer(question: &Question, habit: Habit) -> Option<Answer> {
    let Lists { letters, sizes, ordered } = Lists::of(question);
    let place = match habit {
        Habit::Option(place) => usize::from(place).min(letters - 1),
        Habit::Last => letters - 1,
        Habit::Most => 0,
    };
    let size = if habit == Habit::Most { *sizes.end() } else { (*sizes.start()).max(1) };
    let others = (0..letters).filter(|other| *other != place);
    let backward = habit == Habit::Last;
    let others: Vec<usize> = if backward { others.rev().collect() } else { others.collect() };
    let mut list: Vec<u8> = [place].into_iter().chain(others).take(size).map(|letter| letter as u8).collect();
    if !ordered {
        list.sort_unstable();
    }
    legal::answer(question, &list)
}

/// The shares of outcomes among readers who give, at every second question or so, the answer of a habit, and elsewhere
/// any.
pub(super) fn leaning(sheets: &Sheets<'_>, habit: Habit) -> Option<Vec<Share>> {
    let quiz = sheets.quiz;
    let effect =
        |ix: QuestionIx| sheets.asked[ix.index()].index().effect_of(quiz, ix, &answer(quiz.question(ix), habit)?);
    let habitual: Vec<usize> = quiz.indexes().map(effect).collect::<Option<_>>()?;
    let (mut trials, mut effects) = (Trials::new(sheets), habitual.clone());
    for _ in 0..LEANING {
        for (question, effect) in effects.iter_mut().enumerate() {
            let any = trials.draw(question);
            let leans = trials.numbers.below(2) == 0;
            *effect = if leans { habitual[question] } else { trials.effect(question, any) };
        }
        trials.push(&effects);
    }
    let mut counts = vec![0u32; quiz.outcomes.len()];
    trials.take().iter().for_each(|outcome| counts[outcome.index()] += 1);
    let share = |count: u32| Share { num: BigUint::from(count), den: BigUint::from(LEANING) };
    Some(counts.into_iter().map(share).collect())
}
