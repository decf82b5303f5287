//! What the author wrote: a file as a tree of TOML in which every value knows its place.

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
    for error in errors.iter().take(MOST_ERRORS) {
        let at = error.span().map_or(text.len(), |span| span.start);
        let (message, expected) = error.message().split_once(", expected ").unwrap_or((error.message(), ""));
        let (message, advice) = match (plain(message), expected) {
            (Some((message, advice)), _) => (message.to_owned(), advice.to_owned()),
            (None, "") => (format!("not TOML: {message}"), "see https://toml.io for how it is written".to_owned()),
            (None, "nothing") => (format!("not TOML: {message}"), "leave it out".to_owned()),
            (None, expected) => (format!("not TOML: {message}"), format!("write {expected}")),
        };
        notes.syntax(at, message, advice);
    }
    root.into_inner()
}

/// The parser's words for what goes wrong most, in plainer ones, and what to write instead.
fn plain(message: &str) -> Option<(&'static str, &'static str)> {
    Some(match message {
        "duplicate key" => ("this key or table is there already", "keep one of the two"),
        "invalid basic string" => ("a text does not end", "write `\"` where it ends"),
        "string values must be quoted" => {
            ("a value is missing, or a text is not in quotes", "write the text as `\"…\"`")
        }
        "key with no value" => ("a key has no value", "write `key = …`"),
        "missing comma between key-value pairs" => ("a comma is missing", "write `,` between keys"),
        "missing comma between array elements" => ("a comma is missing", "write `,` between entries"),
        "unclosed array" => ("a list does not end", "write `]` where it ends"),
        "unclosed inline table" => ("a table does not end", "write `}` where it ends"),
        "cannot recurse further; max recursion depth met" => ("this is more than 80 deep", "use fewer levels"),
        _ => return None,
    })
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
