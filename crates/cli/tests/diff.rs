//! `diff` as an author calls it.

mod support;

use std::fs;

use support::Tea;

const TOML: &str = "tea-or-coffee.toml";

/// The quiz changed, and as it was beside it under another name.
fn changed(old: &str, new: &str) -> Tea {
    let tea = Tea::new();
    fs::copy(tea.folder().join(TOML), tea.folder().join("was.toml")).expect("copied");
    let path = tea.folder().join(TOML);
    let text = fs::read_to_string(&path).expect("text");
    assert!(text.contains(old), "{old}");
    fs::write(path, text.replace(old, new)).expect("written");
    tea
}

#[test]
fn words_alone_move_nothing() {
    let done = changed("gets you out of bed", "gets you up").call(&["diff", "was.toml", TOML], "");
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert_eq!(
        done.out,
        "The same edition, tpyx82qn: only words have changed, and scoring has not.\n\n\
         Links made with the old file that share\n  the outcome               open as before\n  \
         the outcome and the fits  open as before\n  all answers               open as before\n\n\
         Texts with other words: 1 (questions.morning.prompt)\n\n\
         The same answers lead to the same outcome on 100.00% of the sheets (all answer sheets).\n\
         From old outcomes (lines) to new ones (columns):\n                tea   coffee  close-call    water\n\
         tea          23.89%        ·           ·        ·\ncoffee            ·   23.89%           ·        ·\n\
         close-call        ·        ·       2.22%        ·\nwater             ·        ·           ·   50.00%\n"
    );
}

#[test]
fn another_edition_ends_links_unless_the_old_one_is_kept() {
    let tea = changed("coffee = 3, tea = -1", "coffee = 2, tea = -1");
    let done = tea.call(&["diff", "was.toml", TOML], "");
    assert!(done.code == 0 && done.out.contains("  all answers               no longer open\n"), "{done:?}");
    assert!(done.out.contains("questions.morning.options.kick.points.coffee: 3 is now 2\n"), "{done:?}");
    // Keeps the edition of before, and goes back to the one of now.
    let now = fs::read_to_string(tea.folder().join(TOML)).expect("text");
    fs::copy(tea.folder().join("was.toml"), tea.folder().join(TOML)).expect("copied");
    assert_eq!(tea.keep().code, 0);
    fs::write(tea.folder().join(TOML), now).expect("written");
    for old in ["was.toml", "editions/tea-or-coffee.tpyx82qn.en.quiz.json"] {
        let json = tea.call(&["diff", old, TOML, "--json"], "").json();
        assert_eq!(json["same_edition"], false, "{old}");
        assert_eq!(
            json["links"][2],
            serde_json::json!({ "level": "answers", "opens_with_new": false, "opens_with_kept_edition": true })
        );
        assert_eq!(json["numbers"][0]["old"], "3");
        assert_eq!((&json["method"], &json["sheets"]), (&"exact".into(), &serde_json::Value::Null));
        let sum: f64 = json["moves"].as_array().expect("a list").iter().filter_map(|one| one["percent"].as_f64()).sum();
        assert!((99.9..=100.1).contains(&sum), "{sum}");
    }
}

#[test]
fn a_file_that_is_no_quiz_is_said() {
    let tea = Tea::new();
    fs::write(tea.folder().join("bad.toml"), "id = \"bad\"\n").expect("written");
    fs::write(tea.folder().join("bad.json"), "[1]").expect("written");
    for (old, words) in
        [("none.toml", "error: none.toml: "), ("bad.toml", "bad.toml:1:1: error: "), ("bad.json", "error: bad.json: ")]
    {
        let done = tea.call(&["diff", old, TOML], "");
        assert!(done.code == 1 && done.err.contains(words), "{old}: {done:?}");
    }
}
