//! `which-track new`: what it writes passes `check` in every language, and it overwrites nothing.

mod support;

use std::fs;

use support::{Ended, call_in};
use tempfile::TempDir;

const LANGUAGES: [&str; 12] = ["en", "ar", "de", "es", "fr", "it", "ja", "nl", "pl", "pt-BR", "uk", "zh-Hans"];

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn ended(code: i32, out: &str, err: &str) -> Ended {
    Ended { code, out: out.to_owned(), err: err.to_owned() }
}

#[test]
fn a_new_quiz_has_no_problems_in_any_language() {
    let folder = folder();
    let call = |args: &[&str]| call_in(folder.path(), args, "");
    for lang in LANGUAGES {
        let name = format!("evening-{}", lang.to_lowercase());
        assert_eq!(call(&["new", &name, "--lang", lang]).code, 0);
        let text = fs::read_to_string(folder.path().join(format!("{name}.toml"))).expect("a file");
        assert!(text.starts_with("#:schema ./which-track.schema.json\n"), "{lang}");
        assert!(text.contains(&format!("lang = \"{lang}\"")) && text.contains("[[tests]]"), "{lang}");
        assert!(!text.contains("NAME"), "{lang}");
        let checked = call(&["check", "--json", &format!("{name}.toml")]);
        // The bundled fonts have no letters of Chinese and Japanese, so that a site with pictures needs one that has.
        let of_letters = checked.out.lines().filter(|line| line.contains("has letters that no font has")).count();
        assert_eq!((checked.code, checked.out.lines().count()), (0, of_letters), "{checked:?}");
        assert_eq!(of_letters > 0, ["ja", "zh-Hans"].contains(&lang), "{lang}: {checked:?}");
        let balance = call(&["balance", "--json", &format!("{name}.toml")]).json();
        for outcome in balance["outcomes"].as_array().expect("a list") {
            let percent = outcome["percent"].as_f64().expect("a number");
            assert!((3.0..=50.0).contains(&percent), "{lang}: {outcome}");
        }
    }
    let schema = fs::read_to_string(folder.path().join("which-track.schema.json")).expect("the schema");
    assert_eq!(schema, call(&["schema"]).out);
}

#[test]
fn it_says_what_it_wrote_and_overwrites_nothing() {
    let folder = folder();
    let call = |args: &[&str]| call_in(folder.path(), args, "");
    let written = "written: tea.toml\nwritten: which-track.schema.json, which tells editors the keys\n\
                   next: which-track serve tea.toml\n";
    assert_eq!(call(&["new", "tea"]), ended(0, written, ""));
    let text = fs::read(folder.path().join("tea.toml")).expect("a file");
    let refused = "tea.toml: error: it is there already\n  use another name, or change that file\n";
    assert_eq!(call(&["new", "tea", "--lang", "de"]), ended(1, "", refused));
    assert_eq!(fs::read(folder.path().join("tea.toml")).expect("a file"), text);
    fs::create_dir(folder.path().join("quizzes")).expect("a folder");
    assert_eq!(call(&["new", "quizzes/coffee"]).code, 0);
    assert!(folder.path().join("quizzes/coffee.toml").is_file());
    let nowhere = "none/tea.toml: error: there is no such folder\n  make the folder first\n";
    assert_eq!(call(&["new", "none/tea"]), ended(1, "", nowhere));
}

/// A tag with a country gets the quiz in its language.
#[test]
fn a_country_is_kept() {
    let folder = folder();
    assert_eq!(call_in(folder.path(), &["new", "tee", "--lang", "de-AT"], "").code, 0);
    let text = fs::read_to_string(folder.path().join("tee.toml")).expect("a file");
    assert!(text.contains("lang = \"de-AT\"") && text.contains("Ein Quiz"));
    assert_eq!(call_in(folder.path(), &["check", "--strict", "tee.toml"], "").code, 0);
}

#[test]
fn what_cannot_be_a_name_or_a_language_is_refused() {
    let folder = folder();
    let letters = "use only a to z, 0 to 9 and hyphens, 40 at most";
    let none = "there is no quiz to begin with in this language yet, only in `en`, `ar`, `de`, `es`, `fr`, `it`, `ja`, \
                `nl`, `pl`, `pt-BR`, `uk`, `zh-Hans`; \
                begin in one of these, and then let `which-track translate QUIZ --to cs` write down what to translate";
    let long = "a".repeat(41);
    for (args, words) in [
        (["new", "My Quiz", "--lang", "en"], letters),
        (["new", "tée", "--lang", "en"], letters),
        (["new", &long, "--lang", "en"], letters),
        (["new", "", "--lang", "en"], letters),
        (["new", "con", "--lang", "en"], "this is the name of a device on Windows; one more word will do"),
        (["new", "tea.toml", "--lang", "en"], "write it without its ending: `tea`"),
        (["new", "tea", "--lang", "cs"], none),
        (["new", "tea", "--lang", "English"], "write a language tag, as in `en`, `fr` or `pt-BR`"),
    ] {
        let done = call_in(folder.path(), &args, "");
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?}");
        assert!(done.err.contains(words), "{args:?}: {}", done.err);
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
}
