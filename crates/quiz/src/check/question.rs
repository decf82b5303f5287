//! Reads questions, with their options and points.

use super::condition::Conditions;
use super::names::check_ids;
use super::spelling::{grouped, shown};
use super::table::{Table, in_range, what};
use crate::legal;
use crate::limits;
use crate::quiz::{Choice, Kind, Question, Source};

/// The keys of every question, and of each kind.
const COMMON: [&str; 9] = ["id", "kind", "prompt", "topic", "help", "source", "weight", "optional", "when"];
const KINDS: [(&str, &[&str]); 4] = [
    ("single", &["options"]),
    ("multi", &["options", "min", "max"]),
    ("scale", &["points", "low", "high", "low_reason", "high_reason"]),
    ("rank", &["options", "top"]),
];

/// All questions, each with the places of its options.
pub(super) fn questions(tables: &[Table<'_>], tracks: &[&str]) -> Vec<(Question, Vec<usize>)> {
    check_ids(tables);
    tables.iter().map(|table| question(table, tracks)).collect()
}

/// Reads the questions' own conditions, which may name any question before theirs.
pub(super) fn whens(tables: &[Table<'_>], tracks: &[&str], questions: &mut [Question]) {
    for (place, table) in tables.iter().enumerate() {
        let when = Conditions { tracks, questions, of: Some(place) }.read(table, "when");
        if let Some(question) = questions.get_mut(place) {
            question.when = when;
        }
    }
}

fn question(table: &Table<'_>, tracks: &[&str]) -> (Question, Vec<usize>) {
    let kinds = KINDS.map(|(name, keys)| (name, (name, keys)));
    let kind = table.choice("kind", &kinds);
    only(table, kind);
    // An unknown kind is taken for the one that allows the most, so that nothing else seems wrong because of it.
    let name = kind.map_or(if table.has("low") { "scale" } else { "multi" }, |(name, _)| name);
    let options = if name == "scale" { Vec::new() } else { table.tables("options", "option", limits::OPTIONS) };
    check_ids(&options);
    let choices = options.iter().map(|option| choice(option, tracks)).collect();
    let question = Question {
        id: table.id.to_owned(),
        prompt: table.needed("prompt", limits::LONG),
        topic: table.words("topic", limits::SHORT),
        help: table.words("help", limits::LONG),
        source: source(table),
        weight: table.number("weight", &(0..=limits::HUNDRED)).unwrap_or(1),
        optional: table.flag("optional"),
        when: None,
        kind: of_kind(table, name, choices, tracks),
    };
    if kind.is_some() {
        check_count(table, &question);
    }
    (question, options.iter().map(|option| option.at).collect())
}

/// Notes keys that no question has, and those of another kind of question.
fn only(table: &Table<'_>, kind: Option<(&str, &[&str])>) {
    let all: Vec<&str> = COMMON.into_iter().chain(KINDS.iter().flat_map(|(_, keys)| *keys).copied()).collect();
    table.only(&all);
    let Some((kind, own)) = kind else { return };
    for (key, _) in table.entries().filter(|(key, _)| all.contains(&key.value)) {
        if !COMMON.contains(&key.value) && !own.contains(&key.value) {
            let message = format!("{} is of kind `{kind}`, which has no `{}`", table.name, key.value);
            let advice = if key.value == "points" { "give the points to the options" } else { "leave it out" };
            table.notes.error(key.at, message, advice);
        }
    }
}

fn of_kind(table: &Table<'_>, kind: &str, choices: Vec<Choice>, tracks: &[&str]) -> Kind {
    // Where options are missing, the numbers still have a range.
    let count = u8::try_from(choices.len()).unwrap_or(u8::MAX).max(1);
    match kind {
        "multi" => {
            let max = table.number("max", &(1..=count)).unwrap_or(count);
            let min = table.number("min", &(0..=max)).unwrap_or(1);
            Kind::Multi { choices, min, max }
        }
        "rank" => Kind::Rank { choices, top: table.number("top", &(1..=count)).unwrap_or(count) },
        "scale" => Kind::Scale {
            low: table.needed("low", limits::LONG),
            high: table.needed("high", limits::LONG),
            low_reason: table.words("low_reason", limits::LONG),
            high_reason: table.words("high_reason", limits::LONG),
            points: points(table, tracks),
        },
        _ => Kind::Single(choices),
    }
}

fn choice(table: &Table<'_>, tracks: &[&str]) -> Choice {
    table.only(&["id", "label", "reason", "points"]);
    Choice {
        id: table.id.to_owned(),
        label: table.needed("label", limits::SHORT),
        reason: table.words("reason", limits::LONG),
        points: points(table, tracks),
    }
}

/// The points for each track; 0 where none are written.
fn points(table: &Table<'_>, tracks: &[&str]) -> Vec<i16> {
    let mut points = vec![0; tracks.len()];
    let Some(table) = table.table("points") else { return points };
    for (track, value) in table.entries() {
        let number = value.get_ref().as_integer();
        let given = number.and_then(|number| in_range(number, &limits::POINTS));
        let place = table.notes.find(track, "track", tracks);
        if given.is_none() {
            let written = number.map_or(what(value.get_ref()).to_owned(), ToString::to_string);
            let message = format!("`{}` in {} is {}", shown(track.value), table.name, shown(&written));
            table.notes.error(value.span().start, message, "write a whole number from -1000 to 1000");
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
    table.only(&["label", "url"]);
    Some(Source { label: table.needed("label", limits::SHORT), url: table.link("url") })
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
        table.notes.error(table.at, message, advice);
    }
}
