//! What the interface says: a language's texts with numbers, and with what stands in a quiz, filled in.

use std::fmt;
use std::rc::Rc;

use super::numbers::{Numbers, Plural};
use super::texts::Texts;
use crate::language::{agree, direction};

/// What the interface says, and in which language where that is not the quiz's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// The words.
    pub text: Rc<str>,
    /// Their language, where they have to be marked with it.
    pub lang: Option<Rc<str>>,
}

/// What is in the quiz's own language, or in none.
impl<T: Into<Rc<str>>> From<T> for Phrase {
    fn from(text: T) -> Self {
        Self { text: text.into(), lang: None }
    }
}

impl Phrase {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// The words of the interface as they stand beside the texts of a quiz. The same only as themselves.
#[derive(Clone)]
pub struct Words {
    texts: Rc<Texts>,
    numbers: Rc<dyn Numbers>,
    /// The language, where it is not the one around.
    foreign: Option<Rc<str>>,
    /// Whether something is written from right to left: what is filled in must then keep its own direction.
    isolated: bool,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.texts.lang).finish()
    }
}

impl Words {
    /// Words beside texts in a language.
    #[must_use]
    pub fn new(texts: Rc<Texts>, beside: &str, numbers: Rc<dyn Numbers>) -> Self {
        let foreign = (!agree(&texts.lang, beside)).then(|| texts.lang.as_str().into());
        let isolated = [beside, &texts.lang].iter().any(|lang| direction(lang) == "rtl");
        Self { texts, numbers, foreign, isolated }
    }

    /// Their language.
    #[must_use]
    pub fn lang(&self) -> &str {
        &self.texts.lang
    }

    /// The same words beside texts in another language.
    #[must_use]
    pub fn beside(&self, lang: &str) -> Self {
        Self::new(Rc::clone(&self.texts), lang, Rc::clone(&self.numbers))
    }

    fn form(&self, word: usize, plural: Plural) -> &str {
        let forms = self.texts.texts.get(word).map_or([].as_slice(), Vec::as_slice);
        forms.get(plural as usize).or(forms.first()).map_or("", String::as_str)
    }

    fn phrase(&self, word: usize, text: Rc<str>) -> Phrase {
        let own = self.texts.own.iter().any(|own| usize::from(*own) == word);
        Phrase { text, lang: self.foreign.clone().filter(|_| !own) }
    }

    pub(super) fn plain(&self, word: usize) -> Phrase {
        self.phrase(word, self.form(word, Plural::Other).into())
    }

    pub(super) fn filled(&self, word: usize, places: &[Filling<'_>]) -> Phrase {
        let count = places.iter().find_map(|place| if let Filling::Count(count) = place { Some(*count) } else { None });
        let plural = count.map_or(Plural::Other, |count| self.numbers.plural(count));
        self.phrase(word, self.fill(self.form(word, plural), places).into())
    }

    /// A text with its places filled. What is in braces and is no place stays.
    fn fill(&self, text: &str, places: &[Filling<'_>]) -> String {
        let mut filled = String::new();
        let mut parts = text.split('{');
        filled.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (place, rest) = part.split_once('}').unwrap_or(("", part));
            if let Some(place) = place.parse().ok().and_then(|place: usize| places.get(place)) {
                self.push(&mut filled, place);
            }
            filled.push_str(rest);
        }
        filled
    }

    fn push(&self, filled: &mut String, place: &Filling<'_>) {
        // Unicode's FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
        let (open, close) = if self.isolated { ("\u{2068}", "\u{2069}") } else { ("", "") };
        match place {
            Filling::Text(text) => [open, text, close].iter().for_each(|part| filled.push_str(part)),
            Filling::Number(number) | Filling::Count(number) => filled.push_str(&self.texts.number(*number)),
            Filling::Percent(percent) => filled.push_str(&self.percent((*percent).into()).text),
        }
    }
}

/// What comes into a place.
pub(super) enum Filling<'a> {
    Text(&'a str),
    Number(usize),
    Count(usize),
    Percent(u8),
}
