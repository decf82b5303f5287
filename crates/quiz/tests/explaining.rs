//! Reasons, what would change it, closeness and balance against slow and plain ways to the same answers.

mod support;

use num_bigint::BigUint;
use proptest::prelude::*;
use support::large::{first, large, multi, rank};
use support::{all_sheets, complete, legal, quiz, sheet};
use which_track_quiz::balance::Balance;
use which_track_quiz::change::{self, BUDGET, Change, Search};
use which_track_quiz::{
    Answer, Choice, ChoiceIx, CompleteAnswers, Condition, Finished, Fit, Gate, Kind, Matches, OutcomeIx, QuestionIx,
    Quiz, QuizData, TrackIx, closeness, explain,
};

/// Tries every change of one question, then of two, then of three, in file order, as far as the budget goes.
fn plain_search(quiz: &Quiz, finished: &Finished) -> Search {
    let (from, answers) = (finished.outcome(), finished.answers());
    let answered: Vec<QuestionIx> = answers.answered().map(|(ix, _)| ix).collect();
    let sets = |size: usize| {
        let mut sets: Vec<Vec<QuestionIx>> = vec![Vec::new()];
        for _ in 0..size {
            sets = sets
                .iter()
                .flat_map(|set| {
                    let after = set.last().copied();
                    answered
                        .iter()
                        .filter(move |ix| after.is_none_or(|after| **ix > after))
                        .map(|ix| [set.as_slice(), &[*ix]].concat())
                        .collect::<Vec<_>>()
                })
                .collect();
        }
        sets
    };
    let others = |ix: &QuestionIx| legal(quiz.question(*ix)).len() as u64 - 1;
    let sheets = |size: usize| sets(size).iter().map(|set| set.iter().map(others).product::<u64>()).sum::<u64>();
    let mut searched = 0;
    for size in (1..=3).take_while(|size| sheets(*size) <= BUDGET) {
        searched = size;
        let change = sets(size).into_iter().find_map(|set| plain_try(quiz, answers, from, &set, &[]));
        if change.is_some() {
            return Search { change, searched };
        }
    }
    Search { change: None, searched }
}

fn plain_try(
    quiz: &Quiz,
    answers: &CompleteAnswers,
    from: which_track_quiz::OutcomeIx,
    set: &[QuestionIx],
    done: &[(QuestionIx, Answer)],
) -> Option<Change> {
    let Some((first, rest)) = set.split_first() else {
        let given = |ix: QuestionIx| {
            done.iter()
                .find(|(changed, _)| *changed == ix)
                .map(|(_, answer)| answer.clone())
                .or_else(|| answers.answers().given(ix).cloned())
        };
        let sheet: Vec<Option<Answer>> = quiz.indexes().map(given).collect();
        let marks: Vec<usize> =
            quiz.indexes().filter(|ix| answers.answers().marked(*ix)).map(QuestionIx::index).collect();
        let outcome = complete(quiz, &sheet, &marks)?.outcome();
        return (outcome != from).then(|| Change { answers: done.to_vec(), outcome });
    };
    let current = answers.answer(*first).cloned();
    legal(quiz.question(*first))
        .into_iter()
        .filter(|answer| Some(answer) != current.as_ref())
        .find_map(|answer| plain_try(quiz, answers, from, rest, &[done, &[(*first, answer)]].concat()))
}

fn gap(finished: &Finished) -> (u64, u64) {
    let mut fits: Vec<Fit> = finished.verdict().score.fits().to_vec();
    fits.sort();
    let ((a, b), (c, d)) = (fits[fits.len() - 1].lowest(), fits[fits.len() - 2].lowest());
    (a * d - c * b, b * d)
}

fn larger((a, b): (u64, u64), (c, d): (u64, u64)) -> bool {
    a * d > c * b
}

fn gcd(a: i128, b: i128) -> i128 {
    if a == 0 { b } else { gcd(b % a, a) }
}

/// A gate that no three changes open keeps the search from ending early: how far it goes is told by the budget alone.
#[test]
fn the_search_goes_as_far_as_a_million_changed_sheets() {
    let gate = Gate { when: Condition::AtLeast(TrackIx(1), 100), outcome: OutcomeIx(2) };
    type Make = fn(Vec<Choice>) -> Kind;
    let cases: [(usize, usize, Make, usize); 9] = [
        (60, 5, Kind::Single, 2),  // three would make 2,190,080 sheets
        (46, 5, Kind::Single, 3),  // 971,520
        (47, 5, Kind::Single, 2),  // 1,037,760
        (100, 2, Kind::Single, 3), // 161,700
        (12, 7, multi, 1),         // two would make 1,047,816
        (11, 7, multi, 2),         // 873,180; three would make 330 million
        (5, 3, Kind::Single, 3),
        (24, 8, rank, 1), // 967,656
        (25, 8, rank, 0), // one alone would make 1,007,975
    ];
    for (questions, options, kind, searched) in cases {
        let parts = large(questions, options, 2, kind);
        let quiz = Quiz::try_from(QuizData { gates: vec![gate.clone()], ..parts }).expect("a quiz");
        let answers = first(&quiz);
        let search = change::search(&quiz, &answers);
        let change = search.change.map_or(0, |change| change.answers.len());
        // A few questions can be changed until another track leads; what was found says its own size.
        let expected = if change > 0 { change } else { searched };
        assert_eq!(search.searched, expected, "{questions} questions of {options}");
        assert!(change == 0 || questions < 20, "{questions} questions of {options} are decided by {change}");
    }
}

/// A change is looked for in the same way where questions come and go, and where nothing but a gate decides.
#[test]
fn a_change_of_what_is_shown_counts_as_what_it_shows() {
    let mut parts = large(3, 3, 2, Kind::Single);
    let is = |question, choice| Condition::Is(QuestionIx(question), Matches::Choices(vec![ChoiceIx(choice)]));
    parts.questions[1].when = Some(is(0, 0));
    parts.questions[2].when = Some(is(0, 1));
    parts.gates = vec![Gate { when: Condition::Not(Box::new(is(1, 0))), outcome: OutcomeIx(2) }];
    let quiz = Quiz::try_from(parts).expect("a quiz");
    let given = |ids: &[(usize, u8)]| {
        let mut sheet = vec![None, None, None];
        ids.iter().for_each(|(place, choice)| sheet[*place] = Some(Answer::One(ChoiceIx(*choice))));
        complete(&quiz, &sheet, &[]).expect("complete")
    };
    // Hiding the second question would open the gate; but by the second option of the first one, the third is shown
    // and has no answer, so that only the third option does.
    let answers = given(&[(0, 0), (1, 0)]);
    let search = change::search(&quiz, &answers);
    assert_eq!(search, plain_search(&quiz, &answers));
    assert_eq!(search.change.map(|change| change.answers), Some(vec![(QuestionIx(0), Answer::One(ChoiceIx(2)))]));
    // With an answer kept for it, it is the second option.
    let answers = given(&[(0, 0), (1, 0), (2, 1)]);
    let search = change::search(&quiz, &answers);
    assert_eq!(search, plain_search(&quiz, &answers));
    assert_eq!(search.change.map(|change| change.answers), Some(vec![(QuestionIx(0), Answer::One(ChoiceIx(1)))]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_smallest_change_is_the_first_that_a_plain_search_finds(seed: u64, answers: u64) {
        let quiz = quiz(seed);
        let answers = sheet(&quiz, answers);
        prop_assert_eq!(change::search(&quiz, &answers), plain_search(&quiz, &answers));
    }

    #[test]
    fn balance_is_what_going_through_all_sheets_gives(seed: u64) {
        let quiz = quiz(seed);
        let sheets = all_sheets(&quiz);
        let balance = Balance::of(&quiz);
        prop_assert!(balance.exact);
        for (ix, share) in balance.outcomes.iter().enumerate() {
            let count = sheets.iter().filter(|(sheet, _)| sheet.outcome().index() == ix).count();
            prop_assert_eq!(&share.num * BigUint::from(sheets.len()), &share.den * BigUint::from(count));
        }
        let ties = sheets.iter().filter(|(sheet, _)| gap(sheet).0 == 0).count();
        prop_assert_eq!(&balance.ties.num * BigUint::from(sheets.len()), &balance.ties.den * BigUint::from(ties));
    }

    #[test]
    fn closeness_is_what_going_through_all_sheets_gives(seed: u64, answers: u64) {
        let quiz = quiz(seed);
        let gaps = Balance::of(&quiz).gaps;
        let quiz = Quiz::try_from(QuizData { gaps, ..QuizData::clone(&quiz) }).expect("still sound");
        let answers = sheet(&quiz, answers);
        let sheets = all_sheets(&quiz);
        let own = gap(&answers);
        let count = sheets.iter().filter(|(sheet, _)| larger(gap(sheet), own)).count();
        let percent = u8::try_from(count * 100 / sheets.len()).unwrap();
        prop_assert_eq!(closeness::closer_than_percent(&quiz, &answers), Some(percent));
    }

    #[test]
    fn reasons_add_up_to_the_distance_from_the_middle(seed: u64, answers: u64) {
        let quiz = quiz(seed);
        let answers = sheet(&quiz, answers);
        let verdict = answers.verdict();
        let (first, second) = verdict.score.leading();
        let (mut num, mut den) = (0i128, 1i128);
        let reasons = explain::reasons(&quiz, &answers);
        for reason in &reasons {
            let sign = if reason.toward == first { 1 } else { -1 };
            prop_assert!(reason.num > 0 && (reason.toward == first || reason.toward == second));
            (num, den) = (num * i128::from(reason.den) + sign * i128::from(reason.num) * den, den * i128::from(reason.den));
            let common = gcd(num.abs(), den);
            (num, den) = (num / common, den / common);
        }
        // At the midpoints both fits are one half, so that all moves together are the gap itself.
        let (a, b) = verdict.score.fits()[first.index()].lowest();
        let (c, d) = verdict.score.fits()[second.index()].lowest();
        let gap = (i128::from(a) * i128::from(d) - i128::from(c) * i128::from(b), i128::from(b) * i128::from(d));
        prop_assert_eq!(num * gap.1, gap.0 * den);
        let sizes: Vec<f64> = reasons.iter().map(|reason| reason.num as f64 / reason.den as f64).collect();
        prop_assert!(sizes.windows(2).all(|pair| pair[0] >= pair[1] - 1e-12), "largest first");
    }
}
