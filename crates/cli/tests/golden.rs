//! A quiz whose persona ends elsewhere fails `check` and is not published; everything else goes on.

mod support;

use std::fs;

use support::{Tea, widget};

const TEST: &str = "\n[[tests]]\nanswers = { morning = \"slow\", moments = [\"never\"] }\noutcome = \"tea\"\n";

#[test]
fn a_failed_test_keeps_a_quiz_from_being_published_and_from_nothing_else() {
    let (tea, widget) = (Tea::new(), widget());
    let path = tea.folder().join("tea-or-coffee.toml");
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(&path, format!("{text}{TEST}")).expect("written");
    let line = text.lines().count() + 4;
    let expected = format!(
        "tea-or-coffee.toml:{line}:11: error: test 1 leads to `water`, not to `tea`: gate 1 decides (`tea` 89%, `coffee` 0%)\n   \
         |\n{line} | outcome = \"tea\"\n   |           ^^^^^\n  \
         change what scores, or write `outcome = \"water\"` if that is right now\n"
    );
    let out = widget.path().to_str().expect("a name");
    let quiz = "tea-or-coffee.toml";
    for refused in [["check", quiz].as_slice(), &["keep", quiz], &["build", quiz, "--out", out]] {
        let done = tea.call(refused, "");
        assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (1, "", expected.as_str()), "{refused:?}");
    }
    for goes_on in [["balance", quiz].as_slice(), &["compile", quiz, "-o", "-"]] {
        let done = tea.call(goes_on, "");
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{goes_on:?}");
    }
    let json: serde_json::Value = tea.call(&["check", "--json", quiz], "").json();
    assert_eq!((&json["line"], &json["column"], &json["severity"]), (&line.into(), &11.into(), &"error".into()));
}
