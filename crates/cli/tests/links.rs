//! `which-track link` and `which-track open`: round trips at every level and for old editions, and links that are none.

mod support;

use serde_json::{Value, json};
use support::Tea;

const ANSWERS: &str =
    r#"{"answers":{"morning":"slow","moments":["friends"],"ritual":1,"values":["calm","price"]},"marks":["morning"]}"#;
const WATER: &str = r#"{"answers":{"morning":"slow","moments":["never"]}}"#;

fn link(tea: &Tea, answers: &str, more: &[&str]) -> String {
    let done = tea.call(&[&["link", "tea-or-coffee.toml", "--answers", "-"], more].concat(), answers);
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{more:?}");
    done.out.trim_end().to_owned()
}

fn open(tea: &Tea, link: &str) -> Value {
    let done = tea.call(&["open", link], "");
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{link}");
    done.json()
}

#[test]
fn a_link_leads_to_the_page_of_the_outcome_and_tells_what_was_asked_for() {
    let tea = Tea::new();
    for (more, expected) in [
        (&[][..], "r/tea-or-coffee/tea/#B2rboZ34"),
        (&["--level", "outcome"], "r/tea-or-coffee/tea/#A2rbHL"),
        (&["--level", "answers"], "r/tea-or-coffee/tea/#C2rbJdGb"),
        (&["--lang", "fr"], "r/tea-or-coffee/tea/fr/#B2rboZ34"),
        (
            &["--lang", "EN", "--base-url", "https://quiz.example/sub/"],
            "https://quiz.example/sub/r/tea-or-coffee/tea/#B2rboZ34",
        ),
        (&["--invite"], "r/tea-or-coffee/compare/#B2rboZ34"),
        (&["--invite", "--lang", "fr", "--level", "answers"], "r/tea-or-coffee/compare/fr/#C2rbJdGb"),
    ] {
        assert_eq!(link(&tea, ANSWERS, more), expected, "{more:?}");
    }
}

#[test]
fn a_link_is_not_made_of_wrong_answers_or_arguments() {
    let tea = Tea::new();
    for (more, code, words) in [
        (&["--lang", "de"][..], 1, "error: the quiz is not in language `de`: it is in `en`, `fr`\n"),
        (&["--level", "all"], 2, "[possible values: outcome, fits, answers]"),
        (&["--base-url", "quiz.example"], 2, "the address must begin with https://"),
    ] {
        let args = [&["link", "tea-or-coffee.toml", "--answers", "-"], more].concat();
        let done = tea.call(&args, ANSWERS);
        assert!(done.code == code && done.out.is_empty() && done.err.contains(words), "{more:?}: {done:?}");
    }
    let done = tea.call(&["link", "tea-or-coffee.toml", "--answers", "-"], r#"{"answers":{}}"#);
    assert_eq!((done.code, done.err.as_str()), (1, "error: -: question `morning`: it needs an answer\n"));
}

/// What a link tells at each level, and as an invitation.
fn told(edition: &str, kind: &str, level: &str) -> Value {
    let head = json!({ "quiz": "tea-or-coffee", "edition": edition, "kind": kind, "level": level, "outcome": "tea" });
    let more = match level {
        "fits" => json!({ "fits": [{ "track": "tea", "percent": 96 }, { "track": "coffee", "percent": 5 }] }),
        "answers" => serde_json::from_str(ANSWERS).expect("JSON"),
        _ => json!({}),
    };
    let (Value::Object(head), Value::Object(more)) = (head, more) else { panic!("objects") };
    head.into_iter().chain(more).collect()
}

#[test]
fn what_a_link_tells_is_what_it_was_made_from_also_after_the_quiz_has_changed() {
    let tea = Tea::new();
    let mut result = tea.call(&["score", "tea-or-coffee.toml", "--answers", "-"], ANSWERS).json();
    tea.keep();
    let links: Vec<(&str, &str, String)> = ["outcome", "fits", "answers"]
        .into_iter()
        .flat_map(|level| [("result", level, &[][..]), ("invitation", level, &["--invite", "--lang", "fr"])])
        .map(|(kind, level, more)| (kind, level, link(&tea, ANSWERS, &[&["--level", level], more].concat())))
        .collect();
    for edits in [&[][..], &[("weight = 2", "weight = 3")], &[("id = \"calm\"", "id = \"quiet\"")]] {
        edits.iter().for_each(|(old, new)| tea.edit(old, new));
        for (kind, level, link) in &links {
            let mut opened = open(&tea, link);
            if *level == "answers" {
                assert_eq!(opened["result"].take(), result, "{edits:?}");
                opened.as_object_mut().expect("an object").remove("result");
            }
            assert_eq!(opened, told("tpyx82qn", kind, level), "{edits:?}: {link}");
        }
    }
    // The new edition scores with its own points.
    let new = ANSWERS.replace("calm", "quiet");
    let opened = open(&tea, &link(&tea, &new, &["--level", "answers"]));
    assert_ne!(opened["edition"], result["edition"].take());
    assert_eq!(opened["result"], tea.call(&["score", "tea-or-coffee.toml", "--answers", "-"], &new).json());
}

#[test]
fn an_outcome_of_an_older_edition_is_told_by_its_name_there() {
    let tea = Tea::new();
    tea.keep();
    let made = link(&tea, WATER, &[]);
    tea.edit("water", "neither");
    assert_eq!(open(&tea, &made)["outcome"], "water");
    assert_eq!(open(&tea, &link(&tea, WATER, &[]))["outcome"], "neither");
}

#[test]
fn a_link_may_come_from_anywhere_and_have_been_through_anything() {
    let tea = Tea::new();
    let code = link(&tea, ANSWERS, &[]).split_once('#').expect("a code").1.to_owned();
    for link in [
        "r/tea-or-coffee/tea/#CODE",
        "/r/tea-or-coffee/tea#CODE",
        "https://quiz.example/r/tea-or-coffee/tea/#CODE",
        "  https://quiz.example/a/r/r/tea-or-coffee/tea/index.html#CODE\n",
        "https://quiz.example/sub/r/tea-or-coffee/tea/fr/#CODE",
        "https://quiz.example/r/tea-or-coffee/tea/?fbclid=IwAR0/r/x/y/&utm_source=a#CODE",
        "https://quiz.example/r/tea%2Dor%2dcoffee/tea/#%42REST",
        "https%3A%2F%2Fquiz.example%2Fr%2Ftea-or-coffee%2Ftea%2F%23CODE",
        // What mailers, chats and people put around a code.
        "r/tea-or-coffee/tea/#CODE.",
        "(see https://quiz.example/r/tea-or-coffee/tea/#CODE)",
        "r/tea-or-coffee/tea/#CODE,",
        "r/tea-or-coffee/tea/#CODE\u{201d}",
        "r/tea-or-coffee/tea/#CODE%20",
        "r/tea-or-coffee/tea/#%20\u{200b}CODE\u{200b}",
        "r/tea-or-coffee/tea/#%C2%A0%EF%BB%BFCODE%E2%80%8B",
        "r/tea-or-coffee/tea/#CODE&utm_source=x",
        "r/tea-or-coffee/tea/#CODE?fbclid=x",
        "r/tea-or-coffee/tea/#CODE%3Futm_source%3Dx",
        "r/tea-or-coffee/tea/#CODE%e9%C3%28",
    ] {
        let link = link.replace("CODE", &code).replace("REST", &code[1..]);
        assert_eq!(open(&tea, &link), told("tpyx82qn", "result", "fits"), "{link}");
    }
}

#[test]
fn what_is_no_link_of_ours_is_told_why() {
    let tea = Tea::new();
    let right = link(&tea, ANSWERS, &[]);
    let code = right.split_once('#').expect("a code").1;
    let foreign = "error: this is not a link to a result: expected …/r/<quiz>/<outcome>/#<code>\n";
    let damaged = "error: This is not a share code, or part of it was lost or changed on the way.\n";
    for (link, words) in [
        ("", "error: this link shares nothing: there is no `#` in it\n"),
        ("https://quiz.example/r/tea-or-coffee/tea/", "error: this link shares nothing: there is no `#` in it\n"),
        ("https://quiz.example/q/tea-or-coffee/#CODE", foreign),
        ("https://quiz.example/#CODE", foreign),
        ("#CODE", foreign),
        ("r/tea-or-coffee/#CODE", foreign),
        ("r/a/b/c/d/#CODE", foreign),
        (
            "r/..%2Ftea-or-coffee/tea/#CODE",
            "error: this is not a link to a result: `../tea-or-coffee` is not the id of a quiz\n",
        ),
        ("r/%1b%5b31m/tea/#CODE", "error: this is not a link to a result: `\\u{1b}[31m` is not the id of a quiz\n"),
        ("r/juice/tea/#CODE", "error: there is no quiz `juice` in `quizzes`, `.`; --quizzes names other folders\n"),
        (
            "r/tea-or-coffee/coffee/#CODE",
            "error: this link contradicts itself: its page is that of `coffee`, its code says `tea`\n",
        ),
        ("r/tea-or-coffee/tea/#", damaged),
        ("r/tea-or-coffee/tea/#CODEA", damaged),
        ("r/tea-or-coffee/tea/#.CODE", damaged),
        ("r/tea-or-coffee/tea/#CODEand", damaged),
        ("r/tea-or-coffee/tea/#%", damaged),
        ("r/tea-or-coffee/tea/#%e9%C3%28", damaged),
        ("r/tea-or-coffee/tea/#DAAAfp", damaged),
        (
            "r/tea-or-coffee/tea/#NEWER",
            "error: This share code is from a newer version of this quiz than the one you see.\n",
        ),
        (
            "r/tea-or-coffee/tea/#GONE",
            "error: This share code is from another quiz, or from another edition of this one. No edition that made it is kept beside ./tea-or-coffee.toml.\n",
        ),
    ] {
        let gone = {
            let other = Tea::new();
            other.edit("weight = 2", "weight = 3");
            self::link(&other, ANSWERS, &[]).split_once('#').expect("a code").1.to_owned()
        };
        let link = link.replace("CODE", code).replace("NEWER", "DAAATX").replace("GONE", &gone);
        let done = tea.call(&["open", &link], "");
        assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (1, "", words), "{link}");
    }
}

#[test]
fn quizzes_are_looked_for_where_the_author_says() {
    let tea = Tea::new();
    let made = link(&tea, ANSWERS, &[]);
    let elsewhere = tempfile::tempdir().expect("a folder");
    let folder = tea.folder().to_str().expect("a name");
    let call = |more: &[&str]| support::call_in(elsewhere.path(), &[&["open", &made], more].concat(), "");
    assert_eq!(call(&[]).code, 1);
    assert_eq!(call(&["--quizzes", "nowhere", "--quizzes", folder]).json(), told("tpyx82qn", "result", "fits"));
    tea.edit("title = \"Tea or coffee?\"", "title = \"\"");
    let broken = call(&["--quizzes", folder]);
    assert!(broken.code == 1 && broken.err.contains("`title` of the quiz is empty"), "{broken:?}");
}
