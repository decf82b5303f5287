//! What is not TOML, in the author's words: the parser says what its grammar expects, which is seldom what was meant.

mod value;

use value::{is_number, scalar};

use super::parser_error::ParserError;
use super::place::{COMMENT, PRINT, Place, Slip, Words, is_curly, words};

/// A parser's error in plainer words.
pub(super) fn slip(text: &str, reported: &ParserError) -> Slip {
    let place = Place { text, offset: reported.span.start };
    let (error, expected) = reported.words.split_once(", expected ").unwrap_or((&reported.words, ""));
    let plain = invisible(&place)
        .or_else(|| scalar(&place, error))
        .or_else(|| key(&place, error))
        .or_else(|| other(&place, error));
    let (message, advice) = plain.unwrap_or_else(|| (format!("not TOML: {error}"), toml_says(expected)));
    let habit = HABITS.contains(&message.as_str()) || message.starts_with(SPACE);
    Slip { span: place.span(reported.span.end), message, advice, habit }
}

/// Mistakes that an author or an editor makes throughout.
const HABITS: [&str; 4] = [COLON, COMMENT, PRINT, ONE_LINE];
const COLON: &str = "a `:` behind a key";
const ONE_LINE: &str = "a line ends in a carriage return alone, as on old Macs";
const SPACE: &str = "a space of another kind than usual";

fn toml_says(expected: &str) -> String {
    match expected {
        "" => "see https://toml.io for how it is written".to_owned(),
        "nothing" => "leave it out".to_owned(),
        expected => format!("write {expected}"),
    }
}

/// Characters that are seen as a space or not at all, and that TOML does not take for one.
fn is_unseen(letter: char) -> bool {
    letter.is_whitespace() && !letter.is_ascii()
        || letter.is_control() && !"\t\r\n".contains(letter)
        || ('\u{200b}'..='\u{200f}').contains(&letter)
        || ('\u{202a}'..='\u{202e}').contains(&letter)
        || ('\u{2060}'..='\u{2069}').contains(&letter)
        || ['\u{ad}', '\u{feff}'].contains(&letter)
}

/// A character that cannot be seen where none is allowed, so that the line looks right.
fn invisible(place: &Place<'_>) -> Option<Words> {
    let value = place.value();
    let bare = value.trim_matches(is_unseen);
    let looks_right =
        bare != value && (bare.starts_with(['"', '\'']) || is_number(bare) || ["true", "false"].contains(&bare));
    let here = place.letter().filter(|letter| is_unseen(*letter));
    let letter = here.or_else(|| value.chars().find(|letter| looks_right && is_unseen(*letter)))?;
    let code = format!("U+{:04X}", u32::from(letter));
    match letter.is_whitespace() {
        true => words(format!("{SPACE}, {code}"), "type it anew as a usual space"),
        false => words(format!("a character that cannot be seen, {code}"), "delete it"),
    }
}

/// What stands in the place of a key.
fn key(place: &Place<'_>, reported: &str) -> Option<Words> {
    let keys = [
        "invalid unquoted key",
        "unquoted keys cannot be empty",
        "key with no value",
        "invalid key-value pair",
        "missing assignment between key-value pairs",
        "missing key for inline table element",
    ];
    if !keys.contains(&reported) {
        return None;
    }
    let line = place.before().len() + place.behind().len();
    let line = place.text[place.offset - place.before().len()..][..line].trim();
    if ["//", ";", "--", "<!--", "/*", "%"].iter().any(|comment| line.starts_with(comment)) {
        return words(COMMENT, "write `#` before it");
    }
    if line.starts_with("- ") {
        return words(
            "TOML has no lists of this kind",
            "write `[[questions]]` and the like above each entry, or `[ …, … ]`",
        );
    }
    if place.behind().trim_start().starts_with(':') || place.before().trim_end().ends_with(':') {
        return words(COLON, "write `=`");
    }
    match reported {
        "key with no value" | "missing assignment between key-value pairs" => {
            words("a key has no value", "write `key = …`")
        }
        "invalid unquoted key" => {
            let letter = place.letter().map(String::from).unwrap_or_default();
            words(format!("`{letter}` cannot stand in a key"), "use the letters a to z, digits, `_` and `-`")
        }
        _ => words("a key is missing", "write `key = …`"),
    }
}

/// What goes wrong elsewhere.
fn other(place: &Place<'_>, reported: &str) -> Option<Words> {
    if reported.starts_with("cannot extend value") {
        return words("this key has a value already, and can have no keys below it", "use another key");
    }
    Some(match reported {
        "duplicate key" if place.text[place.offset - place.before().len()..].trim_start().starts_with('[') => {
            return words(
                "this table is there already",
                "keep one of the two, or write `[[…]]` above each entry of a list",
            );
        }
        "unexpected key or value" => return behind_value(place),
        "invalid basic string"
        | "invalid literal string"
        | "invalid multi-line basic string"
        | "invalid multi-line literal string" => return endless(place, reported),
        "missing opening quote" => ("a text has only its last quotation mark", "write the first where it begins"),
        "duplicate key" => ("this key or table is there already", "keep one of the two"),
        "missing comma between key-value pairs" | "missing comma between array elements"
            if place.before().ends_with(['"', '\'']) && place.letter().is_some_and(char::is_alphanumeric) =>
        {
            return behind_value(place);
        }
        "missing comma between key-value pairs" => ("a comma is missing", "write `,` between keys"),
        "missing comma between array elements" => ("a comma is missing", "write `,` between entries"),
        "unexpected `=` in array" => {
            ("a `=` within a list", "end the list before it with `]`, or write a table: `{ key = … }`")
        }
        "extra `=`" | "extra assignment between key-value pairs" => ("one `=` too many", "leave it out"),
        "extra comma in array" | "extra comma in inline table" => ("one `,` too many", "leave it out"),
        "missing array opening" | "missing table open" => ("one `]` too many", "leave it out"),
        "missing inline table opening" => ("one `}` too many", "leave it out"),
        "unclosed table" => ("the name of a table does not end", "write `]` behind it"),
        "unclosed array table" => ("the name of a table does not end", "write `]]` behind it"),
        "missing escaped value" => {
            ("a backslash that means nothing here", "write `\\\\` for a backslash, or the text between `'` and `'`")
        }
        "too few unicode value digits" => {
            let wide = place.before().contains("\\U");
            let (escape, digits) = if wide { ("\\U", "eight digits") } else { ("\\u", "four digits") };
            return words(
                format!("a `{escape}` without the number of a letter"),
                format!("write `\\\\` for a backslash, or {digits} behind it"),
            );
        }
        "invalid value" => ("a number that no letter has", "write the letter itself"),
        "invalid comment character" => ("a control character in a comment", "delete it"),
        "carriage return must be followed by newline" => {
            (ONE_LINE, "save the file with the line ends of Unix (LF) or Windows (CRLF)")
        }
        "cannot recurse further; max recursion depth met" => ("this is more than 80 deep", "use fewer levels"),
        _ => return None,
    })
    .map(|(message, advice): (&str, &str)| (message.to_owned(), advice.to_owned()))
}

/// Something between a value and the end of its line.
fn behind_value(place: &Place<'_>) -> Option<Words> {
    let closed = place.before().ends_with(['"', '\'']);
    match place.letter() {
        Some('/') if place.behind().starts_with("//") => words(COMMENT, "write `#` before it"),
        Some(',') if place.before().ends_with(']') => words(
            "a `,` behind the end of a list",
            "leave out the `]` before it where the list goes on, and the `,` where it does not",
        ),
        Some(letter @ (',' | ';')) => words(
            format!("a `{letter}` behind a value"),
            "leave it out: each key has a line of its own, and numbers are whole",
        ),
        Some(letter @ (']' | '}')) => words(format!("one `{letter}` too many"), "leave it out"),
        _ if place.before().trim_end().ends_with('\'') && closed => {
            words("a text ends before its last word", "write a text with an apostrophe between `\"` and `\"`")
        }
        _ if closed => words("a text ends before its last word", "write `\\\"` for a quotation mark within a text"),
        _ => words("something behind the end of a value", "write it on a line of its own, or `#` before a comment"),
    }
}

/// A text without an end, or with something in it that texts cannot have.
fn endless(place: &Place<'_>, reported: &str) -> Option<Words> {
    if place.letter().is_some_and(char::is_control) && !place.behind().is_empty() {
        return words("a control character in a text", "delete it");
    }
    let quote = match reported {
        "invalid basic string" => "\"",
        "invalid literal string" => "'",
        "invalid multi-line basic string" => "\"\"\"",
        _ => "'''",
    };
    let more = match quote.len() {
        _ if place.before().contains(is_curly) => ", a straight quotation mark",
        1 => ", or three of them on both sides of a text that has several lines",
        _ => "",
    };
    words("a text does not end", format!("write `{quote}` where it ends{more}"))
}
