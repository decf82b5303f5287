//! `which-track keep`: writes down the current editions of quizzes, so that links to their results outlive changes.

use std::path::PathBuf;

use anyhow::Result;

use crate::{Ended, editions, load};

/// Keeps quizzes, and prints the files that they are kept in.
pub fn run(paths: &[PathBuf]) -> Result<Ended> {
    for path in paths {
        let Some(languages) = load::languages(path)? else { return Ok(Ended::Problems) };
        for file in editions::keep(path, &load::all_with_gaps(languages)?)? {
            println!("{}", file.display());
        }
    }
    Ok(Ended::Well)
}
