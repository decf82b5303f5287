//! What the model asks for, whatever comes when.

use std::rc::Rc;

use which_track_quiz::check::{Source, check};
use which_track_quiz::words::native;
use which_track_quiz::{ChoiceIx, Msg, QuestionIx};

use super::{Action, Effects, Model};
use crate::host::{Event, Memory, Target};

fn model() -> Model {
    let text = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
    let quiz = check(Source { name: "tea-or-coffee.toml", text }, &[]);
    let quiz = quiz.quizzes.into_iter().next().expect("a quiz");
    let words = Rc::new(native(&quiz));
    Model::new(Rc::new(quiz), words, None, None, &Memory::default())
}

#[test]
fn two_actions_before_anything_is_done_lose_nothing() {
    let mut model = model();
    let mut effects = Effects::default();
    for msg in [Msg::Chose(QuestionIx(0), ChoiceIx(0)), Msg::WentOn] {
        effects.extend(model.update(Action::Told(msg)).expect("a change"));
    }
    let step = Event::Step { index: 1, total: 4, question: "moments".to_owned() };
    assert_eq!(
        effects,
        Effects { focus: Some(Target::Heading), events: vec![Event::Start, step], save: true, ..Effects::default() }
    );
}

#[test]
fn what_changes_nothing_asks_for_nothing_and_leaves_what_was_said() {
    let mut model = model();
    assert!(model.update(Action::Told(Msg::WentOn)).is_some(), "a nudge");
    let said = model.status.clone();
    assert!(!said.is_empty());
    assert_eq!(model.update(Action::Told(Msg::WentBack)), None);
    assert_eq!(model.status, said);
}
