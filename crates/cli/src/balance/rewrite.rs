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

/// Adds an entry behind the last one of a table.
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

/// Where the key of the last value begins that stands in a table itself, and where that value is.
fn last(table: &dyn TableLike) -> Option<(usize, Range<usize>)> {
    let entries = table.iter().filter_map(|(key, item)| {
        let span = item.as_value()?.span()?;
        Some((table.key(key)?.span()?.start, span))
    });
    entries.max_by_key(|(_, span)| span.end)
}
