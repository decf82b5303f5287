//! What the model asks for, whatever comes when.

use std::rc::Rc;

use which_track_quiz::check::{Source, check};
use which_track_quiz::{ChoiceIx, Msg, QuestionIx};
use yew::Reducible;

use super::{Action, Model};
use crate::host::{Event, Memory, Target};

fn model() -> Rc<Model> {
    let text = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
    let quiz = check(Source { name: "tea-or-coffee.toml", text }, &[]);
    let quiz = quiz.quizzes.into_iter().next().expect("a quiz");
    Rc::new(Model::new(Rc::new(quiz), None, None, &Memory::default()))
}

#[test]
fn two_actions_before_anything_is_done_lose_nothing() {
    let chose = Action::Told(Msg::Chose(QuestionIx(0), ChoiceIx(0)));
    let both = model().reduce(chose.clone()).reduce(Action::Told(Msg::WentOn));
    let step = Event::Step { index: 1, total: 4, question: "moments".to_owned() };
    assert_eq!(both.asks.tell, [Event::Start, step.clone()]);
    assert_eq!(both.asks.focus, Some(Target::Heading));
    assert!(both.asks.keep);
    let first = model().reduce(chose);
    first.performed.set(first.turn);
    assert_eq!(first.reduce(Action::Told(Msg::WentOn)).asks.tell, [step], "what was done is not done again");
}
