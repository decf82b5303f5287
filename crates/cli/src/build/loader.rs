//! The loader, filled with the addresses of what it loads and with what it says meanwhile.

use anyhow::Result;
use serde_json::{Map, Value, json};
use which_track_quiz::words::native;

use super::files::Out;
use super::first;
use super::site::{Entry, compile_in_two};
use super::widget::{LOADER, Taken, Widget};

/// Compiles a quiz and its first screen in all its languages, and gives the addresses as the loader has them. Of the site's
/// first quiz, the screen in its own language may come inside the loader: that is what most readers of most sites begin with.
pub fn addresses(out: &Out, entry: &Entry, is_first: bool) -> Result<Value> {
    let mut tags = Map::new();
    for quiz in &entry.languages {
        let inside = is_first && tags.is_empty();
        let ([path, rest], first) = (compile_in_two(quiz, out)?, first::put(quiz, inside, out)?);
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
    out.write(LOADER, &widget.loader(&json!({ "more": more, "program": program, "quizzes": quizzes })))
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
