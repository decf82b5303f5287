//! The line below a problem, with its place underlined: whatever letters, line ends and lengths a file has.

mod support;

use std::fs;
use std::process::Command;

use support::call_in;

/// What `check` says of a file; its first line, and the lines drawn below it.
fn drawn(text: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("tea.toml"), text).expect("written");
    let done = call_in(folder.path(), &["check", "tea.toml"], "");
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    let mut problems: Vec<String> = Vec::new();
    for line in done.err.lines() {
        match problems.last_mut() {
            Some(problem) if !line.starts_with("tea.toml:") => *problem += &format!("\n{line}"),
            _ => problems.push(line.to_owned()),
        }
    }
    problems
}

/// The only problem of a file.
fn only(text: &str) -> String {
    let mut problems = drawn(text);
    assert_eq!(problems.len(), 1, "{}", problems.join("\n"));
    problems.remove(0)
}

#[test]
fn a_line_is_drawn_with_its_place_underlined() {
    for text in ["id = tea\nx = [\n", "\u{feff}id = tea\nx = [\n", "id = tea\r\nx = [\r\n", "\u{feff}id = tea\r\nx = ["]
    {
        let list = "tea.toml:2:5: error: a list does not end\n  |\n2 | x = [\n  |     ^\n  write `]` where it ends";
        let id = "tea.toml:1:6: error: a text is not in quotes\n  |\n1 | id = tea\n  |      ^^^\n  write `\"tea\"`";
        assert_eq!(drawn(text), [id, list], "{text:?}");
    }
}

/// Columns count characters; the line below counts what they take up on a screen.
#[test]
fn wide_letters_tabs_and_letters_that_cannot_be_seen_move_nothing() {
    let words = "error: something behind the end of a value";
    let advice = "write it on a line of its own, or `#` before a comment";
    for (line, column, visible, under) in [
        ("title = \"茶か珈琲\" x", 16, "title = \"茶か珈琲\" x", "                   ^"),
        ("title =\t\"tea\" x", 15, "title =    \"tea\" x", "                 ^"),
        ("title = \"\u{65}\u{301}té\" x", 16, "title = \"e\u{301}té\" x", "              ^"),
        ("title = \"🍵\" x", 13, "title = \"🍵\" x", "             ^"),
    ] {
        let expected = format!("tea.toml:1:{column}: {words}\n  |\n1 | {visible}\n  | {under}\n  {advice}");
        assert_eq!(only(&format!("{line}\n")), expected);
    }
    let turned = only(&described('\u{202e}'));
    let line = turned.lines().nth(2).expect("a line");
    assert!(line.starts_with("3 | ") && !line.contains('\u{202e}'), "no override reaches a terminal: {turned}");
    let bell = only(&described('\u{7}'));
    assert!(!bell.contains('\u{7}') && bell.contains('^'), "{bell}");
}

const TEA: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");

/// The example with a letter in its description.
fn described(letter: char) -> String {
    TEA.replacen("tea-or-coffee", "tea", 1).replacen("Four questions", &format!("Four {letter}questions"), 1)
}

#[test]
fn of_a_long_line_what_is_around_the_place_is_shown() {
    let long = "tea ".repeat(50_000);
    for text in [format!("title = \"{long}\" x\n"), format!("title = x \"{long}\"\n"), format!("title = {long}\n")] {
        let problem = only(&text);
        assert!(problem.lines().all(|line| line.chars().count() < 160), "{problem}");
        assert!(problem.contains('^'), "{problem}");
    }
}

#[test]
fn a_place_over_several_lines_is_drawn_from_its_first_to_its_last() {
    let options = "options = [\n  { id = \"calm\", label = \"Calm\" },\n]";
    let quiz = TEA;
    let at = quiz.rfind("options = [").expect("there");
    let end = at + quiz[at..].find("\n]").expect("there") + 2;
    let folder = tempfile::tempdir().expect("a folder");
    for lines in ["\n", "\r\n"] {
        let text = format!("{}{options}{}", &quiz[..at], &quiz[end..]).replace("top = 2\n", "").replace('\n', lines);
        fs::write(folder.path().join("tea-or-coffee.toml"), text).expect("written");
        let told = call_in(folder.path(), &["check", "tea-or-coffee.toml"], "").err;
        let expected = "tea-or-coffee.toml:54:11: error: `options` of question `values` has 1 entry
   |
54 |   options = [
   |  ___________^
55 | |   { id = \"calm\", label = \"Calm\" },
56 | | ]
   | |_^
  write 2 to 20
";
        assert_eq!(told, expected);
    }
}

#[test]
fn of_a_whole_file_no_line_is_drawn() {
    let problems = drawn("id = \"tea\"\n");
    let title = "tea.toml:1:1: error: the quiz has no `title`\n  add `title = \"…\"`";
    assert!(problems.iter().any(|problem| problem == title), "{problems:?}");
}

#[test]
fn at_the_end_of_a_file_there_is_a_place_too() {
    for text in ["title = \"tea\"\nid =", "title = \"tea\"\nid =\n", "title = \"tea\"\r\nid =\r\n"] {
        let expected = "tea.toml:2:5: error: a value is missing\n  |\n2 | id =\n  |     ^\n  \
                        write it behind the `=`: a text as `\"…\"`, or a whole number";
        assert_eq!(only(text), expected, "{text:?}");
    }
}

/// What goes to a file or to another program has no styles, whoever else is watching.
#[test]
fn only_a_terminal_gets_colors() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("tea.toml"), "id = tea\n").expect("written");
    let told = |variable: &str, value: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_which-track"));
        command.args(["check", "tea.toml"]).current_dir(folder.path());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        let done = command.env(variable, value).output().expect("ends");
        String::from_utf8(done.stderr).expect("UTF-8")
    };
    for (variable, value) in [("TERM", "xterm-256color"), ("NO_COLOR", "1"), ("CLICOLOR", "1")] {
        assert!(!told(variable, value).contains('\u{1b}'), "{variable}");
    }
    let styled = told("CLICOLOR_FORCE", "1");
    assert!(styled.contains("\u{1b}["), "{styled}");
    assert!(
        styled.starts_with("tea.toml:1:6: error: a text is not in quotes\n"),
        "the first line is for programs: {styled}"
    );
}
