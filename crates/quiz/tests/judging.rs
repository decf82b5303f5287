//! How fair a quiz is beside its shares: each figure against a plain count over all sheets, and known cases in a table.

mod support;

use support::large::{large, rank};
use support::{all_sheets, quiz};
use which_track_quiz::balance::fix::{self, Fix, Number};
use which_track_quiz::balance::{Balance, Bounds, Details, Habit, Idle, Miss};
use which_track_quiz::check::{Source, check};
use which_track_quiz::*;

fn written(questions: &str) -> Quiz {
    let text = format!(
        "id = \"q\"\ntitle = \"Q\"\ndescription = \"Q\"\nlang = \"en\"\n{questions}
        tracks = [{{ id = \"a\", label = \"A\" }}, {{ id = \"b\", label = \"B\" }}]
        outcomes = [{{ id = \"a\", title = \"A\", summary = \"A.\" }}, {{ id = \"b\", title = \"B\", summary = \"B.\" }}]"
    );
    let checked = check(Source { name: "q.toml", text: &text }, &[]);
    checked.quizzes.into_iter().next().unwrap_or_else(|| panic!("{:?}", checked.problems))
}

/// A question of one choice with these points for both tracks.
fn single(id: &str, options: &[(i16, i16)]) -> String {
    let option = |(at, (a, b)): (usize, &(i16, i16))| {
        format!("{{ id = \"o{at}\", label = \"O\", points = {{ a = {a}, b = {b} }} }}")
    };
    let options = options.iter().enumerate().map(option).collect::<Vec<_>>().join(", ");
    format!("{{ id = \"{id}\", kind = \"single\", prompt = \"Q\", options = [{options}] }}")
}

fn singles(questions: &[&[(i16, i16)]]) -> Quiz {
    let questions = questions.iter().enumerate().map(|(at, options)| single(&format!("q{at}"), options));
    written(&format!("questions = [{}]", questions.collect::<Vec<_>>().join(", ")))
}

/// On how many of all sheets, each with each other answer to the question in turn, the outcome is another.
fn decides(quiz: &Quiz, question: usize) -> (u64, u64) {
    let sheets = all_sheets(quiz);
    let ix = QuestionIx(question as u8);
    let (mut changed, mut all) = (0, 0);
    for (one, _) in &sheets {
        for (other, _) in &sheets {
            let same =
                |at: usize| one.answers().answer(QuestionIx(at as u8)) == other.answers().answer(QuestionIx(at as u8));
            let differs = (0..quiz.questions.len()).all(|at| same(at) != (at == question));
            if differs && one.answers().answer(ix).is_some() {
                all += 1;
                changed += u64::from(one.outcome() != other.outcome());
            }
        }
    }
    (changed, all)
}

#[test]
fn how_much_a_question_decides_is_what_counting_all_sheets_gives() {
    let quiz = singles(&[&[(3, 0), (0, 3), (1, 1)], &[(1, 0), (0, 1)], &[(1, 1), (1, 1)], &[(0, 2), (2, 1), (0, 0)]]);
    let influence = Details::of(&quiz).influence;
    for (question, share) in influence.questions.iter().enumerate() {
        let (changed, all) = decides(&quiz, question);
        let exact = u32::try_from(changed * 10_000 / all.max(1)).unwrap();
        assert!(share.hundredths().abs_diff(exact) < 60, "question {question}: {} and {exact}", share.hundredths());
    }
    assert_eq!(influence.questions[2].hundredths(), 0, "all its options are alike");
}

#[test]
fn close_calls_are_what_counting_all_sheets_gives() {
    for seed in 0..60 {
        let quiz = quiz(seed);
        let close = |(finished, _): &&(Finished, u64)| {
            let mut fits: Vec<Fit> = finished.verdict().score.fits().to_vec();
            fits.sort_by(|one, other| other.cmp(one));
            let ((a, b), (c, d)) = (fits[0].lowest(), fits[1].lowest());
            a * d == c * b || (a * d - c * b) * 100 < u64::from(quiz.margin) * b * d
        };
        let sheets = all_sheets(&quiz);
        let (count, all) = (sheets.iter().filter(close).count(), sheets.len());
        let balance = Balance::of(&quiz);
        assert_eq!(&balance.close.num * all, &balance.close.den * count, "seed {seed}");
    }
}

#[test]
fn answers_without_reading_lead_where_they_do() {
    let quiz = singles(&[&[(3, 0), (0, 3), (1, 1)], &[(1, 0), (0, 1)]]);
    let details = Details::of(&quiz);
    let habits = details.habits.iter().map(|answered| {
        let answer = |at| match answered.finished.answers().answer(QuestionIx(at)) {
            Some(Answer::One(choice)) => choice.0,
            _ => panic!("one choice"),
        };
        (answered.habit, [answer(0), answer(1)], quiz.outcome(answered.finished.outcome()).id.as_str())
    });
    assert_eq!(
        habits.collect::<Vec<_>>(),
        [(Habit::Option(0), [0, 0], "a"), (Habit::Option(1), [1, 1], "b"), (Habit::Last, [2, 1], "b"),]
    );
    // Who leans to the first options leans to the track that they are for.
    let first = &details.leaning[0];
    assert_eq!(first.0, Habit::Option(0));
    assert!(first.1[0].hundredths() > Balance::of(&quiz).outcomes[0].hundredths() + 1000);
}

#[test]
fn options_that_nobody_gains_by_are_named_with_why() {
    let quiz =
        singles(&[&[(3, 0), (0, 3), (0, 0)], &[(2, 1), (2, 1), (1, 3)], &[(2, 2), (1, 2), (0, 3)], &[(1, 0), (0, 1)]]);
    let found = Details::of(&quiz).options.into_iter().map(|option| (option.question.0, option.choice.0, option.why));
    let expected = [(0, 2, Idle::NoGain), (1, 1, Idle::SameAs(ChoiceIx(0))), (2, 1, Idle::LessThan(ChoiceIx(0)))];
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn tracks_that_go_together_are_alike() {
    for (points, correlation) in [
        (&[(1, 1), (0, 0), (2, 2)][..], Some(1000)),
        (&[(1, -1), (0, 0), (2, -2)], Some(-1000)),
        (&[(1, 0), (0, 0), (0, 1), (1, 1)], Some(0)),
        // Of three options, one is for the one track and one for the other: covariance -1/9, variances 2/9.
        (&[(1, 0), (0, 1), (0, 0)], Some(-500)),
        (&[(1, 0), (0, 0)], None),
    ] {
        let quiz = singles(&[points]);
        assert_eq!(Details::of(&quiz).pairs[0].correlation, correlation, "{points:?}");
    }
}

#[test]
fn bounds_are_exact_and_leave_out_close_calls_and_exceptions() {
    // Each of four sheets has one outcome: a, b, and ties, which go to a.
    let quiz = singles(&[&[(1, 0), (0, 1)], &[(1, 0), (0, 1)]]);
    let balance = Balance::of(&quiz);
    assert_eq!([7500, 2500], [balance.outcomes[0].hundredths(), balance.outcomes[1].hundredths()]);
    let (a, b) = (OutcomeIx(0), OutcomeIx(1));
    for (min, max, except, missed) in [
        (2500, 7500, vec![], vec![]),
        (2501, 7500, vec![], vec![(b, Miss::Below)]),
        (2500, 7499, vec![], vec![(a, Miss::Above)]),
        (2501, 7499, vec![a], vec![(b, Miss::Below)]),
        (2501, 7499, vec![a, b], vec![]),
    ] {
        assert_eq!(Bounds { min, max, except }.missed(&quiz, &balance), missed, "{min} to {max}");
    }
}

#[test]
fn a_fix_is_in_bounds_and_changes_nothing_but_what_it_says() {
    let quiz = singles(&[&[(4, 0), (0, 1), (4, 0)], &[(3, 0), (0, 3), (3, 0)], &[(1, 0), (0, 1)]]);
    let balance = Balance::of(&quiz);
    let bounds = Bounds { min: 3_500, max: 6_500, except: Vec::new() };
    assert!(!bounds.missed(&quiz, &balance).is_empty());
    let Fix::Found(change) = fix::fix(&quiz, &balance, &bounds) else { panic!("a change") };
    assert!(bounds.missed(&change.quiz, &Balance::of(&change.quiz)).is_empty());
    let mut data = QuizData::clone(&quiz);
    for edit in &change.edits {
        let question = &mut data.questions[edit.question.index()];
        match (edit.number, &mut question.kind) {
            (Number::Weight, _) => question.weight = u8::try_from(edit.to).unwrap(),
            (Number::Option(choice, track), Kind::Single(choices)) => {
                let points = &mut choices[choice.index()].points[track.index()];
                assert_eq!(std::mem::replace(points, edit.to), edit.from);
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(data, QuizData::clone(&change.quiz));
}

#[test]
fn what_cannot_be_fixed_is_told_from_what_need_not() {
    let even = singles(&[&[(1, 0), (0, 1)], &[(2, 0), (0, 2)]]);
    let one_sided = singles(&[&[(1, 1), (0, 0)]]);
    let fix = |quiz: &Quiz, min, max| fix::fix(quiz, &Balance::of(quiz), &Bounds { min, max, except: Vec::new() });
    assert!(matches!(fix(&even, 5_000, 5_000), Fix::Needless));
    assert!(matches!(fix(&even, 5_001, 10_000), Fix::Impossible));
    assert!(matches!(fix(&even, 0, 4_999), Fix::Impossible));
    assert!(matches!(fix(&one_sided, 5_000, 5_000), Fix::None(_) | Fix::Found(_)));
    // Of one question with two options, no points make thirds.
    assert!(matches!(fix(&singles(&[&[(1, 0), (0, 1)]]), 3_300, 3_400), Fix::Impossible));
    assert!(matches!(fix(&singles(&[&[(1, 0), (0, 1)]]), 3_300, 6_700), Fix::Needless));
}

#[test]
fn an_outcome_that_answers_alone_lead_to_is_beyond_points() {
    let text = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
    let quiz = check(Source { name: "tea-or-coffee.toml", text }, &[]).quizzes.remove(0);
    let fixed = OutcomeIx::all(quiz.outcomes.len()).map(|ix| (quiz.outcome(ix).id.as_str(), fix::is_fixed(&quiz, ix)));
    let expected = [("tea", false), ("coffee", false), ("close-call", false), ("water", true)];
    assert_eq!(fixed.collect::<Vec<_>>(), expected);
}

#[test]
fn judging_ends_and_gives_the_same_again() {
    for seed in 0..40 {
        let quiz = quiz(seed);
        let details = Details::of(&quiz);
        assert_eq!(details.influence.questions.len(), quiz.questions.len(), "seed {seed}");
        assert!(details.leaning.iter().all(|(_, shares)| shares.len() == quiz.outcomes.len()), "seed {seed}");
        let again = Details::of(&quiz);
        assert_eq!(details.influence.questions, again.influence.questions);
    }
    for seed in 0..3 {
        let quiz = quiz(seed);
        let balance = Balance::of(&quiz);
        match fix::fix(&quiz, &balance, &Bounds::usual(&quiz)) {
            Fix::Found(change) => {
                assert!(Bounds::usual(&quiz).missed(&quiz, &change.balance).is_empty(), "seed {seed}")
            }
            other => assert!(matches!(other, Fix::None(_) | Fix::Needless), "seed {seed}: {other:?}"),
        }
    }
    let rankings = Quiz::try_from(large(10, 8, 4, rank)).expect("a quiz");
    assert_eq!(Details::of(&rankings).pairs.len(), 6);
}
