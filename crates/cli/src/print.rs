//! The one way in which the tool prints. Whoever has read enough, as `head` has, ends the tool quietly; a disk that is
//! full is an error like any other.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use anyhow::{Error, Result};

/// How a shell says that a program ended because nobody read on: 128 and the number of the signal SIGPIPE.
const NOT_READ: u8 = 141;

/// Prints a line of what was asked for.
pub fn line(text: impl Display) -> Result<()> {
    Ok(writeln!(out(), "{text}")?)
}

/// Prints a line about what was asked for: a problem, a note. Its styles are for a terminal that has colors, and for
/// nobody who has set `NO_COLOR`.
pub fn note(text: impl Display) -> Result<()> {
    Ok(writeln!(Stream { name: "standard error", stream: anstream::stderr().lock() }, "{text}")?)
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
