//! `which-track open`: what a share link tells, as JSON.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value, json};
use which_track_quiz::share::{self, COMPARE, NotShared, Shared};
use which_track_quiz::{Finished, OutcomeIx, Quiz, Track, is_id};

use crate::exit::Exit;
use crate::{editions, load, print, score};

/// A share link taken apart: `…/r/<quiz>/<page>/[<language>/]#<code>`.
#[derive(Debug, PartialEq)]
struct Link {
    quiz: String,
    /// The id of an outcome, or the word for invitations.
    page: String,
    code: String,
}

/// Reads a link, and prints what it tells.
pub fn run(link: &str, folders: &[PathBuf]) -> Result<Exit> {
    let link = Link::of(link)?;
    let file = format!("{}.toml", link.quiz);
    let path = folders.iter().map(|folder| folder.join(&file)).find(|path| path.is_file());
    let path = path.with_context(|| {
        let folders = load::listed(folders.iter().filter_map(|folder| folder.to_str()));
        format!("there is no quiz `{}` in {folders}; --quizzes names other folders", link.quiz)
    })?;
    let Some(own) = load::quiz(&path)? else { return Ok(Exit::Problems) };
    let quiz = edition(&path, own, &link.code)?;
    print::line(serde_json::to_string_pretty(&told(&quiz, &link)?)?)?;
    Ok(Exit::Well)
}

impl Link {
    /// Takes a link apart; what stands between path and code (`?…`) is of no account.
    fn of(link: &str) -> Result<Self> {
        let link = link.trim();
        // Some programs encode a whole link, with the `#`.
        let link = if link.contains('#') { link.to_owned() } else { decoded(link) };
        let (address, code) = link.split_once('#').context("this link shares nothing: there is no `#` in it")?;
        let path = address.split('?').next().unwrap_or_default();
        let names: Vec<String> =
            path.split('/').map(decoded).filter(|name| !name.is_empty() && name != "index.html").collect();
        let found = match names.as_slice() {
            [.., r, quiz, page] if r == "r" => Some((quiz, page)),
            [.., r, quiz, page, _language] if r == "r" => Some((quiz, page)),
            _ => None,
        };
        let (quiz, page) = found.context("this is not a link to a result: expected …/r/<quiz>/<outcome>/#<code>")?;
        // It becomes the name of a file.
        ensure!(is_id(quiz), "this is not a link to a result: `{}` is not the id of a quiz", quiz.escape_debug());
        Ok(Self { quiz: quiz.clone(), page: page.clone(), code: share::code_of(code) })
    }
}

/// A text without percent encoding.
fn decoded(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        match piece.get(..2).and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend(piece[2..].bytes());
            }
            None => bytes.extend(format!("%{piece}").bytes()),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The edition that a code was made with: the current one, or one that was kept.
fn edition(path: &Path, own: Quiz, code: &str) -> Result<Quiz> {
    if let Err(not @ (NotShared::Damaged | NotShared::Newer)) = share::decode(&own, code) {
        return Err(not.into());
    }
    if share::made_with(&own, code) {
        return load::with_gaps(own);
    }
    let kept = editions::kept(path, &own)?;
    let found = kept.into_iter().flat_map(|kept| kept.languages).find(|quiz| share::made_with(quiz, code));
    found
        .with_context(|| format!("{} No edition that made it is kept beside {}.", NotShared::Elsewhere, path.display()))
}

fn told(quiz: &Quiz, link: &Link) -> Result<Value> {
    let shared = share::decode(quiz, &link.code)?;
    let (level, outcome, more) = match &shared {
        Shared::Outcome(outcome) => ("outcome", *outcome, Vec::new()),
        Shared::Fits { outcome, percents } => ("fits", *outcome, vec![("fits", fits(quiz, percents))]),
        Shared::Answers(finished) => ("answers", finished.outcome(), sheet(quiz, finished)),
    };
    let head = [
        ("quiz", json!(quiz.id)),
        ("edition", json!(quiz.edition().to_string())),
        ("kind", json!(kind(quiz, link, outcome)?)),
        ("level", json!(level)),
        ("outcome", json!(quiz.outcome(outcome).id)),
    ];
    Ok(head.into_iter().chain(more).map(|(name, value)| (name.to_owned(), value)).collect())
}

/// What a link is for. The page of another outcome than the code's has been put before it by somebody.
fn kind(quiz: &Quiz, link: &Link, outcome: OutcomeIx) -> Result<&'static str> {
    if link.page == COMPARE {
        return Ok("invitation");
    }
    let outcome = &quiz.outcome(outcome).id;
    ensure!(
        link.page == *outcome,
        "this link contradicts itself: its page is that of `{}`, its code says `{outcome}`",
        link.page.escape_debug()
    );
    Ok("result")
}

fn fits(quiz: &Quiz, percents: &[u8]) -> Value {
    let fit = |(track, percent): (&Track, &u8)| json!({ "track": track.id, "percent": percent });
    quiz.tracks.iter().zip(percents).map(fit).collect()
}

/// The answers as `score` takes them, and the result as it gives it.
fn sheet(quiz: &Quiz, finished: &Finished) -> Vec<(&'static str, Value)> {
    let complete = finished.answers();
    let id = |ix| quiz.question(ix).id.clone();
    let answers: Map<String, Value> =
        complete.answered().map(|(ix, answer)| (id(ix), score::answer_json(quiz, ix, answer))).collect();
    let marked = complete.answered().map(|(ix, _)| ix).filter(|ix| complete.answers().marked(*ix));
    let marks: Vec<String> = marked.map(id).collect();
    vec![("answers", Value::Object(answers)), ("marks", json!(marks)), ("result", score::result(quiz, finished, true))]
}
