//! An author's mistake, and where mistakes are noted while a file is read.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

use super::format::Format;
use super::possible::Looks;
use super::source::Source;

/// A stretch of a file, in bytes. It is empty at the beginning of the file where the whole file is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Its first byte.
    pub start: usize,
    /// The first byte behind it.
    pub end: usize,
}

impl Span {
    /// The whole file, of which no part is to be shown.
    pub const FILE: Self = Self { start: 0, end: 0 };

    /// Whether no part of the file is meant.
    #[must_use]
    pub fn is_file(self) -> bool {
        self == Self::FILE
    }
}

impl From<Range<usize>> for Span {
    fn from(Range { start, end }: Range<usize>) -> Self {
        Self { start, end: end.max(start) }
    }
}

/// Something read from a file, with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// Its place.
    pub span: Span,
    /// What was read.
    pub value: T,
}

impl<T> Spanned<T> {
    /// Something else in the same place.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { span: self.span, value: make(self.value) }
    }
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The quiz cannot be used.
    Error,
    /// The quiz can be used, but something in it does nothing, or is not seen as it is meant.
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
    /// The stretch of the file's text that is wrong.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub advice: String,
}

impl Problem {
    /// What is wrong behind the beginning of a file, which is this text.
    #[must_use]
    pub fn error(file: &str, before: &str, message: String, advice: &str) -> Self {
        let mut spot = Spot::FIRST;
        spot.move_to(before.len(), before);
        Self { line: spot.line, column: spot.column, ..Self::of_file(file, message, advice) }
    }

    /// What is wrong with a stretch of a file.
    #[must_use]
    pub fn within(source: Source<'_>, span: Span, message: String, advice: &str) -> Self {
        let before = source.text.get(..span.start).unwrap_or_default();
        Self { span, ..Self::error(source.name, before, message, advice) }
    }

    /// What is wrong with a file, and with no line of it.
    #[must_use]
    pub fn of_file(file: &str, message: String, advice: &str) -> Self {
        let (file, advice) = (file.to_owned(), advice.to_owned());
        Self { severity: Severity::Error, file, line: 0, column: 0, span: Span::FILE, message, advice }
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

/// A text that stands on a picture. Pictures are drawn with fonts, which may lack letters; whoever has these can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pictured {
    /// The file that it is in, as its [`super::Source`] names it.
    pub file: String,
    /// Its place there; the whole file where it is no text of the author's.
    pub span: Span,
    /// What it is called in messages.
    pub name: String,
    /// Its words.
    pub text: String,
}

/// How a note relates to the others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// The file is not TOML here; whatever else is wrong on the line may only follow from that.
    Syntax,
    /// The file is beyond a limit, or no quiz file at all; nothing else matters until it is one.
    Refusal,
    /// A text without words. A translation that is only begun has many.
    Empty,
    Plain,
}

struct Note {
    severity: Severity,
    sort: Sort,
    span: Span,
    message: String,
    advice: String,
    /// Whether others in the same words are the same mistake.
    habit: bool,
}

/// What is wrong with one file, noted by place while it is read.
pub(crate) struct Notes<'a> {
    file: &'a str,
    text: &'a str,
    found: RefCell<Vec<Note>>,
    broken: Cell<bool>,
    /// The keys that were asked for, by what sort of table they were asked of.
    asked: RefCell<BTreeMap<&'static str, BTreeSet<&'static str>>>,
    pictured: RefCell<Vec<Pictured>>,
    /// Of a translation: the keys that were asked of the quiz itself.
    original: BTreeMap<&'static str, BTreeSet<&'static str>>,
    /// What may still be looked at to tell whether conditions can hold.
    pub(super) looks: Looks,
    /// What may stand where, for whoever describes the format.
    pub(super) format: Option<RefCell<Format>>,
}

impl<'a> Notes<'a> {
    /// Nothing wrong yet.
    pub fn new(file: &'a str, text: &'a str) -> Self {
        Self {
            file,
            text,
            found: RefCell::default(),
            broken: Cell::new(false),
            asked: RefCell::default(),
            pictured: RefCell::default(),
            original: BTreeMap::new(),
            looks: Looks::default(),
            format: None,
        }
    }

    /// Notes that are there to learn what may stand where.
    pub fn describing(text: &'a str) -> Self {
        Self { format: Some(RefCell::default()), ..Self::new("", text) }
    }

    /// Nothing wrong yet with a translation of the quiz that these notes are about.
    pub fn of_translation(&self, file: &'a str, text: &'a str) -> Self {
        Self { original: self.asked.borrow().clone(), ..Self::new(file, text) }
    }

    /// The file's text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The file is not TOML at this place, so that parts of it are not known. A `habit` is one mistake however often it
    /// is there in the same words.
    pub fn syntax(&self, span: impl Into<Span>, message: impl Into<String>, advice: impl Into<String>, habit: bool) {
        self.broken.set(true);
        self.note(Severity::Error, Sort::Syntax, span.into(), message.into(), advice.into(), habit);
    }

    /// The file is beyond a limit, or something else than a quiz file. Only refusals are reported then.
    pub fn refuse(&self, span: impl Into<Span>, message: impl Into<String>, advice: impl Into<String>) {
        self.broken.set(true);
        self.note(Severity::Error, Sort::Refusal, span.into(), message.into(), advice.into(), false);
    }

    /// Something that is there is wrong.
    pub fn error(&self, span: impl Into<Span>, message: impl Into<String>, advice: impl Into<String>) {
        self.note(Severity::Error, Sort::Plain, span.into(), message.into(), advice.into(), false);
    }

    /// Something is not there, or wrong because of that. In a broken file it may only be what could not be read.
    pub fn absent(&self, span: impl Into<Span>, message: impl Into<String>, advice: impl Into<String>) {
        if !self.broken.get() {
            self.error(span, message, advice);
        }
    }

    /// A text has no words.
    pub fn empty(&self, span: impl Into<Span>, message: String) {
        self.note(Severity::Error, Sort::Empty, span.into(), message, "write its words".to_owned(), false);
    }

    /// A name that nothing has. Where it stands in several places, its owner is missing once.
    pub fn unknown(&self, span: Span, message: String, advice: String) {
        if !self.broken.get() {
            self.note(Severity::Error, Sort::Plain, span, message, advice, true);
        }
    }

    /// Something does nothing.
    pub fn warn(&self, span: impl Into<Span>, message: impl Into<String>, advice: impl Into<String>) {
        self.note(Severity::Warning, Sort::Plain, span.into(), message.into(), advice.into(), false);
    }

    /// A text stands on a picture.
    pub fn picture(&self, span: impl Into<Span>, name: String, text: &str) {
        let (file, span, text) = (self.file.to_owned(), span.into(), text.to_owned());
        self.pictured.borrow_mut().push(Pictured { file, span, name, text });
    }

    /// The texts that stand on pictures, in the order of the file, where there is nothing but warnings.
    pub fn pictured(&self) -> Vec<Pictured> {
        if self.failed() {
            return Vec::new();
        }
        let mut pictured = self.pictured.take();
        pictured.sort_by_key(|text| text.span);
        pictured
    }

    /// Parts of the file are not known, for a reason that has been noted.
    pub fn lose(&self) {
        self.broken.set(true);
    }

    /// Whether parts of the file are not known.
    pub fn broken(&self) -> bool {
        self.broken.get()
    }

    /// Whether there is anything but warnings.
    pub fn failed(&self) -> bool {
        self.found.borrow().iter().any(|note| note.severity == Severity::Error)
    }

    /// Keeps in mind which keys were asked of a sort of table.
    pub(super) fn remember(&self, noun: &'static str, keys: &[&'static str]) {
        self.asked.borrow_mut().entry(noun).or_default().extend(keys);
    }

    /// Whether this is a translation, and the quiz itself may have the key in such a table.
    pub(super) fn is_of_quiz(&self, noun: &str, key: &str) -> bool {
        self.original.get(noun).is_some_and(|keys| keys.contains(key))
    }

    fn note(&self, severity: Severity, sort: Sort, span: Span, message: String, advice: String, habit: bool) {
        self.found.borrow_mut().push(Note { severity, sort, span, message, advice, habit });
    }

    /// All problems in the order of the file.
    pub fn into_problems(self) -> Vec<Problem> {
        let mut notes = self.found.into_inner();
        if notes.iter().any(|note| note.sort == Sort::Refusal) {
            notes.retain(|note| note.sort == Sort::Refusal);
        }
        notes.sort_by_key(|note| note.span.start);
        let mut spot = Spot::FIRST;
        let located = notes.into_iter().map(|note| {
            spot.move_to(note.span.start, self.text);
            (note, spot)
        });
        let mut located: Vec<(Note, Spot)> = located.collect();
        let syntax = located.iter().filter(|(note, _)| note.sort == Sort::Syntax);
        let broken: BTreeSet<usize> = syntax.map(|(_, spot)| spot.line).collect();
        located.retain(|(note, spot)| !matches!(note.sort, Sort::Empty | Sort::Plain) || !broken.contains(&spot.line));
        let problem = |(note, Spot { line, column, .. }): (Note, Spot)| {
            let Note { severity, span, message, advice, .. } = note;
            Problem { severity, file: self.file.to_owned(), line, column, span, message, advice }
        };
        let mut syntax = 0;
        let mut located = few_empty(once_each(located));
        located.retain(|(note, _)| {
            syntax += usize::from(note.sort == Sort::Syntax);
            note.sort != Sort::Syntax || syntax <= MOST_SYNTAX
        });
        let more = rest(&located);
        located.into_iter().take(MOST).chain(more).map(problem).collect()
    }
}

/// How many problems of a file are reported: more than anybody mends before looking again.
const MOST: usize = 200;

/// What is said in the place of those that are not reported.
fn rest(notes: &[(Note, Spot)]) -> Option<(Note, Spot)> {
    let rest = notes.get(MOST..)?;
    let ((first, spot), severity) = (rest.first()?, rest.iter().map(|(note, _)| note.severity).min()?);
    let more = if rest.len() == 1 { "1 more problem".to_owned() } else { format!("{} more problems", rest.len()) };
    let (message, advice) = (format!("{more} from here on"), "mend those above first".to_owned());
    Some((Note { severity, sort: Sort::Plain, span: first.span, message, advice, habit: false }, *spot))
}

/// How many places are reported that are not TOML. What comes after so many are mostly echoes of the first.
const MOST_SYNTAX: usize = 100;

/// The notes in which a mistake that is made in several places is there once, in the first of them.
fn once_each(notes: Vec<(Note, Spot)>) -> Vec<(Note, Spot)> {
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    let words = |note: &Note| (note.message.clone(), note.advice.clone());
    for (note, _) in notes.iter().filter(|(note, _)| note.habit) {
        *places.entry(words(note)).or_default() += 1;
    }
    let once = notes.into_iter().filter_map(|(mut note, spot)| {
        if note.habit {
            match places.remove(&words(&note))? {
                1 => {}
                2 => note.message.push_str(", here and in 1 more place"),
                more => note.message.push_str(&format!(", here and in {} more places", more - 1)),
            }
        }
        Some((note, spot))
    });
    once.collect()
}

/// How many texts without words are told one by one.
const MOST_EMPTY: usize = 5;

/// The notes in which a translation that is only begun does not hide what else is wrong.
fn few_empty(mut notes: Vec<(Note, Spot)>) -> Vec<(Note, Spot)> {
    let is_empty = |(note, _): &(Note, Spot)| note.sort == Sort::Empty;
    let count = notes.iter().filter(|note| is_empty(note)).count();
    let Some(first) = notes.iter().position(is_empty).filter(|_| count > MOST_EMPTY) else { return notes };
    notes[first].0.message.push_str(&format!(", and so are {} other texts", count - 1));
    let mut place = 0..;
    notes.retain(|note| place.next() == Some(first) || !is_empty(note));
    notes
}

/// A place in a text that moves forward only, so that all places of a file are found in one walk.
#[derive(Clone, Copy)]
struct Spot {
    offset: usize,
    line: usize,
    column: usize,
}

impl Spot {
    const FIRST: Self = Self { offset: 0, line: 1, column: 1 };

    fn move_to(&mut self, offset: usize, text: &str) {
        for letter in text[self.offset..].chars().take_while({
            let mut here = self.offset;
            move |letter| {
                here += letter.len_utf8();
                here <= offset
            }
        }) {
            self.offset += letter.len_utf8();
            // The mark that some programs put before a text is no letter of its first line.
            let mark = letter == '\u{feff}' && self.offset == letter.len_utf8();
            (self.line, self.column) = match letter {
                '\n' => (self.line + 1, 1),
                _ => (self.line, self.column + usize::from(!mark)),
            };
        }
    }
}
