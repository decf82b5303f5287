//! Every screen of the example as a session that the widget takes up.

use which_track_quiz::check::{Source, check};
use which_track_quiz::screens::Screens;
use which_track_quiz::{Quiz, Session};

fn quizzes() -> Vec<Quiz> {
    let quiz = |name, text| check(Source { name, text }, &[]).quizzes.remove(0);
    vec![
        quiz("tea-or-coffee.toml", include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml")),
        quiz("pm-vs-sde.toml", include_str!("../../../quizzes/pm-vs-sde.toml")),
        quiz("which-bicycle.toml", include_str!("../../../quizzes/examples/which-bicycle.toml")),
    ]
}

#[test]
fn every_question_can_be_looked_at_with_those_before_it_answered() {
    for quiz in quizzes() {
        let screens = Screens::of(&quiz);
        assert_eq!(screens.questions[0].as_deref(), Some(""));
        for (ix, saved) in quiz.indexes().zip(&screens.questions).skip(1) {
            let saved = saved.as_deref().unwrap_or_else(|| panic!("{}", quiz.question(ix).id));
            let session = Session::resume(&quiz, saved).expect("a session");
            assert_eq!(session.question(), Some(ix), "{saved}");
            assert!(session.answers().given(ix).is_none());
        }
    }
}

#[test]
fn every_outcome_and_the_review_can_be_looked_at() {
    for quiz in quizzes() {
        let screens = Screens::of(&quiz);
        let review = screens.review.expect("a review");
        assert!(matches!(Session::resume(&quiz, &review), Some(Session::Reviewing(_))));
        for (outcome, saved) in quiz.outcomes.iter().zip(&screens.outcomes) {
            let saved = saved.as_deref().unwrap_or_else(|| panic!("{}", outcome.id));
            match Session::resume(&quiz, saved) {
                Some(Session::Finished(finished)) => assert_eq!(quiz.outcome(finished.outcome()).id, outcome.id),
                other => panic!("{saved}: {other:?}"),
            }
        }
    }
}
