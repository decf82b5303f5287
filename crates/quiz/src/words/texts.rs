//! The texts of one language.

use crate::language::primary;

/// One language's texts, in the order of [`super::WORDS`]; of a compiled quiz, as many as a reader needs. Each place is the
/// number of that place in braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// The language.
    pub lang: String,
    /// Each word's text; of one that counts, the text for each of [`super::Plural::ALL`], empty where there is none.
    pub texts: Vec<Vec<String>>,
    /// The places of those that the quiz's own file has, in the quiz's language.
    pub own: Vec<u8>,
}

impl Texts {
    /// The language that numbers among these words are written in: the one around, where it is a kind of theirs.
    #[must_use]
    pub fn written<'a>(&'a self, around: &'a str) -> &'a str {
        if primary(around).eq_ignore_ascii_case(primary(&self.lang)) { around } else { &self.lang }
    }
}
