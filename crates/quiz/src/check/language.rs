//! The languages of a quiz: what its files are called, and the tags that they name.

use super::format::Form;
use super::names::is_device;
use super::spelling::quoted;
use super::table::Table;
use crate::limits::{self, is_language_tag};

/// The language that a file says its words are in.
pub(super) fn read(root: &Table<'_>) -> String {
    root.require("lang", "lang = \"en\"");
    let lang = tag(root);
    root.describe("lang", || Form::Tag);
    lang.unwrap_or_default()
}

/// The language that a table names, where it does.
pub(super) fn tag(table: &Table<'_>) -> Option<String> {
    let lang = table.text("lang", limits::SHORT)?;
    if !lang.value.trim().is_empty() && !is_language_tag(lang.value) {
        let message = format!("`{}` is not a language tag", quoted(lang.value));
        table.notes.error(lang.span, message, "write one as in `en`, `fr` or `pt-BR`");
    }
    Some(lang.value.to_owned())
}

/// Notes where a quiz's file is not called what its id is.
pub(super) fn check_name(root: &Table<'_>, file: &str) {
    let stem = stem(file);
    if !root.id.is_empty() && stem != root.id {
        let message = format!("the id `{}` is not the file's name, `{}`", quoted(root.id), quoted(stem));
        root.notes.error(root.place("id"), message, "give both the same name");
    }
}

/// Notes where a translation is of another quiz, its file is not called after the quiz and the language, or a language
/// is there already.
pub(super) fn check_translation(root: &Table<'_>, file: &str, quiz: &str, lang: &str, taken: &[String]) {
    root.require("id", &format!("id = \"{quiz}\""));
    if !root.id.is_empty() && root.id != quiz {
        let message = format!("the id `{}` is not that of the quiz", quoted(root.id));
        root.notes.error(root.place("id"), message, format!("write `{quiz}`"));
    }
    let expected = format!("{quiz}.{lang}");
    if !lang.is_empty() && stem(file) != expected {
        let message = format!("the file is called `{}`, and its language is `{}`", quoted(stem(file)), quoted(lang));
        root.notes.error(root.place("lang"), message, format!("call the file `{}.toml`", quoted(&expected)));
    }
    if is_device(lang) {
        let message = format!(
            "`{}` is the name of a device on Windows, which can have no folder for this language",
            quoted(lang)
        );
        root.notes.error(
            root.place("lang"),
            message,
            format!("write it with a country or a script, as in `{}-Latn`", quoted(lang)),
        );
    }
    if taken.iter().any(|taken| taken.eq_ignore_ascii_case(lang)) {
        let message = format!("there is a file for `{}` already", quoted(lang));
        root.notes.error(root.place("lang"), message, "have one file for each language");
    }
}

/// Notes where the file of a language is not called after it.
pub(super) fn check_file(root: &Table<'_>, file: &str, lang: &str) {
    if !lang.is_empty() && stem(file) != lang {
        let message = format!("the file is called `{}`, and its language is `{}`", quoted(stem(file)), quoted(lang));
        root.notes.error(root.place("lang"), message, format!("call the file `{}.toml`", quoted(lang)));
    }
}

/// A file's name without its folder and its ending.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.strip_suffix(".toml").unwrap_or(name)
}
