//! Every limit of the format, for files that authors write and for compiled quizzes from anywhere; docs/format.md
//! states them.
//!
//! They keep arithmetic exact in 64 bits, lists short enough to be gone through, and a page from being kept busy by
//! somebody else's file.

use std::ops::RangeInclusive;

/// How many bytes a quiz file has at most.
pub const FILE: usize = 256 * 1024;
/// How many bytes a compiled quiz has at most as JSON: more than two files, a quiz's and its translation's, can come
/// to, with all that JSON puts before a quotation mark.
pub const COMPILED: usize = 2 * 1024 * 1024;
/// How many texts, numbers and lists a compiled quiz has at most.
pub const ENTRIES: usize = 150_000;
/// How many entries a list of a compiled quiz has at most: as many as there may be advice.
pub const LONGEST: usize = ADVICE;
/// How deep a compiled quiz nests at most: conditions within conditions, within a gate, within the list of gates.
pub const NESTED: usize = 32;
/// How many dots a key has at most. Far more than the format needs; without an end, a key of dots alone would nest
/// tables until the stack is full. (The parser has such a limit for brackets, but not for keys.)
pub const DOTS: usize = 8;
/// How deep brackets nest at most; the parser's own limit.
pub const BRACKETS: usize = 80;

/// How many characters an id has at most.
pub const ID: usize = 40;
/// How many characters a title, label or topic has at most.
pub const SHORT: usize = 160;
/// How many characters any other text has at most.
pub const LONG: usize = 1200;
/// How many characters a language tag has at most.
pub const TAG: usize = 35;

/// How many minutes a quiz takes.
pub const MINUTES: RangeInclusive<u8> = 1..=60;
/// Points of one option for one track.
pub const POINTS: RangeInclusive<i16> = -1000..=1000;
/// Steps of a scale.
pub const STEPS: RangeInclusive<i8> = -2..=2;
/// Weight, margin, marks, percentages: 0 to this.
pub const HUNDRED: u8 = 100;
/// How many tracks.
pub const TRACKS: RangeInclusive<usize> = 2..=12;
/// How many questions.
pub const QUESTIONS: RangeInclusive<usize> = 1..=100;
/// How many options a question has.
pub const OPTIONS: RangeInclusive<usize> = 2..=20;
/// How many outcomes at most.
pub const OUTCOMES: usize = 40;
/// How many gates at most.
pub const GATES: usize = 50;
/// How many pieces of advice at most.
pub const ADVICE: usize = 200;
/// How many claims at most.
pub const CLAIMS: usize = 100;
/// How many golden answers at most.
#[cfg(feature = "author")]
pub const TESTS: usize = 100;
/// How many conditions, answers or outcomes a list names at most.
pub const LIST: usize = 100;
/// How deep conditions nest at most.
pub const DEPTH: usize = 8;
/// How many parts the conditions of gates and questions have together at most: each condition, those within it, and each
/// answer under `is`. What is worked out over many sheets looks at every part.
pub const PARTS: usize = 400;
/// How far the points of one track may reach from least to most, over all questions with their weights.
pub const SPAN: i64 = 30_000_000;
/// How many legal answers a question has at most.
pub const LEGAL: u64 = 50_000;
/// How many gaps a compiled quiz brings at most: one for each percent.
pub const GAPS: usize = 100;

/// Whether a text has at most this many characters, and not blanks only. A long one is not gone through.
#[must_use]
pub fn is_text(text: &str, most: usize) -> bool {
    is_within(text, most) && !text.trim().is_empty()
}

/// Whether a text has at most this many characters. A long one is not gone through.
#[must_use]
pub fn is_within(text: &str, most: usize) -> bool {
    // No character has more than four bytes.
    text.len() <= 4 * most && text.chars().count() <= most
}

/// Where a text has a character that no text may have: a control character, or one that turns the direction of what
/// follows. Tabs and line breaks may stand in texts of several lines, and isolates in pairs.
#[cfg(feature = "author")]
#[must_use]
pub fn foreign(text: &str, several_lines: bool) -> Option<usize> {
    let (mut depth, mut outermost) = (0, 0);
    for (place, letter) in text.char_indices() {
        match letter {
            '\n' | '\t' if several_lines => {}
            '\r' if text.as_bytes().get(place + 1) == Some(&b'\n') => {}
            '\u{2066}'..='\u{2068}' => {
                outermost = if depth == 0 { place } else { outermost };
                depth += 1;
            }
            '\u{2069}' if depth > 0 => depth -= 1,
            '\u{2069}' | '\u{202a}'..='\u{202e}' => return Some(if depth > 0 { outermost } else { place }),
            other if other.is_control() => return Some(if depth > 0 { outermost } else { place }),
            _ => {}
        }
    }
    (depth > 0).then_some(outermost)
}

/// What stands in the place of an outcome in the address of an invitation. No outcome has this id.
pub const COMPARE: &str = "compare";

/// Whether a text is written as ids are: in small letters, digits and hyphens, of which none means something in an
/// address, in a file's name or between answers.
#[must_use]
pub fn is_id(id: &str) -> bool {
    (1..=ID).contains(&id.len()) && has_id_letters(id)
}

/// Whether a text has no other letters than ids have.
#[must_use]
pub fn has_id_letters(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Whether a tag is built as BCP 47 says: a language of two or three letters, then parts of up to eight.
#[must_use]
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    tag.len() <= TAG
        && (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Whether a text is an address that the quiz may lead to. Only https: a compiled quiz may come from anywhere, and a
/// link could be a script.
#[must_use]
pub fn is_link(link: &str) -> bool {
    // As a pattern: looking a letter up in a text brings the search for whole texts into the widget, 800 bytes of it.
    let is_escaped = |letter| matches!(letter, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}');
    let plain = |letter: char| !letter.is_whitespace() && !letter.is_control() && !is_escaped(letter);
    let host = link.strip_prefix("https://").unwrap_or_default();
    // Of other alphabets all may begin a name: the tables that tell their letters weigh more than this file.
    host.starts_with(|letter: char| letter.is_ascii_alphanumeric() || !letter.is_ascii()) && host.chars().all(plain)
}
