//! `which-track score`: answers as JSON become results as JSON; docs/scoring.md, section 6.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use anyhow::{Context, Error, Result};
use serde_json::{Map, Value, json};
use which_track_quiz::named::Named;
use which_track_quiz::{Answer, DecidedBy, Finished, QuestionIx, Quiz, Verdict, change, closeness, explain};

use crate::exit::Exit;
use crate::{answers, load, print};

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
    let result = result(&quiz, &read(&quiz, sheets)?, explained);
    print::line(serde_json::to_string_pretty(&result)?)?;
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
    let mut ended = Exit::Well;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.buffer().is_empty() {
            out.flush()?;
        }
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(ended);
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let result =
            answers::parse(quiz, &line).map(|finished| result(quiz, &finished, explained)).unwrap_or_else(|error| {
                ended = Exit::Problems;
                json!({ "error": format!("{error:#}") })
            });
        serde_json::to_writer(&mut *out, &result).map_err(io::Error::from)?;
        out.write_all(b"\n")?;
    }
}

/// The result of answers.
pub fn result(quiz: &Quiz, finished: &Finished, explained: bool) -> Value {
    let mut result = verdict_json(quiz, finished.verdict());
    if explained {
        explain_json(quiz, finished, &mut result);
    }
    Value::Object(result)
}

fn verdict_json(quiz: &Quiz, verdict: &Verdict) -> Map<String, Value> {
    let fit = |(track, fit): (&which_track_quiz::Track, &which_track_quiz::Fit)| {
        let (num, den) = fit.lowest();
        json!({ "track": track.id, "percent": fit.percent(), "num": num, "den": den })
    };
    let (decided_by, gate) = match verdict.decided_by {
        DecidedBy::Gate(gate) => ("gate", Some(gate)),
        DecidedBy::CloseCall => ("close-call", None),
        DecidedBy::Fit => ("fit", None),
    };
    Map::from_iter([
        ("quiz".to_owned(), json!(quiz.id)),
        ("edition".to_owned(), json!(quiz.edition().to_string())),
        ("outcome".to_owned(), json!(quiz.outcome(verdict.outcome).id)),
        ("decided_by".to_owned(), json!(decided_by)),
        ("gate".to_owned(), json!(gate)),
        ("fits".to_owned(), quiz.tracks.iter().zip(verdict.score.fits()).map(fit).collect()),
    ])
}

fn explain_json(quiz: &Quiz, finished: &Finished, result: &mut Map<String, Value>) {
    let reason = |reason: explain::Reason| {
        let (question, toward) = (&quiz.question(reason.question).id, &quiz.tracks[reason.toward.at()].id);
        json!({ "question": question, "toward": toward, "num": reason.num, "den": reason.den })
    };
    let changed = |(question, answer): &(QuestionIx, Answer)| json!({ "question": quiz.question(*question).id, "answer": answer_json(quiz, *question, answer) });
    let search = change::search(quiz, finished);
    let change = search.change.map(|change| {
        let changes: Vec<Value> = change.answers.iter().map(changed).collect();
        json!({ "changes": changes, "outcome": quiz.outcome(change.outcome).id })
    });
    let reasons: Vec<Value> = explain::reasons(quiz, finished).into_iter().map(reason).collect();
    result.insert("reasons".to_owned(), json!(reasons));
    result.insert("what_would_change_it".to_owned(), json!(change));
    result.insert("closer_than_percent".to_owned(), json!(closeness::closer_than_percent(quiz, finished)));
    result.insert("searched".to_owned(), json!(search.searched));
}

/// An answer as [`read`] takes it.
pub fn answer_json(quiz: &Quiz, question: QuestionIx, answer: &Answer) -> Value {
    match quiz.question(question).named(answer) {
        Named::One(id) => json!(id),
        Named::Several(ids) => json!(ids),
        Named::Number(step) => json!(step),
    }
}
