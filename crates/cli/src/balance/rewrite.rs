//! Puts changed points and weights into a quiz file. All else stays byte by byte, comments and layout among it.

use std::ops::Range;

use anyhow::{Context, Result, ensure};
use toml_edit::{Array, ArrayOfTables, Document, Item, TableLike, Value};
use which_track_quiz::balance::fix::{Edit, Number};
use which_track_quiz::check::{Source, check};
use which_track_quiz::{Quiz, TrackIx};

use crate::splice::{Splices, indent, next_line};

/// The text of a quiz file with the changes, of which it is sure that they make `changed` of the quiz.
pub fn rewritten(name: &str, text: &str, edits: &[Edit], changed: &Quiz) -> Result<String> {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    // Two numbers that are new in one table come one after the other: each finds the file as the other left it.
    let mut done = text.to_owned();
    for edit in edits {
        done = set(&done, edit, changed, line_end).with_context(|| name.to_owned())?;
    }
    let read = check(Source { name, text: &done }, &[]).quizzes.into_iter().next();
    let right = read.is_some_and(|quiz| quiz.edition() == changed.edition());
    ensure!(right, "{name}: the file is laid out in a way that cannot be changed here; make the changes by hand");
    Ok(done)
}

/// The text with one change.
fn set(text: &str, edit: &Edit, quiz: &Quiz, line_end: &str) -> Result<String> {
    let document = Document::parse(text)?;
    let question = edit.question.index();
    let table = document.get("questions").and_then(|list| nth(list, question)).context("the question is not found")?;
    let track = |track: TrackIx| quiz.tracks[track.index()].id.as_str();
    let mut splices = Splices::default();
    match edit.number {
        Number::Weight => put(&mut splices, text, table, &["weight"], edit.to),
        Number::Step(to) => put(&mut splices, text, table, &["points", track(to)], edit.to),
        Number::Option(choice, to) => {
            let options = table.get("options").and_then(|list| nth(list, choice.index()));
            put(&mut splices, text, options.context("the option is not found")?, &["points", track(to)], edit.to)
        }
    }
    .context("the place of a number is not found")?;
    Ok(splices.apply(text, line_end))
}

/// A table of a list, which may be written in either way.
fn nth(list: &Item, place: usize) -> Option<&dyn TableLike> {
    match list {
        Item::ArrayOfTables(tables) => ArrayOfTables::get(tables, place).map(|table| table as &dyn TableLike),
        Item::Value(Value::Array(values)) => Array::get(values, place)?.as_inline_table().map(|table| table as _),
        _ => None,
    }
}

/// Puts a number in the place that this path leads to, or adds what is missing of the path.
fn put(splices: &mut Splices, text: &str, table: &dyn TableLike, path: &[&str], number: i16) -> Option<()> {
    let (key, rest) = path.split_first()?;
    match table.get(key) {
        Some(item) if rest.is_empty() => splices.replace(item.span()?, number.to_string()),
        Some(item) if item.as_table_like()?.is_empty() => {
            splices.replace(item.span()?, format!("{{ {} = {number} }}", rest.first()?));
        }
        Some(item) => put(splices, text, item.as_table_like()?, rest, number)?,
        None => {
            let value = rest.iter().rev().fold(number.to_string(), |value, key| format!("{{ {key} = {value} }}"));
            add(splices, text, table, &format!("{key} = {value}"))?;
        }
    }
    Some(())
}

/// Adds an entry to a table.
fn add(splices: &mut Splices, text: &str, table: &dyn TableLike, entry: &str) -> Option<()> {
    let (key, span) = last(table)?;
    // Before a key may stand those of the tables that it is in, with dots.
    let delimiter = text[..key].rfind(['\n', ',', '{']);
    let path = text[delimiter.map_or(0, |place| place + 1)..key].trim_start();
    if delimiter.is_some_and(|place| !text[place..].starts_with('\n')) {
        splices.insert(span.end, format!(", {path}{entry}"));
    } else {
        let line_end = if text[..next_line(text, span.end)].ends_with('\n') { "" } else { "\n" };
        splices.insert(next_line(text, span.end), format!("{line_end}{}{path}{entry}\n", indent(text, key)));
    }
    Some(())
}

/// Where the key of a value begins that stands in a table itself, and where that value is: of a question its kind, and
/// else the last one.
fn last(table: &dyn TableLike) -> Option<(usize, Range<usize>)> {
    let entries = table.iter().filter_map(|(key, item)| {
        let span = item.as_value()?.span()?;
        Some((key == "kind", table.key(key)?.span()?.start, span))
    });
    entries.max_by_key(|(is_kind, _, span)| (*is_kind, span.end)).map(|(_, key, span)| (key, span))
}

#[cfg(test)]
mod tests {
    use which_track_quiz::balance::fix::Number::{Option, Step, Weight};
    use which_track_quiz::{ChoiceIx, QuestionIx, QuizData};

    use super::*;

    const HEAD: &str = "id = \"q\"\ntitle = \"Q\"\ndescription = \"Q\"\nlang = \"en\"\n\
        tracks = [{ id = \"a\", label = \"A\" }, { id = \"b\", label = \"B\" }]\n\
        outcomes = [{ id = \"a\", title = \"A\", summary = \"A\" }, { id = \"b\", title = \"B\", summary = \"B\" }]\n";

    fn quiz(text: &str) -> Quiz {
        let checked = check(Source { name: "q.toml", text }, &[]);
        checked.quizzes.into_iter().next().unwrap_or_else(|| panic!("{text}\n{:?}", checked.problems))
    }

    #[test]
    fn only_the_numbers_change_whatever_the_layout() {
        let (a, b) = (TrackIx(0), TrackIx(1));
        let other = "{ id = \"y\", label = \"Y\", points = { b = 1 } }";
        let option = |points: &str| {
            format!(
                "[[questions]]\nid = \"q\"\nkind = \"single\" # one\nprompt = \"Q\"\noptions = [\n  \
                 {{ id = \"x\", label = \"X\"{points} }}, # first\n  {other},\n]\n"
            )
        };
        let weighed = |weight: &str| option("").replace("# one\n", &format!("# one\n{weight}"));
        let in_line = |weight: &str| {
            format!(
                "questions = [{{ id = \"q\", kind = \"single\"{weight}, prompt = \"Q\", options = [{{ id = \"x\", label = \"X\" }}, {other}] }}]\n"
            )
        };
        let scale = |points: &str| {
            format!("[[questions]]\nid = \"q\"\nkind = \"scale\"\nprompt = \"Q\"\nlow = \"L\"\nhigh = \"H\"\n{points}")
        };
        let tables = |points: &str| {
            format!(
                "[[questions]]\nid = \"q\"\nkind = \"single\"\nprompt = \"Q\"\n[[questions.options]]\nid = \"x\"\n\
                 label = \"X\"\n{points}[[questions.options]]\nid = \"y\"\nlabel = \"Y\"\npoints.b = 1\n"
            )
        };
        let x = ChoiceIx(0);
        for (number, to, before, after) in [
            (Weight, 3, weighed("weight =  1  # so\n"), weighed("weight =  3  # so\n")),
            (Weight, 3, weighed(""), weighed("weight = 3\n")),
            (Weight, 3, in_line(""), in_line(", weight = 3")),
            (Step(a), 4, scale("points = { a = 1, b = +2 }\n"), scale("points = { a = 4, b = +2 }\n")),
            (Step(b), -1, scale("points = { a = 1 }\n"), scale("points = { a = 1, b = -1 }\n")),
            (Step(b), -1, scale("points.a = 1\n"), scale("points.a = 1\npoints.b = -1\n")),
            (Step(b), -1, scale("[questions.points]\na = 1"), scale("[questions.points]\na = 1\nb = -1\n")),
            (Option(x, a), 5, option(", points = { a = 1_0 }"), option(", points = { a = 5 }")),
            (Option(x, b), 5, option(", points = { a = 2 }"), option(", points = { a = 2, b = 5 }")),
            (Option(x, a), 5, option(", points = {}"), option(", points = { a = 5 }")),
            (Option(x, a), 5, option(""), option(", points = { a = 5 }")),
            (Option(x, a), 5, option(", points.b = 2"), option(", points.b = 2, points.a = 5")),
            (Option(x, a), 5, tables(""), tables("points = { a = 5 }\n")),
            (Option(x, a), 5, tables("  points.b = 2\n"), tables("  points.b = 2\n  points.a = 5\n")),
        ] {
            for line_end in ["\n", "\r\n"] {
                let (before, after) = (
                    format!("{HEAD}{before}").replace('\n', line_end),
                    format!("{HEAD}{after}").replace('\n', line_end),
                );
                let edit = Edit { question: QuestionIx(0), number, from: 0, to };
                let done = rewritten("q.toml", &before, &[edit], &quiz(&after));
                assert_eq!(done.expect("rewritten"), after);
            }
        }
    }

    #[test]
    fn what_would_be_another_quiz_is_not_written() {
        let text = format!(
            "{HEAD}[[questions]]\nid = \"q\"\nkind = \"scale\"\nprompt = \"Q\"\nlow = \"L\"\nhigh = \"H\"\npoints = {{ a = 1 }}\n"
        );
        let other = Quiz::try_from(QuizData { margin: 7, ..QuizData::clone(&quiz(&text)) }).expect("a quiz");
        let edit = Edit { question: QuestionIx(0), number: Weight, from: 1, to: 2 };
        let refused = rewritten("q.toml", &text, &[edit], &other).map_err(|error| error.to_string());
        let words = "q.toml: the file is laid out in a way that cannot be changed here; make the changes by hand";
        assert_eq!(refused, Err(words.to_owned()));
    }
}
