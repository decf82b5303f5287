//! Every screen rendered natively to HTML and compared with its reference page in tests/pages; `UPDATE=1` writes them
//! anew, for a person to look at.
#![cfg(feature = "ssr")]

use std::fs;
use std::path::Path;
use which_track::cut::ResultThere;
use which_track::host::memory::Memory;
use which_track::host::{Capabilities, Host, SharedHost, Slot};
use which_track::html::{page, screen};
use which_track::same::Same;
use which_track::widget::link::SharedLink;
use which_track::widget::{Bring, WidgetProps, paint_class};
use which_track_quiz::card::Paint;
use which_track_quiz::check::{Source, check};
use which_track_quiz::share::{Disclosure, NotShared, ShareUrls, encode};
use which_track_quiz::words::native;
use which_track_quiz::{Finished, Quiz, QuizData, Session};

/// An answer to everything.
macro_rules! complete {
    () => {
        "goal*=architecture;background=systems;stage=senior;zero-to-one=built;shipped=production,leaner;day=deep;autonomy=-1;interview=debug;strategy=1;place=1;intensity=-2;priorities=technology,product,exits"
    };
}

/// A screen: its name, and the saved session that leads to it.
const SCREENS: &[(&str, &str)] = &[
    ("first", ""),
    ("single-chosen", "1;@background;goal*=architecture;background=models"),
    ("multi", "1;@shipped;goal=architecture;shipped=production,leaner"),
    ("scale", "1;@autonomy;goal=architecture;autonomy=1"),
    ("rank", "1;@priorities;goal=architecture;priorities=technology,pay"),
    ("when", "1;@first-work;stage=start"),
    ("review-incomplete", "1;@@review;goal=architecture"),
    ("revising", "1;@+goal;goal=architecture"),
    ("review", concat!("1;@@review;", complete!())),
    ("result", concat!("1;@@result;", complete!())),
    (
        "result-not-yet",
        "1;@@result;goal=name;background=models;stage=start;first-work=not-yet;day=deep;autonomy=0;interview=debug;strategy=0;place=0;intensity=0;priorities=pay,name,exits",
    ),
];

fn quizzes() -> Vec<Quiz> {
    let read = |name: &str| fs::read_to_string(Path::new("quizzes").join(name)).expect(name);
    let (english, french) = (read("pm-vs-sde.toml"), read("pm-vs-sde.fr.toml"));
    let translation = Source { name: "pm-vs-sde.fr.toml", text: &french };
    check(Source { name: "pm-vs-sde.toml", text: &english }, &[translation]).quizzes
}

/// The answers in a saved session, behind its format and its place.
fn answers(saved: &str) -> Option<&str> {
    saved.splitn(3, ';').nth(2)
}

/// What is left of them when the session is taken up: less, where the quiz has changed since the screen was written down.
fn resumed(quiz: &Quiz, saved: &str) -> Option<String> {
    let saved = Session::resume(quiz, saved)?.save(quiz);
    answers(&saved).map(str::to_owned)
}

/// Another reader's answers: the same to some questions, other ones to most.
const FRIEND: &str = "1;@@result;goal*=adoption;background=product;stage=lead;zero-to-one=led-ai;day=listen;autonomy=-1;interview=debug;strategy=1;place=2;intensity=-2;priorities=product,technology,exits";

fn finished(quiz: &Quiz, saved: &str) -> Finished {
    match Session::resume(quiz, saved) {
        Some(Session::Finished(finished)) => finished,
        other => panic!("not complete: {other:?}"),
    }
}

fn code(quiz: &Quiz, level: Disclosure) -> String {
    encode(quiz, &finished(quiz, FRIEND), level).to_string()
}

/// A page that a share link leads to: its name, what its path and its code tell, and the reader's own progress.
fn shared(quiz: &Quiz) -> Vec<(&'static str, &'static str, String, &'static str)> {
    let finished = concat!("1;@@result;", complete!());
    let damaged = || "C".to_owned() + &code(quiz, Disclosure::Fits);
    vec![
        ("friend-outcome", "pm", code(quiz, Disclosure::Outcome), ""),
        ("friend-fits", "pm", code(quiz, Disclosure::Fits), ""),
        ("friend-answers", "pm", code(quiz, Disclosure::Answers), "1;@background;goal=architecture"),
        ("friend-without-code", "pm", String::new(), ""),
        ("friend-damaged", "pm", damaged(), ""),
        ("invited", "compare", code(quiz, Disclosure::Answers), ""),
        ("invited-without-code", "compare", String::new(), ""),
        ("compared-outcome", "compare", code(quiz, Disclosure::Outcome), finished),
        ("compared-fits", "compare", code(quiz, Disclosure::Fits), finished),
        ("compared-answers", "compare", code(quiz, Disclosure::Answers), finished),
    ]
}

fn everything() -> Capabilities {
    Capabilities { copy: true, share: true, share_files: true, open: true }
}

/// A widget that a share link opened, with everything allowed.
fn shared_link(quiz: &Quiz, page: &str, code: &str, earlier: Option<Quiz>, host: Memory) -> WidgetProps {
    let quiz = Same::new(quiz.clone());
    let shared_link = SharedLink::read(page, code, &quiz, earlier.map(Same::new).as_ref());
    let pages = ShareUrls { base: "https://quiz.example/".to_owned(), folder: String::new() };
    let host = SharedHost::from(host.allowing(everything()));
    let words = Same::new(native(&quiz));
    WidgetProps {
        quiz,
        words,
        host,
        heading_level: 2,
        pages: Some(pages),
        shared_link: Some(shared_link),
        there: Some(ResultThere::known()),
        bring: Bring::noop(),
    }
}

/// Of a result beside another one, what is new: the comparison. Of all other screens, everything.
fn comparison(html: &str) -> &str {
    let from = html.split_once("<section class=\"compare\">").map(|(_, from)| from);
    from.and_then(|from| from.split_once("</section>")).map_or(html, |(inside, _)| inside)
}

/// A page with its name; one that differs from its reference is written, or told.
fn compare(name: &str, lang: &str, html: &str, different: &mut Vec<String>) {
    let path = Path::new("tests/pages").join(format!("{name}.{lang}.html"));
    let html = html.replace("><", ">\n<") + "\n";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &html).expect("the page can be written");
    } else if fs::read_to_string(&path).unwrap_or_default() != html {
        different.push(path.display().to_string());
    }
}

#[test]
fn every_screen_is_as_its_reference_page() {
    let mut different = Vec::new();
    for quiz in quizzes() {
        for (name, saved) in SCREENS {
            assert!(
                saved.is_empty() || answers(saved) == resumed(&quiz, saved).as_deref(),
                "{name}: {saved} does not resume as it is"
            );
            compare(name, &quiz.lang, &screen(quiz.clone(), saved), &mut different);
        }
        for (name, path, code, saved) in shared(&quiz) {
            let html = page(shared_link(&quiz, path, &code, None, Memory::holding(saved)));
            compare(name, &quiz.lang, comparison(&html), &mut different);
        }
        let host = Memory::holding(concat!("1;@@result;", complete!()));
        host.save(Slot::Last, &code(&quiz, Disclosure::Answers));
        let html = page(shared_link(&quiz, "", "?", None, host));
        compare("since-last", &quiz.lang, comparison(&html), &mut different);
    }
    assert!(
        different.is_empty(),
        "other than the reference: {different:?}\nUPDATE=1 writes them anew; look at the difference"
    );
}

/// Screens of a small quiz in other languages: one with words of its own script, and one from right to left.
#[test]
fn screens_in_other_languages_are_as_their_reference_pages() {
    let read = |name: &str| fs::read_to_string(Path::new("tests/quizzes/languages").join(name)).expect(name);
    let texts = ["tea.ar.toml", "tea.he.toml", "tea.ja.toml"].map(|name| (name, read(name)));
    let translations = texts.each_ref().map(|(name, text)| Source { name, text });
    let checked = check(Source { name: "tea.toml", text: &read("tea.toml") }, &translations);
    assert_eq!(checked.quizzes.len(), 4, "{:?}", checked.problems);
    let mut different = Vec::new();
    for quiz in checked.quizzes.iter().skip(1) {
        for (name, saved) in [
            ("tea-first", ""),
            ("tea-scale", "1;@ritual;morning*=slow;moments=work"),
            ("tea-rank", "1;@values;morning=slow;values=calm"),
            ("tea-review", "1;@@review;morning=slow;moments=work,friends;ritual=1;values=calm,price"),
            ("tea-result", "1;@@result;morning=slow;moments=work,friends;ritual=1;values=calm,price"),
        ] {
            compare(name, &quiz.lang, &screen(quiz.clone(), saved), &mut different);
        }
    }
    assert!(
        different.is_empty(),
        "other than the reference: {different:?}\nUPDATE=1 writes them anew; look at the difference"
    );
}

#[test]
fn a_link_from_an_earlier_edition_is_told_by_that_edition() {
    let quiz = quizzes().remove(0);
    let earlier = || {
        let mut parts = QuizData::clone(&quiz);
        parts.questions[0].weight += 1;
        parts.outcomes[1].title = "What it was called then".to_owned();
        Quiz::try_from(parts).expect("a quiz")
    };
    let code = code(&earlier(), Disclosure::Answers);
    let html = |earlier| page(shared_link(&quiz, "pm", &code, earlier, Memory::default()));
    let known = html(Some(earlier()));
    assert!(known.contains("This result comes from an earlier edition of the quiz."), "{known}");
    assert!(known.contains("What it was called then"), "{known}");
    assert!(html(None).contains("or from an edition of this one that is gone"));
}

#[test]
fn a_page_that_tells_another_outcome_than_its_code_is_not_believed() {
    let quiz = quizzes().remove(0);
    let html = |path: &str, code: &str| page(shared_link(&quiz, path, code, None, Memory::default()));
    let code = code(&quiz, Disclosure::Fits);
    assert!(html("pm", &code).contains("Somebody’s result"));
    assert!(html("sde", &code).contains("This link is incomplete or has a typo in it"));
    assert!(html("an-old-outcome", "").contains("or from an edition of this one that is gone"));
}

#[test]
fn the_verdict_is_there_before_what_would_change_it() {
    for quiz in quizzes() {
        let host = || Memory::holding(concat!("1;@@result;", complete!()));
        let html = |host| page(shared_link(&quiz, "", "", None, host));
        let (before, after) = (html(host().painting()), html(host()));
        let title = format!(">{}</h3>", quiz.outcomes[0].title);
        assert!(before.contains(&title) && after.contains(&title), "{title} {before}");
        // What is below the fits follows once these are painted.
        for (part, first) in [("fits", true), ("change-it", false), ("share", false), ("folds", false)] {
            let part = format!("class=\"{part}\"");
            assert_eq!(before.contains(&part), first, "{part} {before}");
            assert!(after.contains(&part), "{part} {after}");
        }
    }
}

/// A quiz of so many questions with so many options, and the first option of each as saved progress. One gate asks for a
/// fit that no three changes bring about.
fn large(lang: &str, questions: usize, options: usize, all: bool) -> (Quiz, String) {
    let option =
        |at: usize| format!("{{ id = \"o{at}\", label = \"O\", points = {{ a = {}, b = {at} }} }},", options - at);
    let options: String = (0..options).map(option).collect();
    let kind = if all { "multi" } else { "single" };
    let question = |at: usize| {
        format!("[[questions]]\nid = \"q{at}\"\nkind = \"{kind}\"\nprompt = \"Q\"\noptions = [{options}]\n")
    };
    let questions: (String, String) = (0..questions).map(|at| (question(at), format!(";q{at}=o0"))).unzip();
    let track = |id: &str| {
        format!(
            "[[tracks]]\nid = \"{id}\"\nlabel = \"T\"\n[[outcomes]]\nid = \"{id}\"\ntitle = \"T\"\nsummary = \"S\"\n"
        )
    };
    let gate = "[[gates]]\nwhen = { fit = \"b\", at_least = 100 }\noutcome = \"b\"\n";
    let head = format!("id = \"large\"\ntitle = \"L\"\ndescription = \"L\"\nlang = \"{lang}\"\n");
    let text = [head, track("a"), track("b"), questions.0, gate.to_owned()].concat();
    let checked = check(Source { name: "large.toml", text: &text }, &[]);
    let quiz = checked.quizzes.into_iter().next().unwrap_or_else(|| panic!("{:?}", checked.problems));
    (quiz, format!("1;@@result{}", questions.1))
}

#[test]
fn the_result_says_how_many_changes_were_tried() {
    for (lang, questions, options, all, words) in [
        ("en", 30, 5, false, "More than three of your answers would have to be different. This result is a firm one."),
        ("en", 60, 5, false, "More than two of your answers would have to be different."),
        ("en", 12, 7, true, "More than one of your answers would have to be different."),
        ("en", 100, 14, true, "There are too many ways to answer this quiz"),
        ("fr", 30, 5, false, "Il faudrait changer plus de trois de vos réponses. Ce résultat est net."),
        ("fr", 60, 5, false, "Il faudrait changer plus de deux de vos réponses."),
        ("fr", 12, 7, true, "Il faudrait changer plus d’une de vos réponses."),
        ("fr", 100, 14, true, "Il y a trop de façons de répondre à ce quiz"),
    ] {
        let (quiz, saved) = large(lang, questions, options, all);
        assert!(screen(quiz, &saved).contains(words), "{questions} questions of {options}: {words}");
    }
}

#[test]
fn what_is_not_allowed_is_not_shown() {
    let quiz = quizzes().remove(0);
    let finished = concat!("1;@@result;", complete!());
    for (allowed, visible, hidden) in [
        (
            Capabilities::default(),
            vec!["data-control=\"link\""],
            vec!["Copy link", "Send the", "Save the picture", "Print", "<a href=\"https://x.com"],
        ),
        (
            Capabilities { copy: true, ..Capabilities::default() },
            vec!["Copy link", "Copy invitation"],
            vec!["Send the link", "Save the picture"],
        ),
        (
            Capabilities { share: true, ..Capabilities::default() },
            vec!["Send the link"],
            vec!["Send the picture", "Copy link"],
        ),
        (
            Capabilities { share: true, share_files: true, ..Capabilities::default() },
            vec!["Send the picture"],
            vec!["Save the picture"],
        ),
        (
            Capabilities { open: true, ..Capabilities::default() },
            vec!["Save the picture", "Print", "https://x.com", "Mastodon"],
            vec!["Send the"],
        ),
    ] {
        let mut props = shared_link(&quiz, "", "", None, Memory::default());
        props.host = SharedHost::from(Memory::holding(finished).allowing(allowed));
        let html = page(props);
        visible.iter().for_each(|words| assert!(html.contains(words), "{words} with {allowed:?}"));
        hidden.iter().for_each(|words| assert!(!html.contains(words), "no {words} with {allowed:?}"));
    }
    let mut props = shared_link(&quiz, "", "", None, Memory::default());
    props.host = SharedHost::from(Memory::holding(finished).allowing(everything()));
    props.pages = None;
    let html = page(props);
    assert!(html.contains("Save the picture") && !html.contains("data-control=\"link\""), "no pages, no links");
}

#[test]
fn what_is_around_a_code_does_not_matter() {
    let quiz = Same::new(quizzes().remove(0));
    let code = code(&quiz, Disclosure::Fits);
    let outcome = finished(&quiz, FRIEND).outcome();
    let read = |fragment: &str| SharedLink::read(&quiz.outcome(outcome).id, fragment, &quiz, None);
    let clean = read(&code);
    assert!(matches!(clean, SharedLink::Result(_)));
    for (before, behind) in [
        ("", "."),
        ("", ")"),
        ("", ","),
        ("", "%20"),
        ("", "\u{200b}"),
        ("", "&utm_source=x"),
        ("", "?fbclid=x"),
        ("%20", ""),
        ("\u{200b}", ""),
    ] {
        assert_eq!(read(&format!("{before}{code}{behind}")), clean, "{before:?} {behind:?}");
    }
    for damaged in [format!("{code}and"), "?fbclid=x".to_owned(), "%".to_owned(), " ".to_owned()] {
        assert_eq!(read(&damaged), SharedLink::Unreadable(NotShared::Damaged), "{damaged}");
    }
}

/// The picture on the page and the one in a file have the same colors, where no blog has set others.
#[test]
fn the_card_has_one_set_of_colors() {
    let styles = fs::read_to_string("style/card.css").expect("the card's styles");
    for paint in Paint::ALL {
        let class = paint_class(paint);
        let rule = styles.split_once(&format!(".{class}")).map(|(_, rule)| rule).expect(class);
        let fill = rule.split_once("fill: ").and_then(|(_, fill)| fill.split_once(';')).expect(class).0;
        let long = if fill.len() == 4 { fill.replace("#fff", "#ffffff") } else { fill.to_owned() };
        assert_eq!(long, paint.color(), "{class}");
    }
}
