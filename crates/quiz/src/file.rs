//! What the author wrote: a file as a tree of TOML in which every value knows its place.

mod conflict;
mod foreign;
mod lost;
mod parser_error;
mod place;
mod statement;
mod syntax;

use std::borrow::Cow;
use std::ops::Range;

use parser_error::{ERRORS, line_start, parse};
use place::Slip;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_parser::lexer::TokenKind;

use crate::check::problem::Notes;
use crate::limits;

/// How often what cannot be read is looked for, since behind one such part there may be another.
const PASSES: usize = 20;
/// After how many of the parser's errors, over all passes, it is looked for no more.
const WORK: usize = 3 * ERRORS;

/// A file as its author wrote it: TOML, as far as it can be read, and not yet checked for anything else.
pub(crate) struct QuizFile<'a> {
    root: DeTable<'a>,
}

/// A value with its place in the file.
pub(crate) type Value<'a> = Spanned<DeValue<'a>>;

/// A file's text with blanks where nothing can be read, so that one mistake there is not found again in all that comes
/// behind it; what is left has the places that it had. Notes each such part once.
pub(crate) fn readable<'a>(text: &'a str, notes: &Notes<'_>) -> Cow<'a, str> {
    if text.len() > limits::FILE {
        notes.refuse(0..0, "the file is larger than 256 KiB", "leave words out, or make two quizzes of it");
        return Cow::Borrowed("");
    }
    if let Some(dot) = too_many_dots(text) {
        notes.refuse(dot, "a key has more than 8 dots", "write tables in braces: `source = { label = \"…\" }`");
        return Cow::Borrowed("");
    }
    let conflicts = conflict::conflicts(text, notes);
    let mut text = Cow::Borrowed(text);
    blank(&mut text, conflicts);
    let mut work = 0;
    for pass in 0..PASSES {
        let (_, reported) = parse(&text);
        work += reported.len();
        if reported.is_empty() || work > WORK {
            break;
        }
        if let Some(Slip { span, message, advice, .. }) = (pass == 0).then(|| foreign::format(&text)).flatten() {
            notes.refuse(span, message, advice);
            return Cow::Borrowed("");
        }
        let lost = lost::lost(&text, &reported);
        if lost.is_empty() {
            break;
        }
        for (Slip { span, message, advice, habit }, parts) in lost {
            notes.syntax(span, message, advice, habit);
            blank(&mut text, parts);
        }
    }
    text
}

impl<'a> QuizFile<'a> {
    /// Reads a text as far as it is TOML, and notes where it is not.
    pub fn parse(text: &'a str, notes: &Notes<'_>) -> Self {
        let (root, reported) = parse(text);
        let mut slips: Vec<Slip> = reported.iter().map(|reported| syntax::slip(text, reported)).collect();
        slips.sort_by_key(|slip| slip.span.start);
        // What else is wrong on a line may only follow from the first.
        slips.dedup_by_key(|slip| line_start(text, slip.span.start));
        for Slip { span, message, advice, habit } in slips {
            notes.syntax(span, message, advice, habit);
        }
        Self { root }
    }

    /// The keys at the top of the file.
    pub fn root(&self) -> &DeTable<'a> {
        &self.root
    }
}

/// Writes blanks over parts of a text, but for the ends of lines.
fn blank(text: &mut Cow<'_, str>, parts: Vec<Range<usize>>) {
    for part in parts {
        let blanks = text[part.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect::<String>();
        text.to_mut().replace_range(part, &blanks);
    }
}

/// Where a key has too many dots.
fn too_many_dots(text: &str) -> Option<Range<usize>> {
    let mut dots = 0;
    let over = toml_parser::Source::new(text).lex().find(|token| {
        match token.kind() {
            TokenKind::Dot => dots += 1,
            TokenKind::Atom | TokenKind::Whitespace | TokenKind::LiteralString | TokenKind::BasicString => {}
            _ => dots = 0,
        }
        dots > limits::DOTS
    });
    over.map(|token| token.span().start()..token.span().end())
}
