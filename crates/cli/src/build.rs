//! `which-track build`: a whole site of static files, made from quizzes around a compiled widget.

mod files;
mod pages;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use which_track::html;
use which_track_quiz::Quiz;
use which_track_quiz::compiled::Tree;

use crate::{Ended, load};
use files::Out;

/// Where the builder puts the addresses into the loader.
const PLACE: &str = "SITE";

/// The address of a site, without a slash at its end.
#[derive(Clone)]
pub struct Base(String);

impl Base {
    /// Reads an address.
    pub fn at(url: &str) -> Result<Self, &'static str> {
        let local = ["http://127.0.0.1", "http://localhost"].iter().any(|local| url.starts_with(local));
        if !local && !url.starts_with("https://") {
            return Err("the address must begin with https://");
        }
        Ok(Self(url.trim_end_matches('/').to_owned()))
    }
}

/// A quiz of the site, in all its languages, its own first.
struct Entry {
    id: String,
    languages: Vec<Quiz>,
}

/// Compiles quizzes and makes everything of the site in `out`, where the compiled widget already is.
pub fn run(paths: &[PathBuf], out: &Path, base: Option<&Base>) -> Result<Ended> {
    let mut entries = Vec::new();
    for path in paths {
        let Some(languages) = load::languages(path)? else { return Ok(Ended::Problems) };
        let languages = load::all_with_gaps(languages)?;
        let id = languages.first().context("a quiz without a language")?.id.clone();
        entries.push(Entry { id, languages });
    }
    let out = Out::at(out);
    loader(&out, &entries)?;
    for entry in &entries {
        pages::write(&out, entry, base)?;
    }
    pages::for_crawlers(&out, &entries, base)?;
    out.write("_headers", include_str!("build/_headers"))?;
    out.compress()?;
    Ok(Ended::Well)
}

/// Fills the loader with the addresses of the widget and of the quizzes.
fn loader(out: &Out, entries: &[Entry]) -> Result<()> {
    let mut quizzes = Map::new();
    for entry in entries {
        let mut tags = Map::new();
        for quiz in &entry.languages {
            tags.insert(quiz.lang.to_lowercase(), compile(quiz, out)?);
        }
        quizzes.insert(entry.id.clone(), Value::Object(tags));
    }
    let site = json!({
        "glue": format!("./{}", out.widget(".js")?),
        "wasm": out.widget("_bg.wasm")?,
        "styles": out.hashed("which-track.css")?,
        "quizzes": quizzes,
    });
    let loader = out.read("which-track.js")?;
    if loader.matches(PLACE).count() != 1 {
        bail!("which-track.js is not the loader of a compiled widget: it has no place for the site");
    }
    out.write("which-track.js", &loader.replace(PLACE, &site.to_string()))
}

/// Writes a compiled quiz and its first screen, and gives their addresses. A quiz keeps its name while its words change,
/// so that the loader's address tells its contents apart.
fn compile(quiz: &Quiz, out: &Out) -> Result<Value> {
    let text = serde_json::to_string(&json_of(quiz.compiled()))?;
    let path = format!("quizzes/{}.{}.{}.quiz.json", quiz.id, quiz.edition(), quiz.lang);
    out.write(&path, &text)?;
    let screen = html::screen(quiz.clone(), "");
    let first = format!("first/{}.{}-{}.html", quiz.id, quiz.lang, files::mark(&screen));
    out.write(&first, &screen)?;
    Ok(json!({ "quiz": format!("{path}?{}", files::mark(&text)), "first": first }))
}

fn json_of(tree: Tree) -> Value {
    match tree {
        Tree::Nothing => Value::Null,
        Tree::Number(number) => number.into(),
        Tree::Text(text) => text.into(),
        Tree::List(entries) => entries.into_iter().map(json_of).collect(),
    }
}
