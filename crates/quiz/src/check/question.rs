//! Reads questions, with their options and points.

use super::condition::Conditions;
use super::names::{Ids, check_ids};
use super::problem::Span;
use super::spelling::{grouped, quoted};
use super::table::{Table, in_range, what};
use crate::legal;
use crate::limits;
use crate::quiz::{Choice, Kind, Question, Source};

/// The kinds of questions.
pub(super) const KINDS: [&str; 4] = ["single", "multi", "scale", "rank"];

/// All questions, each with the places of its options.
pub(super) fn questions(tables: &[Table<'_>], tracks: &Ids<'_>) -> Vec<(Question, Vec<Span>)> {
    check_ids(tables);
    tables.iter().map(|table| question(table, tracks)).collect()
}

/// Reads the questions' own conditions, which may name any question before theirs.
pub(super) fn whens(tables: &[Table<'_>], tracks: &Ids<'_>, questions: &mut [Question]) {
    for (place, table) in tables.iter().enumerate() {
        let when = Conditions { tracks, questions, of: Some(place) }.read(table, "when");
        if let Some(question) = questions.get_mut(place) {
            question.when = when;
        }
    }
}

fn question(table: &Table<'_>, tracks: &Ids<'_>) -> (Question, Vec<Span>) {
    let kind = table.choice("kind", &KINDS.map(|name| (name, name)));
    // An unknown kind is taken for the one that allows the most, so that nothing else seems wrong because of it.
    let name = kind.unwrap_or(if table.has("low") { "scale" } else { "multi" });
    let prompt = table.required("prompt", limits::LONG);
    let topic = table.optional("topic", limits::SHORT);
    let help = table.optional("help", limits::LONG);
    let source = source(table);
    let weight = table.number_or("weight", &(0..=limits::HUNDRED), 1);
    let optional = table.flag("optional");
    table.has("when");
    let (kind_of, options) = of_kind(table, name, kind.is_some(), tracks);
    let (id, when) = (table.id.to_owned(), None);
    let question = Question { id, prompt, topic, help, source, weight, optional, when, kind: kind_of };
    table.done();
    if kind.is_some() {
        check_count(table, &question);
    }
    (question, options)
}

/// What only some kinds have, with the places of options. Each key is asked for once, whatever the kind; one that the
/// question's own kind does not have is noted, unless it is not sure which kind is meant.
fn of_kind(table: &Table<'_>, kind: &'static str, sure: bool, tracks: &Ids<'_>) -> (Kind, Vec<Span>) {
    let name = table.name.clone();
    let only = |kinds: &[&str]| {
        let name = name.clone();
        table.only_if(kinds.contains(&kind) || !sure, move |key| {
            let advice = if key == "points" { "give the points to the options" } else { "leave it out" };
            (format!("{name} is of kind `{kind}`, which has no `{key}`"), advice.to_owned())
        })
    };
    let must = |kind_of: &str, table: Table<'_>, key: &'static str| {
        if kind == kind_of {
            table.required(key, limits::LONG)
        } else {
            table.optional(key, limits::LONG).unwrap_or_default()
        }
    };
    let listed = only(&["single", "multi", "rank"]);
    let count = if kind == "scale" { 0..=limits::OPTIONS.into_inner().1 } else { limits::OPTIONS };
    let options = listed.tables("options", "option", count);
    check_ids(&options);
    let choices: Vec<Choice> = options.iter().map(|option| choice(option, tracks)).collect();
    let spans = options.iter().map(|option| option.span).collect();
    // Where options are missing or could not be read, as many as there may be could be meant.
    let most = if choices.is_empty() || table.notes.broken() { limits::OPTIONS.into_inner().1 } else { choices.len() };
    let count = u8::try_from(most).unwrap_or(u8::MAX);
    let several = only(&["multi"]);
    let max = several.number("max", &(1..=count)).unwrap_or(count);
    let min = several.number_or("min", &(0..=max), 1);
    let top = only(&["rank"]).number("top", &(1..=count)).unwrap_or(count);
    let there = u8::try_from(choices.len()).unwrap_or(u8::MAX).max(1);
    let (min, max, top) = (min.min(there), max.min(there), top.min(there));
    let scale = only(&["scale"]);
    let (low, high) = (must("scale", scale.clone(), "low"), must("scale", scale.clone(), "high"));
    let low_reason = scale.optional("low_reason", limits::LONG);
    let high_reason = scale.optional("high_reason", limits::LONG);
    let points = points(&scale, tracks);
    let kind = match kind {
        "multi" => Kind::Multi { choices, min, max },
        "rank" => Kind::Rank { choices, top },
        "scale" => Kind::Scale { low, high, low_reason, high_reason, points },
        _ => Kind::Single(choices),
    };
    (kind, spans)
}

fn choice(table: &Table<'_>, tracks: &Ids<'_>) -> Choice {
    let choice = Choice {
        id: table.id.to_owned(),
        label: table.required("label", limits::SHORT),
        reason: table.optional("reason", limits::LONG),
        points: points(table, tracks),
    };
    table.done();
    choice
}

/// The points for each track; 0 where none are written.
fn points(table: &Table<'_>, tracks: &Ids<'_>) -> Vec<i16> {
    let mut points = vec![0; tracks.count()];
    let Some(table) = table.table("points") else { return points };
    for (track, value) in table.entries() {
        let number = value.get_ref().as_integer();
        let given = number.and_then(|number| in_range(number, &limits::POINTS));
        let place = tracks.find(track, table.notes);
        if given.is_none() {
            let written = number.map_or(what(value.get_ref()).to_owned(), ToString::to_string);
            let message = format!("`{}` in {} is {}", quoted(track.value), table.name, quoted(&written));
            table.notes.error(value.span(), message, "write a whole number from -1000 to 1000");
        }
        if let Some(slot) = place.and_then(|place| points.get_mut(usize::from(place))) {
            *slot = given.unwrap_or(0);
        }
    }
    points
}

/// Where a text comes from.
pub(super) fn source(table: &Table<'_>) -> Option<Source> {
    let table = table.table("source")?;
    let source = Source { label: table.required("label", limits::SHORT), url: table.link("url") };
    table.done();
    Some(source)
}

fn check_count(table: &Table<'_>, question: &Question) {
    let count = legal::count(question);
    if count > limits::LEGAL {
        let message = format!("{} has {} possible answers", table.name, grouped(count));
        let advice = match question.kind {
            Kind::Rank { .. } => "have fewer places ranked with `top`",
            _ => "let fewer be chosen with `max`, or leave options out",
        };
        let advice = format!("{advice}; at most {} are allowed", grouped(limits::LEGAL));
        table.notes.error(table.span, message, advice);
    }
}
