//! What would change a verdict: the fewest answers that, given otherwise, lead to another outcome; docs/scoring.md,
//! section 5.

mod bounds;
mod found;
mod trials;

use crate::legal;
use crate::{CompleteAnswers, Finished, QuestionIx, Quiz};
pub use found::{Change, Search};
use trials::{Candidate, Trials};

/// How many changed answers are looked for at most.
pub const MOST: usize = 3;

/// How many changed sheets a number of changed answers may have to be searched.
pub const BUDGET: u64 = 1_000_000;

/// Looks for the smallest change of answers that leads to another outcome.
///
/// Marks stay as they are, a skipped question stays skipped, and a change that shows a required question without an
/// answer does not count.
#[must_use]
pub fn search(quiz: &Quiz, finished: &Finished) -> Search {
    let answers = finished.answers();
    let most = sizes(answers.answered().map(|(question, _)| others(quiz, question)));
    let mut trials = Trials::new(quiz, answers, finished.verdict());
    let change = if most == 0 { None } else { within(&mut trials, answers, most) };
    let searched = change.as_ref().map_or(most, |change| change.answers.len());
    Search { change, searched }
}

/// How many other answers a question has than the one given.
pub(crate) fn others(quiz: &Quiz, question: QuestionIx) -> u64 {
    legal::count(quiz.question(question)) - 1
}

/// How many changed answers are within the budget, where the answered questions have so many others.
pub(crate) fn sizes(others: impl Iterator<Item = u64>) -> usize {
    sheets(others).into_iter().take_while(|sheets| *sheets <= BUDGET).count()
}

/// How many changed sheets there are with one, two and three changed answers: the sum of products over all sets of so
/// many questions.
pub(crate) fn sheets(others: impl Iterator<Item = u64>) -> [u64; MOST] {
    let mut sheets = [1, 0, 0, 0];
    for others in others {
        for size in (1..=MOST).rev() {
            let more = others.saturating_mul(sheets[size - 1]);
            sheets[size] = more.saturating_add(sheets[size]);
        }
    }
    let [_, one, two, three] = sheets;
    [one, two, three]
}

/// Looks for changes of up to so many answers, the fewest first.
fn within(trials: &mut Trials<'_>, answers: &CompleteAnswers, most: usize) -> Option<Change> {
    let mut candidates = Vec::new();
    for (question, answer) in answers.answered().filter(|(question, _)| others(trials.quiz, *question) > 0) {
        let candidate = [trials.candidate(question, answer)];
        let found = trials.run(&candidate, &[0]).or_else(|| trials.finish(&candidate));
        if found.is_some() {
            return found;
        }
        // Where one is all that can be searched, the other answers may be too many to be held together.
        candidates.extend(candidate.into_iter().filter(|_| most > 1));
    }
    (2..=most).find_map(|size| {
        let found = sets(trials, &candidates, &mut Vec::new(), size);
        found.or_else(|| trials.finish(&candidates))
    })
}

/// Runs all sets of so many more candidates, in the order of their places.
fn sets(trials: &mut Trials<'_>, candidates: &[Candidate], set: &mut Vec<usize>, more: usize) -> Option<Change> {
    if more == 0 {
        return trials.run(candidates, set);
    }
    let from = set.last().map_or(0, |last| last + 1);
    (from..candidates.len()).find_map(|place| {
        set.push(place);
        let found = sets(trials, candidates, set, more - 1);
        set.pop();
        found
    })
}
