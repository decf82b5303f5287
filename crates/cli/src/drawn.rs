//! A problem as an author sees it: what is wrong and where, the line with that place underlined, and what to do.

use std::fmt;
use std::rc::Rc;

use annotate_snippets::level::{ERROR, WARNING};
use annotate_snippets::{AnnotationKind, Group, Renderer, Snippet};
use which_track_quiz::check::{Problem, Severity};

/// How many columns of a long line are shown.
const WIDTH: usize = 100;

/// How many bytes around the beginning of a place are drawn at most: a line may be a whole file.
const NEAR: usize = 2_000;

/// A problem with the text of its file, if that can be shown. Its words are styled; whoever prints it takes the styles
/// away where they are not wanted.
pub struct DrawnProblem {
    pub problem: Problem,
    text: Option<Rc<str>>,
}

impl DrawnProblem {
    /// A problem that is in this text.
    pub fn within(problem: Problem, text: &Rc<str>) -> Self {
        Self { problem, text: Some(Rc::clone(text)) }
    }
}

impl From<Problem> for DrawnProblem {
    fn from(problem: Problem) -> Self {
        Self { problem, text: None }
    }
}

impl fmt::Display for DrawnProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.problem.to_string();
        let (first, advice) = words.split_once('\n').unwrap_or((&words, ""));
        let lines = self.text.as_deref().and_then(|text| lines(&self.problem, text));
        writeln!(f, "{first}")?;
        if let Some(lines) = lines {
            writeln!(f, "{lines}")?;
        }
        write!(f, "{advice}")
    }
}

/// The lines of a file that a problem is in, with its place underlined. Nothing where the whole file is meant.
fn lines(problem: &Problem, text: &str) -> Option<String> {
    let start = problem.span.start;
    if problem.span.is_file() {
        return None;
    }
    let end = problem.span.end.min(text.floor_char_boundary(start + NEAR));
    let before = text.get(..start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let before = before.max(text.floor_char_boundary(start.saturating_sub(NEAR)));
    let behind = text.get(end..)?.find('\n').map_or(text.len(), |newline| end + newline);
    let behind = behind.min(text.floor_char_boundary(end + NEAR));
    let lines = text.get(before..behind)?.trim_end_matches('\r');
    // The mark that some programs put before a text is no letter of its first line.
    let (lines, before) = lines.strip_prefix('\u{feff}').map_or((lines, before), |rest| (rest, before + 3));
    let level = if problem.severity == Severity::Error { ERROR } else { WARNING };
    let place = start.saturating_sub(before)..end.saturating_sub(before).min(lines.len());
    let snippet = Snippet::source(lines).line_start(problem.line).annotation(AnnotationKind::Primary.span(place));
    let drawn = Renderer::styled().term_width(WIDTH).render(&[Group::with_level(level).element(snippet)]);
    Some(drawn)
}
