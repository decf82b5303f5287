//! Ids: how they are written, that each is there once, and that what refers to one finds it.

use std::collections::BTreeSet;

use toml::de::DeValue;

use super::format::Form;
use super::problem::{Notes, Spanned};
use super::spelling::{instead, quoted};
use super::table::{Table, what};
use crate::file::Value;
use crate::limits::{ID, has_id_letters, is_id};

/// Notes ids that are missing, not well formed, or there already.
pub(super) fn check_ids(tables: &[Table<'_>]) {
    let mut seen = BTreeSet::new();
    for table in tables {
        table.check_id();
        if !seen.insert(table.id) && !table.id.is_empty() {
            let message = format!("{} is there already", table.name);
            table.notes.error(table.place("id"), message, "give this one another `id`");
        }
    }
}

/// Whether Windows has this name for a device, in any folder and whatever the ending.
#[must_use]
pub fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let numbered = |device| name.strip_prefix(device).is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']));
    ["con", "prn", "aux", "nul"].contains(&name.as_str()) || numbered("com") || numbered("lpt")
}

impl<'a> Table<'a> {
    /// Notes an id that is missing or not well formed.
    pub fn check_id(&self) {
        self.describe("id", || Form::Id);
        self.require("id", "id = \"…\"");
        let Some(id) = self.take("id", "text in quotes", DeValue::as_str) else { return };
        if id.value.is_empty() {
            self.notes.error(id.span, "an id is empty", "write a name of a to z, 0 to 9 and hyphens");
        } else if !has_id_letters(id.value) {
            let message = format!("`{}` is not an id", quoted(id.value));
            self.notes.error(id.span, message, "use only a to z, 0 to 9 and hyphens");
        } else if id.value.len() > ID {
            let message = format!("the id `{}` has {} characters", quoted(id.value), id.value.len());
            self.notes.error(id.span, message, format!("use at most {ID}"));
        }
    }

    /// Notes an id that names a folder of the site and that Windows has for something else. Of an edition that was kept
    /// it may have been the name all the same: only what an author writes is held to this.
    pub fn check_folder(&self) {
        if is_device(self.id) {
            let message =
                format!("the id of {} is the name of a device on Windows, which can have no such folder", self.name);
            self.notes.error(self.place("id"), message, "use another id: one more word will do");
        }
    }

    /// The name of something else in the quiz.
    pub fn name_at(&self, key: &'static str) -> Option<Spanned<&'a str>> {
        self.describe(key, || Form::Name);
        self.take(key, "an id in quotes", DeValue::as_str)
    }
}

/// The ids in a list, as others may name them.
pub(super) struct Ids<'a> {
    /// What has them: "track".
    noun: String,
    known: Vec<&'a str>,
    /// Whether each entry of the list has an id of its own. What is not among them is then really nowhere.
    whole: bool,
}

impl<'a> Ids<'a> {
    pub fn of(noun: impl Into<String>, ids: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = ids.into_iter().collect();
        let distinct: BTreeSet<&str> = known.iter().copied().collect();
        let whole = !known.is_empty() && distinct.len() == known.len() && known.iter().all(|id| is_id(id));
        Self { noun: noun.into(), known, whole }
    }

    /// The ids without those that are sure to be wrong: what names another one is no mistake of its own then.
    pub fn unless(self, wrong: bool) -> Self {
        Self { whole: self.whole && !wrong, ..self }
    }

    /// Whether there is such an id, or could be.
    pub fn may_have(&self, id: &str) -> bool {
        !self.whole || self.known.contains(&id)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.known.len()
    }

    /// The place of a name among them; notes where it is not among them.
    pub fn find(&self, written: Spanned<&str>, notes: &Notes<'_>) -> Option<u8> {
        let place = self.known.iter().position(|known| *known == written.value);
        if place.is_none() && self.whole {
            let message = format!("there is no {} `{}`", self.noun, quoted(written.value));
            notes.unknown(written.span, message, instead(written.value, &self.known));
        }
        place.and_then(|place| u8::try_from(place).ok())
    }
}

impl Notes<'_> {
    /// A list's text; notes where it is something else.
    pub(super) fn name<'a>(&self, value: &'a Value<'a>, noun: &str) -> Option<Spanned<&'a str>> {
        let span = value.span().into();
        let name = value.get_ref().as_str().map(|value| Spanned { span, value });
        if name.is_none() {
            self.error(span, format!("{} where the id of {noun} belongs", what(value.get_ref())), "write it in quotes");
        }
        name
    }
}
