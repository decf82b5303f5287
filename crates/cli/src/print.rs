//! The one way in which the tool prints. Whoever has read enough, as `head` has, ends the tool quietly; a disk that is
//! full is an error like any other.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Error, Result};
use indicatif::{ProgressBar, ProgressStyle};

/// How a shell says that a program ended because nobody read on: 128 and the number of the signal SIGPIPE.
const NOT_READ: u8 = 141;

/// Prints a line of what was asked for.
pub fn line(text: impl Display) -> Result<()> {
    Ok(aside(|| writeln!(out(), "{text}"))?)
}

/// Prints a line about what was asked for: a problem, a note. Its styles are for a terminal that has colors, and for
/// nobody who has set `NO_COLOR`.
pub fn note(text: impl Display) -> Result<()> {
    Ok(aside(|| writeln!(Stream { name: "standard error", stream: anstream::stderr().lock() }, "{text}"))?)
}

/// Standard output, for many lines.
pub fn out() -> impl Write {
    Stream { name: "standard output", stream: io::stdout().lock() }
}

/// Says why the tool fails, if anybody is there to be told, and with which code.
pub fn failure(error: &Error) -> ExitCode {
    let closed = |cause: &io::Error| cause.kind() == ErrorKind::BrokenPipe;
    if error.chain().filter_map(|cause| cause.downcast_ref()).any(closed) {
        return ExitCode::from(NOT_READ);
    }
    // Where not even this can be said, the code is all that is left.
    _ = note(format!("error: {error:#}"));
    ExitCode::from(1)
}

/// The progress that is on the screen.
static ON_SCREEN: Mutex<Option<ProgressBar>> = Mutex::new(None);

fn on_screen(change: impl FnOnce(&mut Option<ProgressBar>)) {
    change(&mut ON_SCREEN.lock().unwrap_or_else(PoisonError::into_inner));
}

/// Writes while no progress is on the screen.
fn aside<T>(write: impl FnOnce() -> T) -> T {
    let mut bar = None;
    on_screen(|there| bar.clone_from(there));
    match bar {
        Some(bar) => bar.suspend(write),
        None => write(),
    }
}

/// How far long work has come: a line on a terminal's standard error, which goes away with this value. Where standard
/// error is no terminal, nobody gets anything of it. Of two at a time the later one is on the screen.
pub struct Progress(ProgressBar);

impl Progress {
    /// Of work that has so many steps.
    pub fn through(steps: usize) -> Self {
        Self::show(ProgressBar::new(steps as u64), "{bar:24} {pos}/{len} {msg}")
    }

    /// Of work of which nobody knows how much there is.
    pub fn going() -> Self {
        Self::show(ProgressBar::new_spinner(), "{spinner} {msg} ({elapsed})")
    }

    /// Of work that nobody is to see.
    pub fn hidden() -> Self {
        Self(ProgressBar::hidden())
    }

    fn show(bar: ProgressBar, template: &str) -> Self {
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.enable_steady_tick(Duration::from_millis(100));
        on_screen(|there| *there = Some(bar.clone()));
        Self(bar)
    }

    /// Says what is being done now.
    pub fn at(&self, what: impl Into<String>) {
        self.0.set_message(what.into());
    }

    /// A step is done.
    pub fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
        on_screen(|there| *there = None);
    }
}

/// A stream whose errors say which one it is.
struct Stream<W> {
    name: &'static str,
    stream: W,
}

impl<W> Stream<W> {
    fn with_name<T>(&self, done: io::Result<T>) -> io::Result<T> {
        done.map_err(|error| io::Error::new(error.kind(), format!("{} cannot be written: {error}", self.name)))
    }
}

impl<W: Write> Write for Stream<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let done = self.stream.write(bytes);
        self.with_name(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        let done = self.stream.flush();
        self.with_name(done)
    }
}
