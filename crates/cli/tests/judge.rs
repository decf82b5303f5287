//! `balance` with ranges, as a report and with `--fix`, as an author calls it.

mod support;

use std::fs;

use serde_json::Value;
use support::Tea;

const TOML: &str = "tea-or-coffee.toml";

fn read(tea: &Tea, name: &str) -> String {
    fs::read_to_string(tea.folder().join(name)).expect("text")
}

#[test]
fn outcomes_out_of_the_range_fail_and_are_named() {
    let tea = Tea::new();
    for (args, code, err) in [
        (vec![], 0, ""),
        (vec!["--min", "3", "--max", "50"], 0, ""),
        (vec!["--max", "49.99"], 1, "error: outcome `water` has 50.00% of the sheets, more than 49.99%\n"),
        (
            vec!["--min", "24"],
            1,
            "error: outcome `tea` has 23.89% of the sheets, less than 24%\n\
             error: outcome `coffee` has 23.89% of the sheets, less than 24%\n",
        ),
        (vec!["--min", "24", "--except", "tea", "--except", "coffee"], 0, ""),
        (
            vec!["--min", "24", "--except", "milk"],
            1,
            "error: the quiz has no outcome `milk`: it has `tea`, `coffee`, `close-call`, `water`\n",
        ),
        (vec!["--min", "50", "--max", "3"], 1, "error: --min is more than --max\n"),
    ] {
        let done = tea.call(&[&["balance", TOML], args.as_slice()].concat(), "");
        assert_eq!((done.code, done.err.as_str()), (code, err), "{args:?}");
    }
    for args in [["--min", "x"], ["--max", "101"]] {
        let done = tea.call(&[["balance", TOML], args].concat(), "");
        assert!(done.code == 2 && done.err.contains("write a percentage from 0 to 100, as in 3 or 2.5"), "{done:?}");
    }
    assert_eq!(tea.call(&["balance", TOML, "--write"], "").code, 2, "--write needs --fix");
}

#[test]
fn the_json_says_all_that_it_said_and_more() {
    let json = Tea::new().call(&["balance", TOML, "--json", "--max", "49"], "").json();
    let keys: Vec<&str> = json.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "quiz",
            "edition",
            "method",
            "outcomes",
            "ties",
            "close_calls",
            "unreachable",
            "idle_questions",
            "range",
            "influence",
            "habits",
            "leaning",
            "idle_options",
            "correlations"
        ]
    );
    assert_eq!(
        json["range"],
        serde_json::json!({ "min": 0.0, "max": 49.0, "out": [{ "outcome": "water", "side": "above" }] })
    );
    assert_eq!(json["close_calls"]["percent"], 2.22);
    assert_eq!(json["habits"][0]["outcome"], "tea");
    assert_eq!(
        json["idle_options"][0],
        serde_json::json!({ "question": "values", "option": "price", "why": "no-gain", "other": null })
    );
    assert_eq!(json["influence"]["questions"].as_array().map(Vec::len), Some(4));
}

#[test]
fn the_report_is_one_file_that_a_screen_reader_can_go_through() {
    let tea = Tea::new();
    let done = tea.call(&["balance", TOML, "--html", "out/report.html", "--max", "49"], "");
    assert_eq!(done.code, 1, "it fails like the table");
    let page = read(&tea, "out/report.html");
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{}", &page[..80]);
    for absent in ["<script", "src=", "href=", "@import", "url("] {
        assert!(!page.contains(absent), "{absent}");
    }
    let headings: Vec<&str> = page.split("<h2").skip(1).filter_map(|rest| rest.split(['>', '<']).nth(1)).collect();
    assert_eq!(
        headings,
        [
            "How likely each outcome is",
            "How much each question decides",
            "Answering without reading",
            "Where options stand",
            "Options that nobody gains by",
            "Outcomes that are alike"
        ]
    );
    assert_eq!(page.matches("<h1").count(), 1);
    // Behind every bar stands its figure.
    assert_eq!(page.matches("<svg aria-hidden=\"true\"").count(), page.matches("<td class=\"bar\">").count());
    for text in ["50.00%", "too likely", "outcome <code>water</code> has 50.00% of the sheets, more than 49%"] {
        assert!(page.contains(text), "{text}");
    }
    // The same quiz gives the same page.
    tea.call(&["balance", TOML, "--html", "again.html", "--max", "49"], "");
    assert_eq!(page, read(&tea, "again.html"));
}

#[test]
fn words_of_a_quiz_are_no_markup_of_the_report() {
    let tea = Tea::new();
    tea.edit("Tea or coffee?", "Tea <b>& coffee?");
    tea.call(&["balance", TOML, "--html", "report.html"], "");
    assert!(read(&tea, "report.html").contains("Tea &lt;b&gt;&amp; coffee?</h1>"));
}

#[test]
fn a_fix_is_proposed_and_written_only_on_request() {
    let tea = Tea::new();
    let before = read(&tea, TOML);
    let args = ["balance", TOML, "--fix", "--min", "24", "--max", "50"];
    let proposed = tea.call(&args, "");
    assert_eq!(proposed.code, 1, "the file is still out of the range");
    assert_eq!(
        proposed.out,
        "This change brings all outcomes into the range from 24% to 50%:\n  \
         question `morning`, option `kick`, points for `coffee`: 3 becomes 4\n\
         Shares before and after:\n  tea          23.89%   24.72%\n  coffee       23.89%   24.72%\n  \
         close-call    2.22%    0.56%\n  water        50.00%   50.00%\n\
         Not written; --write puts it into tea-or-coffee.toml.\n\
         It makes a new edition: `which-track keep` the old one first where links to its results are to live on.\n"
    );
    assert_eq!(read(&tea, TOML), before);
    let written = tea.call(&[&args[..], &["--write"]].concat(), "");
    assert_eq!(written.code, 0);
    assert!(written.out.contains("Written: tea-or-coffee.toml."), "{}", written.out);
    // One number is another, and all else is as it was.
    assert_eq!(read(&tea, TOML), before.replace("coffee = 3, tea = -1", "coffee = 4, tea = -1"));
    assert_ne!(read(&tea, TOML), before);
    assert_eq!(tea.call(&["balance", TOML, "--min", "24"], "").code, 0);
    let again = tea.call(&args, "");
    assert_eq!(
        (again.code, again.out.as_str()),
        (0, "All outcomes are in the range from 24% to 50%: there is nothing to change.\n")
    );
}

#[test]
fn where_nothing_helps_a_fix_says_why() {
    let tea = Tea::new();
    let stuck = tea.call(&["balance", TOML, "--fix", "--max", "40"], "");
    assert_eq!(stuck.code, 1);
    assert!(
        stuck.out.starts_with(
            "No change of points and weights was found that brings all outcomes into the range from 0% to 40%.\n\
             Only gates on answers lead to `water`, and no points: change these, or leave it out with --except water.\n"
        ),
        "{}",
        stuck.out
    );
    let impossible = tea.call(&["balance", TOML, "--fix", "--min", "40", "--json"], "");
    let json: Value = impossible.json();
    assert_eq!((impossible.code, &json["status"], &json["changes"]), (1, &"impossible".into(), &Value::Null));
}
