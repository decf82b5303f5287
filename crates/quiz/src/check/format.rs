//! What may stand where in a quiz file, as the parser asks for it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// What may stand under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Text of at most so many characters.
    Text(usize),
    /// The id of what the table is.
    Id,
    /// The id of something else in the quiz.
    Name,
    /// A list of such.
    Names,
    /// A language tag.
    Tag,
    /// An https address.
    Link,
    /// A whole number in a range.
    Number(RangeInclusive<i64>),
    /// `true` or `false`.
    Flag,
    /// One of these names.
    Choice(Vec<&'static str>),
    /// A condition.
    Condition,
    /// A table of this sort.
    Table(&'static str),
    /// A list of tables of this sort, and how many there may be.
    Tables(&'static str, RangeInclusive<usize>),
}

/// A key of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What may stand under it.
    pub form: Form,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it may be there.
    pub allowed: bool,
    /// The number that it is where it is left out.
    pub default: Option<i64>,
}

/// The keys of each sort of table.
#[derive(Clone, Debug, Default)]
pub struct Format {
    tables: BTreeMap<&'static str, Vec<Key>>,
    /// What must be there, noted before or after what may stand there.
    required: Vec<(&'static str, &'static str)>,
}

impl Format {
    /// The keys of a sort of table, in the order in which they are asked for.
    #[must_use]
    pub fn keys(&self, noun: &str) -> Vec<Key> {
        let keys = self.tables.get(noun).into_iter().flatten();
        let is_required = |key: &Key| self.required.iter().any(|(of, name)| *of == noun && *name == key.name);
        keys.map(|key| Key { required: is_required(key), ..key.clone() }).collect()
    }

    /// The sorts of tables.
    pub fn nouns(&self) -> impl Iterator<Item = &'static str> {
        self.tables.keys().copied()
    }

    /// Notes what may stand under a key.
    pub(super) fn form(&mut self, noun: &'static str, name: &'static str, form: Form, allowed: bool) {
        let keys = self.tables.entry(noun).or_default();
        match keys.iter_mut().find(|key| key.name == name) {
            Some(key) => key.form = wider(&key.form, form),
            None => keys.push(Key { name, form, required: false, allowed, default: None }),
        }
    }

    /// Notes that a key must be there.
    pub(super) fn required(&mut self, noun: &'static str, name: &'static str) {
        self.required.push((noun, name));
    }

    /// Notes what a number is where it is left out.
    pub(super) fn default(&mut self, noun: &'static str, name: &'static str, default: i64) {
        let mut keys = self.tables.get_mut(noun).into_iter().flatten();
        if let Some(key) = keys.find(|key| key.name == name) {
            key.default = Some(default);
        }
    }
}

/// What may stand under a key that is asked for twice: in the last way, but numbers in the range of both.
fn wider(before: &Form, now: Form) -> Form {
    match (before, now) {
        (Form::Number(before), Form::Number(now)) => {
            Form::Number(*before.start().min(now.start())..=*before.end().max(now.end()))
        }
        (_, now) => now,
    }
}
