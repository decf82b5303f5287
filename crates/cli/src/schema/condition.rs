//! The schema of a condition, which is exactly one of six things.

use serde_json::{Map, Value, json};
use which_track_quiz::check::QuizFormat;
use which_track_quiz::limits;

use super::parts::{described, list, step};

/// The schema, which refers to itself.
pub fn schema() -> Value {
    let forms: Vec<Value> = QuizFormat::conditions().into_iter().flat_map(forms).collect();
    described("condition", "", json!({ "type": "object", "oneOf": forms }))
}

/// The forms that a condition has with this key.
fn forms(key: &'static str) -> Vec<Value> {
    let percent = json!({ "type": "integer", "minimum": 0, "maximum": limits::HUNDRED });
    let id = json!({ "type": "string" });
    let condition = json!({ "$ref": "#/definitions/condition" });
    match key {
        "question" => vec![form(&[(key, id.clone()), ("is", some(json!({ "anyOf": [id, step()] })))])],
        "fit" => {
            let with = |bound| form(&[(key, id.clone()), (bound, percent.clone())]);
            vec![with("below"), with("at_least")]
        }
        "leads" => vec![form(&[(key, id)])],
        "not" => vec![form(&[(key, condition)])],
        _ => vec![form(&[(key, some(condition))])],
    }
}

/// A table with these keys, all of which must be there.
fn form(keys: &[(&str, Value)]) -> Value {
    let names: Vec<&str> = keys.iter().map(|(name, _)| *name).collect();
    let properties: Map<String, Value> =
        keys.iter().map(|(name, value)| ((*name).to_owned(), described("condition", name, value.clone()))).collect();
    json!({ "properties": properties, "required": names, "additionalProperties": false })
}

/// A list with something in it.
fn some(items: Value) -> Value {
    list(items, 1, limits::LIST)
}
