//! Takes values out of a table of a quiz file, and notes what is missing, misspelled, of a wrong type or out of range.

use std::ops::RangeInclusive;

use toml::de::{DeTable, DeValue};

use super::problem::Notes;
use super::spelling::{any_of, grouped, instead, nearest, shown};
use crate::file::Value;
use crate::limits::{self, LIST};

/// A table of a quiz file.
pub(super) struct Table<'a> {
    /// How problems call it: "question `pace`".
    pub name: String,
    /// Where it begins.
    pub at: usize,
    /// Its id as written; empty where it has none.
    pub id: &'a str,
    pub notes: &'a Notes<'a>,
    entries: &'a DeTable<'a>,
}

/// A value taken out of a table, with its place.
#[derive(Clone, Copy)]
pub(super) struct At<T> {
    pub at: usize,
    pub value: T,
}

impl<'a> Table<'a> {
    /// The table at the top of a file.
    pub fn root(entries: &'a DeTable<'a>, name: &str, notes: &'a Notes<'a>) -> Self {
        Self { name: name.to_owned(), at: 0, id: id_of(entries), notes, entries }
    }

    /// The table that a value is, by this name; notes where it is none.
    pub fn of(value: &'a Value<'a>, name: String, notes: &'a Notes<'a>) -> Option<Self> {
        let at = value.span().start;
        let Some(entries) = value.get_ref().as_table() else {
            notes.error(at, format!("{name} is {}", what(value.get_ref())), "write a table: `{ … }`");
            return None;
        };
        Some(Self { name, at, id: id_of(entries), notes, entries })
    }

    /// Notes every key that is not among these; whether there was none.
    pub fn only(&self, known: &[&str]) -> bool {
        let mut unknown = self.entries().filter(|(key, _)| !known.contains(&key.value)).peekable();
        let none = unknown.peek().is_none();
        for (key, _) in unknown {
            let message = format!("unknown key `{}` in {}", shown(key.value), self.name);
            let advice = match nearest(key.value, known) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => format!("leave it out; the keys are {}", any_of(known)),
            };
            self.notes.error(key.at, message, advice);
        }
        none
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// The keys with their places and values, in the order of the alphabet.
    pub fn entries(&self) -> impl Iterator<Item = (At<&'a str>, &'a Value<'a>)> + use<'a> {
        self.entries.iter().map(|(key, value)| (At { at: key.span().start, value: key.get_ref().as_ref() }, value))
    }

    /// Where the key is.
    pub fn place(&self, key: &str) -> usize {
        self.entries.get_key_value(key).map_or(self.at, |(key, _)| key.span().start)
    }

    /// Notes that a key is missing.
    pub fn missing(&self, key: &str, example: &str) {
        if !self.has(key) {
            self.notes.absent(self.at, format!("{} has no `{key}`", self.name), format!("add `{example}`"));
        }
    }

    /// The value of a key, which the parser may have made up where it could read none.
    pub fn value(&self, key: &str) -> Option<&'a Value<'a>> {
        self.entries.get(key).filter(|value| !value.span().is_empty())
    }

    /// A value of some type, `wanted` in words.
    pub fn take<T>(&self, key: &str, wanted: &str, take: impl Fn(&'a DeValue<'a>) -> Option<T>) -> Option<At<T>> {
        let written = self.value(key)?;
        let at = written.span().start;
        let value = take(written.get_ref());
        if value.is_none() {
            let message = format!("`{key}` of {} is {}", self.name, what(written.get_ref()));
            self.notes.error(at, message, format!("write {wanted}"));
        }
        value.map(|value| At { at, value })
    }

    /// A text that need not be there, as long as it may be.
    pub fn text(&self, key: &str, most: usize) -> Option<At<&'a str>> {
        let text = self.take(key, "text in quotes", DeValue::as_str)?;
        let length = text.value.chars().count();
        if text.value.trim().is_empty() {
            self.notes.error(text.at, format!("`{key}` of {} is empty", self.name), "write its words");
        } else if length > most {
            let (length, most) = (grouped(length as u64), grouped(most as u64));
            let message = format!("`{key}` of {} has {length} characters", self.name);
            self.notes.error(text.at, message, format!("use at most {most}"));
        }
        Some(text)
    }

    /// A text that must be there.
    pub fn needed(&self, key: &str, most: usize) -> String {
        self.missing(key, &format!("{key} = \"…\""));
        self.text(key, most).map_or_else(String::new, |text| text.value.to_owned())
    }

    /// Words that may be there.
    pub fn words(&self, key: &str, most: usize) -> Option<String> {
        self.text(key, most).map(|text| text.value.to_owned())
    }

    /// A short text that must be there and, by this measure, fit on the card.
    pub fn card_text(&self, key: &str, fits: fn(&str) -> bool) -> String {
        let text = self.needed(key, limits::SHORT);
        if text.chars().count() <= limits::SHORT && !fits(&text) {
            let message = format!("`{key}` of {} does not fit on the card", self.name);
            self.notes.error(self.value(key).map_or(self.at, |value| value.span().start), message, "use fewer words");
        }
        text
    }

    /// A link that may be there.
    pub fn link(&self, key: &str) -> Option<String> {
        let link = self.text(key, limits::LONG)?;
        if !limits::is_link(link.value) {
            let message = format!("`{key}` of {} is not an https link", self.name);
            self.notes.error(link.at, message, "write an address that begins with `https://`");
        }
        Some(link.value.to_owned())
    }

    /// A whole number in a range.
    pub fn number<N>(&self, key: &str, range: &RangeInclusive<N>) -> Option<N>
    where
        N: Copy + PartialOrd + std::fmt::Display + TryFrom<i64>,
    {
        let wanted = format!("a whole number from {} to {}", range.start(), range.end());
        let written = self.take(key, &wanted, |value| value.as_integer())?;
        in_range(written.value, range).or_else(|| {
            let message = format!("`{key}` of {} is {}", self.name, shown(&written.value.to_string()));
            self.notes.error(written.at, message, format!("write {wanted}"));
            None
        })
    }

    /// Whether a key is `true`; it is not where it is left out.
    pub fn flag(&self, key: &str) -> bool {
        self.take(key, "`true` or `false`", DeValue::as_bool).is_some_and(|flag| flag.value)
    }

    /// One of the names that a key can have, with what it means; a near miss is noted, and taken for what it is near.
    pub fn choice<T: Copy>(&self, key: &str, choices: &[(&'static str, T)]) -> Option<T> {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        self.missing(key, &format!("{key} = \"{}\"", names.first()?));
        let written = self.take(key, &any_of(&names), DeValue::as_str)?;
        if !names.contains(&written.value) {
            let message = format!("`{key}` of {} is `{}`", self.name, shown(written.value));
            self.notes.error(written.at, message, instead(written.value, &names));
        }
        let meant = nearest(written.value, &names)?;
        choices.iter().find(|(name, _)| *name == meant).map(|(_, choice)| *choice)
    }

    /// The table under a key, called by its key and the name of this one.
    pub fn table(&self, key: &str) -> Option<Table<'a>> {
        Self::of(self.value(key)?, format!("`{key}` of {}", self.name), self.notes)
    }

    /// The values of a list.
    pub fn list(&self, key: &str) -> Option<At<Vec<&'a Value<'a>>>> {
        let mut list =
            self.take(key, "a list: `[ … ]`", |value| Some(value.as_array()?.iter().collect::<Vec<_>>()))?;
        if list.value.len() > LIST {
            let message = format!("`{key}` of {} has {} entries", self.name, list.value.len());
            self.notes.refuse(list.at, message, format!("use at most {LIST}"));
            list.value.truncate(LIST);
        }
        Some(list)
    }

    /// A list of tables, each called by `noun` and its id or place. More than `count` allows are refused.
    pub fn tables(&self, key: &str, noun: &str, count: RangeInclusive<usize>) -> Vec<Table<'a>> {
        if *count.start() > 0 {
            self.missing(key, &if noun == "option" { format!("{key} = [ … ]") } else { format!("[[{key}]]") });
        }
        let wanted = format!("`[[{key}]]` above each {noun}");
        let list = self.take(key, &wanted, |value| Some(value.as_array()?.iter().collect::<Vec<_>>()));
        let Some(At { at, value: mut list }) = list else { return Vec::new() };
        let entries = if list.len() == 1 { "entry" } else { "entries" };
        let message = format!("`{key}` of {} has {} {entries}", self.name, list.len());
        if list.len() > *count.end() {
            self.notes.refuse(at, message, format!("use at most {}", count.end()));
            list.truncate(*count.end());
        } else if list.len() < *count.start() {
            self.notes.absent(at, message, format!("write {} to {}", count.start(), count.end()));
        }
        let name = |place: usize, value: &Value<'a>| {
            let id = value.get_ref().as_table().map_or("", |entries| id_of(entries));
            let own = if id.is_empty() { format!("{noun} {}", place + 1) } else { format!("{noun} `{}`", shown(id)) };
            if noun == "option" { format!("{own} of {}", self.name) } else { own }
        };
        let tables = list.into_iter().enumerate();
        tables.filter_map(|(place, value)| Self::of(value, name(place, value), self.notes)).collect()
    }
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
