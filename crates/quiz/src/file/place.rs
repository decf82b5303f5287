//! A place in a file that is not TOML, and what there is to say of it.

use crate::check::problem::Span;

/// Something that is not TOML: where, what is wrong, and what to write instead.
#[derive(Clone)]
pub(super) struct Slip {
    pub span: Span,
    pub message: String,
    pub advice: String,
    /// Whether it is one mistake however often it is there.
    pub habit: bool,
}

/// What is wrong where the parser stopped, and what helps.
pub(super) type Words = (String, String);

/// Such words.
pub(super) fn words(message: impl Into<String>, advice: impl Into<String>) -> Option<Words> {
    Some((message.into(), advice.into()))
}

/// Said of comments as other languages write them.
pub(super) const COMMENT: &str = "a comment begins with `#` in TOML";
/// Said of “these” and their like, as word processors write them.
pub(super) const PRINT: &str = "curly quotation marks, which TOML takes for letters";

/// How many bytes of a line are looked at before and behind a place: more than any text has, and not all of a line that
/// is a whole file.
const NEAR: usize = 8_192;

/// The place of an error.
pub(super) struct Place<'a> {
    pub text: &'a str,
    pub offset: usize,
}

impl<'a> Place<'a> {
    /// What is to be shown of it: all of a value, what the parser points at, or at least a letter.
    pub fn span(&self, said_end: usize) -> Span {
        let value = self.value();
        let begins = self.text.get(self.offset..).is_some_and(|rest| !value.is_empty() && rest.starts_with(value));
        let letter = self.letter().map_or(0, char::len_utf8);
        let end = if begins { self.offset + value.len() } else { said_end.max(self.offset + letter) };
        let line = self.offset + self.behind().len();
        Span { start: self.offset, end: end.min(line.max(self.offset)) }
    }

    /// Its line up to here.
    pub fn before(&self) -> &'a str {
        let from = self.text.floor_char_boundary(self.offset.saturating_sub(NEAR));
        let before = self.text.get(from..self.offset).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default()
    }

    /// Its line from here on.
    pub fn behind(&self) -> &'a str {
        self.line_from(self.offset)
    }

    fn line_from(&self, from: usize) -> &'a str {
        let to = self.text.floor_char_boundary(from + NEAR);
        self.text.get(from..to).and_then(|rest| rest.lines().next()).unwrap_or_default()
    }

    /// The letter that is here.
    pub fn letter(&self) -> Option<char> {
        self.behind().chars().next()
    }

    /// The value that an error is in, from behind its `=` to the end of the line or of the entry.
    pub fn value(&self) -> &'a str {
        let begun = self.before().rfind(['=', ',', '[']).map_or(self.before().len(), |place| place + 1);
        let from = self.offset - (self.before().len() - begun);
        let value = self.line_from(from);
        value.split([',', ']', '}', '#']).next().unwrap_or_default().trim_matches([' ', '\t', '\r'])
    }

    /// Whether this is behind a `[`, or within braces, on one line.
    pub fn nested(&self) -> bool {
        self.before().contains(['[', '{'])
    }
}

/// Whether this is a quotation mark, but none of TOML's.
pub(super) fn is_curly(letter: char) -> bool {
    "“”„‟‘’‚«»‹›「」".contains(letter)
}

/// What to say of a bracket, or of the first three quotes of a text over several lines, that has no other half.
pub(super) fn unclosed(text: &str, offset: usize) -> Slip {
    let begun = text.get(offset..).unwrap_or_default();
    let (what, close, length) = match begun.chars().next() {
        Some('[') => ("a list", "]", 1),
        Some('{') => ("a table", "}", 1),
        _ => ("a text", begun.get(..3).unwrap_or("\"\"\""), 3),
    };
    let (message, advice) = (format!("{what} does not end"), format!("write `{close}` where it ends"));
    Slip { span: (offset..offset + length.min(begun.len())).into(), message, advice, habit: false }
}

/// Whether a text in three quotes has only the first three.
pub(super) fn endless_text(token: &str) -> bool {
    token.len() < 6 || !token.ends_with(&token[..3])
}
