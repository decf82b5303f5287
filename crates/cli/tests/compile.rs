//! `which-track compile`: in one file what `build` puts on a site in two.

mod support;

use std::fs;

use serde_json::{Value, json};
use support::Tea;

/// The compiled quiz of a built site in a language: the two parts that it has there in files of their own.
fn built(tea: &Tea, lang: &str) -> Value {
    let (site, ended) = tea.build(&[]);
    assert_eq!(ended.code, 0, "{ended:?}");
    let part = |kind: &str, place: usize| -> Value {
        let ending = format!(".{lang}.{kind}.json");
        let is_it = |name: &str| name.starts_with("tea-or-coffee.") && name.ends_with(&ending);
        let names = fs::read_dir(site.path().join("quizzes")).expect("a folder").flatten();
        let path =
            names.map(|entry| entry.path()).find(|path| is_it(&path.file_name().expect("a name").to_string_lossy()));
        let text = fs::read_to_string(path.expect("a part")).expect("text");
        serde_json::from_str::<Value>(&text).expect("JSON")[place].take()
    };
    json!(["which-track quiz", 3, part("quiz", 2), part("result", 3)])
}

/// What was written, as a value.
fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_compiled_quiz_is_the_one_of_the_site() {
    let tea = Tea::new();
    let done = tea.call(&["compile", "tea-or-coffee.toml", "-o", "out/tea.quiz.json"], "");
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""));
    let written = fs::read_to_string(tea.folder().join("out/tea.quiz.json")).expect("a file");
    assert_eq!(value(&written), built(&tea, "en"));
    let french = tea.call(&["compile", "tea-or-coffee.toml", "-o", "-", "--lang", "fr"], "");
    assert_eq!((french.code, value(&french.out)), (0, built(&tea, "fr")));
}

#[test]
fn what_cannot_be_compiled_is_not_written() {
    let tea = Tea::new();
    let unknown = tea.call(&["compile", "tea-or-coffee.toml", "-o", "tea.json", "--lang", "ja"], "");
    assert_eq!(unknown.code, 1);
    assert!(unknown.err.contains("`en`, `fr`"), "{}", unknown.err);
    tea.edit("kind = \"scale\"", "kind = \"skale\"");
    let broken = tea.call(&["compile", "tea-or-coffee.toml", "-o", "tea.json"], "");
    assert!(broken.code == 1 && broken.err.contains("did you mean `scale`?"), "{}", broken.err);
    assert!(!tea.folder().join("tea.json").exists());
}
