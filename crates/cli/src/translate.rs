//! `which-track translate`: begins the translation of a quiz, and adds to one that is there what the quiz has since.

mod leaves;
mod missing;
mod originals;
mod plan;
mod tables;
mod tag;
mod words;

use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result};
use toml_edit::{Document, Item, Table, TableLike, TomlError};
use which_track_quiz::check::{self, Problem, Source};
use which_track_quiz::{QuizData, limits};

use crate::drawn::DrawnProblem;
use crate::exit::Exit;
use crate::replace::replace;
use crate::{load, print};
use plan::Child;
use tag::Tag;

/// Which quiz, and into which language.
#[derive(clap::Args)]
pub struct Args {
    /// The quiz file.
    quiz: PathBuf,
    /// The language to translate it into, as in `de` or `pt-BR`.
    #[arg(long, value_name = "TAG", value_parser = Tag::parse)]
    to: Tag,
}

/// What became of a file.
struct Completed {
    text: String,
    /// The texts that were added, those that the quiz has other words for than before, those that it has no more, and how
    /// many are not translated.
    added: Vec<String>,
    marked: Vec<String>,
    foreign: Vec<String>,
    open: usize,
    /// The words of the interface that the quiz has of its own and the translation has not.
    own_words: Vec<String>,
}

/// Writes the translation, and prints what was done.
pub fn run(args: &Args) -> Result<Exit> {
    let (quiz, own) = match load::alone(&args.quiz) {
        Ok(quiz) => quiz,
        Err(problems) => return problems_of(problems),
    };
    let Tag(tag) = &args.to;
    let refused = |path: &Path, message: String, advice: &str| {
        problems_of(vec![Problem::of_file(&path.display().to_string(), message, advice).into()])
    };
    if quiz.lang.eq_ignore_ascii_case(tag) {
        let message = format!("the quiz is in `{}`: these are its own words", quiz.lang);
        return refused(&args.quiz, message, "name another language to translate it into");
    }
    let (path, there) = match load::translation(&args.quiz, tag) {
        Ok(found) => found,
        Err(problem) => return problems_of(vec![problem.into()]),
    };
    if let Some(text) = &there {
        let problems = not_toml(&path, text);
        if !problems.is_empty() {
            return problems_of(problems);
        }
    }
    let file = Document::parse(own.as_ref()).with_context(|| args.quiz.display().to_string())?;
    let plan = plan::plan(QuizData::clone(&quiz), tag, file.as_table());
    let before = there.as_deref().map_or_else(|| begun(&args.quiz, tag, &own), str::to_owned);
    let done = complete(&before, &plan, file.as_table()).with_context(|| path.display().to_string())?;
    if done.text.len() > limits::FILE {
        let message = "with the quiz's own words in it, the translation would be larger than 256 KiB".to_owned();
        return refused(&path, message, "leave words out of the quiz, or make two quizzes of it");
    }
    let changed = there.as_deref() != Some(&done.text);
    if changed && let Err(error) = replace(&path, &done.text) {
        return refused(&path, format!("it cannot be written: {error}"), "see to it that you may write there");
    }
    report(&path, changed, there.is_some(), &done)?;
    Ok(Exit::Well)
}

fn problems_of(problems: Vec<DrawnProblem>) -> Result<Exit> {
    problems.iter().try_for_each(print::note)?;
    Ok(Exit::Problems)
}

/// What a translation begins with.
fn begun(quiz: &Path, tag: &str, own: &str) -> String {
    let name = quiz.file_name().unwrap_or_default().to_string_lossy();
    let text = format!(
        "# The words of {name} in `{tag}`: write them between the quotation marks. Above each are the quiz's own.\n\
         # `which-track check {name}` names what is not translated yet.\n\n"
    );
    text.replace('\n', line_end(own))
}

/// How the lines of a text end.
fn line_end(text: &str) -> &'static str {
    let windows = text.find('\n').is_some_and(|newline| text[..newline].ends_with('\r'));
    if windows { "\r\n" } else { "\n" }
}

/// Where a file is not TOML.
fn not_toml(path: &Path, text: &Rc<str>) -> Vec<DrawnProblem> {
    let name = path.display().to_string();
    let mut problems = check::syntax(Source { name: &name, text });
    if let Some(error) = Document::parse(text.as_ref()).err().filter(|_| problems.is_empty()) {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        problems.push(Problem::error(&name, before, error.message().to_owned(), "write it as TOML has it"));
    }
    problems.into_iter().map(|problem| DrawnProblem::within(problem, text)).collect()
}

/// A translation with all that it has to have.
fn complete(before: &str, plan: &[Child], quiz: &Table) -> Result<Completed, TomlError> {
    let line_end = line_end(before);
    let whole =
        if before.is_empty() || before.ends_with('\n') { before.to_owned() } else { before.to_owned() + line_end };
    let parsed = Document::parse(whole.as_str())?;
    let missing::Missing { splices, names: added } = missing::missing(&whole, parsed.as_table(), plan);
    let all = if splices.is_empty() { before.to_owned() } else { splices.apply(&whole, line_end) };
    let parsed = Document::parse(all.as_str())?;
    let long = tables::long_texts(parsed.as_table(), &all);
    let leaves::Leaves { texts, foreign } = leaves::leaves(parsed.as_table(), plan);
    let originals::Originals { splices, marked } = originals::originals(&all, &texts, &long);
    let text = splices.apply(&all, line_end);
    Document::parse(text.as_str())?;
    let there = words_of(parsed.as_table());
    let own_words = words_of(quiz).into_iter().filter(|word| !there.contains(word)).collect();
    Ok(Completed { added, marked, foreign, own_words, open: texts.iter().filter(|text| text.blank).count(), text })
}

/// The words of the interface that a file has of its own.
fn words_of(file: &Table) -> Vec<String> {
    let words = file.get("words").and_then(Item::as_table_like);
    words.into_iter().flat_map(TableLike::iter).map(|(word, _)| format!("`{word}`")).collect()
}

/// Prints what was done, one line a kind.
fn report(path: &Path, changed: bool, was_there: bool, done: &Completed) -> Result<()> {
    print::line(format!("{}: {}", if changed { "written" } else { "unchanged" }, path.display()))?;
    let Completed { added, marked, foreign, own_words, open, .. } = done;
    let added = if was_there { added.as_slice() } else { &[] };
    let kinds = [
        ("added", added),
        ("changed in the quiz", marked),
        ("not in the quiz, and kept", foreign),
        ("`words` of the quiz that the translation may have too", own_words),
    ];
    for (kind, names) in kinds.iter().filter(|(_, names)| !names.is_empty()) {
        print::line(format!("{kind}: {}", counted(names)))?;
    }
    print::line(match open {
        0 if !marked.is_empty() => "to translate: nothing new; look through what is marked `# changed`".to_owned(),
        0 => "to translate: nothing".to_owned(),
        1 => "to translate: 1 text".to_owned(),
        open => format!("to translate: {open} texts"),
    })
}

/// How many names, and the first of them.
fn counted(names: &[String]) -> String {
    const SHOWN: usize = 5;
    let first = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = if names.len() > SHOWN { ", …" } else { "" };
    format!("{} ({first}{more})", names.len())
}
