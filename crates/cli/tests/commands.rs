//! The commands as an author calls them: what they print, where, and how they end.

mod support;

use support::{Ended, call_in, root};

fn call(args: &[&str], input: &str) -> Ended {
    call_in(&root(), args, input)
}

const TEA: &str = "tests/quizzes/valid/tea-or-coffee.toml";

fn score(more: &[&str], input: &str) -> Ended {
    call(&[&["score", TEA, "--answers", "-"], more].concat(), input)
}

#[test]
fn check_is_silent_about_a_correct_quiz_and_names_what_is_wrong_with_another() {
    let well = call(&["check", "--strict", "quizzes/pm-vs-sde.toml"], "");
    assert_eq!((well.code, well.err.as_str()), (0, ""), "{well:?}");
    let folder = tempfile::tempdir().expect("a folder");
    let broken = folder.path().join("broken.toml");
    std::fs::write(&broken, "id = \"broken\"\ntitle = \"\"\n").expect("written");
    let told = call(&["check", &broken.display().to_string()], "");
    assert_eq!(told.code, 1);
    assert!(
        told.err.contains(
            "broken.toml:2:9: error: `title` of the quiz is empty\n  |\n2 | title = \"\"\n  |         ^^\n  write its words\n"
        ),
        "{}",
        told.err
    );
    assert_eq!(call(&["check", "missing.toml"], "").code, 1);
    assert_eq!(call(&["check"], "").code, 2);
    assert_eq!(call(&["dance"], "").code, 2);
}

#[test]
fn check_gives_one_json_object_a_problem() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = folder.path().join("broken.toml");
    std::fs::write(&broken, "id = \"broken\"\ntitle = \"\"\n").expect("written");
    let told = call(&["check", "--json", &broken.display().to_string()], "");
    assert_eq!(told.code, 1);
    for line in told.out.lines() {
        let problem: serde_json::Value = serde_json::from_str(line).expect("JSON");
        for key in ["file", "line", "column", "severity", "message", "advice"] {
            assert!(problem.get(key).is_some(), "{key} in {line}");
        }
    }
    assert!(told.out.lines().count() > 1);
}

#[test]
fn score_gives_the_result_of_the_worked_example() {
    let input = r#"{"answers":{"morning":"slow","moments":["friends"],"ritual":1,"values":["calm","price"]},"marks":["morning"]}"#;
    let done = score(&[], input);
    let result: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    assert_eq!(
        result,
        serde_json::json!({
            "quiz": "tea-or-coffee", "edition": "tpyx82qn", "outcome": "tea", "decided_by": "fit", "gate": null,
            "fits": [
                { "track": "tea", "percent": 96, "num": 24, "den": 25 },
                { "track": "coffee", "percent": 5, "num": 1, "den": 21 },
            ],
            "reasons": [
                { "question": "morning", "toward": "tea", "num": 106, "den": 175 },
                { "question": "values", "toward": "tea", "num": 92, "den": 525 },
                { "question": "ritual", "toward": "tea", "num": 46, "den": 525 },
                { "question": "moments", "toward": "tea", "num": 23, "den": 525 },
            ],
            "what_would_change_it": {
                "changes": [{ "question": "morning", "answer": "kick" }], "outcome": "coffee",
            },
            "closer_than_percent": 5,
            "searched": 1,
        })
    );
    assert_eq!((done.code, done.err.as_str()), (0, ""));
}

#[test]
fn score_says_what_is_wrong_with_answers() {
    for (input, words) in [
        ("", "error: -: not JSON"),
        (r#"{"answers":{"moments":["work"]}}"#, "morning"),
        (r#"{"answers":{"nothing":"x"}}"#, "nothing"),
        (r#"{"answers":{"morning":"never"}}"#, "morning"),
        (r#"{"answers":{"morning":7}}"#, "morning"),
        (r#"{"answers":{"morning":"slow","moments":["work"],"ritual":3}}"#, "ritual"),
        (r#"{"answers":{"morning":"slow","moments":[],"ritual":1}}"#, "moments"),
        (
            r#"{"answers":{"morning":"slow","moments":["work"],"ritual":1},"marks":["morning","moments","ritual"]}"#,
            "question `ritual`: at most 2 may be marked",
        ),
        (r#"{"answers":[]}"#, "answers"),
        ("[]", "error: -:"),
    ] {
        let done = score(&[], input);
        assert_eq!((done.code, done.out.as_str()), (1, ""), "{input}");
        assert!(done.err.starts_with("error: ") && done.err.contains(words), "{input}: {}", done.err);
    }
}

#[test]
fn jsonl_keeps_one_line_for_each_line_and_goes_on_after_a_bad_one() {
    let good = r#"{"answers":{"morning":"slow","moments":["never"]}}"#;
    let done = score(&["--jsonl", "--no-explain"], &format!("{good}\nnot JSON\n{good}\n"));
    let lines: Vec<serde_json::Value> =
        done.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(done.code, 1, "a bad line fails");
    assert_eq!(lines.len(), 3);
    assert_eq!(
        (&lines[0]["outcome"], &lines[0]["decided_by"], &lines[0]["gate"]),
        (&"water".into(), &"gate".into(), &0.into())
    );
    assert!(lines[0].get("reasons").is_none());
    assert!(lines[1]["error"].is_string());
    assert_eq!(lines[2], lines[0]);
}

#[test]
fn balance_of_the_first_quiz_keeps_to_its_bounds() {
    let done = call(&["balance", "--json", "quizzes/pm-vs-sde.toml"], "");
    assert_eq!(done.code, 0);
    let balance: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
    assert_eq!(balance["method"], "exact");
    let outcomes = balance["outcomes"].as_array().expect("a list");
    for outcome in outcomes {
        let percent = outcome["percent"].as_f64().expect("a number");
        assert!((3.0..=50.0).contains(&percent), "{outcome}");
    }
    let sum: f64 = outcomes.iter().filter_map(|outcome| outcome["percent"].as_f64()).sum();
    assert!((99.9..=100.1).contains(&sum), "{sum}");
    let table = call(&["balance", "quizzes/pm-vs-sde.toml"], "");
    assert!(table.out.contains("hyperscaler") && table.code == 0, "{}", table.out);
}
