//! `which-track build`: a whole site of static files, made from quizzes around a compiled widget.

mod crawlers;
mod document;
mod files;
mod pages;
mod picture;
mod share;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use which_track::html;
use which_track::widget::strings::{LANGUAGES, Strings};
use which_track_quiz::Quiz;

use crate::base::Base;
use crate::editions::{self, Kept};
use crate::json::written;
use crate::{Ended, load};
use files::Out;

/// Where the builder puts the addresses into the loader.
const PLACE: &str = "SITE";

/// A quiz of the site.
struct Entry {
    id: String,
    /// The current edition in all its languages, the quiz's own first.
    languages: Vec<Quiz>,
    /// Other editions, kept so that links to their results go on working.
    older: Vec<Kept>,
}

/// What all files of a site are made with.
struct Site<'a> {
    out: Out,
    base: Option<&'a Base>,
}

/// Compiles quizzes and makes everything of the site in `out`, where the compiled widget already is.
pub fn run(paths: &[PathBuf], out: &Path, base: Option<&Base>) -> Result<Ended> {
    let mut entries = Vec::new();
    for path in paths {
        let Some(languages) = load::languages(path)? else { return Ok(Ended::Problems) };
        entries.push(entry(path, load::all_with_gaps(languages)?)?);
    }
    let site = Site { out: Out::at(out), base };
    site.out.begin()?;
    loader(&site.out, &entries)?;
    let mut paths = Vec::new();
    for entry in &entries {
        paths.extend(pages::write(&site, entry)?);
        paths.extend(share::write(&site, entry)?);
    }
    crawlers::write(&site, &paths)?;
    site.out.write("_headers", include_str!("build/_headers"))?;
    site.out.compress()?;
    Ok(Ended::Well)
}

/// The quiz of a file, with its kept editions.
fn entry(path: &Path, languages: Vec<Quiz>) -> Result<Entry> {
    let own = languages.first().context("a quiz without a language")?;
    let (id, current) = (own.id.clone(), own.edition().to_string());
    let kept = editions::kept(path, own)?;
    let (current_too, older): (Vec<Kept>, Vec<Kept>) = kept.into_iter().partition(|kept| kept.edition == current);
    if current_too.is_empty() {
        let keep = format!("`which-track keep {}` keeps it", path.display());
        eprintln!(
            "note: edition `{current}` of `{id}` is not kept; {keep}, so that links to its results outlive later changes of the quiz"
        );
    }
    let all = older.iter().flat_map(|kept| &kept.languages).chain(&languages);
    if let Some((one, other)) = editions::alike(all) {
        let stamp = which_track_quiz::share::stamp(one);
        let (one, other) = (one.edition(), other.edition());
        bail!(
            "editions `{one}` and `{other}` of `{id}` look alike in links (`{stamp}`): delete the kept files of one of them, or change something that scores"
        );
    }
    Ok(Entry { id, languages, older })
}

/// Fills the loader with the addresses of the widget and of the quizzes.
fn loader(out: &Out, entries: &[Entry]) -> Result<()> {
    let mut quizzes = Map::new();
    for entry in entries {
        let mut tags = Map::new();
        for quiz in &entry.languages {
            let (path, first) = (compile(quiz, out)?, first(quiz, out)?);
            tags.insert(quiz.lang.to_lowercase(), json!({ "quiz": path, "first": first }));
        }
        quizzes.insert(entry.id.clone(), Value::Object(tags));
    }
    let site = json!({
        "program": out.program()?,
        "styles": out.hashed("which-track.css")?,
        "quizzes": quizzes,
        "words": words(),
    });
    let loader = out.read("which-track.js")?;
    if loader.matches(PLACE).count() != 1 {
        bail!("which-track.js is not the loader of a compiled widget: it has no place for the site");
    }
    out.write("which-track.js", &loader.replace(PLACE, &site.to_string()))
}

/// What the loader says before the widget is there, in every language that the widget speaks.
fn words() -> Value {
    let said = |(tag, words): (&str, &Strings)| {
        let Strings { loading, slow, not_loaded, stopped, again, .. } = words;
        let said =
            json!({ "loading": loading, "slow": slow, "failed": not_loaded, "stopped": stopped, "again": again });
        (tag.to_owned(), said)
    };
    Value::Object(LANGUAGES.into_iter().map(said).collect())
}

/// Writes a compiled quiz and gives its address. It keeps its name while its words change, so that the address tells
/// its contents apart.
fn compile(quiz: &Quiz, out: &Out) -> Result<String> {
    let text = written(quiz);
    let path = format!("quizzes/{}", editions::name(quiz));
    out.write(&path, &text)?;
    Ok(format!("{path}?{}", files::mark(text.as_bytes())))
}

/// Writes the first screen of a quiz and gives its address.
fn first(quiz: &Quiz, out: &Out) -> Result<String> {
    // The mark tells the loader that this is what it asked for: a server may send any page in place of a missing file.
    let screen = format!(r#"<div data-which-track="first">{}</div>"#, html::screen(quiz.clone(), ""));
    let path = format!("first/{}.{}-{}.html", quiz.id, quiz.lang, files::mark(screen.as_bytes()));
    out.write(&path, &screen)?;
    Ok(path)
}
