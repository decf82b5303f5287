//! An author's mistake, and where mistakes are noted while a file is read.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt;

use super::possible::Looks;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The quiz cannot be used.
    Error,
    /// The quiz can be used, but something in it does nothing.
    Warning,
}

/// Something wrong with a file, where it is, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The file, as its [`super::Source`] names it.
    pub file: String,
    /// The line, from 1; 0 where the whole file is meant, which may have none.
    pub line: usize,
    /// The column in characters, from 1; 0 where the whole file is meant.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub advice: String,
}

impl Problem {
    /// What is wrong behind the beginning of a file, which is this text.
    #[must_use]
    pub fn error(file: &str, before: &str, message: String, advice: &str) -> Self {
        let mut spot = Spot { at: 0, line: 1, column: 1 };
        spot.move_to(before.len(), before);
        Self { line: spot.line, column: spot.column, ..Self::of_file(file, message, advice) }
    }

    /// What is wrong with a file, and with no line of it.
    #[must_use]
    pub fn of_file(file: &str, message: String, advice: &str) -> Self {
        let (file, advice) = (file.to_owned(), advice.to_owned());
        Self { severity: Severity::Error, file, line: 0, column: 0, message, advice }
    }
}

impl fmt::Display for Problem {
    /// `tea.toml:3:5: error: what is wrong`, and below it, indented, what to write instead.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, message, advice, .. } = self;
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let place = if *line == 0 { String::new() } else { format!(":{line}:{column}") };
        write!(f, "{file}{place}: {severity}: {message}\n  {advice}")
    }
}

/// How a note relates to the others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// The file is not TOML here; whatever else is wrong on the line may only follow from that.
    Syntax,
    /// Something begins here that never ends; whatever else is wrong from here on only follows from that.
    Endless,
    /// The file is beyond a limit; nothing else matters until it is not.
    Refusal,
    Plain,
}

struct Note {
    severity: Severity,
    sort: Sort,
    at: usize,
    message: String,
    advice: String,
}

/// What is wrong with one file, noted by byte offset while it is read.
pub(crate) struct Notes<'a> {
    file: &'a str,
    text: &'a str,
    found: RefCell<Vec<Note>>,
    broken: Cell<bool>,
    /// What may still be looked at to tell whether conditions can hold.
    pub(super) looks: Looks,
}

impl<'a> Notes<'a> {
    /// Nothing wrong yet.
    pub fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, found: RefCell::default(), broken: Cell::new(false), looks: Looks::default() }
    }

    /// The file is not TOML at this place, so that parts of it are not known.
    pub fn syntax(&self, at: usize, message: impl Into<String>, advice: impl Into<String>) {
        self.broken.set(true);
        self.note(Severity::Error, Sort::Syntax, at, message.into(), advice.into());
    }

    /// Something begins at this place that never ends. Only what is before it is reported besides.
    pub fn endless(&self, at: usize, message: impl Into<String>, advice: impl Into<String>) {
        self.broken.set(true);
        self.note(Severity::Error, Sort::Endless, at, message.into(), advice.into());
    }

    /// The file is beyond a limit. Only refusals are reported then.
    pub fn refuse(&self, at: usize, message: impl Into<String>, advice: impl Into<String>) {
        self.broken.set(true);
        self.note(Severity::Error, Sort::Refusal, at, message.into(), advice.into());
    }

    /// Something that is there is wrong.
    pub fn error(&self, at: usize, message: impl Into<String>, advice: impl Into<String>) {
        self.note(Severity::Error, Sort::Plain, at, message.into(), advice.into());
    }

    /// Something is not there, or wrong because of that. In a broken file it may only be what could not be read.
    pub fn absent(&self, at: usize, message: impl Into<String>, advice: impl Into<String>) {
        if !self.broken.get() {
            self.error(at, message, advice);
        }
    }

    /// Something does nothing.
    pub fn warn(&self, at: usize, message: impl Into<String>, advice: impl Into<String>) {
        self.note(Severity::Warning, Sort::Plain, at, message.into(), advice.into());
    }

    /// Whether parts of the file are not known.
    pub fn broken(&self) -> bool {
        self.broken.get()
    }

    /// Whether there is anything but warnings.
    pub fn failed(&self) -> bool {
        self.found.borrow().iter().any(|note| note.severity == Severity::Error)
    }

    fn note(&self, severity: Severity, sort: Sort, at: usize, message: String, advice: String) {
        self.found.borrow_mut().push(Note { severity, sort, at, message, advice });
    }

    /// All problems in the order of the file.
    pub fn into_problems(self) -> Vec<Problem> {
        let mut notes = self.found.into_inner();
        if notes.iter().any(|note| note.sort == Sort::Refusal) {
            notes.retain(|note| note.sort == Sort::Refusal);
        }
        if let Some(last) = notes.iter().find(|note| note.sort == Sort::Endless).map(|note| note.at) {
            notes.retain(|note| note.sort == Sort::Endless || note.at < last);
        }
        notes.sort_by_key(|note| note.at);
        let mut spot = Spot { at: 0, line: 1, column: 1 };
        let mut problem = |Note { severity, sort, at, message, advice }: Note| {
            spot.move_to(at, self.text);
            let Spot { line, column, .. } = spot;
            (sort, Problem { severity, file: self.file.to_owned(), line, column, message, advice })
        };
        let located: Vec<(Sort, Problem)> = notes.into_iter().map(&mut problem).collect();
        let broken: BTreeSet<usize> =
            located.iter().filter(|(sort, _)| *sort == Sort::Syntax).map(|(_, problem)| problem.line).collect();
        let follows = |(sort, problem): &(Sort, Problem)| *sort == Sort::Plain && broken.contains(&problem.line);
        located.into_iter().filter(|located| !follows(located)).map(|(_, problem)| problem).collect()
    }
}

/// A place in a text that moves forward only, so that all places of a file are found in one walk.
#[derive(Clone, Copy)]
struct Spot {
    at: usize,
    line: usize,
    column: usize,
}

impl Spot {
    fn move_to(&mut self, at: usize, text: &str) {
        for letter in text[self.at..].chars().take_while({
            let mut here = self.at;
            move |letter| {
                here += letter.len_utf8();
                here <= at
            }
        }) {
            self.at += letter.len_utf8();
            // The mark that some programs put before a text is no letter of its first line.
            let mark = letter == '\u{feff}' && self.at == letter.len_utf8();
            (self.line, self.column) = match letter {
                '\n' => (self.line + 1, 1),
                _ => (self.line, self.column + usize::from(!mark)),
            };
        }
    }
}
