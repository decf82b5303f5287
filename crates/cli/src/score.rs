//! `which-track score`: answers as JSON become results as JSON; docs/scoring.md, section 6.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use anyhow::{Context, Error, Result};
use serde::Serialize;
use which_track_quiz::{Finished, Quiz};

use crate::exit::Exit;
use crate::report::Report;
use crate::{answers, load, print};

/// What stands in the place of a result, where answers could not be read.
#[derive(Serialize)]
struct Refused {
    error: String,
}

/// Scores one set of answers, or one a line.
pub fn run(quiz: &Path, sheets: &Path, jsonl: bool, explained: bool) -> Result<Exit> {
    let Some(quiz) = load::quiz(quiz)? else { return Ok(Exit::Problems) };
    let quiz = if explained { load::with_gaps(quiz)? } else { quiz };
    if jsonl {
        let mut input = open(sheets)?;
        // In UTF-16, lines end elsewhere.
        let begun = input.fill_buf().map_err(Error::from).and_then(answers::not_wide);
        begun.with_context(|| sheets.display().to_string())?;
        return lines(&quiz, input, &mut BufWriter::with_capacity(1 << 16, print::out()), explained);
    }
    let finished = read(&quiz, sheets)?;
    print::line(serde_json::to_string_pretty(&Report::of(&quiz, &finished, explained))?)?;
    Ok(Exit::Well)
}

/// One set of answers from a file, or from standard input where that is `-`.
pub fn read(quiz: &Quiz, path: &Path) -> Result<Finished> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).with_context(|| path.display().to_string())?;
    answers::parse(quiz, &bytes).with_context(|| path.display().to_string())
}

fn open(path: &Path) -> Result<BufReader<Box<dyn Read>>> {
    if path.as_os_str() == "-" {
        return Ok(BufReader::new(Box::new(io::stdin().lock())));
    }
    Ok(BufReader::new(Box::new(File::open(path).with_context(|| path.display().to_string())?)))
}

/// One result a line; a bad line gives an error in its place, and the exit code tells. Blank lines are none. Results wait
/// for others as long as there are lines to be read: whoever writes one line gets its result at once.
fn lines(quiz: &Quiz, mut input: BufReader<impl Read>, out: &mut impl Write, explained: bool) -> Result<Exit> {
    let mut exit = Exit::Well;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.buffer().is_empty() {
            out.flush()?;
        }
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(exit);
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let written = match answers::parse(quiz, &line) {
            Ok(finished) => serde_json::to_writer(&mut *out, &Report::of(quiz, &finished, explained)),
            Err(error) => {
                exit = Exit::Problems;
                serde_json::to_writer(&mut *out, &Refused { error: format!("{error:#}") })
            }
        };
        written.map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
}
