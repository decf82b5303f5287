//! The format as the parser tells it: every key has words for its author, and docs/format.md names it.

use which_track_quiz::check::{Form, QuizFormat};
use which_track_quiz::limits;

/// Each sort of table with its keys.
fn keys() -> Vec<(&'static str, &'static str)> {
    let format = QuizFormat::new();
    let mut keys: Vec<(&str, &str)> = format
        .tables
        .nouns()
        .flat_map(|noun| format.tables.keys(noun).into_iter().map(move |key| (noun, key.name)))
        .collect();
    let conditions = QuizFormat::conditions().into_iter().chain(["is", "below", "at_least"]);
    keys.extend(conditions.map(|key| ("condition", key)));
    keys
}

#[test]
fn every_table_and_key_has_words() {
    for (noun, key) in keys() {
        for key in ["", key] {
            let doc =
                QuizFormat::doc(noun, key).unwrap_or_else(|| panic!("{noun}.{key} has no words in check/docs.rs"));
            assert!(
                !doc.title.is_empty() && doc.text.ends_with('.') || doc.text.ends_with('”'),
                "{noun}.{key}: {doc:?}"
            );
        }
    }
}

#[test]
fn the_docs_name_every_key() {
    let docs = include_str!("../../../docs/format.md");
    for (noun, key) in keys() {
        let ways = [
            format!("`{key}`"),
            format!("`[[{key}]]`"),
            format!(" {key} }}"),
            format!("{{ {key}"),
            format!(", {key}"),
            format!("{{ {key} ="),
        ];
        assert!(ways.iter().any(|way| docs.contains(way)), "{noun}.{key}");
    }
}

#[test]
fn limits_and_defaults_are_those_of_the_parser() {
    let format = QuizFormat::new();
    let key = |noun: &str, name: &str| format.tables.keys(noun).into_iter().find(|key| key.name == name).unwrap();
    assert_eq!(key("quiz", "title").form, Form::Text(limits::SHORT));
    assert_eq!(key("quiz", "max_marks").form, Form::Number(0..=100));
    assert_eq!(key("quiz", "max_marks").default, Some(3));
    assert_eq!(key("quiz", "questions").form, Form::Tables("question", limits::QUESTIONS));
    assert!(key("quiz", "lang").required && !key("quiz", "minutes").required);
    assert_eq!(key("question", "min").form, Form::Number(0..=20));
    assert_eq!(key("question", "when").form, Form::Condition);
    let kinds: Vec<(&str, Vec<&str>)> = format
        .questions
        .iter()
        .map(|(kind, keys)| (*kind, keys.iter().filter(|key| !key.allowed).map(|key| key.name).collect()))
        .collect();
    let of_scales = ["low", "high", "low_reason", "high_reason", "points"];
    assert_eq!(kinds[0], ("single", ["max", "min", "top"].into_iter().chain(of_scales).collect()));
    assert_eq!(kinds[1], ("multi", ["top"].into_iter().chain(of_scales).collect()));
    assert_eq!(kinds[2], ("scale", vec!["options", "max", "min", "top"]));
    assert_eq!(kinds[3], ("rank", ["max", "min"].into_iter().chain(of_scales).collect()));
}
