//! Letters that no text of a quiz may have, each told with its place, and those that look alike but may stand.

use which_track_quiz::check::{Source, check};

const TEA: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");

/// What is said of a quiz with this title, and with this description, each in the quotes that it is written with.
fn told(key: &str, written: &str) -> Vec<String> {
    let old = TEA.lines().find(|line| line.starts_with(key)).expect("there");
    let text = TEA.replacen(old, &format!("{key} = {written}"), 1);
    let problems = check(Source { name: "tea-or-coffee.toml", text: &text }, &[]).problems;
    problems
        .iter()
        .map(|problem| format!("{}:{} {}", problem.line, problem.column, problem.message))
        .inspect(|_| assert!(problems.iter().all(|problem| text.get(problem.span.start..problem.span.end).is_some())))
        .collect()
}

#[test]
fn letters_that_cannot_be_seen_are_told_with_their_place() {
    let described = |place: &str, what: &str| vec![format!("{place} `description` of the quiz has {what}")];
    for (written, place, what) in [
        (r#""a\u0007b""#, "3:17", "a control character, U+0007"),
        (r#""\\u0007 a\u0007b""#, "3:25", "a control character, U+0007"),
        (r#""C:\bin""#, "3:18", "a control character, U+0008"),
        (r#""a\rb""#, "3:17", "a control character, U+000D"),
        (r#""a\x1bb\u001b""#, "3:17", "a control character, U+001B"),
        (r#""a\e""#, "3:17", "a control character, U+001B"),
        (r#""a\U00000085""#, "3:17", "a control character, U+0085"),
        ("\"a\u{85}\"", "3:17", "a control character, U+0085"),
        ("'a\u{9f}'", "3:17", "a control character, U+009F"),
        ("\"\"\"\na\n \\u0000\"\"\"", "5:2", "a control character, U+0000"),
        ("\"é\u{202e}b\"", "3:17", "a character that turns the direction of letters, U+202E"),
        (r#""a\u202ab\u202c""#, "3:17", "a character that turns the direction of letters, U+202A"),
        (
            r#""\u2067a\u2069\u2069""#,
            "3:29",
            "a character that turns the direction of letters, U+2069, without its other half",
        ),
        (
            r#""\u2067a\u2066b\u2069""#,
            "3:16",
            "a character that turns the direction of letters, U+2067, without its other half",
        ),
    ] {
        assert_eq!(told("description", written), described(place, what), "{written}");
    }
    let title = |what: &str, place: &str| vec![format!("{place} `title` of the quiz has {what}")];
    assert_eq!(told("title", r#""Tea\tor coffee?""#), title("a tab", "2:13"));
    assert_eq!(told("title", r#""Tea\nor coffee?""#), title("a line break", "2:13"));
    assert_eq!(told("title", "\"\"\"\nTea\nor coffee?\"\"\""), title("a line break", "3:4"));
}

#[test]
fn other_letters_may_stand() {
    for written in [
        r#""a\nb\tc""#,
        "\"\"\"\na\n\tb\n\"\"\"",
        "\"\"\"\r\na\r\nb\r\n\"\"\"",
        r#""قال \u2066C++\u2069 ثم \u2068x\u2069""#,
        r#""\u2067a\u2066b\u2069c\u2069""#,
        "\"\u{200e}a\u{200f}b\u{61c}c\u{200d}👩\u{200d}🚀\u{ad}\u{a0}\u{202f}\"",
    ] {
        assert_eq!(told("description", written), Vec::<String>::new(), "{written}");
    }
    assert_eq!(told("title", "\"\"\"\nTea or coffee?\"\"\""), Vec::<String>::new());
}
