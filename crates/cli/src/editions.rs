//! The kept editions of a quiz: compiled quizzes in the folder `editions` beside its file, so that links to results
//! outlive changes of the quiz.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use anyhow::Result;
use which_track_quiz::{Quiz, share};

use crate::{json, load};

/// An edition that was kept.
pub struct Kept {
    /// Its fingerprint.
    pub edition: String,
    /// The quiz in each language that it was kept in, its own first.
    pub languages: Vec<Quiz>,
}

/// A file among the kept editions that cannot be used.
#[derive(Debug)]
pub struct Broken {
    /// Which.
    pub file: PathBuf,
    /// What is wrong.
    pub what: String,
    /// What helps.
    pub advice: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.file.display(), self.what, self.advice)
    }
}

impl std::error::Error for Broken {}

/// The name of a compiled quiz, here and on a site.
pub fn name(quiz: &Quiz) -> String {
    format!("{}.{}.{}.quiz.json", quiz.id, quiz.edition(), quiz.lang)
}

/// All kept editions of a quiz, in the order of their fingerprints. `own` is the quiz of the file at `path`.
pub fn kept(path: &Path, own: &Quiz) -> Result<Vec<Kept>, Broken> {
    let mut quizzes = files(path, own)?.into_iter().map(read).collect::<Result<Vec<Quiz>, Broken>>()?;
    quizzes.sort_by_key(|quiz| (quiz.edition().to_string(), quiz.lang != own.lang, quiz.lang.clone()));
    let editions = quizzes.chunk_by(|one, other| one.edition() == other.edition());
    Ok(editions
        .map(|languages| Kept { edition: languages[0].edition().to_string(), languages: languages.to_vec() })
        .collect())
}

fn folder(path: &Path) -> PathBuf {
    path.with_file_name("editions")
}

fn files(path: &Path, own: &Quiz) -> Result<Vec<PathBuf>, Broken> {
    let folder = folder(path);
    let belongs = |name: &str| name.starts_with(&format!("{}.", own.id)) && name.ends_with(".quiz.json");
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(folder, &error)),
    };
    let entries: Vec<fs::DirEntry> = entries.collect::<io::Result<_>>().map_err(|error| unreadable(folder, &error))?;
    let ours = entries.iter().filter(|entry| belongs(&entry.file_name().to_string_lossy()));
    Ok(ours.map(fs::DirEntry::path).collect())
}

fn unreadable(file: PathBuf, error: &io::Error) -> Broken {
    Broken { file, what: error.to_string(), advice: "make it readable".to_owned() }
}

fn read(file: PathBuf) -> Result<Quiz, Broken> {
    let bytes = fs::read(&file).map_err(|error| unreadable(file.clone(), &error))?;
    let damaged = |error: anyhow::Error| Broken {
        file: file.clone(),
        what: format!("it cannot be read: {error:#}"),
        advice: "take the file back from an earlier version of it, or delete it, which ends the links to its results"
            .to_owned(),
    };
    let quiz = str::from_utf8(&bytes).map_err(anyhow::Error::from).and_then(json::read).map_err(damaged)?;
    let right = name(&quiz);
    if file.file_name().is_some_and(|name| name == right.as_str()) {
        return Ok(quiz);
    }
    Err(Broken { file, what: format!("the file is called `{right}` by what is in it"), advice: "rename it".to_owned() })
}

/// Two editions that share codes cannot tell apart.
pub fn alike<'a>(quizzes: impl Iterator<Item = &'a Quiz>) -> Option<(&'a Quiz, &'a Quiz)> {
    let quizzes: Vec<&Quiz> = quizzes.collect();
    let pairs = quizzes.iter().enumerate().flat_map(|(index, one)| quizzes[..index].iter().map(|other| (*other, *one)));
    pairs.into_iter().find(|(one, other)| one.edition() != other.edition() && share::stamp(one) == share::stamp(other))
}

/// Keeps the current edition of a quiz in all its languages, and gives the paths written.
pub fn keep(path: &Path, languages: &[Quiz]) -> Result<Vec<PathBuf>> {
    let folder = folder(path);
    languages
        .iter()
        .map(|quiz| {
            let file = folder.join(name(quiz));
            load::write(&file, format!("{}\n", json::written(&quiz.clone().without_words())).as_bytes())?;
            Ok(file)
        })
        .collect()
}
