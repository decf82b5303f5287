//! `which-track open`: what a share link tells, as JSON.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use percent_encoding::percent_decode_str;
use which_track_quiz::share::{self, COMPARE, NotShared, Shared};
use which_track_quiz::{OutcomeIx, Quiz, is_id};

use crate::exit::Exit;
use crate::report::{Details, LinkReport};
use crate::{editions, load, print};

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
    print::line(serde_json::to_string_pretty(&report(&quiz, &link)?)?)?;
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
    percent_decode_str(text).decode_utf8_lossy().into_owned()
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

fn report<'a>(quiz: &'a Quiz, link: &Link) -> Result<LinkReport<'a>> {
    let shared = share::decode(quiz, &link.code)?;
    Ok(LinkReport {
        quiz: &quiz.id,
        edition: quiz.edition().to_string(),
        kind: kind(quiz, link, shared.outcome())?,
        level: match shared {
            Shared::Outcome(_) => "outcome",
            Shared::Fits { .. } => "fits",
            Shared::Answers(_) => "answers",
        },
        outcome: &quiz.outcome(shared.outcome()).id,
        details: Details::of(quiz, &shared),
    })
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
