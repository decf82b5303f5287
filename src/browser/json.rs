//! From what the browser's own JSON parser made of a compiled quiz to what the core reads.

use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast, JsValue};
use which_track_quiz::compiled::{Room, Tree};
use which_track_quiz::{Invalid, Quiz, limits};

/// The largest whole number that JavaScript tells from its neighbors, 2^53 - 1.
const MOST: f64 = 9_007_199_254_740_991.0;

/// What the questions need of the quiz that was compiled to this value, and what else there is in it.
///
/// # Errors
/// What is wrong, where it is no compiled quiz, one of another format, damaged, or beyond a limit.
pub fn asked(value: &JsValue) -> Result<(Quiz, Tree), Invalid> {
    Quiz::asked(of_value(value)?)
}

/// The value as a tree.
///
/// # Errors
/// It is beyond a limit.
pub fn of_value(value: &JsValue) -> Result<Tree, Invalid> {
    tree(value, limits::NESTED, &mut Room::default())
}

/// The value as a tree. What no compiled quiz holds (objects, fractions, lists too deep) is nothing, and the core then
/// says what is missing. How long a text or a list is, is asked before it is gone through.
fn tree(value: &JsValue, depth: usize, room: &mut Room) -> Result<Tree, Invalid> {
    if let Some(text) = value.dyn_ref::<JsString>() {
        room.text(text.length() as usize)?;
        return Ok(Tree::Text(text.into()));
    }
    if let Some(number) = value.as_f64().filter(|number| number.abs() <= MOST && number.fract() == 0.0) {
        #[allow(clippy::cast_possible_truncation, reason = "whole and at most 2^53")]
        return Ok(Tree::Number(number as i64));
    }
    let Some(list) = value.dyn_ref::<Array>().filter(|_| depth > 0) else { return Ok(Tree::Nothing) };
    room.list(list.length() as usize)?;
    Ok(Tree::List(list.iter().map(|entry| tree(&entry, depth - 1, room)).collect::<Result<_, _>>()?))
}
