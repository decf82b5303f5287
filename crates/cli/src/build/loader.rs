//! The loader, filled with the addresses of what it loads and with what it says meanwhile.

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use which_track_quiz::words::native;

use super::files::{self, Out};
use super::first;
use super::room::{PHONE, room};
use super::site::{Entry, compile_in_two};
use super::widget::{LOADER, Taken, Widget};
use crate::json::written_in_two;

/// Compiles a quiz and its first screen in all its languages, and gives the addresses as the loader has them. Of the site's
/// first quiz, the screen in its own language may come inside the loader: that is what most readers of most sites begin with.
pub fn addresses(out: &Out, entry: &Entry, is_first: bool) -> Result<Value> {
    let mut tags = Map::new();
    for quiz in &entry.languages {
        let inside = is_first && tags.is_empty();
        let (parts, screen) = (written_in_two(quiz), first::written(quiz)?);
        // One for all: every reader downloads it, and what nobody can foretell cannot be packed.
        let mark = files::content_hash([&parts[0], &parts[1], &*screen.to_string()].concat().as_bytes());
        let [path, rest] = compile_in_two(quiz, &parts, &mark, out)?;
        let first = first::put(quiz, screen, &mark, inside, out)?;
        tags.insert(quiz.lang.to_lowercase(), json!({ "quiz": path, "rest": rest, "first": first }));
    }
    Ok(Value::Object(tags))
}

/// Fills the two scripts of the loader with the addresses of the widget and of the quizzes.
pub fn write(out: &Out, widget: &Widget, taken: &Taken, quizzes: &Map<String, Value>, entries: &[Entry]) -> Result<()> {
    let ids: Vec<&String> = entries.iter().map(|entry| &entry.id).collect();
    let (program, Taken { result, styles }) = (&widget.program, taken);
    let site = json!({ "program": program, "result": result, "styles": styles, "ids": ids, "words": words(entries) });
    let screens: Vec<(&str, Value)> = entries.iter().map(first_screen).collect::<Result<_>>()?;
    let begins_with_rank = screens.iter().any(|(_, screen)| first::has_ranking(screen));
    let more = out.hashed("which-track-quiz.js", widget.more(site, !begins_with_rank).as_bytes())?;
    let site = json!({ "more": more, "program": program, "quizzes": quizzes });
    out.write(LOADER, &widget.loader(site, rooms(&screens), begins_with_rank))
}

/// A quiz's id and what it begins with, in its own language.
fn first_screen(entry: &Entry) -> Result<(&str, Value)> {
    Ok((&entry.id, first::screen(entry.languages.first().context("a quiz without a language")?)?))
}

/// Styles that keep room for each quiz on a phone, as high as its first screen is there, until something is shown. Whatever a
/// page says goes before them.
fn rooms(screens: &[(&str, Value)]) -> String {
    let rule = |(id, screen): &(&str, Value)| {
        let quiz = format!(":where(which-track[quiz='{id}']:not(:state(--shown)))");
        format!("{quiz}{{display:block;min-block-size:{}px}}", room(screen))
    };
    format!("@media(width<{PHONE}px){{{}}}", screens.iter().map(rule).collect::<String>())
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
