//! `import`: what each kind of file becomes, what is said to be lost and to be decided, and that the result is a quiz. The
//! files in `import/` are written for these tests; `UPDATE=1` writes what they are expected to become.

mod support;

use std::fs;
use std::path::PathBuf;

use support::{call_in, root};

fn fixtures() -> PathBuf {
    root().join("crates/cli/tests/import")
}

/// The words that are expected, or those that are there now with `UPDATE=1`.
fn expect(name: &str, text: &str) {
    let path = fixtures().join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, text).expect("written");
    }
    assert_eq!(text, fs::read_to_string(&path).unwrap_or_default(), "{name}");
}

#[test]
fn each_kind_of_file_becomes_a_quiz_that_passes_check() {
    for name in ["statements.js", "personality.json", "survey.json", "test.json"] {
        let folder = tempfile::tempdir().expect("a folder");
        let from = fixtures().join(name);
        let done = call_in(folder.path(), &["import", &from.display().to_string(), "-o", "made.toml"], "");
        assert_eq!(done.code, 0, "{name}: {done:?}");
        let quiz = fs::read_to_string(folder.path().join("made.toml")).expect("written");
        expect(&format!("{name}.toml"), &quiz);
        expect(&format!("{name}.out"), &format!("{}{}", done.out, done.err));
        let checked = call_in(folder.path(), &["check", "made.toml"], "");
        assert_eq!(checked.code, 0, "{name}: {}", checked.err);
        // What was said is also where an author finds it: at the top of the file.
        for line in
            done.err.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with("give "))
        {
            let told = quiz.contains(&format!("# - {line}"));
            assert!(told || done.err.contains("made.toml:"), "{name}: {line}");
        }
    }
}

#[test]
fn what_is_none_of_these_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    for (text, words) in [
        ("", "it is neither JSON nor a script that gives a list or an object a name"),
        ("hello", "it is neither JSON nor a script that gives a list or an object a name"),
        ("{\"a\": 1, \"b\": 2}", "here there is `a`, `b`"),
        ("[1, 2]", "here there is a list"),
        ("{\"pages\": []}", "there is no question in it that could be carried over"),
        ("{\"personalities\": [], \"questions\": []}", "there is no question in it that could be carried over"),
        ("[]", "there is no question in it that could be carried over"),
    ] {
        fs::write(folder.path().join("in.json"), text).expect("written");
        let done = call_in(folder.path(), &["import", "in.json", "-o", "made.toml"], "");
        assert!(done.code == 1 && done.err.contains(words), "{text}: {done:?}");
        assert!(!folder.path().join("made.toml").exists(), "{text}");
    }
}

#[test]
fn a_file_that_is_there_stays_and_names_are_those_of_quizzes() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("made.toml"), "mine").expect("written");
    let from = fixtures().join("statements.js").display().to_string();
    for (out, words) in [
        ("made.toml", "made.toml: there is a file already, which stays as it is; name another, or move it away"),
        ("Made.toml", "the name of a quiz file has small letters, digits and hyphens, and ends in .toml"),
        ("made.json", "the name of a quiz file has small letters, digits and hyphens, and ends in .toml"),
        ("none/made.toml", "none/made.toml: "),
    ] {
        let done = call_in(folder.path(), &["import", &from, "-o", out], "");
        assert!(done.code == 1 && done.err.contains(words), "{out}: {done:?}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("made.toml")).expect("text"), "mine");
    let done = call_in(folder.path(), &["import", &from, "-o", "sol.toml", "--lang", "not a tag"], "");
    assert!(done.code == 1 && done.err.contains("`not a tag` is not a language tag"), "{done:?}");
}
