//! The schema and the parser say the same of every quiz in tests/quizzes: what is valid for one is so for the other, and
//! what the schema can say is wrong, it says.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::{Draft, Validator};
use serde_json::Value;
use support::{call_in, root};

fn schema() -> Value {
    let printed = call_in(&root(), &["schema"], "");
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
    printed.json()
}

fn validator() -> Validator {
    let schema = schema();
    jsonschema::meta::validate(&schema).expect("a schema of draft 4");
    jsonschema::options().with_draft(Draft::Draft4).build(&schema).expect("a schema")
}

/// The quizzes of a folder without their translations.
fn quizzes(folder: &str) -> Vec<PathBuf> {
    let of_quiz = |stem: String| !stem.contains('.') && stem != "which-track";
    let is_quiz = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml") && of_quiz(stem(path));
    let entries = fs::read_dir(root().join(folder)).expect(folder);
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).filter(is_quiz).collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

/// A file as JSON; nothing where it is not TOML.
fn json(path: &Path) -> Option<Value> {
    toml::from_str(&String::from_utf8(fs::read(path).expect("a file")).ok()?).ok()
}

/// What the parser says of a file's errors.
fn messages(path: &Path) -> Vec<String> {
    let name = path.display().to_string();
    let told = call_in(&root(), &["check", "--json", &name], "");
    let of_file = |problem: &Value| problem["file"] == name.as_str() && problem["severity"] == "error";
    let problems = told.out.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    problems.filter(of_file).map(|problem| problem["message"].as_str().expect("text").to_owned()).collect()
}

/// The words of faults that the schema can state. Others are about what stands elsewhere in the file, or is measured.
const STATED: [&str; 22] = [
    "unknown key `",
    " is not an id",
    "the name of a device on Windows",
    " is not a language tag",
    " is not an https link",
    " is empty",
    " characters",
    " is text",
    " is a whole number",
    " is a number with a point",
    " is `true` or `false`",
    " is a date",
    " is a list",
    " is a table",
    "which has no `",
    "and only these have `",
    " where the id of ",
    " does not say what must hold",
    " has both `",
    " without `",
    " needs either `below` or `at_least`",
    " entries",
];

/// Whether the schema can state a fault. That something is missing it can say of keys, not of outcomes or answers.
fn is_stated(message: &str) -> bool {
    let missing = message.contains(" has no `") && message.ends_with('`');
    missing || STATED.iter().any(|words| message.contains(words))
}

#[test]
fn valid_quizzes_are_valid_by_the_schema() {
    let validator = validator();
    let folders = ["tests/quizzes/valid", "tests/quizzes/languages", "quizzes", "quizzes/examples"];
    let paths: Vec<PathBuf> = folders.iter().flat_map(|folder| quizzes(folder)).collect();
    assert!(paths.len() > 7);
    for path in paths {
        let quiz = json(&path).expect("TOML");
        let errors: Vec<String> =
            validator.iter_errors(&quiz).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
    }
}

#[test]
fn broken_quizzes_are_broken_by_the_schema_where_it_can_say_so() {
    let validator = validator();
    let paths = ["tests/quizzes/broken", "tests/quizzes/broken/once"].iter().flat_map(|folder| quizzes(folder));
    let (mut stated, mut unstated) = (0, 0);
    for path in paths {
        let Some(quiz) = json(&path) else { continue };
        let messages = messages(&path);
        let expected = messages.iter().any(|message| is_stated(message));
        let valid = validator.is_valid(&quiz);
        assert!(valid || !messages.is_empty(), "{}: the schema refuses what the parser takes", path.display());
        assert!(!valid || !expected, "{}: the schema takes what it could refuse: {messages:#?}", path.display());
        *(if expected { &mut stated } else { &mut unstated }) += 1;
    }
    assert!(stated > 10 && unstated > 0, "{stated} {unstated}");
}

/// One change of the example at a time, each of which the schema can state.
#[test]
fn single_faults_are_seen() {
    let validator = validator();
    let tea = fs::read_to_string(root().join("tests/quizzes/valid/tea-or-coffee.toml")).expect("a file");
    for (old, new) in [
        ("id = \"tea-or-coffee\"", "id = \"Tea\""),
        ("id = \"tea-or-coffee\"", "id = \"nul\""),
        ("lang = \"en\"", "lang = \"English\""),
        ("lang = \"en\"", ""),
        ("title = \"Tea or coffee?\"", "title = \" \""),
        ("title = \"Tea or coffee?\"", "titel = \"Tea or coffee?\""),
        ("max_marks = 2", "max_marks = 101"),
        ("max_marks = 2", "max_marks = true"),
        ("kind = \"scale\"", "kind = \"single\""),
        ("kind = \"scale\"", "kind = \"skale\""),
        ("low = \"Not at all\"", ""),
        ("min = 1", "top = 1"),
        ("weight = 2", "weight = -1"),
        ("points = { tea = 3 }", "points = { tea = 1001 }"),
        ("points = { tea = 3 }", "points = { tea = 0.5 }"),
        ("https://", "http://"),
        ("when = { not =", "when = { no ="),
        ("is = [\"never\"]", "is = []"),
        ("outcome = \"water\"", ""),
    ] {
        assert!(tea.contains(old), "{old}");
        let broken: Value = toml::from_str(&tea.replacen(old, new, 1)).expect("TOML");
        assert!(!validator.is_valid(&broken), "{old} -> {new}");
    }
}

/// Editors know draft 4, and no later one.
#[test]
fn only_keywords_of_draft_4_are_used() {
    const KEYWORDS: [&str; 22] = [
        "$schema",
        "$ref",
        "title",
        "description",
        "default",
        "type",
        "enum",
        "properties",
        "additionalProperties",
        "required",
        "items",
        "minItems",
        "maxItems",
        "maxLength",
        "pattern",
        "minimum",
        "maximum",
        "anyOf",
        "oneOf",
        "allOf",
        "not",
        "definitions",
    ];
    fn look(schema: &Value, names: bool) {
        match schema {
            Value::Object(entries) => entries.iter().for_each(|(key, value)| {
                assert!(names || KEYWORDS.contains(&key.as_str()), "{key}");
                // Under these, keys are names of the format.
                look(value, !names && ["properties", "definitions"].contains(&key.as_str()));
            }),
            Value::Array(entries) => entries.iter().for_each(|entry| look(entry, false)),
            _ => {}
        }
    }
    look(&schema(), false);
}
