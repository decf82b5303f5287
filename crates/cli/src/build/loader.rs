//! The loader, filled with the addresses of what it loads and with what it says meanwhile.

use anyhow::Result;
use maud::PreEscaped;
use serde_json::{Map, Value, json};
use which_track::html;
use which_track_quiz::Quiz;
use which_track_quiz::words::native;

use super::files::{self, Out};
use super::site::{Entry, compile_in_two};
use super::widget::{LOADER, Taken, Widget};

/// Compiles a quiz and its first screen in all its languages, and gives the addresses as the loader has them.
pub fn addresses(out: &Out, entry: &Entry) -> Result<Value> {
    let mut tags = Map::new();
    for quiz in &entry.languages {
        let ([path, rest], first) = (compile_in_two(quiz, out)?, first(quiz, out)?);
        tags.insert(quiz.lang.to_lowercase(), json!({ "quiz": path, "rest": rest, "first": first }));
    }
    Ok(Value::Object(tags))
}

/// Fills the two scripts of the loader with the addresses of the widget and of the quizzes.
pub fn write(out: &Out, widget: &Widget, taken: &Taken, quizzes: &Map<String, Value>, entries: &[Entry]) -> Result<()> {
    let ids: Vec<&String> = entries.iter().map(|entry| &entry.id).collect();
    let (program, Taken { result, styles }) = (&widget.program, taken);
    let site = json!({ "program": program, "result": result, "styles": styles, "ids": ids, "words": words(entries) });
    let more = out.hashed("which-track-quiz.js", widget.more(&site).as_bytes())?;
    out.write(LOADER, &widget.loader(&json!({ "more": more, "quizzes": quizzes })))
}

/// What the loader says before the widget is there, in every language of the site's quizzes that the widget speaks.
fn words(entries: &[Entry]) -> Value {
    let mut all = Map::new();
    for quiz in entries.iter().flat_map(|entry| &entry.languages) {
        let words = native(quiz);
        let texts = json!({
            "loading": &*words.loading().text, "slow": &*words.slow().text, "failed": &*words.not_loaded().text,
            "stopped": &*words.stopped().text, "again": &*words.again().text,
        });
        all.entry(words.lang().to_lowercase()).or_insert(texts);
    }
    Value::Object(all)
}

/// Writes the first screen of a quiz and gives its address.
fn first(quiz: &Quiz, out: &Out) -> Result<String> {
    let words = native(quiz);
    // The mark tells the loader that this is what it asked for: a server may send any page in place of a missing file. The
    // words are for when the rest of the loader is late.
    let screen = maud::html! {
        div data-which-track="first" data-lang=(words.lang()) data-loading=(words.loading().text)
            data-slow=(words.slow().text) data-failed=(words.not_loaded().text) data-again=(words.again().text)
        { (PreEscaped(html::screen(quiz.clone(), ""))) }
    };
    let screen = screen.into_string();
    let path = format!("first/{}.{}-{}.html", quiz.id, quiz.lang, files::content_hash(screen.as_bytes()));
    out.write(&path, &screen)?;
    Ok(path)
}
