//! What the author wrote: a file as a tree of TOML in which every value knows its place.

mod syntax;

use syntax::Slip;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_parser::lexer::TokenKind;

use crate::check::problem::Notes;
use crate::limits;

/// How many syntax errors are reported. What comes after so many are mostly echoes of the first.
const MOST_ERRORS: usize = 100;

/// A file as its author wrote it: TOML, as far as it can be read, and not yet checked for anything else.
pub(crate) struct QuizFile<'a> {
    root: DeTable<'a>,
}

/// A value with its place in the file.
pub(crate) type Value<'a> = Spanned<DeValue<'a>>;

impl<'a> QuizFile<'a> {
    /// Reads a file's text as far as it is TOML, and notes where it is not.
    pub fn parse(text: &'a str, notes: &Notes<'_>) -> Self {
        if text.len() > limits::FILE {
            notes.refuse(0, "the file is larger than 256 KiB", "leave words out, or make two quizzes of it");
        } else if let Some(at) = too_many_dots(text) {
            notes.refuse(at, "a key has more than 8 dots", "write tables in braces: `source = { label = \"…\" }`");
        } else {
            return Self { root: parse(text, notes) };
        }
        Self { root: DeTable::new() }
    }

    /// The keys at the top of the file.
    pub fn root(&self) -> &DeTable<'a> {
        &self.root
    }
}

fn parse<'a>(text: &'a str, notes: &Notes<'_>) -> DeTable<'a> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let offset = |error: &toml::de::Error| error.span().map_or(text.len(), |span| span.start);
    let mut slips: Vec<Slip> = errors.iter().map(|error| syntax::slip(text, offset(error), error.message())).collect();
    slips.sort_by_key(|slip| slip.offset);
    // What else is wrong on a line may only follow from the first.
    slips.dedup_by_key(|slip| line_start(text, slip.offset));
    for Slip { offset, message, advice } in slips.into_iter().take(MOST_ERRORS) {
        notes.syntax(offset, message, advice);
    }
    let endless =
        errors.iter().any(|error| error.message().split(", ").next().is_some_and(|said| ENDLESS.contains(&said)));
    if let Some(Slip { offset, message, advice }) = endless.then(|| syntax::unclosed(text)).flatten() {
        notes.endless(offset, message, advice);
    }
    root.into_inner()
}

/// What the parser says of something that goes on to the end of the file.
const ENDLESS: [&str; 4] =
    ["unclosed array", "unclosed inline table", "invalid multi-line basic string", "invalid multi-line literal string"];

fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// Where a key has too many dots.
fn too_many_dots(text: &str) -> Option<usize> {
    let mut dots = 0;
    let over = toml_parser::Source::new(text).lex().find(|token| {
        match token.kind() {
            TokenKind::Dot => dots += 1,
            TokenKind::Atom | TokenKind::Whitespace | TokenKind::LiteralString | TokenKind::BasicString => {}
            _ => dots = 0,
        }
        dots > limits::DOTS
    });
    over.map(|token| token.span().start())
}
