//! Reads a translation: the quiz again, with every text replaced and nothing else.

use super::beside::beside;
use super::language;
use super::spelling::{any_of, nearest, quoted};
use super::table::Table;
use super::texts::{self, Entry, Item, Url};
use crate::quiz::QuizData;

/// The quiz in another language. Notes all that is missing, or is not in the quiz.
pub(super) fn translation(root: &Table<'_>, file: &str, quiz: &QuizData, taken: &[String]) -> QuizData {
    let lang = language::read(root);
    language::check_translation(root, file, &quiz.id, &lang, taken);
    let mut parts = QuizData { lang, ..quiz.clone() };
    translate(root, texts::of(&mut parts));
    parts.words = Some(beside(root, &parts.lang));
    root.done();
    parts
}

/// Replaces the texts of a table.
fn translate(table: &Table<'_>, entries: Vec<Entry<'_>>) {
    for entry in entries {
        match entry {
            Entry::Text { key, most, fits, text } => replace(table, key, most, fits, text),
            Entry::Link { key, url } => lead(table, key, url),
            Entry::Absent(key) => absent(table, key),
            // Read where its kind is.
            Entry::Own(_) => {}
            Entry::Table { key, entries } => nested(table, key, entries),
            Entry::List { key, noun, most, items } => each(table, key, noun, most, items),
        }
    }
}

/// Notes words that the quiz does not have.
fn absent(table: &Table<'_>, key: &'static str) {
    let name = table.name.clone();
    let refusing = table.only_if(false, move |key| {
        let message = format!("{name} has `{key}`, which the quiz does not have there");
        (message, "leave it out, or add it to the quiz".to_owned())
    });
    refusing.value(key);
}

/// Replaces a text that the quiz has, and that may have to fit where it is shown.
fn replace(table: &Table<'_>, key: &'static str, most: usize, fits: Option<fn(&str) -> bool>, text: &mut String) {
    let message = format!("`{key}` of {} is not translated", table.name);
    table.require_in_words(key, message, format!("add `{key}` with the words for \"{}\"", quoted(text)));
    if !table.has(key) {
        return;
    }
    match fits {
        Some(fits) => *text = table.card_text(key, fits),
        None => *text = table.optional(key, most).unwrap_or_else(|| std::mem::take(text)),
    }
}

/// Leads a link elsewhere, where the translation says so.
fn lead(table: &Table<'_>, key: &'static str, url: Url<'_>) {
    let Some(elsewhere) = table.link(key) else { return };
    match url {
        Url::May(url) => *url = Some(elsewhere),
        Url::Must(url) => *url = elsewhere,
    }
}

/// Replaces the words of a table that the quiz has.
fn nested(table: &Table<'_>, key: &'static str, entries: Vec<Entry<'_>>) {
    table.require(key, &format!("{key} = {{ … }}"));
    if let Some(words) = table.table(key) {
        translate(&words, entries);
        words.done();
    }
}

/// Replaces the words of each thing in a list. All must be there once, and no others; their order is free.
fn each(table: &Table<'_>, key: &'static str, noun: &'static str, most: usize, items: Vec<Item<'_>>) {
    if !items.is_empty() {
        table.require(key, &if noun == "option" { format!("{key} = [ … ]") } else { format!("[[{key}]]") });
    }
    if !table.value(key).is_some_and(|value| value.get_ref().is_array() || value.get_ref().is_table()) {
        // Nothing of this can be told apart; what is wrong with the list is said once.
        table.tables(key, noun, 0..=most);
        return;
    }
    let mut open = items;
    let mut done: Vec<&str> = Vec::new();
    let mut others: Vec<Table<'_>> = Vec::new();
    for words in table.tables(key, noun, 0..=most) {
        words.require("id", "id = \"…\"");
        if let Some(place) = open.iter().position(|item| item.id == words.id) {
            translate(&words, open.remove(place).entries);
            words.done();
            done.push(words.id);
        } else {
            others.push(words);
        }
    }
    // Whatever is wrong with these, each was meant for one of those that are left.
    let meant = others.len();
    for words in others {
        another(&words, noun, &mut open, &done);
    }
    for item in open.iter().skip(if open.len() <= meant { open.len() } else { 0 }) {
        let of = if noun == "option" { format!(" of {}", table.name) } else { String::new() };
        let message = format!("{noun} `{}`{of} is not translated", item.id);
        let advice = format!("add its words to `{key}`, under `id = \"{}\"`", item.id);
        table.notes.absent(table.place(key), message, advice);
    }
}

/// Notes what is wrong with words whose id is none of those that are left to be translated.
fn another(words: &Table<'_>, noun: &str, open: &mut Vec<Item<'_>>, done: &[&str]) {
    let Some(id) = words.name_at("id") else {
        if !words.has("id") {
            words.notes.absent(words.span, format!("{} has no `id`", words.name), "add `id = \"…\"`");
        }
        return;
    };
    if done.contains(&id.value) {
        return words.notes.error(id.span, format!("{} is translated twice", words.name), "keep one of the two");
    }
    let left: Vec<&str> = open.iter().map(|item| item.id).collect();
    let near = nearest(id.value, &left);
    let advice = match (near, &left[..]) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, []) => "leave it out".to_owned(),
        (None, left) => format!("write {}", any_of(left)),
    };
    words.notes.error(id.span, format!("the quiz has no {noun} `{}`", quoted(id.value)), advice);
    let place = near
        .or(left.first().copied().filter(|_| left.len() == 1))
        .and_then(|id| left.iter().position(|left| *left == id));
    if let Some(place) = place {
        translate(words, open.remove(place).entries);
        words.done();
    }
}
