//! From what an author wrote to a quiz in all its languages, or to everything that is wrong with it.
//!
//! A file is read once from top to bottom; what is wrong is noted and reading goes on, so that one run names all
//! problems. Nothing here panics, whatever a file holds.

mod beside;
mod condition;
mod describe;
mod docs;
mod draft;
mod encoding;
mod format;
mod golden;
mod language;
mod letters;
mod marks;
mod names;
mod possible;
pub(crate) mod problem;
mod question;
mod site;
mod source;
pub(crate) mod spelling;
mod table;
pub mod texts;
mod together;
mod translation;
mod warnings;
mod words;

pub use describe::QuizFormat;
pub use docs::Doc;
pub use encoding::{is_wide, text};
pub use format::{Form, Format, Key};
pub use marks::CHANGED;
pub use names::is_device;
pub use problem::{Pictured, Problem, Severity, Span, Spanned};
pub use site::{Site, is_site, site};
pub use source::Source;
pub use words::{Language, is_language, language};

use crate::file::{self, QuizFile};
use crate::quiz::QuizData;
use crate::{Invalid, Quiz};
use problem::Notes;
use table::Table;

/// What checking came to.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// The quiz in its own language and then in that of each translation, in their order; empty where there are
    /// errors. All are the same edition.
    pub quizzes: Vec<Quiz>,
    /// Everything wrong: the quiz's file first and then each translation's, each in the order of its lines.
    pub problems: Vec<Problem>,
    /// Golden answers that lack something or lead to another outcome, in the order of their lines. The quiz can be used
    /// all the same.
    pub failed_tests: Vec<Problem>,
    /// The texts that stand on pictures, in the same order. Of a file with errors none: these come first.
    pub pictured: Vec<Pictured>,
}

/// Checks a quiz with its translations.
#[must_use]
pub fn check(quiz: Source<'_>, translations: &[Source<'_>]) -> Checked {
    let notes = Notes::new(quiz.name, quiz.text);
    let text = file::readable(quiz.text, &notes);
    let file = QuizFile::parse(&text, &notes);
    let draft = draft::draft(&Table::root(file.root(), "the quiz", &notes), quiz.name);
    let known = !notes.broken();
    let mut quizzes = if notes.failed() { Vec::new() } else { made(draft.parts.clone(), &notes) };
    let failed_tests = Notes::new(quiz.name, quiz.text);
    if let Some(quiz) = quizzes.first() {
        warnings::warnings(quiz, &draft.places, &notes);
        draft.golden.iter().for_each(|answers| answers.check(quiz, &failed_tests));
    }
    let mut problems = Vec::new();
    let mut pictured = notes.pictured();
    let mut taken = vec![draft.parts.lang.clone()];
    for source in translations {
        let notes = notes.of_translation(source.name, source.text);
        if let Some(parts) = translated(*source, &notes, known.then_some(&draft.parts), &taken) {
            taken.push(parts.lang.clone());
            // What is wrong with the quiz itself has been said, and is none of the translation's faults.
            quizzes.extend(if notes.failed() || quizzes.is_empty() { Vec::new() } else { made(parts, &notes) });
        }
        pictured.extend(notes.pictured());
        problems.extend(notes.into_problems());
    }
    problems.splice(0..0, notes.into_problems());
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        quizzes.clear();
    }
    Checked { quizzes, problems, failed_tests: failed_tests.into_problems(), pictured }
}

/// Everything in a file that is not TOML.
#[must_use]
pub fn syntax(source: Source<'_>) -> Vec<Problem> {
    let notes = Notes::new(source.name, source.text);
    QuizFile::parse(&file::readable(source.text, &notes), &notes);
    notes.into_problems()
}

/// Reads a translation. Of a quiz that is not known, only its syntax can be checked.
fn translated(source: Source<'_>, notes: &Notes<'_>, quiz: Option<&QuizData>, taken: &[String]) -> Option<QuizData> {
    let text = file::readable(source.text, notes);
    let file = QuizFile::parse(&text, notes);
    let root = Table::root(file.root(), "the translation", notes);
    marks::marks(&text, notes);
    quiz.map(|quiz| translation::translation(&root, source.name, quiz, taken))
}

/// The quiz that parts without errors are. Should they not be one after all, that is noted.
fn made(parts: QuizData, notes: &Notes<'_>) -> Vec<Quiz> {
    let quiz = Quiz::try_from(parts);
    if let Err(Invalid { what }) = &quiz {
        notes.error(Span::FILE, format!("the quiz is beyond a limit: {what}"), "see docs/format.md, Limits");
    }
    quiz.into_iter().collect()
}
