//! Reads a translation: the quiz again, with every text replaced and nothing else.

use super::beside::beside;
use super::language;
use super::spelling::{instead, shown};
use super::table::{At, Table};
use crate::quiz::{Action, Advice, Article, Choice, Claim, Kind, Outcome, Parts, Question, Source, Track};
use crate::{card, limits};

/// The keys that decide how a quiz works, which a translation leaves to the quiz.
const NOT_WORDS: [&str; 13] = [
    "kind",
    "weight",
    "optional",
    "when",
    "min",
    "max",
    "top",
    "points",
    "gates",
    "close_call_margin",
    "max_marks",
    "minutes",
    "first",
];

/// The quiz in another language. Notes all that is missing, or is not in the quiz.
pub(super) fn translation(root: &Table<'_>, file: &str, quiz: &Parts, taken: &[String]) -> Parts {
    let keys = [
        "id",
        "title",
        "description",
        "lang",
        "notice",
        "article",
        "tracks",
        "questions",
        "outcomes",
        "advice",
        "claims",
        "words",
    ];
    only(root, &keys);
    let lang = language::read(root);
    language::check_translation(root, file, &quiz.id, &lang, taken);
    let words = Some(beside(root, &lang));
    let mut parts = Parts { lang, words, ..quiz.clone() };
    on_card(root, "title", card::fits_quiz_title, &mut parts.title);
    required(root, "description", limits::LONG, &mut parts.description);
    optional(root, "notice", limits::LONG, &mut parts.notice);
    nested(root, "article", &mut parts.article, article);
    each(root, "tracks", "track", limits::TRACKS.into_inner().1, &mut parts.tracks, track);
    each(root, "questions", "question", limits::QUESTIONS.into_inner().1, &mut parts.questions, question);
    each(root, "outcomes", "outcome", limits::OUTCOMES, &mut parts.outcomes, outcome);
    each(root, "advice", "advice", limits::ADVICE, &mut parts.advice, advice);
    each(root, "claims", "claim", limits::CLAIMS, &mut parts.claims, claim);
    parts
}

fn article(table: &Table<'_>, article: &mut Article) {
    only(table, &["title", "note", "url"]);
    required(table, "title", limits::SHORT, &mut article.title);
    optional(table, "note", limits::LONG, &mut article.note);
    article.url = table.link("url").or(article.url.take());
}

fn source(table: &Table<'_>, source: &mut Source) {
    only(table, &["label", "url"]);
    required(table, "label", limits::SHORT, &mut source.label);
    source.url = table.link("url").or(source.url.take());
}

fn track(table: &Table<'_>, track: &mut Track) {
    only(table, &["id", "label"]);
    on_card(table, "label", card::fits_label, &mut track.label);
}

fn question(table: &Table<'_>, question: &mut Question) {
    only(table, &["id", "prompt", "topic", "help", "source", "low", "high", "low_reason", "high_reason", "options"]);
    required(table, "prompt", limits::LONG, &mut question.prompt);
    optional(table, "topic", limits::SHORT, &mut question.topic);
    optional(table, "help", limits::LONG, &mut question.help);
    nested(table, "source", &mut question.source, source);
    if let Kind::Scale { low, high, low_reason, high_reason, .. } = &mut question.kind {
        required(table, "low", limits::LONG, low);
        required(table, "high", limits::LONG, high);
        optional(table, "low_reason", limits::LONG, low_reason);
        optional(table, "high_reason", limits::LONG, high_reason);
        absent(table, &["options"]);
    } else {
        absent(table, &["low", "high", "low_reason", "high_reason"]);
    }
    if let Kind::Single(choices) | Kind::Multi { choices, .. } | Kind::Rank { choices, .. } = &mut question.kind {
        each(table, "options", "option", limits::OPTIONS.into_inner().1, choices, choice);
    }
}

fn choice(table: &Table<'_>, choice: &mut Choice) {
    only(table, &["id", "label", "reason"]);
    required(table, "label", limits::SHORT, &mut choice.label);
    optional(table, "reason", limits::LONG, &mut choice.reason);
}

fn outcome(table: &Table<'_>, outcome: &mut Outcome) {
    only(table, &["id", "title", "summary", "action"]);
    on_card(table, "title", card::fits_title, &mut outcome.title);
    required(table, "summary", limits::LONG, &mut outcome.summary);
    nested(table, "action", &mut outcome.action, action);
}

fn action(table: &Table<'_>, action: &mut Action) {
    only(table, &["label", "url"]);
    required(table, "label", limits::SHORT, &mut action.label);
    if let Some(url) = table.link("url") {
        action.url = url;
    }
}

fn advice(table: &Table<'_>, advice: &mut Advice) {
    only(table, &["id", "title", "text", "instead", "source"]);
    required(table, "title", limits::SHORT, &mut advice.title);
    required(table, "text", limits::LONG, &mut advice.text);
    optional(table, "instead", limits::LONG, &mut advice.instead);
    nested(table, "source", &mut advice.source, source);
}

fn claim(table: &Table<'_>, claim: &mut Claim) {
    only(table, &["id", "text", "source"]);
    required(table, "text", limits::LONG, &mut claim.text);
    nested(table, "source", &mut claim.source, source);
}

/// Notes keys that are not words, or that no such table has.
fn only(table: &Table<'_>, keys: &[&str]) {
    let mut known = keys.to_vec();
    for (key, _) in table.entries() {
        let scoring = NOT_WORDS.contains(&key.value) || (key.value == "outcomes" && !keys.contains(&"outcomes"));
        if scoring {
            let message = format!("{} has `{}`, which decides how the quiz works", table.name, key.value);
            table.notes.error(key.at, message, "leave it out; a translation holds words only");
            known.push(key.value);
        }
    }
    table.only(&known);
}

/// Notes texts that the quiz does not have.
fn absent(table: &Table<'_>, keys: &[&str]) {
    for key in keys.iter().filter(|key| table.has(key)) {
        let message = format!("{} has `{key}`, which the quiz does not have there", table.name);
        table.notes.error(table.place(key), message, "leave it out, or add it to the quiz");
    }
}

/// Replaces a text that the quiz has.
fn required(table: &Table<'_>, key: &str, most: usize, text: &mut String) {
    untranslated(table, key, text);
    if let Some(words) = table.words(key, most) {
        *text = words;
    }
}

/// Replaces a text that the quiz has and that must fit on the card.
fn on_card(table: &Table<'_>, key: &str, fits: fn(&str) -> bool, text: &mut String) {
    untranslated(table, key, text);
    if table.has(key) {
        *text = table.card_text(key, fits);
    }
}

fn untranslated(table: &Table<'_>, key: &str, text: &str) {
    if !table.has(key) {
        let message = format!("`{key}` of {} is not translated", table.name);
        table.notes.absent(table.at, message, format!("add `{key}` with the words for \"{}\"", shown(text)));
    }
}

/// Replaces a text that the quiz may have; the translation has it where the quiz does.
fn optional(table: &Table<'_>, key: &str, most: usize, text: &mut Option<String>) {
    match text {
        Some(text) => required(table, key, most, text),
        None => absent(table, &[key]),
    }
}

/// Replaces the words of a table that the quiz may have.
fn nested<T>(table: &Table<'_>, key: &str, item: &mut Option<T>, translate: fn(&Table<'_>, &mut T)) {
    let Some(item) = item else { return absent(table, &[key]) };
    table.missing(key, &format!("{key} = {{ … }}"));
    if let Some(words) = table.table(key) {
        translate(&words, item);
    }
}

/// Something with an id.
trait Named {
    fn id(&self) -> &str;
}

macro_rules! named {
    ($($name:ident)+) => {$(
        impl Named for $name {
            fn id(&self) -> &str {
                &self.id
            }
        }
    )+};
}

named! { Track Question Choice Outcome Advice Claim }

/// Replaces the words of each thing in a list. All must be there once, and no others; their order is free.
fn each<T: Named>(
    table: &Table<'_>,
    key: &str,
    noun: &str,
    most: usize,
    items: &mut [T],
    translate: impl Fn(&Table<'_>, &mut T),
) {
    let words = table.tables(key, noun, 0..=most);
    let mut open: Vec<&mut T> = items.iter_mut().collect();
    let mut done: Vec<String> = Vec::new();
    for words in &words {
        words.missing("id", "id = \"…\"");
        let Some(id) = words.name_at("id") else { continue };
        if let Some(place) = open.iter().position(|item| item.id() == id.value) {
            translate(words, open.remove(place));
            done.push(id.value.to_owned());
        } else {
            not_there(words, id, noun, &open, done.iter().any(|done| done == id.value));
        }
    }
    for item in open {
        let whole = if noun == "option" {
            format!("{noun} `{}` of {}", item.id(), table.name)
        } else {
            format!("{noun} `{}`", item.id())
        };
        let message = format!("{whole} is not translated");
        table.notes.absent(
            table.place(key),
            message,
            format!("add its words to `{key}`, under `id = \"{}\"`", item.id()),
        );
    }
}

fn not_there<T: Named>(words: &Table<'_>, id: At<&str>, noun: &str, open: &[&mut T], twice: bool) {
    if twice {
        let message = format!("{} is translated twice", words.name);
        return words.notes.error(id.at, message, "keep one of the two");
    }
    let open: Vec<&str> = open.iter().map(|item| item.id()).collect();
    let message = format!("the quiz has no {noun} `{}`", shown(id.value));
    let advice = if open.is_empty() { "leave it out".to_owned() } else { instead(id.value, &open) };
    words.notes.error(id.at, message, advice);
}
