//! Every screen rendered natively to HTML and compared with its reference page in tests/pages; `UPDATE=1` writes them
//! anew, for a person to look at.
#![cfg(feature = "ssr")]

use std::fs;
use std::path::Path;

use which_track::html::screen;
use which_track_quiz::Quiz;
use which_track_quiz::check::{Source, check};

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

#[test]
fn every_screen_is_as_its_reference_page() {
    let mut different = Vec::new();
    for quiz in quizzes() {
        for (name, saved) in SCREENS {
            let path = Path::new("tests/pages").join(format!("{name}.{}.html", quiz.lang));
            let html = screen(quiz.clone(), saved).replace("><", ">\n<") + "\n";
            if std::env::var_os("UPDATE").is_some() {
                fs::write(&path, &html).expect("the page can be written");
            } else if fs::read_to_string(&path).unwrap_or_default() != html {
                different.push(path);
            }
        }
    }
    assert!(
        different.is_empty(),
        "other than the reference: {different:?}\nUPDATE=1 writes them anew; look at the difference"
    );
}
