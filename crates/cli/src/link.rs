//! `which-track link`: the link that shares a result, as much of it as is asked for.

use std::path::PathBuf;

use anyhow::Result;
use clap::ValueEnum;
use which_track_quiz::share::{Disclosure, ShareUrls};

use crate::base::Base;
use crate::exit::Exit;
use crate::{load, print, score};

/// A link to what.
#[derive(clap::Args)]
pub struct Args {
    /// The quiz file.
    quiz: PathBuf,
    /// The answers, or - for standard input.
    #[arg(long, value_name = "FILE|-")]
    answers: PathBuf,
    /// How much the link tells: the outcome, also how well each track fits, or all answers.
    #[arg(long, default_value = "fits")]
    level: DisclosureArg,
    /// The address of the site, https://…; without it, the link is relative to the site.
    #[arg(long, value_name = "URL", value_parser = Base::parse)]
    base_url: Option<Base>,
    /// The language of the page, where the quiz has several.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Invites to answer first and to compare afterwards.
    #[arg(long)]
    invite: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum DisclosureArg {
    Outcome,
    Fits,
    Answers,
}

/// Makes the link and prints it.
pub fn run(args: &Args) -> Result<Exit> {
    let Some(languages) = load::languages(&args.quiz)? else { return Ok(Exit::Problems) };
    let quiz = load::in_language(&languages, args.lang.as_deref())?;
    let answers = score::read(quiz, &args.answers)?;
    let level = match args.level {
        DisclosureArg::Outcome => Disclosure::Outcome,
        DisclosureArg::Fits => Disclosure::Fits,
        DisclosureArg::Answers => Disclosure::Answers,
    };
    let pages = ShareUrls {
        base: args.base_url.as_ref().map(|base| base.to("")).unwrap_or_default(),
        folder: load::folder(&languages, quiz),
    };
    print::line(match args.invite {
        true => pages.invitation(quiz, &answers, level),
        false => pages.link(quiz, &answers, level),
    })?;
    Ok(Exit::Well)
}
