//! Reads the words of the interface: a language's file, and the words that a quiz's file has in their place.

use toml::de::DeValue;

use super::language::{check_file, read};
use super::letters;
use super::problem::{Notes, Problem, Spanned};
use super::source::Source;
use super::spelling::{instead, quoted};
use super::table::{Table, what};
use crate::file::{self, QuizFile};
use crate::limits;
use crate::words::{Kind, Native, Numbers, Plural, Texts, WORDS, Word};

/// A language of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The language with the country whose habits it follows, as link previews want it: `pt_BR`.
    pub locale: String,
    /// The words.
    pub texts: Texts,
}

/// Whether a file is that of a language and no quiz: it says which country's habits it follows.
#[must_use]
pub fn is_language(text: &str) -> bool {
    text.lines().any(|line| line.split_once('=').is_some_and(|(key, _)| key.trim() == "locale"))
}

/// Checks the file of a language: the language, with nothing where it could not be read, and everything that is wrong.
#[must_use]
pub fn language(source: Source<'_>) -> (Language, Vec<Problem>) {
    let notes = Notes::new(source.name, source.text);
    let text = file::readable(source.text, &notes);
    let file = QuizFile::parse(&text, &notes);
    let language = read_language(&Table::root(file.root(), "the language", &notes), source.name);
    (language, notes.into_problems())
}

fn read_language(root: &Table<'_>, file: &str) -> Language {
    let lang = read(root);
    check_file(root, file, &lang);
    let locale = root.required("locale", limits::SHORT);
    root.require("words", "[words]");
    let words = root.table("words").map(|table| every(&table, &Forms::of(&lang)));
    root.done();
    let texts = words.unwrap_or_else(|| vec![Vec::new(); WORDS.len()]);
    Language { locale, texts: Texts { digits: Native::new(&lang, &lang).digits(), lang, texts, own: Vec::new() } }
}

/// All words of a language. One that is missing or cannot be read is noted, and empty.
fn every(table: &Table<'_>, forms: &Forms) -> Vec<Vec<String>> {
    let read = |word: &&Word| {
        let advice = format!("add `{}`; it is for this: {}", word.name, word.doc);
        table.require_in_words(word.name, format!("the word `{}` is missing", word.name), advice);
        forms.word(table, word).unwrap_or_default()
    };
    let words = WORDS.iter().map(read).collect();
    table.done();
    words
}

/// Puts the words that a quiz's file has in the place of a language's.
pub(super) fn replace(table: &Table<'_>, texts: &mut Texts) {
    let forms = Forms::of(&texts.lang);
    for (place, word) in WORDS.iter().enumerate() {
        if let Some(text) = forms.word(table, word) {
            texts.texts[place] = text;
            texts.own.extend(u8::try_from(place));
        }
    }
    table.done();
}

/// The forms of words that a language has.
struct Forms {
    numbers: Native,
    all: Vec<Plural>,
}

impl Forms {
    fn of(lang: &str) -> Self {
        let numbers = Native::new(lang, lang);
        Self { all: numbers.forms(), numbers }
    }

    /// A word's texts, or nothing where there is none.
    fn word(&self, table: &Table<'_>, word: &Word) -> Option<Vec<String>> {
        let value = table.value(word.name)?;
        let name = format!("`{}`", word.name);
        let needed = word.count().map_or(Vec::new(), |(least, most)| self.needed(least, most));
        match value.get_ref() {
            DeValue::String(text) if needed.len() < 2 => {
                let alone = word.count().and_then(|(least, most)| (least == most).then_some(least));
                let text = Spanned { span: value.span().into(), value: &**text };
                Some(vec![self.text(table.notes, text, word, alone.is_some())])
            }
            DeValue::Table(_) if !needed.is_empty() => {
                let forms = Table::of(value, "word", name, table.notes)?;
                Some(self.forms(&forms, word, &needed))
            }
            other => {
                let wanted = match needed.len() {
                    0 | 1 => "text in quotes".to_owned(),
                    _ => written(&needed),
                };
                let message = format!("{name} is {}", what(other));
                table.notes.error(value.span(), message, format!("write {wanted}"));
                None
            }
        }
    }

    /// The forms that go with the numbers in a range, in their order.
    fn needed(&self, least: usize, most: usize) -> Vec<Plural> {
        let mut needed: Vec<Plural> = (least..=most).map(|number| self.numbers.plural(number)).collect();
        needed.sort_unstable();
        needed.dedup();
        needed
    }

    /// Whether a form goes with one number of a range only, which then need not be said in digits.
    fn is_of_one(&self, plural: Plural, (least, most): (usize, usize)) -> bool {
        (least.max(1)..=most).filter(|number| self.numbers.plural(*number) == plural).count() < 2
    }

    /// The text for each form.
    fn forms(&self, table: &Table<'_>, word: &Word, needed: &[Plural]) -> Vec<String> {
        for plural in needed {
            let message = format!("{} lacks the form `{}`", table.name, plural.name());
            table.require_in_words(plural.name(), message, format!("write {}", written(needed)));
        }
        let form = |(plural, name): (Plural, &'static str)| {
            let known = self.all.contains(&plural);
            let text = known.then(|| table.take(name, "text in quotes", DeValue::as_str)).flatten()?;
            let of_one = word.count().is_some_and(|range| self.is_of_one(plural, range));
            Some(self.text(table.notes, text, word, of_one))
        };
        let forms = Plural::ALL.map(|plural| form(plural).unwrap_or_default()).to_vec();
        table.done();
        forms
    }

    /// A text with the numbers of its places in the place of their names. `of_one` is whether its number is known.
    fn text(&self, notes: &Notes<'_>, text: Spanned<&str>, word: &Word, of_one: bool) -> String {
        let Spanned { span, value: text } = text;
        let name = word.name;
        if !limits::is_text(text, limits::LONG) {
            notes.error(span, format!("`{name}` is empty or too long"), "write up to 1,200 characters");
        } else if let Some(foreign) = letters::foreign(Spanned { span, value: text }, true, notes.text()) {
            notes.error(foreign.span, format!("`{name}` has {}", foreign.value.message), foreign.value.advice);
        }
        let places: Vec<&str> = word.places.iter().map(|place| place.name).collect();
        let mut used = vec![false; places.len()];
        let read = numbered(text, |place| {
            let found = places.iter().position(|known| *known == place);
            match found {
                Some(found) => used[found] = true,
                None => notes.error(
                    span,
                    format!("`{name}` has no place `{{{}}}`", quoted(place)),
                    in_place(place, &places),
                ),
            }
            found
        });
        if read.is_none() {
            notes.error(span, format!("a brace in `{name}` belongs to no place"), in_place("", &places));
        }
        for (place, _) in word.places.iter().zip(used).filter(|(_, used)| !used) {
            if !(of_one && matches!(place.kind, Kind::Count(..))) {
                notes.error(
                    span,
                    format!("`{name}` lacks the place `{{{}}}`", place.name),
                    "write it where its value belongs",
                );
            }
        }
        read.unwrap_or_default()
    }
}

/// What to write in the place of a place that there is not.
fn in_place(place: &str, places: &[&str]) -> String {
    if places.is_empty() { "leave it out; this word has no places".to_owned() } else { instead(place, places) }
}

/// The forms of a word as an author writes them.
fn written(needed: &[Plural]) -> String {
    let names: Vec<String> = needed.iter().map(|plural| format!("{} = \"…\"", plural.name())).collect();
    format!("`{{ {} }}`", names.join(", "))
}

/// A text with the names in braces looked up. Nothing where the braces do not match; what has no number is left out.
fn numbered(text: &str, mut number: impl FnMut(&str) -> Option<usize>) -> Option<String> {
    let mut read = String::new();
    let mut parts = text.split('{');
    read.push_str(parts.next().filter(|first| !first.contains('}'))?);
    for part in parts {
        let (place, rest) = part.split_once('}').filter(|(_, rest)| !rest.contains('}'))?;
        if let Some(number) = number(place) {
            read.push_str(&format!("{{{number}}}"));
        }
        read.push_str(rest);
    }
    Some(read)
}
