//! The texts of one language.

#[cfg(feature = "author")]
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
    /// The ten digits that numbers are written with, empty where these are 0 to 9. A browser knows them, too, but takes
    /// longer to say so than for all else before a question.
    pub digits: String,
}

impl Texts {
    /// The same beside a quiz's texts: numbers are written as in the language around, where it is a kind of theirs.
    #[cfg(feature = "author")]
    #[must_use]
    pub fn beside(self, around: &str) -> Self {
        let alike = primary(around).eq_ignore_ascii_case(primary(&self.lang));
        let digits = super::Native::new(&self.lang, if alike { around } else { &self.lang }).digits();
        Self { digits, ..self }
    }

    /// A number in digits. There are none so large that their digits stand in groups.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        let written = |digit: char| self.digits.chars().nth(digit.to_digit(10)? as usize);
        number.to_string().chars().map(|digit| written(digit).unwrap_or(digit)).collect()
    }
}
