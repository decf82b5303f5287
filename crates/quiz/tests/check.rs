//! Checks the quizzes in tests/quizzes: the valid ones give no errors, the broken ones exactly the words beside them.
#![allow(clippy::disallowed_methods, reason = "a test reads and writes its fixtures")]

use std::path::{Path, PathBuf};
use std::{env, fs};

use proptest::prelude::*;
use which_track_quiz::check::{Checked, Pictured, Problem, Severity, Source, check};

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
fn as_expected(folder: &Path) -> Vec<(String, Checked)> {
    let check = |(quiz, translations): (String, Vec<String>)| {
        let checked = checked(folder, &quiz, &translations);
        let expected = folder.join(quiz.replace(".toml", ".txt"));
        if env::var_os("UPDATE").is_some() {
            fs::write(&expected, words(&checked)).unwrap();
        }
        let (told, expected) = (words(&checked), fs::read_to_string(&expected).unwrap_or_default());
        assert!(told == expected, "{quiz} was told:\n{told}\nand not:\n{expected}\nUPDATE=1 writes the words anew");
        let failed = checked.problems.iter().any(|problem| problem.severity == Severity::Error);
        assert_eq!(checked.quizzes.is_empty(), failed, "{quiz}");
        (quiz, checked)
    };
    quizzes(folder).into_iter().map(check).collect()
}

#[test]
fn broken_quizzes_are_told_what_is_wrong() {
    assert!(as_expected(&folder("broken")).len() > 10);
}

/// Each file of this folder has one mistake, which makes much else look wrong.
#[test]
fn one_mistake_is_one_problem() {
    let several: Vec<String> = as_expected(&folder("broken/once"))
        .into_iter()
        .filter(|(_, checked)| checked.problems.len() != 1)
        .map(|(quiz, checked)| format!("{quiz}:\n{}", words(&checked)))
        .collect();
    assert!(several.is_empty(), "{}", several.join("\n"));
}

/// The example of the format, in which the tests below break things.
const TEA: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
const TEA_IN_FRENCH: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.fr.toml");

fn check_tea(tea: &str, french: &str) -> Checked {
    let french = Source { name: "tea-or-coffee.fr.toml", text: french };
    check(Source { name: "quizzes/tea-or-coffee.toml", text: tea }, &[french])
}

fn first_message(text: &str) -> String {
    let checked = check_tea(text, TEA_IN_FRENCH);
    checked.problems.first().map(|problem| problem.message.clone()).unwrap_or_default()
}

#[test]
fn what_is_beyond_a_limit_is_refused_at_once() {
    let large = format!("{TEA}\n# {}", "tea ".repeat(64 * 1024));
    let checked = check_tea(&large, TEA_IN_FRENCH);
    let expected = "quizzes/tea-or-coffee.toml:1:1: error: the file is larger than 256 KiB\n  \
                    leave words out, or make two quizzes of it\n";
    assert_eq!(words(&checked), expected);
    let list = format!("gates = [{}]\n{TEA}", "{}, ".repeat(60_000));
    assert_eq!(first_message(&list), "`gates` of the quiz has 60000 entries");
}

#[test]
fn deep_nesting_does_not_fill_the_stack() {
    let dots = format!("x = {{ a{} = 1 }}\n{TEA}", ".a".repeat(100_000));
    assert_eq!(first_message(&dots), "a key has more than 8 dots");
    for (open, close) in [("[", "]"), ("{ a = ", " }"), ("{ not = ", " }")] {
        let deep = format!("x = {}1{}\n{TEA}", open.repeat(20_000), close.repeat(20_000));
        assert_eq!(first_message(&deep), "this is more than 80 deep", "{open}");
    }
    let dotted = "{ a.a.a.a.a.a.a.a.a = ".repeat(70);
    let wide = format!("[x.x.x.x.x.x.x.x.x]\ny.y.y.y.y.y.y.y.y = {dotted} 1 {}\n", "}".repeat(70));
    assert!(check_tea(&wide, &wide).quizzes.is_empty());
}

/// Whoever has fonts can tell which letters of these are missing.
#[test]
fn texts_that_stand_on_pictures_are_told_with_their_places() {
    let pictured = check_tea(TEA, TEA_IN_FRENCH).pictured;
    let own = |pictured: &&Pictured| pictured.file == "quizzes/tea-or-coffee.toml";
    let told: Vec<(&str, &str)> =
        pictured.iter().filter(own).map(|pictured| (pictured.name.as_str(), pictured.text.as_str())).collect();
    let expected =
        [("`invitation` of the interface", "Answer first, then compare"), ("`title` of the quiz", "Tea or coffee?")];
    assert_eq!(told[..2], expected);
    let written = |pictured: &&Pictured| !pictured.span.is_file();
    for pictured in pictured.iter().filter(written) {
        let file = if own(&pictured) { TEA } else { TEA_IN_FRENCH };
        let text = format!("\"{}\"", pictured.text);
        assert_eq!(file.get(pictured.span.start..pictured.span.end), Some(text.as_str()));
    }
    let outcomes = TEA.matches("[[outcomes]]").count();
    assert_eq!(pictured.len(), 2 * (outcomes + 3), "{pictured:?}");
}

/// A piece of a file put in another's place: what a slip of an editor does.
fn slip(text: &str, from: usize, length: usize, piece: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let from = from % letters.len();
    let end = (from + length).min(letters.len());
    letters[..from].iter().copied().chain(piece.chars()).chain(letters[end..].iter().copied()).collect()
}

/// What must be true of anything that was checked.
fn sensible(checked: &Checked, files: usize) -> Result<(), TestCaseError> {
    let failed = checked.problems.iter().any(|problem| problem.severity == Severity::Error);
    prop_assert_eq!(checked.quizzes.len(), if failed { 0 } else { files });
    for problem in &checked.problems {
        prop_assert!(problem.line > 0 && problem.column > 0);
        prop_assert!(!problem.message.is_empty() && !problem.advice.is_empty());
        prop_assert!(!problem.to_string().trim_end().contains("\n\n"));
    }
    let place = |problem: &Problem| (problem.file.ends_with(".fr.toml"), problem.line, problem.column);
    prop_assert!(checked.problems.is_sorted_by_key(place));
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_checked(text in "\\PC*", lines in "([a-z.]{1,3} ?= ?[\\[{\"'0-9a-z,}\\]]{0,9}\n|\\[\\[?[a-z.]{1,5}\\]?\\]\n){0,20}") {
        sensible(&check_tea(&text, &lines), 2)?;
        sensible(&check_tea(&lines, &text), 2)?;
    }

    #[test]
    fn any_slip_is_survived(
        from in any::<usize>(),
        length in 0..40usize,
        piece in prop_oneof![
            Just(String::new()),
            "[\\[\\]{}=,.\"'#\n]{1,3}",
            "\\PC{1,5}",
            prop::sample::select(vec!["true", "-7", "{}", "[]", "\"\"", "points = 3", "kind = \"rank\"", "1979-05-27"]).prop_map(str::to_owned),
        ],
        other in any::<usize>(),
    ) {
        let copied: String = TEA.chars().cycle().skip(other % TEA.len()).take(length).collect();
        for piece in [piece, copied] {
            sensible(&check_tea(&slip(TEA, from, length, &piece), TEA_IN_FRENCH), 2)?;
            sensible(&check_tea(TEA, &slip(TEA_IN_FRENCH, from, length, &piece)), 2)?;
        }
    }
}

#[test]
fn what_is_wrong_with_the_quiz_is_not_told_of_its_translation_too() {
    let english = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
    let french = include_str!("../../../tests/quizzes/valid/tea-or-coffee.fr.toml");
    let broken = english.replace("https://", "http://");
    assert_ne!(broken, english);
    let quiz = Source { name: "tea-or-coffee.toml", text: &broken };
    let checked = check(quiz, &[Source { name: "tea-or-coffee.fr.toml", text: french }]);
    let files: Vec<&str> = checked.problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(files, ["tea-or-coffee.toml"], "{:?}", checked.problems);
}

/// A file of such a name could not even be checked out on Windows, hence not in tests/quizzes.
#[test]
fn no_quiz_is_called_what_windows_calls_a_device() {
    let told = |id: &str| {
        let text = TEA.replacen("id = \"tea-or-coffee\"", &format!("id = \"{id}\""), 1);
        words(&check(Source { name: &format!("{id}.toml"), text: &text }, &[]))
    };
    let device = "the id of the quiz is the name of a device on Windows, which can have no such folder";
    for id in ["con", "prn", "aux", "nul", "com0", "com9", "lpt0", "lpt9"] {
        let expected = format!("{id}.toml:1:1: error: {device}\n  use another id: one more word will do\n");
        assert_eq!(told(id), expected);
    }
    for id in ["con-1", "console", "com", "com10", "lpt", "null", "a-con", "clock"] {
        assert_eq!(told(id), "");
    }
}

/// Editions that were kept before this was asked of authors can still be read.
#[test]
fn a_compiled_quiz_may_be_called_so_all_the_same() {
    let quiz = check_tea(TEA, TEA_IN_FRENCH).quizzes.remove(0);
    let mut parts = which_track_quiz::QuizData::clone(&quiz);
    parts.outcomes.iter_mut().filter(|outcome| outcome.id == "water").for_each(|outcome| outcome.id = "aux".to_owned());
    let old = which_track_quiz::Quiz::try_from(parts).unwrap().without_words();
    assert_eq!(which_track_quiz::Quiz::of_compiled(old.compiled()), Ok(old));
}
