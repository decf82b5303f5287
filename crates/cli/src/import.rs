//! `which-track import`: a quiz from a peer's file, with what could not be carried over.

mod axes;
mod draft;
mod h5p;
mod ids;
mod plain;
mod room;
mod source;
mod survey;
mod write;

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{fs, io};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use which_track_quiz::check::{Source, check};
use which_track_quiz::limits;

use crate::drawn::DrawnProblem;
use crate::exit::Exit;
use crate::print;
use draft::Draft;

/// Which file, and where the quiz goes.
#[derive(clap::Args)]
pub struct Args {
    /// A survey of SurveyJS, the content.json of an H5P Personality Quiz, or statements with effects as 8values has them
    /// (questions.js or JSON).
    file: PathBuf,
    /// The quiz file to write; its name becomes the quiz's id.
    #[arg(short = 'o', long = "out", value_name = "QUIZ")]
    out: PathBuf,
    /// The language of the texts, as in `en` or `pt-BR`; where the file names one, that is taken.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

/// Writes the quiz, and tells what a person has to look at.
pub fn run(args: &Args) -> Result<Exit> {
    let name = args.file.display().to_string();
    let id = args.out.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let is_quiz = args.out.extension().is_some_and(|ending| ending == "toml") && limits::is_id(id);
    ensure!(
        is_quiz,
        "{}: the name of a quiz file has small letters, digits and hyphens, and ends in .toml",
        args.out.display()
    );
    if let Some(tag) = &args.lang {
        ensure!(
            limits::is_language_tag(tag),
            "`{}` is not a language tag: write one as in `en` or `pt-BR`",
            tag.escape_debug()
        );
    }
    let bytes = fs::read(&args.file).with_context(|| name.clone())?;
    let mut draft = read(&bytes).with_context(|| name.clone())?;
    if let Some(tag) = &args.lang {
        draft.lang.clone_from(tag);
    }
    draft.fit();
    let file = args.file.file_name().unwrap_or_default().to_string_lossy();
    let text = write::toml(id, &file, &draft);
    write_new(&args.out, &text)?;
    report(&args.out, &draft, &text)
}

/// What a file of one of the formats comes to.
fn read(bytes: &[u8]) -> Result<Draft> {
    let text = str::from_utf8(bytes).context("it is not UTF-8; save it as UTF-8")?;
    let value = source::value(text)?;
    if let Some(draft) = h5p::draft(&value).or_else(|| axes::draft(&value)).or_else(|| survey::draft(&value)) {
        ensure!(!draft.questions.is_empty(), "there is no question in it that could be carried over");
        return Ok(draft);
    }
    let keys = match &value {
        Value::Object(keys) => {
            keys.keys().take(5).map(|key| format!("`{}`", key.escape_debug())).collect::<Vec<_>>().join(", ")
        }
        _ => "a list".to_owned(),
    };
    bail!(
        "this is none of the files that can be read: a SurveyJS survey has `pages` or `elements`, a content.json of an H5P \
         Personality Quiz has `personalities` and `questions`, statements as 8values has them have `question` and `effect` \
         each; here there is {keys}"
    )
}

/// Writes a file that is not there yet.
fn write_new(path: &Path, text: &str) -> Result<()> {
    let file = fs::File::options().write(true).create_new(true).open(path);
    let written = file.and_then(|mut file| io::Write::write_all(&mut file, text.as_bytes()));
    if written.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::AlreadyExists) {
        bail!("{}: there is a file already, which stays as it is; name another, or move it away", path.display());
    }
    written.with_context(|| path.display().to_string())
}

/// Says what was written, what is lost, and what is left for a person.
fn report(path: &Path, draft: &Draft, text: &str) -> Result<Exit> {
    let name = path.display().to_string();
    let (questions, tracks) = (draft.questions.len(), draft.tracks.len());
    print::line(format!("written: {name} ({questions} questions, {tracks} tracks)"))?;
    for (title, lines) in [("could not be carried over", &draft.lost), ("for you to decide", &draft.decide)] {
        if !lines.is_empty() {
            print::note(format!("{title}:"))?;
            lines.iter().try_for_each(|line| print::note(format!("  {line}")))?;
        }
    }
    let text: Rc<str> = text.into();
    let checked = check(Source { name: &name, text: &text }, &[]);
    for problem in checked.problems {
        print::note(DrawnProblem::within(problem, &text))?;
    }
    Ok(Exit::Well)
}
