//! The example quizzes: right to the last warning, with the verdicts that their tests say, and fair.

mod support;

use support::{call_in, root};

#[test]
fn examples_have_no_problems() {
    let done = call_in(&root().join("quizzes/examples"), &["check", "--strict", "."], "");
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""));
}

/// Of the two long ones the shares are the same for all tracks by the way they are made.
#[test]
fn no_outcome_of_an_example_is_rare_or_usual() {
    for name in ["which-bicycle", "kayfa-tusafir", "asa-no-sugoshikata"] {
        let balance = call_in(&root(), &["balance", "--json", &format!("quizzes/examples/{name}.toml")], "").json();
        for outcome in balance["outcomes"].as_array().expect("a list") {
            let percent = outcome["percent"].as_f64().expect("a number");
            assert!((3.0..=50.0).contains(&percent), "{name}: {outcome}");
        }
    }
}
