//! Files that were made to keep the checker busy, each as large as a file may be: all are answered with a few plain
//! problems. What takes more than a few walks through such a file would take minutes here, for each.

use which_track_quiz::check::{Source, check};
use which_track_quiz::limits;

/// Words again and again, to the size that a file may have.
fn repeated(words: &str) -> String {
    words.repeat(limits::FILE / words.len())
}

/// How many problems there are, and the first.
fn told(text: &str) -> (usize, String) {
    let problems = check(Source { name: "tea.toml", text }, &[]).problems;
    let first = problems
        .first()
        .map(|problem| format!("{}:{} {} -> {}", problem.line, problem.column, problem.message, problem.advice));
    (problems.len(), first.unwrap_or_default())
}

#[test]
fn whatever_a_file_repeats_is_told_in_few_words() {
    const JSON: &str = "1:1 this is JSON, and a quiz is a file of TOML -> write TOML, as in `title = \"…\"`, with \
        `[[questions]]` above each question; docs/format.md tells more";
    const LETTERS: &str = "use the letters a to z, digits, `_` and `-`";
    const KEPT: &str = "write `[[a]]` above each entry of a list; of any other table keep one";
    for (words, count, first) in [
        ("a = [", 1, "1:6 a `=` within a value -> write `{ … }` around a table, or `\"…\"` around a text"),
        ("a = [\n", 91, "1:5 a list does not end -> write `]` where it ends"),
        ("x = {", 1, "1:405 this is more than 80 deep -> use fewer levels"),
        ("x = [1 2\n", 88, "1:6 a comma is missing -> write `,` between the two"),
        ("[", 1, JSON),
        ("[[[[\n", 1, JSON),
        ("{", 1, JSON),
        ("]", 1, "1:1 one `]` too many -> leave it out"),
        ("=", 1, "1:1 a key is missing -> write `key = …`"),
        ("x y ", 1, "1:3 a key has no value -> write `key = …`"),
        ("a = b\n", 2, "1:5 a text is not in quotes -> write `\"b\"`"),
        ("“x”", 1, &format!("1:1 `“` cannot stand in a key -> {LETTERS}")),
        ("[a]\n[b]\n", 2, &format!("1:1 the table `a` is there 32768 times -> {KEPT}")),
        (
            "<<<<<<< a\n=======\n",
            1,
            "1:1 a line of a conflict that git could not merge, here and in 29125 more places -> delete it",
        ),
        (
            "\r",
            1,
            "1:2 a line ends in a carriage return alone, as on old Macs -> save the file with the line ends of Unix (LF) or Windows (CRLF)",
        ),
    ] {
        assert_eq!(told(&repeated(words)), (count, first.to_owned()), "{words:?}");
    }
    // Of a text that never ends there is nothing better to say than the parser does.
    for words in ["\"", "\"\"\"\n", "'''\n"] {
        assert_eq!(told(&repeated(words)).0, 1, "{words:?}");
    }
}

/// Of mistakes that are all different, the first are told, and how many more there are.
#[test]
fn the_first_mistakes_are_told_and_the_others_counted() {
    let keys: String = (0..20_000).map(|nth| format!("k{nth} = 1\n")).collect();
    let problems = check(Source { name: "tea.toml", text: &keys }, &[]).problems;
    assert_eq!(problems.len(), 201);
    let last = "tea.toml:194:1: error: 19807 more problems from here on\n  mend those above first";
    assert_eq!(problems.last().map(ToString::to_string).as_deref(), Some(last));
}
