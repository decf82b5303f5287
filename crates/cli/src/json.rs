//! Compiled quizzes as JSON text, and back.

use anyhow::{Result, bail, ensure};
use serde_json::Value;
use which_track_quiz::Quiz;
use which_track_quiz::compiled::Tree;
use which_track_quiz::limits;

/// A quiz as the text that browsers load.
pub fn written(quiz: &Quiz) -> String {
    value(quiz.compiled()).to_string()
}

/// The same in two texts: what the questions need, and what only a result says.
pub fn written_in_two(quiz: &Quiz) -> [String; 2] {
    quiz.compiled_in_two().map(|tree| value(tree).to_string())
}

/// The quiz that such a text holds.
pub fn read(text: &str) -> Result<Quiz> {
    ensure!(text.len() <= limits::COMPILED, "it is larger than any compiled quiz");
    Ok(Quiz::of_compiled(tree(serde_json::from_str(text)?)?)?)
}

fn value(tree: Tree) -> Value {
    match tree {
        Tree::Nothing => Value::Null,
        Tree::Number(number) => number.into(),
        Tree::Text(text) => text.into(),
        Tree::List(entries) => entries.into_iter().map(value).collect(),
    }
}

fn tree(value: Value) -> Result<Tree> {
    Ok(match value {
        Value::Null => Tree::Nothing,
        Value::String(text) => Tree::Text(text),
        Value::Array(entries) => Tree::List(entries.into_iter().map(tree).collect::<Result<_>>()?),
        Value::Number(number) => match number.as_i64() {
            Some(number) => Tree::Number(number),
            None => bail!("a number that is not whole: {number}"),
        },
        Value::Bool(_) | Value::Object(_) => bail!("something else than lists, texts and numbers"),
    })
}
