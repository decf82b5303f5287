//! What an author is told of a line that is not TOML: where it is, what is wrong, and what to write instead.

use which_track_quiz::check::{Source, check};

const TEA: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");

/// What is said of a file; keys that no quiz has are not the subject here.
fn told(text: &str) -> Vec<String> {
    let checked = check(Source { name: "tea-or-coffee.toml", text }, &[]);
    let problems = checked.problems.iter().filter(|problem| !problem.message.starts_with("unknown key"));
    problems
        .map(|problem| format!("{}:{} {} -> {}", problem.line, problem.column, problem.message, problem.advice))
        .collect()
}

const NEITHER: &str =
    "this is neither a number nor a text -> write a whole number with digits only, as in `3`, or a text as `\"…\"`";
const MISSING: &str = "a value is missing -> write it behind the `=`: a text as `\"…\"`, or a whole number";
const CURLY: &str = "curly quotation marks, which TOML takes for letters -> write straight ones: `\"…\"`";
const COMMENT: &str = "a comment begins with `#` in TOML -> write `#` before it";
const COLON: &str = "a `:` behind a key -> write `=`";
const INNER: &str = "a text ends before its last word -> write `\\\"` for a quotation mark within a text";
const BEHIND: &str = "something behind the end of a value -> write it on a line of its own, or `#` before a comment";
const BACKSLASH: &str =
    "a backslash that means nothing here -> write `\\\\` for a backslash, or the text between `'` and `'`";
const NUMBER: &str = "a `\\u` without the number of a letter -> write `\\\\` for a backslash, or four digits behind it";
const COMMA: &str = "leave it out: each key has a line of its own, and numbers are whole";
const SEVERAL: &str = "or three of them on both sides of a text that has several lines";

#[test]
fn a_line_that_is_not_toml_is_told_in_an_authors_words() {
    let cases = [
        // A value without quotes. The parser takes `tea` for a misspelled `true`, and `infusion` for infinity.
        ("x = tea", "1:5 a text is not in quotes -> write `\"tea\"`"),
        ("x = infusion", "1:5 a text is not in quotes -> write `\"infusion\"`"),
        ("x = nature", "1:5 a text is not in quotes -> write `\"nature\"`"),
        ("x = false.", "1:5 a text is not in quotes -> write `\"false.\"`"),
        ("x = Tea or coffee # ?", "1:5 a text is not in quotes -> write `\"Tea or coffee\"`"),
        ("x = https://a.example/b", "1:5 a text is not in quotes -> write `\"https://a.example/b\"`"),
        ("x = [a, \"b\"]", "1:6 a text is not in quotes -> write `\"a\"`"),
        ("x = -tea", "1:5 a text is not in quotes -> write `\"-tea\"`"),
        ("x = True", "1:5 `True` has a capital letter -> write `true`"),
        ("x = yes", "1:5 `yes` is not in quotes -> write `true`, or `\"yes\"` for the word"),
        ("x = Off", "1:5 `Off` is not in quotes -> write `false`, or `\"Off\"` for the word"),
        ("x = null", "1:5 TOML has no `null` -> leave the key out"),
        ("x = “tea”", &format!("1:5 {CURLY}")),
        ("x = «\u{a0}thé\u{a0}»", &format!("1:5 {CURLY}")),
        ("x =", &format!("1:4 {MISSING}")),
        ("x = # tea", &format!("1:5 {MISSING}")),
        ("x = { a = }", &format!("1:11 {MISSING}")),
        // Numbers.
        ("x = 007", &format!("1:5 {NEITHER}")),
        ("x = 3cups", &format!("1:5 {NEITHER}")),
        ("x = 50%", &format!("1:5 {NEITHER}")),
        ("x = +-1", &format!("1:6 {NEITHER}")),
        ("x = 1_", &format!("1:6 {NEITHER}")),
        ("x = 1.", &format!("1:7 {NEITHER}")),
        ("x = 2026-13-45", &format!("1:5 {NEITHER}")),
        ("x = 0xg", &format!("1:7 {NEITHER}")),
        ("x = 1,5", &format!("1:6 a `,` behind a value -> {COMMA}")),
        ("x = [1 2]", "1:6 a comma is missing -> write `,` between the two"),
        ("x = { a = 1 b = 2 }", "1:11 a comma is missing -> write `,` between the two"),
        // Quotation marks.
        ("x = \"a \"quoted\" word\"", &format!("1:9 {INNER}")),
        ("x = 'it's'", "1:9 a text ends before its last word -> write a text with an apostrophe between `\"` and `\"`"),
        ("x = \"tea", &format!("1:9 a text does not end -> write `\"` where it ends, {SEVERAL}")),
        ("x = 'tea", &format!("1:9 a text does not end -> write `'` where it ends, {SEVERAL}")),
        ("x = \"tea”", "1:10 a text does not end -> write `\"` where it ends, a straight quotation mark"),
        ("x = \"C:\\dir\"", &format!("1:9 {BACKSLASH}")),
        ("x = \"\\u12\"", &format!("1:10 {NUMBER}")),
        ("x = \"C:\\Users\"", &format!("1:10 {}", NUMBER.replace("\\u", "\\U").replace("four", "eight"))),
        ("x = \"\\ud800\"", "1:8 a number that no letter has -> write the letter itself"),
        // Behind a value.
        ("x = 1 // one", &format!("1:5 {COMMENT}")),
        ("x = \"a\";", &format!("1:8 a `;` behind a value -> {COMMA}")),
        ("x = \"a\" \"b\"", &format!("1:9 {BEHIND}")),
        ("x = [1]]", "1:8 one `]` too many -> leave it out"),
        ("x = {a=1}}", "1:10 one `}` too many -> leave it out"),
        ("x = [1,,2]", "1:8 one `,` too many -> leave it out"),
        ("x == 1", "1:4 one `=` too many -> leave it out"),
        // Keys.
        ("x", "1:2 a key has no value -> write `key = …`"),
        ("= 3", "1:1 a key is missing -> write `key = …`"),
        ("x: 3", &format!("1:2 {COLON}")),
        ("x : \"tea\"", &format!("1:3 {COLON}")),
        ("x = { \"a\": 1 }", &format!("1:10 {COLON}")),
        ("été = 1", "1:1 `é` cannot stand in a key -> use the letters a to z, digits, `_` and `-`"),
        ("// tea", &format!("1:1 {COMMENT}")),
        ("; tea", &format!("1:1 {COMMENT}")),
        (
            "- id = 1",
            "1:3 TOML has no lists of this kind -> write `[[questions]]` and the like above each entry, or `[ …, … ]`",
        ),
        ("x = 1\nx.y = 2", "2:1 this key has a value already, and can have no keys below it -> use another key"),
        ("x = 1\nx = 2", "2:1 this key or table is there already -> keep one of the two"),
        // What cannot be seen.
        ("x\u{a0}= 1", "1:2 a space of another kind than usual, U+00A0 -> type it anew as a usual space"),
        ("x = 1\u{200b}", "1:5 a character that cannot be seen, U+200B -> delete it"),
        ("x = 1\n\u{feff}y = 1", "2:1 a character that cannot be seen, U+FEFF -> delete it"),
        ("x = \"a\u{7}b\"", "1:7 a character that cannot be seen, U+0007 -> delete it"),
        ("# a\u{7}b", "1:4 a character that cannot be seen, U+0007 -> delete it"),
    ];
    for (line, expected) in cases {
        assert_eq!(told(&format!("{line}\n{TEA}")), [expected], "{line}");
    }
}

/// Of something that never ends, the place where it begins, and not a hundred echoes.
#[test]
fn what_never_ends_is_told_once_and_where_it_begins() {
    for (line, expected) in [
        ("x = [", "1:5 a list does not end -> write `]` where it ends"),
        ("x = {", "1:5 a table does not end -> write `}` where it ends"),
        ("x = [ { a = 1 ]", "1:7 a table does not end -> write `}` where it ends"),
        ("x = \"\"\"tea", "1:5 a text does not end -> write `\"\"\"` where it ends"),
        ("x = '''tea", "1:5 a text does not end -> write `'''` where it ends"),
    ] {
        assert_eq!(told(&format!("{line}\n{TEA}")), [expected], "{line}");
    }
    for (heading, expected) in [
        ("[[tracks]", "8:10 the name of a table does not end -> write `]]` behind it"),
        (
            "[tracks]",
            "8:1 `[tracks]` is a table, and `[[tracks]]` an entry of a list -> write `[[tracks]]` above each entry of a \
             list; of any other table keep one",
        ),
    ] {
        assert_eq!(told(&TEA.replacen("[[tracks]]", heading, 1)), [expected]);
    }
}

#[test]
fn line_ends_and_the_mark_before_a_text_change_nothing() {
    let name = "tea-or-coffee.toml";
    let plain = check(Source { name, text: TEA }, &[]);
    for text in [format!("\u{feff}{TEA}"), TEA.replace('\n', "\r\n"), format!("\u{feff}{}", TEA.replace('\n', "\r\n"))]
    {
        let checked = check(Source { name, text: &text }, &[]);
        assert_eq!((checked.quizzes, checked.problems), (plain.quizzes.clone(), Vec::new()));
    }
    let broken = "x = tea\nid = 3\n";
    for (text, expected) in
        [(broken.to_owned(), 5), (format!("\u{feff}{broken}"), 5), (broken.replace('\n', "\r\n"), 5)]
    {
        let places: Vec<(usize, usize)> = check(Source { name, text: &text }, &[])
            .problems
            .iter()
            .map(|problem| (problem.line, problem.column))
            .collect();
        assert_eq!(places, [(1, expected), (2, 6)], "{text:?}");
    }
    let old = told(&TEA.replace('\n', "\r"));
    assert_eq!(old.len(), 1, "{old:?}");
    assert!(old[0].contains("a line ends in a carriage return alone"), "{old:?}");
}
