//! `which-track keep`: writes down the current editions of quizzes, so that links to their results outlive changes.

use std::path::PathBuf;

use anyhow::Result;

use crate::exit::Exit;
use crate::{editions, load, print};

/// Keeps quizzes, and prints the files that they are kept in.
pub fn run(paths: &[PathBuf]) -> Result<Exit> {
    let Some(quizzes) = load::all(paths)? else { return Ok(Exit::Problems) };
    let mut files = Vec::new();
    for (path, languages) in paths.iter().zip(quizzes) {
        files.extend(editions::keep(path, &load::all_with_gaps(languages)?)?);
    }
    files.iter().try_for_each(|file| print::line(file.display()))?;
    Ok(Exit::Well)
}
