//! `which-track compile`: the compiled quiz that the element's `src` takes.

use std::path::PathBuf;

use anyhow::Result;

use crate::exit::Exit;
use crate::{json, load, print};

/// Which quiz, in which language, and where to.
#[derive(clap::Args)]
pub struct Args {
    /// The quiz file.
    quiz: PathBuf,
    /// Where to write it; - for standard output.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The language, for a quiz that has several; its own where left out.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

/// Writes the quiz.
pub fn run(args: &Args) -> Result<Exit> {
    let Args { quiz, output, lang } = args;
    let Some(languages) = load::languages(quiz)? else { return Ok(Exit::Problems) };
    let found = load::in_language(&languages, lang.as_deref())?;
    let compiled = json::written(&load::with_gaps(found.clone())?);
    match output.as_os_str() == "-" {
        true => print::line(compiled)?,
        false => load::write(output, compiled.as_bytes())?,
    }
    Ok(Exit::Well)
}
