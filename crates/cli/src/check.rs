//! `which-track check`: every problem of quiz files at once.

use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;
use which_track_quiz::Quiz;
use which_track_quiz::check::{Problem, Severity, Span};

use crate::drawn::DrawnProblem;
use crate::editions::{self, Broken};
use crate::exit::Exit;
use crate::raster::Fonts;
use crate::site_file::{self, Settings};
use crate::{letters, load, print};

/// Checks files and prints what is wrong with them. With `strict`, warnings count as problems.
pub fn run(paths: &[PathBuf], strict: bool, as_json: bool) -> Result<Exit> {
    let mut problems: Vec<DrawnProblem> = load::about_words();
    let mut quizzes = Vec::new();
    for path in paths {
        match if path.is_dir() { load::in_folder(path) } else { Ok(vec![path.clone()]) } {
            Ok(found) => quizzes.extend(found),
            Err(problem) => problems.push(problem.into()),
        }
    }
    let fonts = fonts(&quizzes, &mut problems);
    for path in quizzes.iter().filter(|path| !load::is_translation_of(path, &quizzes)) {
        if let Some(found) = site_file::problems(path) {
            problems.extend(found);
            continue;
        }
        let checked = load::checked(path);
        let boxes = fonts.as_ref().map(|fonts| letters::warnings(&checked.pictured, fonts));
        problems.extend(checked.problems);
        problems.extend(checked.failed_tests);
        problems.extend(boxes.into_iter().flatten());
        problems.extend(checked.quizzes.first().and_then(|own| about_editions(path, own)).map(DrawnProblem::from));
    }
    for problem in &problems {
        match as_json {
            true => print::line(json_of(&problem.problem))?,
            false => print::note(problem)?,
        }
    }
    let counts = |drawn: &DrawnProblem| strict || drawn.problem.severity == Severity::Error;
    Ok(if problems.iter().any(counts) { Exit::Problems } else { Exit::Well })
}

/// The fonts that a build in this folder draws with. Nothing where something is wrong with the file about its site, which
/// is then noted, if that file is not one of those that are checked.
fn fonts(quizzes: &[PathBuf], problems: &mut Vec<DrawnProblem>) -> Option<Fonts> {
    match Settings::read(None, None) {
        Ok(settings) => Some(Fonts::with(&settings.fonts)),
        Err(found) => {
            problems.extend(found.into_iter().filter(|_| !quizzes.iter().any(|path| site_file::is_usual(path))));
            None
        }
    }
}

/// What is wrong with the kept editions of a quiz: a broken one, or that the current one is not among them. Where none
/// is kept, none has been published, and nothing is said.
fn about_editions(path: &Path, own: &Quiz) -> Option<Problem> {
    let problem = |severity, file: &Path, message, advice| {
        let file = file.display().to_string();
        Some(Problem { severity, file, line: 1, column: 1, span: Span::FILE, message, advice })
    };
    let kept = match editions::kept(path, own) {
        Ok(kept) => kept,
        Err(Broken { file, what, advice }) => return problem(Severity::Error, &file, what, advice),
    };
    let current = own.edition().to_string();
    if kept.is_empty() || kept.iter().any(|kept| kept.edition == current) {
        return None;
    }
    let older = load::listed(kept.iter().map(|kept| kept.edition.as_str()));
    let message = format!("what scores has changed since {older} was kept: this is a new edition, `{current}`");
    let keep =
        format!("links to results of {older} go on working; `which-track keep {}` makes those of", path.display());
    problem(Severity::Warning, path, message, format!("{keep} `{current}` outlive the next change"))
}

fn json_of(problem: &Problem) -> serde_json::Value {
    // Of a whole file there is no place.
    let place = |place: usize| (place > 0).then_some(place);
    json!({
        "severity": if problem.severity == Severity::Error { "error" } else { "warning" },
        "file": problem.file,
        "line": place(problem.line),
        "column": place(problem.column),
        "message": problem.message,
        "advice": problem.advice,
    })
}
