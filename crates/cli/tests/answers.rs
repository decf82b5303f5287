//! Answers as other programs write them: marks before a text, blank lines, other encodings, numbers with a point; and
//! what is said of those that cannot be meant.

mod support;

use std::fs;

use support::{Ended, Tea};

const GOOD: &str = r#"{"answers":{"morning":"slow","moments":["work"],"ritual":1}}"#;

fn score(tea: &Tea, bytes: &[u8], more: &[&str]) -> Ended {
    fs::write(tea.folder().join("answers.json"), bytes).expect("written");
    let args = ["score", "tea-or-coffee.toml", "--answers", "answers.json", "--no-explain"];
    tea.call(&[&args, more].concat(), "")
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn the_same_answers_in_another_form_are_the_same() {
    let tea = Tea::new();
    let right = score(&tea, GOOD.as_bytes(), &[]);
    assert_eq!(right.code, 0, "{right:?}");
    for same in [
        format!("\u{feff}{GOOD}\r\n"),
        GOOD.replace("\"ritual\":1", "\"ritual\":1.0"),
        GOOD.replace("\"ritual\":1", "\"ritual\":10e-1"),
        GOOD.replace("\"ritual\":1", "\"ritual\":1,\"values\":null"),
        GOOD.replace("}}", "},\"marks\":null}"),
        GOOD.replace("}}", "},\"marks\":[]}"),
    ] {
        assert_eq!(score(&tea, same.as_bytes(), &[]), right, "{same}");
    }
    let zero = |value| score(&tea, GOOD.replace("\"ritual\":1", &format!("\"ritual\":{value}")).as_bytes(), &[]);
    assert_eq!(zero("-0.0"), zero("0"));
    // One that is needed is not answered by `null`.
    let missing = score(&tea, GOOD.replace("\"slow\"", "null").as_bytes(), &[]);
    assert!(missing.err.ends_with("question `morning`: it needs an answer\n"), "{missing:?}");
}

#[test]
fn blank_lines_and_a_mark_before_the_text_are_no_answers() {
    let tea = Tea::new();
    let line = score(&tea, GOOD.as_bytes(), &["--jsonl"]).out;
    let file = format!("\u{feff}{GOOD}\r\n\r\n  \t\n\u{feff}{GOOD}\n\n");
    assert_eq!(score(&tea, file.as_bytes(), &["--jsonl"]), Ended { code: 0, out: line.repeat(2), ..Ended::default() });
    let bad = format!("\n{GOOD}\n{{\n{GOOD}");
    let done = score(&tea, bad.as_bytes(), &["--jsonl"]);
    let lines: Vec<&str> = done.out.lines().collect();
    assert_eq!((done.code, lines.len(), lines[0], lines[2]), (1, 3, line.trim_end(), line.trim_end()));
    assert!(lines[1].starts_with("{\"error\":\"not JSON"), "{}", lines[1]);
}

#[test]
fn another_encoding_is_named() {
    let tea = Tea::new();
    let named = "error: answers.json: the file is UTF-16, not UTF-8 at line 1 column 1; save it as UTF-8: editors offer that under “Save as”, “Encoding”\n";
    for bytes in [utf_16(&format!("\u{feff}{GOOD}\n"), u16::to_le_bytes), utf_16(GOOD, u16::to_be_bytes)] {
        for more in [&[] as &[&str], &["--jsonl"]] {
            let done = score(&tea, &bytes, more);
            assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (1, "", named), "{more:?}");
        }
    }
    let latin = [b"{\"answers\":{\"morning\":\"caf".as_slice(), b"\xe9\"}}\n", GOOD.as_bytes()].concat();
    let word = "the byte 0xE9 is not UTF-8, which is `é` in Windows-1252 at line 1 column 27; save it as UTF-8";
    assert!(score(&tea, &latin, &[]).err.contains(word));
    let lines = score(&tea, &latin, &["--jsonl"]);
    assert_eq!(lines.out.lines().count(), 2, "the other lines are scored: {lines:?}");
    assert!(lines.out.starts_with("{\"error\":") && lines.out.contains(word), "{lines:?}");
}

#[test]
fn what_can_only_be_meant_otherwise_is_told_how_to_write_it() {
    let tea = Tea::new();
    for (from, to, words) in [
        (
            "\"ritual\":1",
            "\"ritual\":\"2\"",
            "question `ritual`: the answer must be -2, -1, 0, 1 or 2; write 2, not \"2\"",
        ),
        (
            "\"ritual\":1",
            "\"ritual\":[2]",
            "question `ritual`: the answer must be an option id, a list of them, or a whole number; write 2, not [2]",
        ),
        ("\"ritual\":1", "\"ritual\":\"7\"", "question `ritual`: the answer must be -2, -1, 0, 1 or 2"),
        (
            "\"ritual\":1",
            "\"ritual\":1.5",
            "question `ritual`: the answer must be an option id, a list of them, or a whole number",
        ),
        (
            "\"ritual\":1",
            "\"ritual\":1e300",
            "question `ritual`: the answer must be an option id, a list of them, or a whole number",
        ),
        (
            "[\"work\"]",
            "\"work\"",
            "question `moments`: the answer must be a list of 1 to 2 different option ids; write [\"work\"], not \"work\"",
        ),
        (
            "[\"work\"]",
            "[\"work\",\"work\"]",
            "question `moments`: the answer must be a list of 1 to 2 different option ids",
        ),
        (
            "\"slow\"",
            "[\"slow\"]",
            "question `morning`: the answer must be one option's id; write \"slow\", not [\"slow\"]",
        ),
        ("\"slow\"", "true", "question `morning`: the answer must be an option id, a list of them, or a whole number"),
        (
            "\"ritual\"",
            "\"morning\":\"kick\",\"ritual\"",
            "question `morning`: it is answered twice at line 1 column 64",
        ),
        ("}}", "},\"answers\":{}}", "`answers` is there twice at line 1 column 73"),
        ("}}", "}}\n{\"answers\":{}}", "more than one set of answers; --jsonl reads one a line"),
        ("}}", "},\"marks\":{}}", "`marks` must be a list of question ids"),
        ("\"answers\"", "\"answer\"", "unknown key `answer`: expected `answers` and `marks` at line 1 column 9"),
        (GOOD, "{}", "`answers` is missing"),
        (
            GOOD,
            "{\"answers\":[]}",
            "invalid type: sequence, expected `answers` as an object: {\"<question>\": <answer>} at line 1 column 11",
        ),
        (GOOD, "[]", "invalid type: sequence, expected {\"answers\": {...}, \"marks\": [...]} at line 1 column 0"),
    ] {
        let answers = GOOD.replace(from, to);
        let done = score(&tea, answers.as_bytes(), &[]);
        assert_eq!((done.code, done.err), (1, format!("error: answers.json: {words}\n")), "{answers}");
    }
    // Ids that look like numbers.
    tea.edit("\"slow\"", "\"1\"");
    let done = score(&tea, GOOD.replace("\"slow\"", "1").as_bytes(), &[]);
    assert!(done.err.ends_with("the answer must be one option's id; write \"1\", not 1\n"), "{done:?}");
}
