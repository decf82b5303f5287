//! `which-track card` as it is run: exit codes and words, and pictures compared with those in tests/cards; `UPDATE=1`
//! writes them anew, for a person to look at.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const TEA: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
const OUTCOMES: [&str; 6] = ["sde", "pm", "hyperscaler", "not-yet", "pm-unproven", "close-call"];

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../quizzes/pm-vs-sde.toml")
}

/// A quiz with other titles than it came with.
fn titled(folder: &TempDir, quiz: &str, outcome: &str) -> PathBuf {
    let path = folder.path().join("tea-or-coffee.toml");
    let text = TEA.replacen("Tea or coffee?", quiz, 1).replacen("You are a tea person", outcome, 1);
    assert!(text.contains(quiz) && text.contains(outcome), "the titles are in the quiz");
    fs::write(&path, text).expect("written");
    path
}

fn card(quiz: &Path, outcome: &str, picture: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_which-track"));
    command.arg("card").arg(quiz).args(["--outcome", outcome, "-o"]).arg(picture).args(more);
    command.output().expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The picture's bytes, where nothing went wrong and nothing was said.
fn drawn(quiz: &Path, outcome: &str, more: &[&str]) -> Vec<u8> {
    let folder = folder();
    let picture = folder.path().join("card.png");
    let output = card(quiz, outcome, &picture, more);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    fs::read(picture).expect("a picture")
}

fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "a PNG file");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

/// Compares a picture with the one kept under this name.
fn compare(name: &str, png: &[u8], expected: (u32, u32)) {
    assert_eq!(size(png), expected, "{name}");
    assert!(png.len() < 300_000, "{name}: {} bytes", png.len());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cards").join(format!("{name}.png"));
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, png).expect("written");
    }
    let kept = fs::read(&path).unwrap_or_default();
    assert!(kept == png, "{name}.png is different; run with UPDATE=1 and look at it");
}

#[test]
fn every_outcome_is_drawn_as_before() {
    for outcome in OUTCOMES {
        compare(&format!("{outcome}.en"), &drawn(&shipped(), outcome, &[]), (1200, 630));
    }
}

#[test]
fn a_translation_is_drawn_as_before() {
    for outcome in ["pm", "pm-unproven"] {
        compare(&format!("{outcome}.fr"), &drawn(&shipped(), outcome, &["--lang", "FR"]), (1200, 630));
    }
}

#[test]
fn a_tall_card_is_drawn_as_before() {
    compare("sde.en.tall", &drawn(&shipped(), "sde", &["--tall"]), (1080, 1920));
    let more = ["--tall", "--lang", "fr", "--site", "which-track.example"];
    compare("pm-unproven.fr.tall", &drawn(&shipped(), "pm-unproven", &more), (1080, 1920));
}

#[test]
fn a_site_is_named_on_the_card() {
    compare("sde.en.site", &drawn(&shipped(), "sde", &["--site", "which-track.example"]), (1200, 630));
}

#[test]
fn long_titles_are_drawn_as_before() {
    let folder = folder();
    let quiz = "Which of the many ways of drinking something warm in the morning would suit you best, \
        and which would you rather leave to other people?";
    let outcome = "A pot of whole-leaf tea, drunk slowly, with company, while the rest of the street is still asleep";
    let quiz = titled(&folder, quiz, outcome);
    compare("long", &drawn(&quiz, "tea", &["--site", "which-track.example"]), (1200, 630));
    compare("long.tall", &drawn(&quiz, "tea", &["--tall"]), (1080, 1920));
}

#[test]
fn hebrew_and_arabic_are_drawn_from_right_to_left() {
    let folder = folder();
    let quiz = titled(&folder, "תה או קפה (או Earl Grey)?", "شاي بالنعناع، من فضلك!");
    let text = fs::read_to_string(&quiz).expect("a quiz").replacen("lang = \"en\"", "lang = \"he\"", 1);
    fs::write(&quiz, text).expect("written");
    let site = ["--site", "which-track.example"];
    compare("right-to-left", &drawn(&quiz, "tea", &site), (1200, 630));
    compare("right-to-left.tall", &drawn(&quiz, "tea", &[&["--tall"], &site[..]].concat()), (1080, 1920));
}

#[test]
fn two_runs_draw_the_same_bytes() {
    assert!(drawn(&shipped(), "pm", &[]) == drawn(&shipped(), "pm", &[]));
}

#[test]
fn an_svg_file_holds_the_words() {
    let folder = folder();
    let picture = folder.path().join("card.SVG");
    let output = card(&shipped(), "sde", &picture, &["--site", "A & B"]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let svg = fs::read_to_string(picture).expect("a picture");
    assert!(svg.contains(r#"viewBox="0 0 1200 630""#) && svg.contains(">Build the engine<"), "{svg}");
    assert!(svg.contains(">A &amp; B<") && !svg.contains('%'), "{svg}");
}

/// The font for its letters is named by the file about the site in the folder that the tool is called in.
#[test]
fn a_quiz_in_japanese_is_drawn_with_the_font_that_its_site_names() {
    let folder = folder();
    let picture = folder.path().join("card.png");
    let mut command = Command::new(env!("CARGO_BIN_EXE_which-track"));
    command.args(["card", "asa-no-sugoshikata.toml", "--outcome", "kitchen", "-o"]).arg(&picture);
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../quizzes/examples");
    let output = command.current_dir(examples).output().expect("it runs");
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    compare("kitchen.ja", &fs::read(picture).expect("a picture"), (1200, 630));
}

#[test]
fn letters_without_a_font_are_named() {
    let folder = folder();
    let quiz = titled(&folder, "Tea (茶) or coffee?", "You drink 茶 and 水");
    let picture = folder.path().join("card.png");
    let output = card(&quiz, "tea", &picture, &[]);
    let expected = "warning: no font has these letters, and pictures show boxes there: 水 茶\n  \
                    `which-track check` says where they are and what helps\n";
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), expected));
    assert!(picture.exists());
    let svg = card(&quiz, "tea", &folder.path().join("card.svg"), &[]);
    assert_eq!(said(&svg), "", "whoever shows an SVG file has fonts of their own");
}

#[test]
fn what_cannot_be_drawn_is_said_and_nothing_is_written() {
    let folder = folder();
    let picture = folder.path().join("card.png");
    let cases: [(&str, &[&str], &str); 2] = [
        ("nope", &[], "error: the quiz has no outcome `nope`: it has `sde`, `pm`, `hyperscaler`, `not-yet`"),
        ("sde", &["--lang", "nl"], "error: the quiz is not in language `nl`: it is in `en`, `de`, `es`, `fr`"),
    ];
    for (outcome, more, words) in cases {
        let output = card(&shipped(), outcome, &picture, more);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).starts_with(words), "{}", said(&output));
    }
    assert!(!picture.exists());
}

#[test]
fn another_ending_is_a_mistake_in_the_command() {
    for name in ["card.gif", "card"] {
        let output = card(&shipped(), "sde", Path::new(name), &[]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("the picture’s name must end in .png or .svg"), "{}", said(&output));
    }
}
