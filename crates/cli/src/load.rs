//! Quiz files from disk, with the translations that stand beside them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use which_track_quiz::balance::Balance;
use which_track_quiz::check::{Checked, Source, check};
use which_track_quiz::{Parts, Quiz};

/// A quiz in its own language, or `None` where it has problems, which have then been told.
pub fn quiz(path: &Path) -> Result<Option<Quiz>> {
    Ok(languages(path)?.and_then(|quizzes| quizzes.into_iter().next()))
}

/// A quiz in all its languages, its own first, or `None` where it has problems, which have then been told.
pub fn languages(path: &Path) -> Result<Option<Vec<Quiz>>> {
    let checked = checked(path)?;
    if checked.quizzes.is_empty() {
        checked.problems.iter().for_each(|problem| eprintln!("{problem}"));
        return Ok(None);
    }
    Ok(Some(checked.quizzes))
}

/// Checks a file together with its translations.
pub fn checked(path: &Path) -> Result<Checked> {
    let read = |path: PathBuf| -> Result<(String, String)> {
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        let text = String::from_utf8(bytes).with_context(|| format!("{}: not UTF-8", path.display()))?;
        Ok((path.display().to_string(), text))
    };
    let quiz = read(path.to_owned())?;
    let translations: Vec<(String, String)> = translations(path)?.into_iter().map(read).collect::<Result<_>>()?;
    let translations: Vec<Source<'_>> = translations.iter().map(source).collect();
    Ok(check(source(&quiz), &translations))
}

fn source((name, text): &(String, String)) -> Source<'_> {
    Source { name, text }
}

/// The translations beside a quiz file: `tea.fr.toml` beside `tea.toml`.
pub fn translations(path: &Path) -> Result<Vec<PathBuf>> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let stem = path.file_stem().context("not a file")?.to_string_lossy().into_owned();
    let belongs = |name: &str| {
        let tag = name.strip_prefix(&format!("{stem}.")).and_then(|rest| rest.strip_suffix(".toml"));
        tag.is_some_and(|tag| !tag.is_empty() && !tag.contains('.'))
    };
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    let mut beside: Vec<PathBuf> = names.filter(|name| belongs(name)).map(|name| path.with_file_name(name)).collect();
    beside.sort();
    Ok(beside)
}

/// The quiz with the gaps of all its sheets, which [`which_track_quiz::closeness`] needs.
pub fn with_gaps(quiz: Quiz) -> Result<Quiz> {
    let gaps = Balance::of(&quiz).gaps;
    Ok(Quiz::try_from(Parts { gaps, ..Parts::clone(&quiz) })?)
}

/// A quiz in all its languages with the gaps of all its sheets, which are the same in all.
pub fn all_with_gaps(quizzes: Vec<Quiz>) -> Result<Vec<Quiz>> {
    let Some(first) = quizzes.first() else { return Ok(quizzes) };
    let gaps = Balance::of(first).gaps;
    quizzes.iter().map(|quiz| Ok(Quiz::try_from(Parts { gaps: gaps.clone(), ..Parts::clone(quiz) })?)).collect()
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
