//! Golden answers, `[[tests]]`: a table of what is written and what `check` says of it.

use which_track_quiz::check::{Checked, Problem, Source, check};

const TEA: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");

fn checked(tests: &str) -> Checked {
    let text = format!("{TEA}\n{tests}");
    check(Source { name: "tea-or-coffee.toml", text: &text }, &[])
}

/// The problems, with their lines counted from the tests.
fn words(problems: &[Problem]) -> Vec<String> {
    let before = TEA.lines().count() + 1;
    let line = |problem: &Problem| problem.line.checked_sub(before).expect("a line of the tests");
    let words =
        |problem: &Problem| format!("{}:{}: {}; {}", line(problem), problem.column, problem.message, problem.advice);
    problems.iter().map(words).collect()
}

const CALM: &str =
    "answers = { morning = \"slow\", moments = [\"friends\"], ritual = 1, values = [\"calm\", \"price\"] }";

#[test]
fn answers_that_lead_where_they_are_to_are_no_problem() {
    for test in [
        format!("[[tests]]\n{CALM}\noutcome = \"tea\""),
        format!("[[tests]]\nname = \"Somebody calm\"\nmarks = [\"morning\"]\n{CALM}\noutcome = \"tea\""),
        // Optional questions may be left out, and so is what is not shown.
        "[[tests]]\nanswers = { morning = \"slow\", moments = [\"never\"] }\noutcome = \"water\"".to_owned(),
        "tests = []".to_owned(),
        format!(
            "[[tests]]\noutcome = \"tea\"\n[tests.{}",
            CALM.replace("answers = {", "answers]\n").replace([',', '}'], "\n").replace("\"calm\"\n", "\"calm\",")
        ),
    ] {
        // A list at the top stands before all tables.
        let (before, behind) = if test.starts_with("tests =") { (test.as_str(), "") } else { ("", test.as_str()) };
        let text = format!("{before}\n{TEA}\n{behind}");
        let Checked { quizzes, problems, failed_tests, .. } =
            check(Source { name: "tea-or-coffee.toml", text: &text }, &[]);
        assert_eq!((problems, failed_tests, quizzes.len()), (vec![], vec![], 1), "{test}");
    }
}

#[test]
fn a_persona_that_ends_elsewhere_is_named_with_the_reason() {
    for (test, expected) in [
        (
            format!("{CALM}\noutcome = \"coffee\""),
            "3:11: test 1 leads to `tea`, not to `coffee`: it fits best (`tea` 94%, `coffee` 7%), most by `morning`, `values` and `ritual`; \
             change what scores, or write `outcome = \"tea\"` if that is right now",
        ),
        (
            "name = \"Dry\"\nanswers = { morning = \"slow\", moments = [\"never\"] }\noutcome = \"tea\"".to_owned(),
            "4:11: test 1 \"Dry\" leads to `water`, not to `tea`: gate 1 decides (`tea` 89%, `coffee` 0%); \
             change what scores, or write `outcome = \"water\"` if that is right now",
        ),
        (
            "answers = { morning = \"slow\" }\noutcome = \"tea\"".to_owned(),
            "2:1: test 1 has no answer to question `moments`; add `moments = [\"work\"]`",
        ),
        (
            "answers = { morning = \"slow\", moments = [\"never\"], ritual = 2 }\noutcome = \"water\"".to_owned(),
            "2:52: test 1 answers question `ritual`, which these answers do not show; leave it out",
        ),
        (
            format!("{CALM}\nmarks = [\"morning\", \"moments\", \"ritual\"]\noutcome = \"tea\""),
            "3:32: test 1 cannot mark question `ritual`; mark at most 2 questions, and only answered ones",
        ),
    ] {
        let Checked { quizzes, problems, failed_tests, .. } = checked(&format!("[[tests]]\n{test}"));
        assert_eq!((problems, quizzes.len()), (vec![], 1), "the quiz can be used: {test}");
        assert_eq!(words(&failed_tests), [expected], "{test}");
    }
}

#[test]
fn what_is_no_answer_is_a_problem_where_it_stands() {
    for (test, expected) in [
        ("outcome = \"tea\"", "1:1: test 1 has no `answers`; add `answers = { … }`"),
        ("answers = {}", "1:1: test 1 has no `outcome`; add `outcome = \"…\"`"),
        ("answers = {}\noutcome = \"te\"", "3:11: there is no outcome `te`; did you mean `tea`?"),
        ("answers = 3\noutcome = \"tea\"", "2:11: `answers` of test 1 is a whole number; write a table: `{ … }`"),
        (
            "answers = { mornings = \"slow\" }\noutcome = \"tea\"",
            "2:13: there is no question `mornings`; did you mean `morning`?",
        ),
        (
            "answers = { morning = \"slo\" }\noutcome = \"tea\"",
            "2:23: there is no option of question `morning` called `slo`; did you mean `slow`?",
        ),
        (
            "answers = { morning = [\"slow\"] }\noutcome = \"tea\"",
            "2:23: test 1: the answer to question `morning` must be one option's id; write `morning = \"slow\"`",
        ),
        (
            "answers = { morning = 1 }\noutcome = \"tea\"",
            "2:23: the answer to question `morning` is a whole number; write `morning = \"slow\"`",
        ),
        (
            "answers = { moments = \"work\" }\noutcome = \"tea\"",
            "2:23: test 1: the answer to question `moments` must be a list of 1 to 2 different option ids; \
             write `moments = [\"work\"]`",
        ),
        (
            "answers = { moments = [1] }\noutcome = \"tea\"",
            "2:24: a whole number where the id of an option belongs; write it in quotes",
        ),
        (
            "name = \"Too far\"\nanswers = { ritual = 3 }\noutcome = \"tea\"",
            "3:22: test 1 \"Too far\": the answer to question `ritual` must be -2, -1, 0, 1 or 2; write `ritual = 1`",
        ),
        (
            "answers = { ritual = \"1\" }\noutcome = \"tea\"",
            "2:22: test 1: the answer to question `ritual` must be -2, -1, 0, 1 or 2; write `ritual = 1`",
        ),
        (
            "answers = { values = [\"calm\"] }\noutcome = \"tea\"",
            "2:22: test 1: the answer to question `values` must be a list of 2 different option ids, first place first; \
             write `values = [\"calm\", \"speed\"]`",
        ),
        (
            "answers = {}\nmarks = [\"mornings\"]\noutcome = \"tea\"",
            "3:10: there is no question `mornings`; did you mean `morning`?",
        ),
        (
            "answers = {}\noutcome = \"tea\"\nresult = \"tea\"",
            "4:1: unknown key `result` in test 1; leave it out; the keys are `name`, `answers`, `outcome` or `marks`",
        ),
    ] {
        let Checked { quizzes, problems, failed_tests, .. } = checked(&format!("[[tests]]\n{test}"));
        assert_eq!((words(&problems), failed_tests), (vec![expected.to_owned()], vec![]), "{test}");
        assert!(quizzes.is_empty());
    }
}

#[test]
fn tests_are_no_part_of_the_quiz() {
    let quiz = |tests: &str| checked(tests).quizzes.remove(0);
    let with = quiz(&format!("[[tests]]\n{CALM}\noutcome = \"tea\""));
    assert_eq!((with.edition(), with.compiled()), (quiz("").edition(), quiz("").compiled()));
}

#[test]
fn a_translation_has_none() {
    let french = include_str!("../../../tests/quizzes/valid/tea-or-coffee.fr.toml");
    let french = format!("{french}\n[[tests]]\n{CALM}\noutcome = \"tea\"");
    let translation = Source { name: "tea-or-coffee.fr.toml", text: &french };
    let checked = check(Source { name: "tea-or-coffee.toml", text: TEA }, &[translation]);
    let messages: Vec<&str> = checked.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages, ["the translation has `tests`, which decides how the quiz works"]);
}

/// What else is wrong with a question is not told of its answers too.
#[test]
fn one_mistake_is_told_once() {
    for (old, new) in
        [("kind = \"scale\"", "kind = \"skale\""), ("id = \"slow\"", "id = \"slo w\""), ("top = 2", "top = 22")]
    {
        let text = format!("{TEA}\n[[tests]]\n{CALM}\noutcome = \"tea\"").replacen(old, new, 1);
        let checked = check(Source { name: "tea-or-coffee.toml", text: &text }, &[]);
        assert_eq!((checked.problems.len(), checked.failed_tests.len()), (1, 0), "{new}: {:?}", checked.problems);
    }
}
