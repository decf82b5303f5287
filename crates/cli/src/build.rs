//! `which-track build`: the files of a site, made beside a compiled widget.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use which_track_quiz::Quiz;
use which_track_quiz::compiled::Tree;

use crate::{Ended, load};

/// The loader, whose empty `site` is filled in here.
const LOADER: &str = include_str!("../../../src/loader/which-track.js");
const UNFILLED: &str = "const site = {};";

/// The widget's styles, in the order of their layers.
const STYLES: [&str; 9] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/question.css"),
    include_str!("../../../style/choices.css"),
    include_str!("../../../style/rank.css"),
    include_str!("../../../style/review.css"),
    include_str!("../../../style/result.css"),
    include_str!("../../../style/card.css"),
    include_str!("../../../style/print.css"),
];

/// Compiles quizzes and writes the loader and the styles into `out`, where the compiled widget already is.
pub fn run(quizzes: &[PathBuf], out: &Path) -> Result<Ended> {
    let mut listed = Map::new();
    for path in quizzes {
        let Some(languages) = load::languages(path)? else { return Ok(Ended::Problems) };
        let mut tags = Map::new();
        for quiz in load::all_with_gaps(languages)? {
            tags.insert(quiz.lang.to_lowercase(), json!(compile(&quiz, out)?));
        }
        listed.insert(path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), Value::Object(tags));
    }
    let styles = STYLES.concat();
    let site = json!({
        "glue": format!("./{}", widget_file(out, ".js")?),
        "wasm": widget_file(out, "_bg.wasm")?,
        "styles": write_hashed(out, "which-track", "css", &styles)?,
        "quizzes": listed,
    });
    if !LOADER.contains(UNFILLED) {
        bail!("the loader has no place for the site's addresses");
    }
    write(&out.join("which-track.js"), &LOADER.replace(UNFILLED, &format!("const site = {site};")))?;
    Ok(Ended::Well)
}

/// Writes a compiled quiz, and gives its address relative to the site.
fn compile(quiz: &Quiz, out: &Path) -> Result<String> {
    let path = format!("quizzes/{}.{}.{}.quiz.json", quiz.id, quiz.edition(), quiz.lang);
    write(&out.join(&path), &serde_json::to_string(&json_of(quiz.compiled()))?)?;
    Ok(path)
}

fn json_of(tree: Tree) -> Value {
    match tree {
        Tree::Nothing => Value::Null,
        Tree::Number(number) => number.into(),
        Tree::Text(text) => text.into(),
        Tree::List(entries) => entries.into_iter().map(json_of).collect(),
    }
}

/// The name of the widget's file with this ending: `which-track-` and a hash before it.
fn widget_file(out: &Path, ending: &str) -> Result<String> {
    let names = fs::read_dir(out).with_context(|| out.display().to_string())?.filter_map(|entry| {
        let name = entry.ok()?.file_name().to_string_lossy().into_owned();
        (name.starts_with("which-track-") && name.ends_with(ending)).then_some(name)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    match names.as_slice() {
        [name] => Ok(name.clone()),
        [] => bail!("{}: no compiled widget (which-track-*{ending}) here", out.display()),
        _ => bail!("{}: more than one compiled widget here: {}", out.display(), names.join(", ")),
    }
}

/// Writes a file whose name tells its content apart from any other, so that it can be cached for ever.
fn write_hashed(out: &Path, stem: &str, ending: &str, text: &str) -> Result<String> {
    let name = format!("{stem}-{:016x}.{ending}", load::fingerprint(text.as_bytes()));
    write(&out.join(&name), text)?;
    Ok(name)
}

fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().context("a path without a folder")?;
    fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    fs::write(path, text).with_context(|| path.display().to_string())
}
