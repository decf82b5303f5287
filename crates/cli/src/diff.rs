//! `which-track diff`: what a change of a quiz moves: outcomes, ids, numbers, words, and links.

mod compared;
mod report;
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result};
use which_track_quiz::Quiz;
use which_track_quiz::check::{self, Source, check};
use which_track_quiz::diff::Diff;

use crate::drawn::DrawnProblem;
use crate::exit::Exit;
use crate::{editions, json, print};
use compared::Compared;
use report::DiffReport;

/// Which quizzes.
#[derive(clap::Args)]
pub struct Args {
    /// The quiz as it was: its file under any name, or a kept edition (`….quiz.json`).
    old: PathBuf,
    /// The quiz as it is.
    new: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
}

/// Compares two quizzes, and prints what differs.
pub fn run(args: &Args) -> Result<Exit> {
    let (Some(old), Some(new)) = (read(&args.old)?, read(&args.new)?) else { return Ok(Exit::Problems) };
    let kept = editions::kept(&args.new, &new)?.iter().any(|kept| kept.edition == old.edition().to_string());
    let compared = Compared { diff: Diff::of(&old, &new), old, new, kept };
    match args.json {
        true => print::line(serde_json::to_string_pretty(&DiffReport::of(&compared))?)?,
        false => print::line(table::table(&compared).trim_end())?,
    }
    Ok(Exit::Well)
}

/// A quiz file under any name, without its translations, or a kept edition. `None` where it has problems, which have then
/// been told.
fn read(path: &Path) -> Result<Option<Quiz>> {
    let name = path.display().to_string();
    let bytes = fs::read(path).with_context(|| name.clone())?;
    if path.extension().is_some_and(|ending| ending == "json") {
        let text = str::from_utf8(&bytes).map_err(anyhow::Error::from);
        return text.and_then(json::read).map(Some).with_context(|| name);
    }
    let text: Rc<str> = match check::text(&name, &bytes) {
        Ok(text) => text.into(),
        Err(problem) => return problems(vec![(*problem).into()]),
    };
    let as_called = check(Source { name: &name, text: &text }, &[]);
    if let Some(quiz) = as_called.quizzes.into_iter().next() {
        return Ok(Some(quiz));
    }
    // What git or an editor made of an old version is called by another name than its id.
    let id = text.lines().find_map(|line| Some(line.strip_prefix("id")?.trim_start().strip_prefix('=')?.trim()));
    let id = id.and_then(|rest| rest.split(['"', '\'']).nth(1)).unwrap_or_default();
    let called = check(Source { name: &format!("{id}.toml"), text: &text }, &[]);
    if let Some(quiz) = called.quizzes.into_iter().next() {
        return Ok(Some(quiz));
    }
    problems(as_called.problems.into_iter().map(|problem| DrawnProblem::within(problem, &text)).collect())
}

fn problems(problems: Vec<DrawnProblem>) -> Result<Option<Quiz>> {
    problems.iter().try_for_each(print::note)?;
    Ok(None)
}
