//! Checks the quizzes in tests/quizzes: the valid ones give no errors, the broken ones exactly the words beside them.

use std::path::{Path, PathBuf};
use std::{env, fs};

use which_track_quiz::check::{Checked, Severity, Source, check};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/quizzes").join(name)
}

/// The quizzes of a folder: each main file with its translations.
fn quizzes(folder: &Path) -> Vec<(String, Vec<String>)> {
    let mut files: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    files.sort();
    let stem = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let (quizzes, translations): (Vec<_>, Vec<_>) = files.into_iter().partition(|name| name.matches('.').count() == 1);
    let own = |quiz: &String| translations.iter().filter(|name| stem(name) == stem(quiz)).cloned().collect();
    quizzes.iter().map(|quiz| (quiz.clone(), own(quiz))).collect()
}

fn checked(folder: &Path, quiz: &str, translations: &[String]) -> Checked {
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let texts: Vec<(&String, String)> = translations.iter().map(|name| (name, read(name))).collect();
    let sources: Vec<Source<'_>> = texts.iter().map(|(name, text)| Source { name, text }).collect();
    check(Source { name: quiz, text: &read(quiz) }, &sources)
}

fn words(checked: &Checked) -> String {
    checked.problems.iter().map(|problem| format!("{problem}\n")).collect()
}

#[test]
fn valid_quizzes_have_no_problems() {
    let folder = folder("valid");
    for (quiz, translations) in quizzes(&folder) {
        let checked = checked(&folder, &quiz, &translations);
        assert_eq!(words(&checked), "", "{quiz}");
        assert_eq!(checked.quizzes.len(), 1 + translations.len(), "{quiz}");
        let edition = checked.quizzes[0].edition();
        assert!(checked.quizzes.iter().all(|quiz| quiz.edition() == edition), "{quiz}");
    }
}

/// With `UPDATE=1` the expected words are written anew, for a person to compare with the old ones.
#[test]
fn broken_quizzes_are_told_what_is_wrong() {
    let folder = folder("broken");
    for (quiz, translations) in quizzes(&folder) {
        let checked = checked(&folder, &quiz, &translations);
        let expected = folder.join(quiz.replace(".toml", ".txt"));
        if env::var_os("UPDATE").is_some() {
            fs::write(&expected, words(&checked)).unwrap();
        }
        assert_eq!(words(&checked), fs::read_to_string(&expected).unwrap_or_default(), "{quiz}; UPDATE=1 rewrites it");
        let failed = checked.problems.iter().any(|problem| problem.severity == Severity::Error);
        assert_eq!(checked.quizzes.is_empty(), failed, "{quiz}");
    }
}
