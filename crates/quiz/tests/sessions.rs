//! Sessions: what each message does, and that none of them can break anything.

mod support;

use proptest::prelude::*;
use support::{Numbers, quiz};
use which_track_quiz::check::{Source, check};
use which_track_quiz::{ChoiceIx, Msg, Nudge, QuestionIx, Quiz, Session, Step, update};

fn tea() -> Quiz {
    let text = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
    check(Source { name: "tea-or-coffee.toml", text }, &[]).quizzes.remove(0)
}

const MORNING: QuestionIx = QuestionIx(0);
const MOMENTS: QuestionIx = QuestionIx(1);
const RITUAL: QuestionIx = QuestionIx(2);
const VALUES: QuestionIx = QuestionIx(3);

fn chose(question: QuestionIx, choice: u8) -> Msg {
    Msg::Chose(question, ChoiceIx(choice))
}

/// The session after some messages, as it would be saved.
fn after(quiz: &Quiz, msgs: &[Msg]) -> (Session, String) {
    let session = msgs.iter().fold(Session::new(quiz), |session, msg| update(quiz, &session, msg.clone()));
    let saved = session.save(quiz);
    (session, saved)
}

#[test]
fn what_messages_do() {
    use Msg::{Finished, Marked, Moved, Rated, Reopened, Restarted, Reviewed, Skipped, Unrestarted, WentBack, WentOn};
    let quiz = tea();
    let one = Step::new(1).unwrap();
    let through = vec![chose(MORNING, 0), WentOn, chose(MOMENTS, 1), WentOn, Rated(RITUAL, one), WentOn, Skipped];
    let with = |more: &[Msg]| [through.as_slice(), more].concat();
    let cases: Vec<(Vec<Msg>, &str)> = vec![
        (vec![], "1;@morning"),
        (vec![WentOn], "1;@morning"),
        (vec![WentBack], "1;@morning"),
        (vec![Skipped], "1;@morning"),
        (vec![chose(MORNING, 9)], "1;@morning"),
        (vec![chose(MOMENTS, 0)], "1;@morning"),
        (vec![chose(MORNING, 0), chose(MORNING, 1)], "1;@morning;morning=kick"),
        (vec![Marked(MORNING)], "1;@morning"),
        (vec![chose(MORNING, 0), Marked(MORNING)], "1;@morning;morning*=slow"),
        (vec![chose(MORNING, 0), Marked(MORNING), Marked(MORNING)], "1;@morning;morning=slow"),
        (vec![chose(MORNING, 0), WentOn], "1;@moments;morning=slow"),
        (vec![chose(MORNING, 0), WentOn, WentBack], "1;@morning;morning=slow"),
        // One more than may be chosen is kept, so that the reader decides which to take back.
        (
            vec![chose(MORNING, 0), WentOn, chose(MOMENTS, 0), chose(MOMENTS, 1), chose(MOMENTS, 2), WentOn],
            "1;@moments;morning=slow;moments=work,friends,never",
        ),
        (vec![chose(MORNING, 0), WentOn, chose(MOMENTS, 0), chose(MOMENTS, 0)], "1;@moments;morning=slow"),
        // Never drinking it hides the ritual.
        (vec![chose(MORNING, 0), WentOn, chose(MOMENTS, 2), WentOn], "1;@values;morning=slow;moments=never"),
        (vec![chose(MORNING, 0), WentOn, chose(MOMENTS, 2), WentOn, WentBack], "1;@moments;morning=slow;moments=never"),
        (with(&[]), "1;@@review;morning=slow;moments=friends;ritual=1"),
        (with(&[WentBack]), "1;@values;morning=slow;moments=friends;ritual=1"),
        (
            with(&[WentBack, chose(VALUES, 1), chose(VALUES, 0), chose(VALUES, 2)]),
            "1;@values;morning=slow;moments=friends;ritual=1;values=speed,calm",
        ),
        (
            with(&[WentBack, chose(VALUES, 1), chose(VALUES, 0), Moved(VALUES, ChoiceIx(0), 0)]),
            "1;@values;morning=slow;moments=friends;ritual=1;values=calm,speed",
        ),
        (
            with(&[WentBack, chose(VALUES, 1), chose(VALUES, 0), chose(VALUES, 1)]),
            "1;@values;morning=slow;moments=friends;ritual=1;values=calm",
        ),
        (with(&[WentBack, chose(VALUES, 1), WentOn]), "1;@values;morning=slow;moments=friends;ritual=1;values=speed"),
        (with(&[Finished]), "1;@@result;morning=slow;moments=friends;ritual=1"),
        (with(&[Finished, WentBack]), "1;@@review;morning=slow;moments=friends;ritual=1"),
        (with(&[Finished, Reviewed]), "1;@@review;morning=slow;moments=friends;ritual=1"),
        (with(&[Reopened(MORNING)]), "1;@+morning;morning=slow;moments=friends;ritual=1"),
        (with(&[Reopened(MORNING), chose(MORNING, 1), WentOn]), "1;@@review;morning=kick;moments=friends;ritual=1"),
        (with(&[Reopened(MORNING), chose(MORNING, 1), WentBack]), "1;@@review;morning=kick;moments=friends;ritual=1"),
        // A change that brings up a question without an answer leads there first.
        (
            vec![
                chose(MORNING, 0),
                WentOn,
                chose(MOMENTS, 2),
                WentOn,
                Skipped,
                Reopened(MOMENTS),
                chose(MOMENTS, 2),
                chose(MOMENTS, 1),
                WentOn,
            ],
            "1;@+ritual;morning=slow;moments=friends",
        ),
        (with(&[Restarted]), "1;@morning"),
        (with(&[Restarted, Unrestarted]), "1;@@review;morning=slow;moments=friends;ritual=1"),
        (with(&[Restarted, chose(MORNING, 1), Unrestarted]), "1;@@review;morning=slow;moments=friends;ritual=1"),
        (with(&[Restarted, Restarted, Unrestarted]), "1;@@review;morning=slow;moments=friends;ritual=1"),
        (with(&[Restarted, chose(MORNING, 1), WentOn, Unrestarted]), "1;@moments;morning=kick"),
    ];
    for (msgs, saved) in cases {
        assert_eq!(after(&quiz, &msgs).1, saved, "{msgs:?}");
    }
}

#[test]
fn what_keeps_a_reader_is_said() {
    let quiz = tea();
    let on = [chose(MORNING, 0), Msg::WentOn];
    let cases: Vec<(Vec<Msg>, Option<Nudge>)> = vec![
        (vec![], None),
        (vec![Msg::WentOn], Some(Nudge::Unanswered)),
        (vec![Msg::WentOn, chose(MORNING, 0)], None),
        ([on.as_slice(), &[Msg::WentOn]].concat(), Some(Nudge::Unanswered)),
        (
            [on.as_slice(), &[chose(MOMENTS, 0), chose(MOMENTS, 1), chose(MOMENTS, 2), Msg::WentOn]].concat(),
            Some(Nudge::TooMany { most: 2 }),
        ),
    ];
    for (msgs, nudge) in cases {
        let Session::Asking(asking) = after(&quiz, &msgs).0 else { panic!("asking") };
        assert_eq!(asking.nudge, nudge, "{msgs:?}");
    }
}

#[test]
fn what_no_longer_fits_is_left_out_one_by_one() {
    let quiz = tea();
    for (saved, resumed) in [
        ("1;@ritual;morning=slow;moments=work;gone=x", Some("1;@ritual;morning=slow;moments=work")),
        ("1;@gone;morning=slow", Some("1;@morning;morning=slow")),
        ("1;@ritual;morning=gone;moments=gone,work;ritual=9", Some("1;@ritual;moments=work")),
        ("1;@ritual;morning=slow;moments=never;ritual=1", Some("1;@morning;morning=slow;moments=never;ritual=1")),
        ("1;@@result;morning=slow;moments=work", Some("1;@ritual;morning=slow;moments=work")),
        ("1;@@result;morning=slow;moments=never", Some("1;@@result;morning=slow;moments=never")),
        ("1;@morning;morning*=slow;moments*=work;ritual*=1", Some("1;@morning;morning*=slow;moments*=work;ritual=1")),
        ("1;@morning;values=calm,calm", None),
        ("1;@morning", None),
        ("2;@morning;morning=slow", None),
        ("", None),
        (";;;===***@@@", None),
    ] {
        assert_eq!(Session::resume(&quiz, saved).map(|session| session.save(&quiz)).as_deref(), resumed, "{saved}");
    }
}

/// Any message, sensible or not.
fn msg(numbers: &mut Numbers) -> Msg {
    let question = QuestionIx(u8::try_from(numbers.below(6)).unwrap());
    let choice = ChoiceIx(u8::try_from(if numbers.below(20) == 0 { 255 } else { numbers.below(4) }).unwrap());
    match numbers.below(16) {
        0..4 => Msg::Chose(question, choice),
        4 => Msg::Rated(question, Step::ALL[usize::try_from(numbers.below(5)).unwrap()]),
        5 => Msg::Moved(question, choice, usize::try_from(numbers.below(9)).unwrap()),
        6 => Msg::Marked(question),
        7..11 => Msg::WentOn,
        11 => Msg::Skipped,
        12 => Msg::WentBack,
        13 => [Msg::Reopened(question), Msg::Reviewed][usize::try_from(numbers.below(2)).unwrap()].clone(),
        14 => Msg::Finished,
        _ => [Msg::Restarted, Msg::Unrestarted][usize::try_from(numbers.below(2)).unwrap()].clone(),
    }
}

/// A session without what is forgotten when the page is left.
fn kept(session: Session) -> Session {
    match session {
        Session::Asking(asking) => Session::Asking(which_track_quiz::Asking { nudge: None, before: None, ..asking }),
        other => other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn no_message_breaks_anything_and_a_saved_session_comes_back(seed: u64, msgs: u64) {
        let quiz = quiz(seed);
        let numbers = &mut Numbers(msgs);
        let mut session = Session::new(&quiz);
        for _ in 0..60 {
            session = update(&quiz, &session, msg(numbers));
            if session.answers().is_empty() {
                continue;
            }
            let resumed = Session::resume(&quiz, &session.save(&quiz));
            // A question that a later change of answers hid is not gone back to.
            let visible = session.question().is_none_or(|at| session.answers().visible(&quiz)[at.index()]);
            let incomplete = matches!(&session, Session::Reviewing(answers) if answers.clone().complete(&quiz).is_err());
            if visible && !incomplete {
                prop_assert_eq!(resumed, Some(kept(session.clone())));
            } else {
                prop_assert!(resumed.is_some());
            }
        }
    }

    /// A press that comes late, when another screen is there, means nothing anymore.
    #[test]
    fn a_message_of_another_screen_changes_nothing(seed: u64, msgs: u64) {
        let quiz = quiz(seed);
        let numbers = &mut Numbers(msgs);
        let mut session = Session::new(&quiz);
        for _ in 0..60 {
            session = update(&quiz, &session, msg(numbers));
            let late = msg(numbers);
            let of = match &late {
                Msg::Chose(question, _) | Msg::Rated(question, _) | Msg::Moved(question, ..) => Some(*question),
                _ => None,
            };
            if of.is_some() && of != session.question() {
                prop_assert_eq!(update(&quiz, &session, late), session.clone());
            }
            let meant = |msg: &Msg| match &session {
                Session::Asking(_) => !matches!(msg, Msg::Finished | Msg::Reopened(_) | Msg::Reviewed),
                Session::Reviewing(_) => !matches!(msg, Msg::WentOn | Msg::Skipped | Msg::Unrestarted | Msg::Marked(_)),
                Session::Finished(_) => {
                    !matches!(msg, Msg::WentOn | Msg::Skipped | Msg::Unrestarted | Msg::Marked(_) | Msg::Finished)
                }
            };
            let all = [Msg::WentOn, Msg::Skipped, Msg::Unrestarted, Msg::Finished, Msg::Reviewed, Msg::Marked(QuestionIx(0)), Msg::Reopened(QuestionIx(0))];
            for late in all.into_iter().filter(|msg| !meant(msg)) {
                prop_assert_eq!(update(&quiz, &session, late), session.clone());
            }
        }
    }

    #[test]
    fn any_text_resumes_or_does_not(seed: u64, saved in "[1;@+=*a-z0-9,-]{0,60}") {
        let quiz = quiz(seed);
        if let Some(session) = Session::resume(&quiz, &saved) {
            prop_assert!(!session.answers().is_empty());
        }
    }
}
