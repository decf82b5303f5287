//! From what the browser's own JSON parser made of a compiled quiz to what the core reads.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use which_track_quiz::compiled::{DEPTH, Tree};

/// The largest whole number that JavaScript tells from its neighbors, 2^53 - 1.
const MOST: f64 = 9_007_199_254_740_991.0;

/// The value as a tree. What no compiled quiz holds (objects, fractions, lists too deep) is nothing, and the core then
/// says what is missing.
pub fn tree(value: &JsValue) -> Tree {
    within(value, DEPTH)
}

fn within(value: &JsValue, depth: usize) -> Tree {
    if let Some(text) = value.as_string() {
        return Tree::Text(text);
    }
    if let Some(number) = value.as_f64().filter(|number| number.abs() <= MOST && number.fract() == 0.0) {
        #[allow(clippy::cast_possible_truncation, reason = "whole and at most 2^53")]
        return Tree::Number(number as i64);
    }
    match value.dyn_ref::<Array>() {
        Some(list) if depth > 0 => Tree::List(list.iter().map(|entry| within(&entry, depth - 1)).collect()),
        _ => Tree::Nothing,
    }
}
