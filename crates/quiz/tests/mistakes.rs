//! One mistake is one problem: whatever single character that holds a file together is left out of it or written twice,
//! and whatever else authors get wrong with one slip, they are told one thing.

use which_track_quiz::check::{Problem, Source, check};

const TEA: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
const FRENCH: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.fr.toml");
const LARGE: &str = include_str!("../../../quizzes/pm-vs-sde.toml");

fn problems(name: &str, text: &str) -> Vec<Problem> {
    check(Source { name, text }, &[]).problems
}

fn told(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

#[test]
fn a_character_too_few_or_too_many_is_one_mistake() {
    let mut wrong = Vec::new();
    for (name, text) in [("tea-or-coffee.toml", TEA)] {
        for (place, letter) in text.char_indices().filter(|(_, letter)| "[]{}=,\"\n#".contains(*letter)) {
            let end = place + letter.len_utf8();
            let (before, behind) = (&text[..place], &text[end..]);
            for changed in [format!("{before}{behind}"), format!("{before}{letter}{letter}{behind}")] {
                let problems = problems(name, &changed);
                if problems.len() > 1 {
                    let line = text[..place].lines().count();
                    let what = if changed.len() < text.len() { "without" } else { "with two" };
                    wrong.push(format!("{name}, line {line}, {what} `{}`:\n{}", letter.escape_debug(), told(&problems)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} are told several things:\n{}", wrong.len(), wrong.join("\n"));
    _ = (LARGE, FRENCH);
}

/// What is told of the example with one piece in the place of another, wherever that is.
#[track_caller]
fn told_of(old: &str, new: &str) -> Vec<String> {
    assert!(TEA.contains(old), "{old}");
    let problems = problems("tea-or-coffee.toml", &TEA.replace(old, new));
    problems.iter().map(|problem| format!("{}:{} {} -> {}", problem.line, problem.column, problem.message, problem.advice)).collect()
}

#[test]
fn look() {
    for (old, new) in [
        ("[[questions]]", "[questions]"),
        ("[[tracks]]", "[tracks]"),
        ("[[gates]]", "[gates]"),
        ("[[outcomes]]", "[outcomes]"),
        ("[[outcomes]]", "[[outcome]]"),
        ("[[questions]]", "[[question]]"),
        ("[[tracks]]", "[[track]]"),
        ("[[tracks]]\nid = \"coffee\"", "[[tracks]]\nid = \"tea\""),
        ("[[tracks]]\nid = \"coffee\"", "[[tracks]]\nid = \"cofee\""),
        ("[[tracks]]\nid = \"coffee\"", "[[tracks]]\nid = \"Coffee\""),
        ("[[tracks]]\nid = \"coffee\"", "[[tracks]]\nids = \"coffee\""),
        ("[[tracks]]\nid = \"coffee\"", "[[tracks]]\nid = \"juice\""),
        ("[[outcomes]]\nid = \"coffee\"", "[[outcomes]]\nid = \"cofee\""),
        ("[[outcomes]]\nid = \"coffee\"", "[[outcomes]]\nid = \"close-call\""),
        ("[[questions]]\nid = \"moments\"", "[[questions]]\nid = \"morning\""),
        ("[[questions]]\nid = \"moments\"", "[[questions]]\nid = \"momets\""),
        ("id = \"never\"", "id = \"friends\""),
        ("id = \"never\"", "id = \"nevr\""),
        ("id = \"slow\"", "id = \"kick\""),
        ("[[questions]]\nid = \"moments\"", "id = \"moments\""),
        ("  { id = \"work\"", "  id = \"work\""),
        ("options = [\n", "options = \n"),
        ("options = [\n  { id = \"calm\"", "optons = [\n  { id = \"calm\""),
        ("kind = \"multi\"", "knd = \"multi\""),
        ("kind = \"scale\"", "knd = \"scale\""),
        ("kind = \"scale\"", "kind = \"slider\""),
        ("prompt = \"What gets", "promt = \"What gets"),
        ("prompt = \"What gets you out of bed?\"", "prompt = \"What gets\nyou out of bed?\""),
        ("prompt = \"What gets you out of bed?\"", "prompt = \"\"\"What gets\nyou out of bed?\""),
        ("prompt = \"What gets you out of bed?\"", "prompt = \"\"\"What gets\nyou out of bed?\"\nhelp2 = \"\"\"x\"\"\""),
        ("prompt = \"What gets you out of bed?\"", "prompt = 'Don't'"),
        ("label = \"A kick\"", "label = 'Don't'"),
        ("label = \"A kick\"", "label = A kick"),
        ("label = \"A kick\"", "label = “A kick, really”"),
        ("label = \"A kick\"", "label = \"A \"kick\", really\""),
        ("label = \"A kick\"", "label: \"A kick\""),
        (" = ", ": "),
        ("\"", "”"),
        ("outcome = \"water\"", "outcome = \"watr\""),
        ("tea = ", "te = "),
        ("options = [", "options = {"),
        ("summary", "sumary"),
        ("title = \"Tea or coffee?\"", "<<<<<<< HEAD\ntitle = \"A\"\n=======\ntitle = \"Tea or coffee?\"\n>>>>>>> other"),
        ("  { id = \"work\"", "<<<<<<< HEAD\n  { id = \"home\", label = \"At home\" },\n=======\n>>>>>>> other\n  { id = \"work\""),
        ("title = \"Tea or coffee?\"", "title = \"C:\\Users\""),
        ("when = { not = { question = \"moments\", is = [\"never\"] } }", "when = { not = { question = \"moments\", is = [\"never\"] }"),
        ("points = { tea = 1, coffee = -1 }", "points = { tea = 1, coffee = -1"),
        ("points = { tea = 1, coffee = -1 }", "points = { tea = 1 coffee = -1 }"),
        ("points = { tea = 1, coffee = -1 }", "points = [ tea = 1, coffee = -1 ]"),
        ("points = { tea = 1, coffee = -1 }", "[points]\ntea = 1\ncoffee = -1"),
    ] {
        println!("--- {old:?} -> {new:?}\n    {}", told_of(old, new).join("\n    "));
    }
}
