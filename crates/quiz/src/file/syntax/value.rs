//! A value that is neither text in quotes nor a number nor anything else that TOML has.

use crate::check::spelling::quoted;
use crate::file::place::{COMMENT, PRINT, Place, Words, is_curly, words};

/// Whether this looks like a number.
pub(super) fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first))
        && text.chars().all(|letter| letter.is_ascii_digit() || "+-._".contains(letter))
        && text.contains(|letter: char| letter.is_ascii_digit())
}

/// A value that is neither text in quotes nor a number nor anything else. The parser guesses by its first letter, and
/// takes `tea` for a misspelled `true`.
pub(super) fn scalar(place: &Place<'_>, reported: &str) -> Option<Words> {
    const SAID: [&str; 10] = [
        "string values must be quoted",
        "missing value",
        "invalid literal string",
        "redundant numeric sign",
        "unexpected leading zero",
        "unexpected sign",
        "`_` may only go between digits",
        "radix must be lowercase",
        "integers with a radix cannot be signed",
        "redundant integer number prefix",
    ];
    const KINDS: [&str; 12] = [
        "boolean",
        "float",
        "integer",
        "hexadecimal",
        "octal",
        "binary",
        "mantissa",
        "fraction",
        "exponent",
        "date",
        "time",
        "offset",
    ];
    let kind = |kind: &str| reported.strip_prefix("invalid ").is_some_and(|rest| rest.starts_with(kind));
    // A text between `'` that does not end is said to be at the end of its line.
    let quoted = reported == "invalid literal string" && !place.value().is_empty();
    if quoted || !(SAID.contains(&reported) || KINDS.into_iter().any(kind)) {
        return None;
    }
    let value = place.value();
    if value.is_empty() {
        return words("a value is missing", "write it behind the `=`: a text as `\"…\"`, or a whole number");
    }
    wrong_number(place, value).or_else(|| wrong_word(value))
}

fn wrong_number(place: &Place<'_>, value: &str) -> Option<Words> {
    let first = value.split_whitespace().next().unwrap_or_default();
    let rest = value[first.len()..].trim_start();
    if (is_number(first) || ["true", "false"].contains(&first)) && !rest.is_empty() {
        return match rest {
            rest if rest.starts_with("//") || rest.starts_with(';') => words(COMMENT, "write `#` before it"),
            rest if place.nested() && (rest.contains('=') || is_number(rest)) => {
                words("a comma is missing", "write `,` between the two")
            }
            rest if rest.contains('=') => words("a second key on one line", "write it on a line of its own"),
            _ => words("this is neither a number nor a text", "write digits only, or a text as `\"…\"`"),
        };
    }
    let numeric = first.starts_with(|letter: char| letter.is_ascii_digit()) || is_number(first);
    numeric.then(|| {
        words(
            "this is neither a number nor a text",
            "write a whole number with digits only, as in `3`, or a text as `\"…\"`",
        )
    })?
}

fn wrong_word(value: &str) -> Option<Words> {
    let lower = value.to_ascii_lowercase();
    let switch = |word: &str| {
        words(format!("`{value}` is not in quotes"), format!("write `{word}`, or `\"{value}\"` for the word"))
    };
    match lower.as_str() {
        "true" | "false" => words(format!("`{value}` has a capital letter"), format!("write `{lower}`")),
        "yes" | "on" => switch("true"),
        "no" | "off" => switch("false"),
        "null" | "none" | "nil" => words(format!("TOML has no `{value}`"), "leave the key out"),
        _ if value.starts_with(is_curly) => words(PRINT, "write straight ones: `\"…\"`"),
        _ if value.contains('=') => {
            words("a `=` within a value", "write `{ … }` around a table, or `\"…\"` around a text")
        }
        _ if quoted(value) != value => words("a text is not in quotes", "write it as `\"…\"`"),
        _ => words("a text is not in quotes", format!("write `\"{value}\"`")),
    }
}
