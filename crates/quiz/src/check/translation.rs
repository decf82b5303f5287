//! Reads a translation: the quiz again, with every text replaced and nothing else.

use super::beside::beside;
use super::language;
use super::spelling::{any_of, nearest, quoted};
use super::table::Table;
use crate::quiz::{Action, Advice, Article, Choice, Claim, Kind, Outcome, Question, QuizData, Source, Track};
use crate::{card, limits};

/// The quiz in another language. Notes all that is missing, or is not in the quiz.
pub(super) fn translation(root: &Table<'_>, file: &str, quiz: &QuizData, taken: &[String]) -> QuizData {
    let lang = language::read(root);
    language::check_translation(root, file, &quiz.id, &lang, taken);
    let mut parts = QuizData { lang, ..quiz.clone() };
    on_card(root, "title", card::fits_quiz_title, &mut parts.title);
    required(root, "description", limits::LONG, &mut parts.description);
    optional(root, "notice", limits::LONG, &mut parts.notice);
    nested(root, "article", &mut parts.article, article);
    each(root, "tracks", "track", limits::TRACKS.into_inner().1, &mut parts.tracks, track);
    each(root, "questions", "question", limits::QUESTIONS.into_inner().1, &mut parts.questions, question);
    each(root, "outcomes", "outcome", limits::OUTCOMES, &mut parts.outcomes, outcome);
    each(root, "advice", "advice", limits::ADVICE, &mut parts.advice, advice);
    each(root, "claims", "claim", limits::CLAIMS, &mut parts.claims, claim);
    parts.words = Some(beside(root, &parts.lang));
    root.done();
    parts
}

fn article(table: &Table<'_>, article: &mut Article) {
    required(table, "title", limits::SHORT, &mut article.title);
    optional(table, "note", limits::LONG, &mut article.note);
    article.url = table.link("url").or(article.url.take());
}

fn source(table: &Table<'_>, source: &mut Source) {
    required(table, "label", limits::SHORT, &mut source.label);
    source.url = table.link("url").or(source.url.take());
}

fn track(table: &Table<'_>, track: &mut Track) {
    on_card(table, "label", card::fits_label, &mut track.label);
}

fn question(table: &Table<'_>, question: &mut Question) {
    required(table, "prompt", limits::LONG, &mut question.prompt);
    optional(table, "topic", limits::SHORT, &mut question.topic);
    optional(table, "help", limits::LONG, &mut question.help);
    nested(table, "source", &mut question.source, source);
    let most = limits::OPTIONS.into_inner().1;
    match &mut question.kind {
        Kind::Scale { low, high, low_reason, high_reason, .. } => {
            required(table, "low", limits::LONG, low);
            required(table, "high", limits::LONG, high);
            optional(table, "low_reason", limits::LONG, low_reason);
            optional(table, "high_reason", limits::LONG, high_reason);
            absent(table, "options");
        }
        Kind::Single(choices) | Kind::Multi { choices, .. } | Kind::Rank { choices, .. } => {
            ["low", "high", "low_reason", "high_reason"].into_iter().for_each(|key| absent(table, key));
            each(table, "options", "option", most, choices, choice);
        }
    }
}

fn choice(table: &Table<'_>, choice: &mut Choice) {
    required(table, "label", limits::SHORT, &mut choice.label);
    optional(table, "reason", limits::LONG, &mut choice.reason);
}

fn outcome(table: &Table<'_>, outcome: &mut Outcome) {
    on_card(table, "title", card::fits_title, &mut outcome.title);
    required(table, "summary", limits::LONG, &mut outcome.summary);
    nested(table, "action", &mut outcome.action, action);
}

fn action(table: &Table<'_>, action: &mut Action) {
    required(table, "label", limits::SHORT, &mut action.label);
    if let Some(url) = table.link("url") {
        action.url = url;
    }
}

fn advice(table: &Table<'_>, advice: &mut Advice) {
    required(table, "title", limits::SHORT, &mut advice.title);
    required(table, "text", limits::LONG, &mut advice.text);
    optional(table, "instead", limits::LONG, &mut advice.instead);
    nested(table, "source", &mut advice.source, source);
}

fn claim(table: &Table<'_>, claim: &mut Claim) {
    required(table, "text", limits::LONG, &mut claim.text);
    nested(table, "source", &mut claim.source, source);
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

/// Replaces a text that the quiz has.
fn required(table: &Table<'_>, key: &'static str, most: usize, text: &mut String) {
    untranslated(table, key, text);
    if let Some(words) = table.optional(key, most) {
        *text = words;
    }
}

/// Replaces a text that the quiz has and that must fit on the card.
fn on_card(table: &Table<'_>, key: &'static str, fits: fn(&str) -> bool, text: &mut String) {
    untranslated(table, key, text);
    if table.has(key) {
        *text = table.card_text(key, fits);
    }
}

fn untranslated(table: &Table<'_>, key: &'static str, text: &str) {
    let message = format!("`{key}` of {} is not translated", table.name);
    table.require_in_words(key, message, format!("add `{key}` with the words for \"{}\"", quoted(text)));
}

/// Replaces a text that the quiz may have; the translation has it where the quiz does.
fn optional(table: &Table<'_>, key: &'static str, most: usize, text: &mut Option<String>) {
    match text {
        Some(text) => required(table, key, most, text),
        None => absent(table, key),
    }
}

/// Replaces the words of a table that the quiz may have.
fn nested<T>(table: &Table<'_>, key: &'static str, item: &mut Option<T>, translate: fn(&Table<'_>, &mut T)) {
    let Some(item) = item else { return absent(table, key) };
    table.require(key, &format!("{key} = {{ … }}"));
    if let Some(words) = table.table(key) {
        translate(&words, item);
        words.done();
    }
}

/// Something with an id.
trait RawAnswer {
    fn id(&self) -> &str;
}

macro_rules! named {
    ($($name:ident)+) => {$(
        impl RawAnswer for $name {
            fn id(&self) -> &str {
                &self.id
            }
        }
    )+};
}

named! { Track Question Choice Outcome Advice Claim }

/// Replaces the words of each thing in a list. All must be there once, and no others; their order is free.
fn each<T: RawAnswer>(
    table: &Table<'_>,
    key: &'static str,
    noun: &'static str,
    most: usize,
    items: &mut [T],
    translate: impl Fn(&Table<'_>, &mut T),
) {
    if !items.is_empty() {
        table.require(key, &if noun == "option" { format!("{key} = [ … ]") } else { format!("[[{key}]]") });
    }
    if !table.value(key).is_some_and(|value| value.get_ref().is_array() || value.get_ref().is_table()) {
        // Nothing of this can be told apart; what is wrong with the list is said once.
        table.tables(key, noun, 0..=most);
        return;
    }
    let mut open: Vec<&mut T> = items.iter_mut().collect();
    let mut done: Vec<&str> = Vec::new();
    let mut others: Vec<Table<'_>> = Vec::new();
    for words in table.tables(key, noun, 0..=most) {
        words.require("id", "id = \"…\"");
        if let Some(place) = open.iter().position(|item| item.id() == words.id) {
            translate(&words, open.remove(place));
            words.done();
            done.push(words.id);
        } else {
            others.push(words);
        }
    }
    // Whatever is wrong with these, each was meant for one of those that are left.
    let meant = others.len();
    for words in others {
        another(&words, noun, &mut open, &done, &translate);
    }
    for item in open.iter().skip(if open.len() <= meant { open.len() } else { 0 }) {
        let of = if noun == "option" { format!(" of {}", table.name) } else { String::new() };
        let message = format!("{noun} `{}`{of} is not translated", item.id());
        let advice = format!("add its words to `{key}`, under `id = \"{}\"`", item.id());
        table.notes.absent(table.place(key), message, advice);
    }
}

/// Notes what is wrong with words whose id is none of those that are left to be translated.
fn another<T: RawAnswer>(
    words: &Table<'_>,
    noun: &str,
    open: &mut Vec<&mut T>,
    done: &[&str],
    translate: impl Fn(&Table<'_>, &mut T),
) {
    let Some(id) = words.name_at("id") else {
        if !words.has("id") {
            words.notes.absent(words.span, format!("{} has no `id`", words.name), "add `id = \"…\"`");
        }
        return;
    };
    if done.contains(&id.value) {
        return words.notes.error(id.span, format!("{} is translated twice", words.name), "keep one of the two");
    }
    let left: Vec<&str> = open.iter().map(|item| item.id()).collect();
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
        translate(words, open.remove(place));
        words.done();
    }
}
