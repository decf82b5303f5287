//! The loader, filled with the addresses of what it loads and with what it says meanwhile.

use anyhow::Result;
use serde_json::{Map, Value, json};
use which_track::html;
use which_track_quiz::Quiz;
use which_track_quiz::words::native;

use super::files::{self, Out};
use super::site::{Entry, compile};
use super::widget::{PLACE, Widget};

/// Compiles a quiz and its first screen in all its languages, and gives the addresses as the loader has them.
pub fn addresses(out: &Out, entry: &Entry) -> Result<Value> {
    let mut tags = Map::new();
    for quiz in &entry.languages {
        let (path, first) = (compile(quiz, out)?, first(quiz, out)?);
        tags.insert(quiz.lang.to_lowercase(), json!({ "quiz": path, "first": first }));
    }
    Ok(Value::Object(tags))
}

/// Fills the loader with the addresses of the widget and of the quizzes.
pub fn write(out: &Out, widget: &Widget, styles: &str, quizzes: &Map<String, Value>, entries: &[Entry]) -> Result<()> {
    let site = json!({
        "program": widget.program,
        "styles": styles,
        "quizzes": quizzes,
        "words": words(entries),
    });
    out.write("which-track.js", &widget.loader.replace(PLACE, &site.to_string()))
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
    // The mark tells the loader that this is what it asked for: a server may send any page in place of a missing file.
    let screen = format!(r#"<div data-which-track="first">{}</div>"#, html::screen(quiz.clone(), ""));
    let path = format!("first/{}.{}-{}.html", quiz.id, quiz.lang, files::content_hash(screen.as_bytes()));
    out.write(&path, &screen)?;
    Ok(path)
}
