//! `which-track schema`: the JSON Schema of a quiz file, made of what the parser asks for. Draft 4, which is as far as
//! the editors' plugins for TOML go.

mod condition;
mod parts;

use anyhow::Result;
use serde_json::{Map, Value, json};
use which_track_quiz::check::{Form, Key, QuizFormat};
use which_track_quiz::limits;

use crate::exit::Exit;
use crate::print;
use parts::{described, list, merge, step};

/// Prints the schema.
pub fn run() -> Result<Exit> {
    print::line(text()?)?;
    Ok(Exit::Well)
}

/// The schema as text.
pub fn text() -> Result<String> {
    Ok(serde_json::to_string_pretty(&schema())?)
}

/// The schema.
pub fn schema() -> Value {
    let format = QuizFormat::new();
    let mut definitions = Map::new();
    for noun in format.tables.nouns().filter(|noun| !["quiz", "question"].contains(noun)) {
        definitions.insert(noun.to_owned(), of_table(noun, &format.tables.keys(noun)));
    }
    definitions.insert("question".to_owned(), question(&format));
    definitions.insert("advice".to_owned(), advice(&format));
    definitions.insert("condition".to_owned(), condition::schema());
    definitions.insert("points".to_owned(), described("points", "", points()));
    definitions.insert("answers".to_owned(), described("answers", "", answers()));
    let mut schema = json!({ "$schema": "http://json-schema.org/draft-04/schema#" });
    merge(&mut schema, of_table("quiz", &format.tables.keys("quiz")));
    merge(&mut schema, json!({ "definitions": definitions }));
    schema
}

/// The schema of a table with these keys.
fn of_table(noun: &str, keys: &[Key]) -> Value {
    let properties: Map<String, Value> =
        keys.iter().map(|key| (key.name.to_owned(), described(noun, key.name, of_key(noun, key)))).collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    require(&mut schema, keys.iter().filter(|key| key.required));
    described(noun, "", schema)
}

/// The keys that must be there. An empty list of them is none in this draft.
fn require<'a>(schema: &mut Value, keys: impl Iterator<Item = &'a Key>) {
    let names: Vec<&str> = keys.map(|key| key.name).collect();
    if !names.is_empty() {
        merge(schema, json!({ "required": names }));
    }
}

fn of_key(noun: &str, key: &Key) -> Value {
    let mut schema = of_form(&key.form);
    if key.name == "id" && ["quiz", "outcome"].contains(&noun) {
        merge(&mut schema, json!({ "not": { "enum": folders_taken() } }));
    }
    let default = match key.form {
        Form::Flag => Some(json!(false)),
        _ => key.default.map(|default| json!(default)),
    };
    if let Some(default) = default {
        merge(&mut schema, json!({ "default": default }));
    }
    schema
}

fn of_form(form: &Form) -> Value {
    match form {
        Form::Text(most) => json!({ "type": "string", "maxLength": most, "pattern": "\\S" }),
        Form::Id => json!({ "type": "string", "pattern": "^[a-z0-9-]+$", "maxLength": limits::ID }),
        Form::Name => json!({ "type": "string" }),
        Form::Names => json!({ "type": "array", "items": { "type": "string" }, "maxItems": limits::LIST }),
        Form::Tag => {
            let pattern = "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$";
            json!({ "type": "string", "pattern": pattern, "maxLength": limits::TAG })
        }
        Form::Link => json!({ "type": "string", "pattern": "^https://\\S+$", "maxLength": limits::LONG }),
        Form::Number(range) => json!({ "type": "integer", "minimum": range.start(), "maximum": range.end() }),
        Form::Flag => json!({ "type": "boolean" }),
        Form::Choice(names) => json!({ "enum": names }),
        Form::Condition => reference("condition"),
        Form::Table("words") => json!({ "type": "object" }),
        Form::Table(noun) => reference(noun),
        Form::Tables(noun, count) => list(reference(noun), *count.start(), *count.end()),
    }
}

fn reference(noun: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{noun}") })
}

/// The schema of a question: all keys, and for each kind which of them it needs and which it does not have.
fn question(format: &QuizFormat) -> Value {
    let (_, keys) = format.questions.iter().find(|(kind, _)| *kind == "multi").unwrap_or(&format.questions[0]);
    let always =
        |name: &str| format.questions.iter().all(|(_, keys)| keys.iter().any(|key| key.name == name && key.required));
    let all: Vec<Key> = keys.iter().map(|key| Key { required: always(key.name), ..key.clone() }).collect();
    let mut schema = of_table("question", &all);
    let kinds: Vec<Value> = format.questions.iter().map(|(kind, keys)| of_kind(kind, keys)).collect();
    merge(&mut schema, json!({ "oneOf": kinds }));
    schema
}

/// What is so for questions of one kind only.
fn of_kind(kind: &str, keys: &[Key]) -> Value {
    let mut schema = json!({ "properties": { "kind": { "enum": [kind] } } });
    require(&mut schema, keys.iter().filter(|key| key.required && key.allowed));
    let refused: Vec<Value> =
        keys.iter().filter(|key| !key.allowed).map(|key| json!({ "required": [key.name] })).collect();
    merge(&mut schema, json!({ "not": { "anyOf": refused } }));
    schema
}

/// The schema of advice, of which only mistakes have an `instead`.
fn advice(format: &QuizFormat) -> Value {
    let mut schema = of_table("advice", &format.tables.keys("advice"));
    let mistake = json!({ "properties": { "kind": { "enum": ["mistake"] } } });
    merge(&mut schema, json!({ "anyOf": [mistake, { "not": { "required": ["instead"] } }] }));
    schema
}

fn points() -> Value {
    let (least, most) = limits::POINTS.into_inner();
    let number = json!({ "type": "integer", "minimum": least, "maximum": most });
    json!({ "type": "object", "additionalProperties": number })
}

fn answers() -> Value {
    let several = json!({ "type": "array", "items": { "type": "string" } });
    json!({ "type": "object", "additionalProperties": { "anyOf": [{ "type": "string" }, several, step()] } })
}

/// The ids that cannot be those of folders.
fn folders_taken() -> Vec<String> {
    let numbered = |device: &'static str| (0..=9).map(move |number| format!("{device}{number}"));
    let plain = ["con", "prn", "aux", "nul"].map(str::to_owned);
    plain.into_iter().chain(numbered("com")).chain(numbered("lpt")).collect()
}
