//! Ids: how they are written, that each is there once, and that what refers to one finds it.

use std::collections::BTreeSet;

use toml::de::DeValue;

use super::problem::Notes;
use super::spelling::{instead, shown};
use super::table::{At, Table, what};
use crate::file::Value;
use crate::limits::{ID, has_id_letters};

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
pub(super) fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let numbered = |device| name.strip_prefix(device).is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']));
    ["con", "prn", "aux", "nul"].contains(&name.as_str()) || numbered("com") || numbered("lpt")
}

impl<'a> Table<'a> {
    /// Notes an id that is missing or not well formed.
    pub fn check_id(&self) {
        self.missing("id", "id = \"…\"");
        let Some(id) = self.take("id", "text in quotes", DeValue::as_str) else { return };
        if id.value.is_empty() || !has_id_letters(id.value) {
            let message = format!("`{}` is not an id", shown(id.value));
            self.notes.error(id.at, message, "use only a to z, 0 to 9 and hyphens");
        } else if id.value.len() > ID {
            let message = format!("the id `{}` has {} characters", shown(id.value), id.value.len());
            self.notes.error(id.at, message, format!("use at most {ID}"));
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
    pub fn name_at(&self, key: &str) -> Option<At<&'a str>> {
        self.take(key, "an id in quotes", DeValue::as_str)
    }
}

impl Notes<'_> {
    /// The place of a name among those there are; notes where it is not among them.
    pub(super) fn find(&self, written: At<&str>, noun: &str, known: &[&str]) -> Option<u8> {
        let place = known.iter().position(|known| *known == written.value);
        if place.is_none() {
            let message = format!("there is no {noun} `{}`", shown(written.value));
            self.absent(written.at, message, instead(written.value, known));
        }
        place.and_then(|place| u8::try_from(place).ok())
    }

    /// A list's text; notes where it is something else.
    pub(super) fn name<'a>(&self, value: &'a Value<'a>, noun: &str) -> Option<At<&'a str>> {
        let at = value.span().start;
        let name = value.get_ref().as_str().map(|value| At { at, value });
        if name.is_none() {
            self.error(at, format!("{} where the id of {noun} belongs", what(value.get_ref())), "write it in quotes");
        }
        name
    }
}
