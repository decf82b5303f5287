//! Takes values out of a table of a quiz file, and notes what is missing, misspelled, of a wrong type or out of range.
//!
//! Whoever asks a table for a key thereby says that there is such a key. So no list of keys stands anywhere:
//! [`Table::done`] notes what nobody asked for.

use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;

use toml::de::{DeTable, DeValue};

use super::format::Form;
use super::letters;
use super::problem::{Notes, Span, Spanned};
use super::spelling::{any_of, grouped, instead, nearest, quoted};
use crate::file::Value;
use crate::limits::{self, LIST};

/// A table of a quiz file.
#[derive(Clone)]
pub(super) struct Table<'a> {
    /// What sort of table it is: "question".
    pub noun: &'static str,
    /// How problems call it: "question `pace`".
    pub name: String,
    /// Where it is, or where its heading is.
    pub span: Span,
    /// Its id as written; empty where it has none.
    pub id: &'a str,
    pub notes: &'a Notes<'a>,
    entries: &'a DeTable<'a>,
    /// What was asked for, here and in all that are this table seen otherwise.
    asked: Rc<Asked>,
    /// Where none of the keys asked for may be there: what to say of one that is.
    refusal: Option<Refusal<'a>>,
}

/// What is wrong with a key that may not be there, and what to do.
type Refusal<'a> = Rc<dyn Fn(&str) -> (String, String) + 'a>;

#[derive(Default)]
struct Asked {
    keys: RefCell<Vec<&'static str>>,
    /// The keys that must be there and are not, with what to say of it and what to do.
    missing: RefCell<Vec<(&'static str, String, String)>>,
}

/// A key that nobody asked for.
pub(super) struct Unread<'a> {
    /// What it was probably meant for.
    pub meant: Option<&'static str>,
    pub value: &'a Value<'a>,
}

impl<'a> Table<'a> {
    /// The table at the top of a file.
    pub fn root(entries: &'a DeTable<'a>, name: &str, notes: &'a Notes<'a>) -> Self {
        Self::new(entries, Span::FILE, "quiz", name.to_owned(), notes)
    }

    /// The table that a value is, by this name; notes where it is none.
    pub fn of(value: &'a Value<'a>, noun: &'static str, name: String, notes: &'a Notes<'a>) -> Option<Self> {
        let Some(entries) = value.get_ref().as_table() else {
            notes.error(value.span(), format!("{name} is {}", what(value.get_ref())), "write a table: `{ … }`");
            return None;
        };
        Some(Self::new(entries, value.span().into(), noun, name, notes))
    }

    fn new(entries: &'a DeTable<'a>, span: Span, noun: &'static str, name: String, notes: &'a Notes<'a>) -> Self {
        let (id, asked) = (id_of(entries), Rc::default());
        Self { noun, name, span, id, notes, entries, asked, refusal: None }
    }

    /// This table for keys that it may have only if `so`; otherwise each that is there is noted in these words.
    pub fn only_if(&self, so: bool, words: impl Fn(&str) -> (String, String) + 'a) -> Self {
        Self { refusal: (!so).then(|| Rc::new(words) as Refusal<'a>), ..self.clone() }
    }

    /// Notes every key that nobody asked for, and every one that is missing: all have been asked for. A key that is
    /// missing because it is misspelled is noted once.
    pub fn done(&self) -> Vec<Unread<'a>> {
        let asked = self.asked.keys.borrow();
        let mut missing = self.asked.missing.take();
        self.notes.remember(self.noun, &asked);
        let unread = self.entries().filter(|(key, _)| !asked.contains(&key.value)).map(|(key, value)| {
            if self.notes.is_of_quiz(self.noun, key.value) {
                let message = format!("{} has `{}`, which decides how the quiz works", self.name, key.value);
                self.notes.error(key.span, message, "leave it out; a translation holds words only");
                return Unread { meant: None, value };
            }
            let absent: Vec<&'static str> = missing.iter().map(|(key, ..)| *key).collect();
            let meant = nearest(key.value, &absent).or_else(|| nearest(key.value, &asked));
            missing.retain(|(key, ..)| Some(*key) != meant);
            let advice = match meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("leave it out; the keys are {}", any_of(&asked)),
            };
            self.notes.error(key.span, format!("unknown key `{}` in {}", quoted(key.value), self.name), advice);
            Unread { meant, value }
        });
        let unread = unread.collect();
        for (_, message, advice) in missing {
            self.notes.absent(self.span, message, advice);
        }
        unread
    }

    /// Says what may stand under a key, for whoever describes the format.
    pub fn describe(&self, key: &'static str, form: impl FnOnce() -> Form) {
        if let Some(format) = &self.notes.format {
            format.borrow_mut().form(self.noun, key, form(), self.refusal.is_none());
        }
    }

    fn ask(&self, key: &'static str) {
        let mut keys = self.asked.keys.borrow_mut();
        if !keys.contains(&key) {
            keys.push(key);
        }
    }

    /// Whether the key is there, and may be.
    pub fn has(&self, key: &'static str) -> bool {
        self.ask(key);
        self.refusal.is_none() && self.entries.contains_key(key)
    }

    /// The keys with their places and values, in the order of the alphabet.
    pub fn entries(&self) -> impl Iterator<Item = (Spanned<&'a str>, &'a Value<'a>)> + use<'a> {
        self.entries
            .iter()
            .map(|(key, value)| (Spanned { span: key.span().into(), value: key.get_ref().as_ref() }, value))
    }

    /// Where the key is.
    pub fn place(&self, key: &str) -> Span {
        self.entries.get_key_value(key).map_or(self.span, |(key, _)| key.span().into())
    }

    /// Keeps in mind, for [`Table::done`], that a key is missing.
    pub fn require(&self, key: &'static str, example: &str) {
        self.require_in_words(key, format!("{} has no `{key}`", self.name), format!("add `{example}`"));
    }

    /// The same, with what to say of it and what to do.
    pub fn require_in_words(&self, key: &'static str, message: String, advice: String) {
        if let Some(format) = self.notes.format.as_ref().filter(|_| self.refusal.is_none()) {
            format.borrow_mut().required(self.noun, key);
        }
        if !self.has(key) && self.refusal.is_none() {
            self.asked.missing.borrow_mut().push((key, message, advice));
        }
    }

    /// The value of a key, which the parser may have made up where it could read none.
    pub fn value(&self, key: &'static str) -> Option<&'a Value<'a>> {
        self.ask(key);
        let (written, value) = self.entries.get_key_value(key)?;
        if let Some(words) = &self.refusal {
            let (message, advice) = words(key);
            self.notes.error(written.span(), message, advice);
            return None;
        }
        Some(value).filter(|value| !value.span().is_empty())
    }

    /// A value of some type, `wanted` in words.
    pub fn take<T>(
        &self,
        key: &'static str,
        wanted: &str,
        take: impl Fn(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let written = self.value(key)?;
        let value = take(written.get_ref());
        if value.is_none() {
            let message = format!("`{key}` of {} is {}", self.name, what(written.get_ref()));
            self.notes.error(written.span(), message, format!("write {wanted}"));
        }
        value.map(|value| Spanned { span: written.span().into(), value })
    }

    /// A text that need not be there, as long as it may be.
    pub fn text(&self, key: &'static str, most: usize) -> Option<Spanned<&'a str>> {
        self.describe(key, || Form::Text(most));
        let text = self.take(key, "text in quotes", DeValue::as_str)?;
        let length = text.value.chars().count();
        if text.value.trim().is_empty() {
            self.notes.empty(text.span, format!("`{key}` of {} is empty", self.name));
        } else if length > most {
            let (length, most) = (grouped(length as u64), grouped(most as u64));
            let message = format!("`{key}` of {} has {length} characters", self.name);
            self.notes.error(text.span, message, format!("use at most {most}"));
        } else if let Some(foreign) = letters::foreign(text, most > limits::SHORT, self.notes.text()) {
            let message = format!("`{key}` of {} has {}", self.name, foreign.value.message);
            self.notes.error(foreign.span, message, foreign.value.advice);
            // Whatever else is wrong with the text may be so because of this.
            return None;
        } else if is_pictured(self.noun, key) {
            self.notes.picture(text.span, format!("`{key}` of {}", self.name), text.value);
        }
        Some(text)
    }

    /// A text that must be there.
    pub fn required(&self, key: &'static str, most: usize) -> String {
        self.require(key, &format!("{key} = \"…\""));
        self.text(key, most).map_or_else(String::new, |text| text.value.to_owned())
    }

    /// Words that may be there.
    pub fn optional(&self, key: &'static str, most: usize) -> Option<String> {
        self.text(key, most).map(|text| text.value.to_owned())
    }

    /// A short text that must be there and, by this measure, fit on the card.
    pub fn card_text(&self, key: &'static str, fits: fn(&str) -> bool) -> String {
        self.require(key, &format!("{key} = \"…\""));
        let Some(text) = self.text(key, limits::SHORT) else { return String::new() };
        if text.value.chars().count() <= limits::SHORT && !fits(text.value) {
            let message = format!("`{key}` of {} does not fit on the card", self.name);
            self.notes.error(text.span, message, "use fewer words");
        }
        text.value.to_owned()
    }

    /// A link that may be there.
    pub fn link(&self, key: &'static str) -> Option<String> {
        let link = self.text(key, limits::LONG);
        self.describe(key, || Form::Link);
        let link = link?;
        if !limits::is_link(link.value) {
            let message = format!("`{key}` of {} is not an https link", self.name);
            self.notes.error(link.span, message, "write an address that begins with `https://`");
        }
        Some(link.value.to_owned())
    }

    /// A whole number in a range.
    pub fn number<N>(&self, key: &'static str, range: &RangeInclusive<N>) -> Option<N>
    where
        N: Copy + PartialOrd + std::fmt::Display + TryFrom<i64> + Into<i64>,
    {
        self.describe(key, || Form::Number((*range.start()).into()..=(*range.end()).into()));
        let wanted = format!("a whole number from {} to {}", range.start(), range.end());
        let written = self.take(key, &wanted, |value| value.as_integer())?;
        in_range(written.value, range).or_else(|| {
            let message = format!("`{key}` of {} is {}", self.name, quoted(&written.value.to_string()));
            self.notes.error(written.span, message, format!("write {wanted}"));
            None
        })
    }

    /// The same, with what it is where it is left out.
    pub fn number_or<N>(&self, key: &'static str, range: &RangeInclusive<N>, default: N) -> N
    where
        N: Copy + PartialOrd + std::fmt::Display + TryFrom<i64> + Into<i64>,
    {
        let number = self.number(key, range);
        if let Some(format) = &self.notes.format {
            format.borrow_mut().default(self.noun, key, default.into());
        }
        number.unwrap_or(default)
    }

    /// Whether a key is `true`; it is not where it is left out.
    pub fn flag(&self, key: &'static str) -> bool {
        self.describe(key, || Form::Flag);
        self.take(key, "`true` or `false`", DeValue::as_bool).is_some_and(|flag| flag.value)
    }

    /// One of the names that a key can have, with what it means; a near miss is noted, and taken for what it is near.
    pub fn choice<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        self.describe(key, || Form::Choice(choices.iter().map(|(name, _)| *name).collect()));
        self.require(key, &format!("{key} = \"{}\"", names.first()?));
        let written = self.take(key, &any_of(&names), DeValue::as_str)?;
        if !names.contains(&written.value) {
            let message = format!("`{key}` of {} is `{}`", self.name, quoted(written.value));
            self.notes.error(written.span, message, instead(written.value, &names));
        }
        let meant = nearest(written.value, &names)?;
        choices.iter().find(|(name, _)| *name == meant).map(|(_, choice)| *choice)
    }

    /// The table under a key, called by its key and the name of this one.
    pub fn table(&self, key: &'static str) -> Option<Table<'a>> {
        self.describe(key, || Form::Table(key));
        Self::of(self.value(key)?, key, format!("`{key}` of {}", self.name), self.notes)
    }

    /// The values of a list.
    pub fn list(&self, key: &'static str) -> Option<Spanned<Vec<&'a Value<'a>>>> {
        self.describe(key, || Form::Names);
        let mut list =
            self.take(key, "a list: `[ … ]`", |value| Some(value.as_array()?.iter().collect::<Vec<_>>()))?;
        if list.value.len() > LIST {
            let message = format!("`{key}` of {} has {} entries", self.name, list.value.len());
            self.notes.refuse(list.span, message, format!("use at most {LIST}"));
            list.value.truncate(LIST);
        }
        Some(list)
    }

    /// A list of tables, each called by `noun` and its id or place. More than `count` allows are refused. A single table
    /// in the place of a list is noted, and read as a list of one.
    pub fn tables(&self, key: &'static str, noun: &'static str, count: RangeInclusive<usize>) -> Vec<Table<'a>> {
        let inner = noun == "option";
        self.describe(key, || Form::Tables(noun, count.clone()));
        if *count.start() > 0 {
            self.require(key, &if inner { format!("{key} = [ … ]") } else { format!("[[{key}]]") });
        }
        let Some(written) = self.value(key) else { return Vec::new() };
        let mut list = match written.get_ref() {
            DeValue::Array(list) => list.iter().collect(),
            other => {
                let message = format!("`{key}` of {} is {}", self.name, what(other));
                let wanted = match noun {
                    _ if inner => format!("`{key} = [ … ]`, a list"),
                    "advice" => format!("`[[{key}]]` above each piece of advice"),
                    _ => format!("`[[{key}]]` above each {noun}"),
                };
                self.notes.error(written.span(), message, format!("write {wanted}"));
                if !other.is_table() {
                    return Vec::new();
                }
                vec![written]
            }
        };
        let entries = if list.len() == 1 { "entry" } else { "entries" };
        let message = format!("`{key}` of {} has {} {entries}", self.name, list.len());
        if list.len() > *count.end() {
            self.notes.refuse(written.span(), message, format!("use at most {}", count.end()));
            list.truncate(*count.end());
        } else if list.len() < *count.start() && written.get_ref().is_array() {
            self.notes.absent(written.span(), message, format!("write {} to {}", count.start(), count.end()));
        }
        let name = |place: usize, value: &Value<'a>| {
            let id = value.get_ref().as_table().map_or("", |entries| id_of(entries));
            let own = if id.is_empty() { format!("{noun} {}", place + 1) } else { format!("{noun} `{}`", quoted(id)) };
            if inner { format!("{own} of {}", self.name) } else { own }
        };
        let tables = list.into_iter().enumerate();
        tables.filter_map(|(place, value)| Self::of(value, noun, name(place, value), self.notes)).collect()
    }
}

/// Whether pictures show the text under a key of a sort of table: the titles of the quiz's own page and of its outcomes,
/// and what stands above them. Labels of tracks are on those only that a browser draws, with fonts of its own.
fn is_pictured(noun: &str, key: &str) -> bool {
    [("quiz", "title"), ("quiz", "description"), ("outcome", "title")].contains(&(noun, key))
}

/// The number that a value is, if it is in a range.
pub(super) fn in_range<N>(value: &toml::de::DeInteger<'_>, range: &RangeInclusive<N>) -> Option<N>
where
    N: PartialOrd + TryFrom<i64>,
{
    let number = i64::from_str_radix(value.as_str(), value.radix()).ok()?;
    N::try_from(number).ok().filter(|number| range.contains(number))
}

fn id_of<'a>(entries: &'a DeTable<'a>) -> &'a str {
    entries.get("id").and_then(|id| id.get_ref().as_str()).unwrap_or_default()
}

/// A value's type in words.
pub(super) fn what(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
