//! What the parser makes of a text: a tree, as far as it goes, and what it says of the rest.

use std::ops::Range;

use toml::de::DeTable;

/// What the parser says of a place in a text.
pub(super) struct ParserError {
    pub span: Range<usize>,
    pub words: String,
}

/// How many errors of the parser are looked at, from the first one on. For each its line is gone through; a text that has
/// so many has no end of them.
pub(super) const ERRORS: usize = 1000;

/// What can be read of a text, and what the parser says of the rest, in the order of the text.
pub(super) fn parse(text: &str) -> (DeTable<'_>, Vec<ParserError>) {
    let (root, errors) = DeTable::parse_recoverable(text);
    let reported = |error: &toml::de::Error| ParserError {
        span: error.span().unwrap_or(text.len()..text.len()),
        words: error.message().to_owned(),
    };
    let mut reported: Vec<ParserError> = errors.iter().map(reported).collect();
    reported.sort_by_key(|reported| reported.span.start);
    reported.truncate(ERRORS);
    (root.into_inner(), reported)
}

/// Where the line begins that a place is in.
pub(super) fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}
