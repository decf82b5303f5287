//! Limits: docs/format.md states them, and a compiled quiz from anywhere is held to them before work is done with it.

mod support;

use support::quiz;
use which_track_quiz::check::{Source, check};
use which_track_quiz::compiled::{Room, Tree};
use which_track_quiz::*;

/// A number with commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    groups.join(",")
}

#[test]
fn the_docs_state_every_limit() {
    let docs = include_str!("../../../docs/format.md");
    let table = docs.split_once("| what | at most |\n| --- | --- |\n").and_then(|(_, rest)| rest.split_once("\n\n"));
    let stated: Vec<&str> = table.expect("a table of limits").0.lines().collect();
    let limits: [(&str, u64); 26] = [
        ("bytes of a file", limits::FILE as u64),
        ("bytes of a compiled quiz", limits::COMPILED as u64),
        ("entries of all lists of a compiled quiz", limits::ENTRIES as u64),
        ("entries of one list of a compiled quiz", limits::LONGEST as u64),
        ("characters of an id", limits::ID as u64),
        ("characters of a title, label or topic", limits::SHORT as u64),
        ("characters of any other text", limits::LONG as u64),
        ("characters of a language tag", limits::TAG as u64),
        ("minutes", u64::from(*limits::MINUTES.end())),
        ("points of an option for a track, above or below 0", u64::from(limits::POINTS.end().unsigned_abs())),
        ("weight, margin, marks and percentages", u64::from(limits::HUNDRED)),
        ("tracks", *limits::TRACKS.end() as u64),
        ("questions", *limits::QUESTIONS.end() as u64),
        ("options of a question", *limits::OPTIONS.end() as u64),
        ("outcomes", limits::OUTCOMES as u64),
        ("gates", limits::GATES as u64),
        ("advice", limits::ADVICE as u64),
        ("claims", limits::CLAIMS as u64),
        ("tests", limits::TESTS as u64),
        ("entries of `is`, `all`, `any` or `outcomes`", limits::LIST as u64),
        ("depth of a condition", limits::DEPTH as u64),
        ("parts of the conditions of gates and questions together", limits::PARTS as u64),
        ("legal answers of a question", limits::LEGAL),
        ("reach of a track's points, from least to most", limits::SPAN.unsigned_abs()),
        ("dots of a key", limits::DOTS as u64),
        ("depth of brackets", limits::BRACKETS as u64),
    ];
    let expected: Vec<String> = limits.iter().map(|(what, most)| format!("| {what} | {} |", grouped(*most))).collect();
    assert_eq!(stated, expected);
    let sections = [("Tracks", limits::TRACKS), ("Questions", limits::QUESTIONS)];
    for (name, range) in sections {
        let heading = format!("`[[{}]]`, {} to {}\n", name.to_lowercase(), range.start(), range.end());
        assert!(docs.contains(&heading), "{heading}");
    }
}

/// What is said about a quiz with a change; nothing where it is still a quiz.
fn refused(change: impl FnOnce(&mut QuizData)) -> Option<&'static str> {
    let mut parts = QuizData::clone(&quiz(7));
    parts.gates.truncate(1);
    change(&mut parts);
    Quiz::try_from(parts).err().map(|unsound| unsound.what)
}

fn leads() -> Condition {
    Condition::Leads(TrackIx(0))
}

fn gate(when: Condition) -> Gate {
    Gate { when, outcome: OutcomeIx(0) }
}

fn nested(depth: usize) -> Condition {
    (1..depth).fold(leads(), |inner, _| Condition::Not(Box::new(inner)))
}

fn claim(text: &str) -> Claim {
    Claim { id: "c".to_owned(), text: text.to_owned(), outcomes: Vec::new(), when: None, source: None }
}

fn source(url: &str) -> Option<which_track_quiz::Source> {
    Some(which_track_quiz::Source { label: "Here".to_owned(), url: Some(url.to_owned()) })
}

#[test]
fn a_compiled_quiz_is_held_to_the_limits_of_a_written_one() {
    let text = Some("a text that is empty or too long");
    let condition = Some("a condition that is too long or too deep");
    assert_eq!(refused(|_| {}), None);
    assert_eq!(refused(|parts| parts.description = "é".repeat(limits::LONG)), None);
    assert_eq!(refused(|parts| parts.description = "é".repeat(limits::LONG + 1)), text);
    assert_eq!(refused(|parts| parts.title = "t".repeat(5_000_000)), text);
    assert_eq!(refused(|parts| parts.title = " ".to_owned()), text);
    assert_eq!(
        refused(|parts| parts.title = "W".repeat(limits::SHORT)),
        Some("a title or label that does not fit on the card")
    );
    assert_eq!(refused(|parts| parts.tracks[0].label = "t".repeat(limits::SHORT + 1)), text);
    assert_eq!(refused(|parts| parts.notice = Some("n".repeat(limits::LONG + 1))), text);
    assert_eq!(refused(|parts| parts.questions[0].help = Some("h".repeat(limits::LONG + 1))), text);
    assert_eq!(refused(|parts| parts.questions[0].topic = Some("t".repeat(limits::SHORT + 1))), text);
    assert_eq!(
        refused(|parts| parts.questions[0].source = source(&format!("https://{}", "a".repeat(limits::LONG)))),
        text
    );
    assert_eq!(refused(|parts| parts.questions[0].source = source("https://a b")), Some("a link that is not https"));
    assert_eq!(refused(|parts| parts.outcomes[0].summary = "s".repeat(limits::LONG + 1)), text);
    assert_eq!(refused(|parts| parts.claims = vec![claim(&"c".repeat(limits::LONG + 1))]), text);
    assert_eq!(refused(|parts| parts.questions[0].id = "q".repeat(limits::ID + 1)), Some("an id"));
    assert_eq!(refused(|parts| parts.claims = vec![Claim { id: "C".to_owned(), ..claim("c") }]), Some("an id"));
    let letter = Some("a character that no text may have");
    assert_eq!(refused(|parts| parts.title = "a\tb".to_owned()), letter);
    assert_eq!(refused(|parts| parts.description = "a\tb\r\nc".to_owned()), None);
    assert_eq!(refused(|parts| parts.description = "a\rb".to_owned()), letter);
    assert_eq!(refused(|parts| parts.questions[0].prompt = "a\u{7}b".to_owned()), letter);
    assert_eq!(refused(|parts| parts.tracks[0].label = "\u{9f}".to_owned()), letter);
    assert_eq!(refused(|parts| parts.claims = vec![claim("a\u{202e}b")]), letter);
    assert_eq!(refused(|parts| parts.claims = vec![claim("\u{2067}a\u{2066}b\u{2069}")]), letter);
    assert_eq!(refused(|parts| parts.claims = vec![claim("\u{2067}a\u{2066}b\u{2069}c\u{2069}")]), None);
    for tag in
        ["", "e", "english", "EN", "en_US", "en-", "en-waytoolong", "en\" onload=\"", &format!("en{}", "-a".repeat(17))]
    {
        assert_eq!(refused(|parts| parts.lang = tag.to_owned()), Some("a language tag"), "{tag}");
    }
    for tag in ["en", "fr", "pt-BR", "zh-Hant-TW", "de-1996"] {
        assert_eq!(refused(|parts| parts.lang = tag.to_owned()), None, "{tag}");
    }
    assert_eq!(refused(|parts| parts.minutes = Some(0)), Some("minutes"));
    assert_eq!(refused(|parts| parts.minutes = Some(61)), Some("minutes"));
    assert_eq!(refused(|parts| parts.gaps = vec![(1, 2); limits::GAPS + 1]), Some("number of gaps"));
    assert_eq!(refused(|parts| parts.gates = vec![gate(leads()); limits::GATES + 1]), Some("number of gates"));
    assert_eq!(refused(|parts| parts.gates = vec![gate(nested(limits::DEPTH))]), None);
    assert_eq!(refused(|parts| parts.gates = vec![gate(nested(limits::DEPTH + 1))]), condition);
    assert_eq!(refused(|parts| parts.gates = vec![gate(Condition::Any(vec![leads(); limits::LIST]))]), None);
    assert_eq!(refused(|parts| parts.gates = vec![gate(Condition::Any(vec![leads(); limits::LIST + 1]))]), condition);
    assert_eq!(refused(|parts| parts.gates = vec![gate(Condition::All(Vec::new()))]), condition);
    let half = gate(Condition::Any(vec![leads(); limits::LIST - 1]));
    assert_eq!(refused(|parts| parts.gates = vec![half.clone(); limits::PARTS / limits::LIST]), None);
    assert_eq!(refused(|parts| parts.gates = vec![half; limits::PARTS / limits::LIST + 1]), condition);
    let told = |when| Claim { when: Some(when), ..claim("c") };
    let wide = Condition::Any(vec![leads(); limits::LIST]);
    assert_eq!(refused(|parts| parts.claims = vec![told(wide.clone()); 20]), None, "looked at once");
    assert_eq!(refused(|parts| parts.claims = vec![told(nested(limits::DEPTH + 1))]), condition);
    assert_eq!(refused(|parts| parts.claims = vec![told(Condition::Any(vec![wide; limits::LIST + 1]))]), condition);
    let decides_on = |count| Claim { outcomes: vec![OutcomeIx(0); count], ..claim("c") };
    assert_eq!(refused(|parts| parts.claims = vec![decides_on(limits::LIST)]), None);
    assert_eq!(
        refused(|parts| parts.claims = vec![decides_on(limits::LIST + 1)]),
        Some("outcomes that are not there, or too many")
    );
}

/// A compiled quiz in which the tree at this place is another one.
fn with(place: &[usize], other: Tree) -> Result<Quiz, String> {
    let mut tree = quiz(7).compiled();
    let mut there = &mut tree;
    for at in place {
        let Tree::List(entries) = there else { panic!("no list") };
        entries.resize(entries.len().max(at + 1), Tree::List(Vec::new()));
        there = &mut entries[*at];
    }
    *there = other;
    Quiz::of_compiled(tree).map_err(|unsound| unsound.to_string())
}

#[test]
fn a_file_that_is_far_too_large_is_refused_before_it_is_read() {
    let text = "not a compiled quiz: it has more text than a quiz may have";
    let lists = "not a compiled quiz: it has longer lists than a quiz may have";
    let depth = "not a compiled quiz: it has deeper lists than a quiz may have";
    let number = || Tree::Number(1);
    assert_eq!(with(&[2, 1], Tree::Text("t".repeat(5_000_000))).unwrap_err(), text);
    // A gate with 300,000 conditions.
    let any = Tree::List(vec![Tree::Number(5), Tree::List(vec![Tree::List(vec![number(), number()]); 300_000])]);
    assert_eq!(with(&[2, 8], Tree::List(vec![Tree::List(vec![any, number()])])).unwrap_err(), lists);
    let wide = Tree::List(vec![Tree::List(vec![Tree::List(vec![number(); 200]); 200]); 200]);
    assert_eq!(with(&[2, 8], wide).unwrap_err(), lists);
    let deep = (0..1000).fold(number(), |inner, _| Tree::List(vec![inner]));
    assert_eq!(with(&[2, 8], deep).unwrap_err(), depth);
    let many = Tree::List(vec![Tree::List(vec![Tree::Text("t".repeat(limits::LONG)); 200]); 200]);
    assert_eq!(with(&[2, 10], many).unwrap_err(), text);
    assert!(Room::default().list(limits::LONGEST + 1).is_err(), "asked before a list is gone through");
    assert!(Room::default().text(4 * limits::LONG + 1).is_err(), "asked before a text is copied");
}

/// As much of everything as the format allows, but for the words, which a file would not hold.
fn largest() -> QuizData {
    let choice =
        |at| Choice { id: format!("c{at}"), label: "C".to_owned(), reason: Some("R".to_owned()), points: vec![1; 12] };
    let question = |at| Question {
        id: format!("q{at}"),
        prompt: "Q".to_owned(),
        topic: Some("T".to_owned()),
        help: Some("H".to_owned()),
        source: source("https://a.example"),
        weight: 1,
        optional: true,
        when: None,
        kind: Kind::Single((0..limits::OPTIONS.into_inner().1).map(choice).collect()),
    };
    let outcome = |at: usize| Outcome {
        id: format!("t{at}"),
        title: "O".to_owned(),
        summary: "S".to_owned(),
        action: Some(Action { label: "A".to_owned(), url: "https://a.example".to_owned() }),
    };
    let gate = gate(Condition::Any(vec![Condition::Is(QuestionIx(0), Matches::Choices(vec![ChoiceIx(0)])); 3]));
    let advice = |at| Advice {
        id: format!("a{at}"),
        kind: AdviceKind::Mistake,
        outcomes: vec![OutcomeIx(0); limits::LIST],
        when: None,
        first: None,
        title: "A".to_owned(),
        text: "T".to_owned(),
        instead: Some("I".to_owned()),
        source: source("https://a.example"),
    };
    let listed =
        Claim { outcomes: vec![OutcomeIx(0); limits::LIST], source: source("https://a.example"), ..claim("c") };
    QuizData {
        tracks: (0..12).map(|at| Track { id: format!("t{at}"), label: "T".to_owned() }).collect(),
        questions: (0..100).map(question).collect(),
        gates: vec![gate; limits::GATES],
        outcomes: (0..limits::OUTCOMES).map(outcome).collect(),
        advice: (0..limits::ADVICE).map(advice).collect(),
        claims: vec![listed; limits::CLAIMS],
        gaps: vec![(1, 2); limits::GAPS],
        ..QuizData::clone(&quiz(7))
    }
}

#[test]
fn the_largest_quiz_can_be_compiled_and_read() {
    let quiz = Quiz::try_from(largest()).expect("within all limits");
    assert_eq!(Quiz::of_compiled(quiz.compiled()), Ok(quiz));
}

#[test]
fn an_author_is_told_of_conditions_with_too_many_parts() {
    let tea = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
    let when = format!("{{ any = [{}] }}", "{ leads = \"tea\" }, ".repeat(99));
    let gates = format!("\n[[gates]]\nwhen = {when}\noutcome = \"water\"\n").repeat(6);
    let text = format!("{tea}{gates}");
    let checked = check(Source { name: "tea-or-coffee.toml", text: &text }, &[]);
    let told: Vec<String> = checked.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["tea-or-coffee.toml:1:1: error: the conditions of gates and questions have more than 400 parts\n  \
          write fewer or shorter ones; each condition and each answer under `is` counts"]
    );
}
