//! Parts that several schemas have.

use serde_json::{Value, json};
use which_track_quiz::check::QuizFormat;
use which_track_quiz::limits;

/// A schema with what its author is told of it.
pub fn described(noun: &str, key: &str, schema: Value) -> Value {
    let mut described = match QuizFormat::doc(noun, key) {
        Some(doc) => json!({ "title": doc.title, "description": doc.text }),
        None => json!({}),
    };
    merge(&mut described, schema);
    described
}

/// A list of so many.
pub fn list(items: Value, least: usize, most: usize) -> Value {
    json!({ "type": "array", "items": items, "minItems": least, "maxItems": most })
}

/// A step of a scale.
pub fn step() -> Value {
    let (least, most) = limits::STEPS.into_inner();
    json!({ "type": "integer", "minimum": least, "maximum": most })
}

/// Puts the entries of one object into another.
pub fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}
