//! `which-track link`: the link that shares a result, as much of it as is asked for.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};
use which_track_quiz::share::{Level, Pages};

use crate::base::Base;
use crate::exit::Exit;
use crate::{load, print, score};

/// A link to what.
#[derive(Args)]
pub struct Wanted {
    /// The quiz file.
    quiz: PathBuf,
    /// The answers, or - for standard input.
    #[arg(long, value_name = "FILE|-")]
    answers: PathBuf,
    /// How much the link tells: the outcome, also how well each track fits, or all answers.
    #[arg(long, default_value = "fits")]
    level: Told,
    /// The address of the site, https://…; without it, the link is relative to the site.
    #[arg(long, value_name = "URL", value_parser = Base::at)]
    base_url: Option<Base>,
    /// The language of the page, where the quiz has several.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Invites to answer first and to compare afterwards.
    #[arg(long)]
    invite: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Told {
    Outcome,
    Fits,
    Answers,
}

/// Makes the link and prints it.
pub fn run(wanted: &Wanted) -> Result<Exit> {
    let Some(languages) = load::languages(&wanted.quiz)? else { return Ok(Exit::Problems) };
    let quiz = load::in_language(&languages, wanted.lang.as_deref())?;
    let answers = score::read(quiz, &wanted.answers)?;
    let level = match wanted.level {
        Told::Outcome => Level::Outcome,
        Told::Fits => Level::Fits,
        Told::Answers => Level::Answers,
    };
    let pages = Pages {
        base: wanted.base_url.as_ref().map(|base| base.to("")).unwrap_or_default(),
        folder: load::folder(&languages, quiz),
    };
    print::line(match wanted.invite {
        true => pages.invitation(quiz, &answers, level),
        false => pages.link(quiz, &answers, level),
    })?;
    Ok(Exit::Well)
}
