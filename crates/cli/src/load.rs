//! Quiz files from disk, with the translations that stand beside them.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result};
use which_track_quiz::balance::Balance;
use which_track_quiz::check::{self, Checked, Pictured, Problem, Source, check, is_language, language};
use which_track_quiz::languages::{FILES, all as interface};
use which_track_quiz::limits::{self, is_language_tag};
use which_track_quiz::{Quiz, QuizData};

use crate::drawn::DrawnProblem;
use crate::print;

/// A quiz in its own language, or `None` where it has problems, which have then been told.
pub fn quiz(path: &Path) -> Result<Option<Quiz>> {
    Ok(languages(path)?.and_then(|quizzes| quizzes.into_iter().next()))
}

/// A quiz in all its languages, its own first, or `None` where it has problems, which have then been told.
pub fn languages(path: &Path) -> Result<Option<Vec<Quiz>>> {
    let Loaded { quizzes, problems, .. } = checked(path);
    if quizzes.is_empty() {
        problems.iter().try_for_each(print::note)?;
        return Ok(None);
    }
    Ok(Some(quizzes))
}

/// For each file the quiz in all its languages, or `None` where one has problems. Those of all have then been told.
pub fn all(paths: &[PathBuf]) -> Result<Option<Vec<Vec<Quiz>>>> {
    let about_words = about_words();
    about_words.iter().try_for_each(print::note)?;
    if !about_words.is_empty() {
        return Ok(None);
    }
    let quizzes: Vec<Option<Vec<Quiz>>> = paths.iter().map(|path| publishable(path)).collect::<Result<_>>()?;
    Ok(quizzes.into_iter().collect())
}

/// A quiz in all its languages, as [`languages`] has it, where all its golden answers still lead where they are to.
fn publishable(path: &Path) -> Result<Option<Vec<Quiz>>> {
    let Loaded { quizzes, problems, failed_tests, .. } = checked(path);
    if quizzes.is_empty() || !failed_tests.is_empty() {
        problems.iter().chain(&failed_tests).try_for_each(print::note)?;
        return Ok(None);
    }
    Ok(Some(quizzes))
}

/// What is wrong with the words of the interface that are built in: something only where somebody is at work on them.
pub fn about_words() -> Vec<DrawnProblem> {
    let text_of = |file: &str| FILES.iter().find(|(name, _)| *name == file).map(|(_, text)| Rc::from(*text));
    let show = |problem: &Problem| match text_of(&problem.file) {
        Some(text) => DrawnProblem::within(problem.clone(), &text),
        None => problem.clone().into(),
    };
    interface().1.iter().map(show).collect()
}

/// What checking a file with its translations came to.
#[derive(Default)]
pub struct Loaded {
    /// The quiz in all its languages, its own first; empty where there are errors.
    pub quizzes: Vec<Quiz>,
    pub problems: Vec<DrawnProblem>,
    /// What golden answers lack, or lead to instead. The quiz can be used all the same, but not published.
    pub failed_tests: Vec<DrawnProblem>,
    /// The texts that stand on pictures, each with the text of its file.
    pub pictured: Vec<(Pictured, Rc<str>)>,
}

/// Checks a file together with its translations. One that cannot be read is a problem like others.
pub fn checked(path: &Path) -> Loaded {
    if let Some(problem) = translation_alone(path) {
        return Loaded { problems: vec![problem.into()], ..Loaded::default() };
    }
    let mut unreadable = Vec::new();
    let mut read = |path: &Path| text(path).map_err(|problem| unreadable.push(problem)).ok();
    let quiz = read(path);
    if let Some((name, text)) = quiz.as_ref().filter(|(_, text)| is_language(text)) {
        let (_, problems) = language(Source { name, text });
        let problems = problems.into_iter().map(|problem| DrawnProblem::within(problem, text)).collect();
        return Loaded { problems, ..Loaded::default() };
    }
    let translations: Vec<(String, Rc<str>)> = translations(path).iter().filter_map(|path| read(path)).collect();
    let sources: Vec<Source<'_>> = translations.iter().map(source).collect();
    let Checked { mut quizzes, problems, failed_tests, pictured } =
        quiz.as_ref().map(|quiz| check(source(quiz), &sources)).unwrap_or_default();
    let text_of = |file: &str| quiz.iter().chain(&translations).find(|(name, _)| name == file).map(|(_, text)| text);
    let show = |problem: Problem| match text_of(&problem.file) {
        Some(text) => DrawnProblem::within(problem, text),
        None => problem.into(),
    };
    let failed_tests = failed_tests.into_iter().map(show).collect();
    let mut problems: Vec<DrawnProblem> = problems.into_iter().map(show).collect();
    let with_text = |pictured: Pictured| text_of(&pictured.file).map(|text| (pictured, Rc::clone(text)));
    let pictured = pictured.into_iter().filter_map(with_text).collect();
    if !unreadable.is_empty() {
        quizzes.clear();
        problems.extend(unreadable.into_iter().map(DrawnProblem::from));
    }
    Loaded { quizzes, problems, failed_tests, pictured }
}

/// A quiz without its translations, with its file's text, or what is wrong with it.
pub fn alone(path: &Path) -> Result<(Quiz, Rc<str>), Vec<DrawnProblem>> {
    if let Some(problem) = translation_alone(path) {
        return Err(vec![problem.into()]);
    }
    let file = text(path).map_err(|problem| vec![problem.into()])?;
    if is_language(&file.1) {
        let message = "these are words of the interface, and no quiz".to_owned();
        return Err(vec![Problem::of_file(&file.0, message, "name a quiz file").into()]);
    }
    let Checked { quizzes, problems, .. } = check(source(&file), &[]);
    let drawn = |problem| DrawnProblem::within(problem, &file.1);
    quizzes
        .into_iter()
        .next()
        .map(|quiz| (quiz, Rc::clone(&file.1)))
        .ok_or_else(|| problems.into_iter().map(drawn).collect())
}

/// The translation of a quiz into a language: its file, whose tag may be spelled with other capitals, and its text,
/// where there is one yet.
pub fn translation(quiz: &Path, tag: &str) -> Result<(PathBuf, Option<Rc<str>>), Problem> {
    let is_it = |path: &PathBuf| translated(path).is_some_and(|(_, language)| language.eq_ignore_ascii_case(tag));
    let path = translations(quiz).into_iter().find(is_it).unwrap_or_else(|| quiz.with_extension(format!("{tag}.toml")));
    let there = path.symlink_metadata().is_ok().then(|| text(&path)).transpose()?;
    Ok((path, there.map(|(_, text)| text)))
}

fn source((name, text): &(String, Rc<str>)) -> Source<'_> {
    Source { name, text }
}

/// What to say of a translation that is named in the place of its quiz.
fn translation_alone(path: &Path) -> Option<Problem> {
    let (quiz, language) = translated(path)?;
    let (name, quiz_name) = (path.display().to_string(), quiz.display().to_string());
    path.is_file().then(|| match quiz.is_file() {
        true => Problem::of_file(
            &name,
            format!("this is the translation of a quiz into `{language}`"),
            &format!("check `{quiz_name}`, with which its translations are read"),
        ),
        false => Problem::of_file(
            &name,
            format!("this is called as the translation of a quiz into `{language}` is, and `{quiz_name}` is not there"),
            "put the quiz beside it, or give it a name without a dot",
        ),
    })
}

/// A file's name and text.
pub fn text(path: &Path) -> Result<(String, Rc<str>), Problem> {
    let name = path.display().to_string();
    let bytes = begun(path).map_err(|error| unreadable(path, &error))?;
    if bytes.len() > limits::FILE {
        let message = "the file is larger than 256 KiB".to_owned();
        return Err(Problem::error(&name, "", message, "leave words out, or make two quizzes of it"));
    }
    let text = check::text(&name, &bytes).map_err(|problem| *problem)?.into();
    Ok((name, text))
}

/// A file's bytes, but no more than are looked at: some files never end.
fn begun(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limits::FILE as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(path: &Path, error: &io::Error) -> Problem {
    let (message, advice) = match error.kind() {
        ErrorKind::NotFound => ("there is no such file".to_owned(), "look at the name and at the folder"),
        ErrorKind::IsADirectory | ErrorKind::PermissionDenied if path.is_dir() => {
            ("this is a folder".to_owned(), "name a quiz file in it; `check` takes folders too")
        }
        ErrorKind::PermissionDenied => ("it may not be read".to_owned(), "give yourself the right to read it"),
        _ => (format!("it cannot be read: {error}"), "see whether it opens in an editor"),
    };
    Problem::of_file(&path.display().to_string(), message, advice)
}

/// The quiz files of a folder: those that end in `.toml` and are no translation of another. A file with a dot in its
/// name that names no language is somebody's copy.
pub fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml") && path.is_file()).collect();
    files.sort();
    let is_quiz = |path: &&PathBuf| match translated(path) {
        Some((quiz, _)) => !files.contains(&quiz),
        None => path.file_stem().is_some_and(|stem| !stem.to_string_lossy().contains('.')),
    };
    let quizzes: Vec<PathBuf> = files.iter().filter(is_quiz).cloned().collect();
    if quizzes.is_empty() {
        let message = "there is no quiz in this folder".to_owned();
        return Err(Problem::of_file(&folder.display().to_string(), message, "a quiz is a file that ends in .toml"));
    }
    Ok(quizzes)
}

/// Whether the file is a translation of one of these: it is read with that one.
pub fn is_translation_of(path: &Path, quizzes: &[PathBuf]) -> bool {
    translated(path).is_some_and(|(quiz, _)| quizzes.contains(&quiz))
}

/// What people call copies, though there are languages with such tags too: Bashkir (which is `ba`), Mochi, Newari and
/// others.
const COPIES: [&str; 6] = ["bak", "bkp", "new", "old", "sav", "tmp"];

/// Whether a tag in a file's name is taken for that of a copy.
pub fn is_copy(tag: &str) -> bool {
    COPIES.contains(&tag)
}

/// Of a file that is called as a translation is: the file of the quiz beside it, and the language.
fn translated(path: &Path) -> Option<(PathBuf, String)> {
    let stem = path.file_stem()?.to_str()?;
    let (quiz, language) = stem.split_once('.')?;
    let is_toml = path.extension().is_some_and(|ending| ending == "toml");
    (is_toml && is_language_tag(language) && !is_copy(language))
        .then(|| (path.with_file_name(format!("{quiz}.toml")), language.to_owned()))
}

/// The translations beside a quiz file: `tea.fr.toml` beside `tea.toml`.
fn translations(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A folder that cannot be listed may still let a file in it be read.
    let entries = fs::read_dir(folder).into_iter().flatten();
    let names = entries.filter_map(|entry| Some(path.with_file_name(entry.ok()?.file_name())));
    let mut beside: Vec<PathBuf> =
        names.filter(|name| translated(name).is_some_and(|(quiz, _)| quiz == path)).collect();
    beside.sort();
    beside
}

/// What tells the files of a quiz, its own and its translations, from what they said before.
pub fn contents(path: &Path) -> u64 {
    let mut all = Vec::new();
    for path in [path.to_owned()].into_iter().chain(translations(path)) {
        all.extend(path.as_os_str().as_encoded_bytes());
        // One that cannot be read says something else than one that can.
        all.extend(fs::read(&path).unwrap_or_default());
    }
    fingerprint(&all)
}

/// The quiz with the gaps of all its sheets, which [`which_track_quiz::closeness`] needs.
pub fn with_gaps(quiz: Quiz) -> Result<Quiz> {
    let gaps = Balance::of(&quiz).gaps;
    Ok(Quiz::try_from(QuizData { gaps, ..QuizData::clone(&quiz) })?)
}

/// A quiz in all its languages with the gaps of all its sheets, which are the same in all.
pub fn all_with_gaps(quizzes: Vec<Quiz>) -> Result<Vec<Quiz>> {
    let Some(first) = quizzes.first() else { return Ok(quizzes) };
    let gaps = Balance::of(first).gaps;
    quizzes.iter().map(|quiz| Ok(Quiz::try_from(QuizData { gaps: gaps.clone(), ..QuizData::clone(quiz) })?)).collect()
}

/// Writes a file, and the folders that it stands in.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    fs::write(path, bytes).with_context(|| path.display().to_string())
}

/// The quiz in a language, or in its own.
pub fn in_language<'a>(languages: &'a [Quiz], tag: Option<&str>) -> Result<&'a Quiz> {
    let mut found = languages.iter().filter(|quiz| tag.is_none_or(|tag| quiz.lang.eq_ignore_ascii_case(tag)));
    found.next().with_context(|| {
        let there = listed(languages.iter().map(|quiz| quiz.lang.as_str()));
        format!("the quiz is not in language `{}`: it is in {there}", tag.unwrap_or_default())
    })
}

/// The folder of a language below each page of a quiz, with a slash at its end; nothing for the quiz's own language.
pub fn folder(languages: &[Quiz], quiz: &Quiz) -> String {
    let own = languages.first().is_some_and(|own| own.lang == quiz.lang);
    if own { String::new() } else { format!("{}/", quiz.lang) }
}

/// Names as a message lists them.
pub fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// FNV-1a (Fowler, Noll, Vo; 64 bits): tells contents apart.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
