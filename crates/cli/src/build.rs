//! `which-track build`: a whole site of static files, made from quizzes around a compiled widget.

mod crawlers;
mod document;
mod files;
mod look;
mod manifest;
mod missing;
mod pages;
mod picture;
mod share;
mod site;
mod target;
mod widget;

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use maud::PreEscaped;
use serde_json::{Map, Value, json};
use which_track::html;
use which_track_quiz::Quiz;
use which_track_quiz::words::native;

use crate::base::Base;
use crate::editions::{self, Kept};
use crate::exit::Exit;
use crate::site_file::Settings;
use crate::{load, print};
use files::Out;
use look::Look;
use manifest::Manifest;
use site::{Entry, Site, compile_in_two};
use target::Target;
use widget::{LOADER, RESULT, Widget};

/// What to build, and where.
#[derive(clap::Args)]
pub struct Args {
    /// Quiz files.
    #[arg(required = true)]
    quizzes: Vec<PathBuf>,
    /// Where the site goes; the compiled widget is there already, freshly made or from the build before.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// The address that the site will have, https://…; without it, what needs one is left out.
    #[arg(long, value_name = "URL", value_parser = Base::parse)]
    base_url: Option<Base>,
    /// A file about the site: its name, address, accent and logo. which-track.toml in the current folder where left out, if it is
    /// there.
    #[arg(long, value_name = "FILE")]
    site: Option<PathBuf>,
    /// The site as it was built before, where that is another folder: what browsers may still ask for is taken over.
    #[arg(long, value_name = "FOLDER")]
    before: Option<PathBuf>,
    /// A text file of your own in the folder, to be compressed like the site's.
    #[arg(long, value_name = "FILE")]
    pack: Vec<String>,
}

/// Compiles quizzes and makes everything of the site, which takes the place of what was in the folder when all is there.
pub fn run(args: &Args) -> Result<Exit> {
    let Args { quizzes: paths, out, base_url, site, before, pack } = args;
    let settings = match Settings::read(site.as_deref(), base_url.as_ref()) {
        Ok(settings) => settings,
        Err(problems) => {
            problems.iter().try_for_each(print::note)?;
            return Ok(Exit::Problems);
        }
    };
    let Some(quizzes) = load::all(paths)? else { return Ok(Exit::Problems) };
    let entries = paths.iter().zip(quizzes).map(|(path, languages)| entry(path, load::all_with_gaps(languages)?));
    let entries = entries.collect::<Result<Vec<Entry>>>()?;
    let target = Target::new(out)?;
    let before = before.as_deref().map(Target::new).transpose()?;
    let widget = Widget::find(&target)?;
    let out = Out::beside(&target)?;
    let look = Look::write(&settings, &out)?;
    let site = Site { out, settings, look };
    widget.files.iter().try_for_each(|path| site.out.write_bytes(path, &target.read(path)?))?;
    let result = part(&site.out, &widget)?;
    loader(&site.out, &widget, result.as_deref(), &entries)?;
    // The page that a blogger may have at the site itself.
    let mut paths = if target.has("index.html") { vec![String::new()] } else { Vec::new() };
    for entry in &entries {
        paths.extend(pages::write(&site, entry)?);
        paths.extend(share::write(&site, entry)?);
    }
    crawlers::write(&site, &paths)?;
    missing::write(&site, &entries)?;
    site.out.write("_headers", include_str!("build/_headers"))?;
    site.out.compress()?;
    pack.iter().try_for_each(|path| site.out.pack(path, &target.read(path)?))?;
    finish(site.out, &target, before.as_ref(), widget, result)
}

/// Adds what is not of this build, and puts the site in its place.
fn finish(out: Out, target: &Target, before: Option<&Target>, widget: Widget, result: Option<String>) -> Result<Exit> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock is before 1970")?.as_secs();
    let sites: Vec<&Target> = [target].into_iter().chain(before).collect();
    let files = out.keep(&sites, now)?;
    out.take_others(target, &widget.inputs())?;
    let Widget { sources, program, .. } = widget;
    out.note(&Manifest { sources, program, result, files })?;
    out.swap(target)?;
    Ok(Exit::Well)
}

/// The quiz of a file, with its kept editions.
fn entry(path: &Path, languages: Vec<Quiz>) -> Result<Entry> {
    let own = languages.first().context("a quiz without a language")?;
    let (id, current) = (own.id.clone(), own.edition().to_string());
    let kept = editions::kept(path, own)?;
    let (current_too, older): (Vec<Kept>, Vec<Kept>) = kept.into_iter().partition(|kept| kept.edition == current);
    if current_too.is_empty() {
        let keep = format!("`which-track keep {}` keeps it", path.display());
        print::note(format!(
            "note: edition `{current}` of `{id}` is not kept; {keep}, so that links to its results outlive later changes of the quiz"
        ))?;
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

/// Writes the program's part for the result, where that is a file of its own, and gives its name.
fn part(out: &Out, widget: &Widget) -> Result<Option<String>> {
    let (_, bytes) = match &widget.result {
        Some(result) => result,
        None => return Ok(None),
    };
    out.hashed("which-track-result.wasm", bytes).map(Some)
}

/// Fills the two scripts of the loader with the addresses of the widget and of the quizzes.
fn loader(out: &Out, widget: &Widget, result: Option<&str>, entries: &[Entry]) -> Result<()> {
    let mut quizzes = Map::new();
    for entry in entries {
        let mut tags = Map::new();
        for quiz in &entry.languages {
            let ([path, rest], first) = (compile_in_two(quiz, out)?, first(quiz, out)?);
            tags.insert(quiz.lang.to_lowercase(), json!({ "quiz": path, "rest": rest, "first": first }));
        }
        quizzes.insert(entry.id.clone(), Value::Object(tags));
    }
    let ids: Vec<&String> = entries.iter().map(|entry| &entry.id).collect();
    let styles = out.hashed("which-track-result.css", widget.sources[RESULT].as_bytes())?;
    let program = &widget.program;
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
