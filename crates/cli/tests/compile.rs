//! `which-track compile`: the very file that `build` puts on a site.

mod support;

use std::fs;

use support::Tea;

/// The compiled quiz of a built site in a language.
fn built(tea: &Tea, lang: &str) -> String {
    let (site, ended) = tea.build(&[]);
    assert_eq!(ended.code, 0, "{ended:?}");
    let is_it = |name: &str| name.starts_with("tea-or-coffee.") && name.ends_with(&format!(".{lang}.quiz.json"));
    let entries = fs::read_dir(site.path().join("quizzes")).expect("a folder");
    let file = entries.map(|entry| entry.expect("an entry")).find(|entry| is_it(&entry.file_name().to_string_lossy()));
    fs::read_to_string(file.expect("a compiled quiz").path()).expect("text")
}

#[test]
fn a_compiled_quiz_is_the_one_of_the_site() {
    let tea = Tea::new();
    let done = tea.call(&["compile", "tea-or-coffee.toml", "-o", "out/tea.quiz.json"], "");
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""));
    let written = fs::read_to_string(tea.folder().join("out/tea.quiz.json")).expect("a file");
    assert_eq!(written, built(&tea, "en"));
    let french = tea.call(&["compile", "tea-or-coffee.toml", "-o", "-", "--lang", "fr"], "");
    assert_eq!((french.code, french.out.trim_end()), (0, built(&tea, "fr").as_str()));
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
