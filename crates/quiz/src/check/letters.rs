//! Characters that no text of a quiz may have: they cannot be seen, and change what is around them.
//!
//! TOML refuses most of them as they are, but not as `\u0007`. Refused are control characters, but for tabs and line
//! breaks in texts that may have several lines, and the characters that turn the direction of what follows: the old
//! embeddings and overrides (U+202A to U+202E) in any case, because an override can make a text read as another one,
//! and isolates (U+2066 to U+2069) where one is not closed in its text. Isolates in pairs are how Unicode says to write
//! Latin words within Arabic or Hebrew, and they end where they say.

use super::problem::{Span, Spanned};
use crate::limits;

/// What is wrong with a character, and what to do.
pub(super) struct Foreign {
    pub message: String,
    pub advice: &'static str,
}

/// The first character in a text that it may not have, with its place in the file, which is `file`.
pub(super) fn foreign(text: Spanned<&str>, several_lines: bool, file: &str) -> Option<Spanned<Foreign>> {
    let (before, rest) = text.value.split_at_checked(limits::foreign(text.value, several_lines)?)?;
    let letter = rest.chars().next()?;
    let nth = before.matches(letter).count();
    let code = format!("U+{:04X}", u32::from(letter));
    let (message, advice) = match letter {
        '\n' | '\t' => {
            let what = if letter == '\n' { "a line break" } else { "a tab" };
            (what.to_owned(), "write a space: this text has one line")
        }
        '\u{202a}'..='\u{202e}' => (
            format!("a character that turns the direction of letters, {code}"),
            "delete it, or write U+2067 and U+2069 around words from right to left, U+2066 and U+2069 around others",
        ),
        '\u{2066}'..='\u{2069}' => (
            format!("a character that turns the direction of letters, {code}, without its other half"),
            "write U+2069 behind what is turned, or delete both",
        ),
        _ => (format!("a control character, {code}"), "delete it"),
    };
    let written = file.get(text.span.start..text.span.end).unwrap_or_default();
    let span = place(written, letter, nth)
        .map_or(text.span, |(start, end)| Span { start: text.span.start + start, end: text.span.start + end });
    Some(Spanned { span, value: Foreign { message, advice } })
}

/// Where a text as it is written has a character for the time after the `nth`: as it is, or as an escape.
fn place(written: &str, letter: char, nth: usize) -> Option<(usize, usize)> {
    let mut places = Vec::new();
    let escapes = written.starts_with('"');
    let mut rest = written.char_indices();
    while let Some((start, here)) = rest.next() {
        let (meant, end) = match here {
            '\\' if escapes => {
                let (_, kind) = rest.next()?;
                let digits = match kind {
                    'x' => 2,
                    'u' => 4,
                    'U' => 8,
                    _ => 0,
                };
                let number = rest.as_str().get(..digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                let end = start + 1 + kind.len_utf8() + digits;
                (number.and_then(char::from_u32).or_else(|| simple(kind)), end)
            }
            here => (Some(here), start + here.len_utf8()),
        };
        if meant == Some(letter) {
            places.push((start, end));
        }
    }
    // A line break right behind three quotes belongs to no text.
    let skipped = usize::from(letter == '\n' && (written.starts_with("\"\"\"\n") || written.starts_with("'''\n")));
    places.get(nth + skipped).copied()
}

fn simple(kind: char) -> Option<char> {
    Some(match kind {
        'b' => '\u{8}',
        't' => '\t',
        'n' => '\n',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        _ => return None,
    })
}
