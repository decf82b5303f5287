//! `which-track check`: every problem of quiz files at once.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;
use which_track_quiz::check::{Problem, Severity};

use crate::{Ended, load};

/// Checks files and prints what is wrong with them. With `strict`, warnings count as problems.
pub fn run(paths: &[PathBuf], strict: bool, as_json: bool) -> Result<Ended> {
    let mut problems = Vec::new();
    for path in paths.iter().filter(|path| !is_translation_of_another(path, paths)) {
        problems.extend(load::checked(path)?.problems);
    }
    for problem in &problems {
        match as_json {
            true => println!("{}", json_of(problem)),
            false => eprintln!("{problem}"),
        }
    }
    let counts = |problem: &&Problem| strict || problem.severity == Severity::Error;
    Ok(if problems.iter().any(|problem| counts(&problem)) { Ended::Problems } else { Ended::Well })
}

/// Whether the file is a translation of one that is checked as well: it is read with that one.
fn is_translation_of_another(path: &Path, paths: &[PathBuf]) -> bool {
    paths.iter().any(|other| load::translations(other).is_ok_and(|beside| beside.iter().any(|beside| beside == path)))
}

fn json_of(problem: &Problem) -> serde_json::Value {
    json!({
        "severity": if problem.severity == Severity::Error { "error" } else { "warning" },
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "advice": problem.advice,
    })
}
