//! A site of several quizzes has a page with a card for each.

mod support;

use std::fs;
use std::path::Path;

use support::{Ended, call_in, root, widget};

const TEA: &str = "tests/quizzes/valid/tea-or-coffee.toml";
const BICYCLE: &str = "quizzes/examples/which-bicycle.toml";
const ARABIC: &str = "quizzes/examples/kayfa-tusafir.toml";

fn build(out: &Path, quizzes: &[&str], more: &[&str]) -> Ended {
    let out = ["--out", out.to_str().expect("a name")];
    let done = call_in(&root(), &[&["build"], quizzes, &out, more].concat(), "");
    assert_eq!(done.code, 0, "{done:?}");
    done
}

#[test]
fn several_quizzes_have_a_card_each() {
    let out = widget();
    build(out.path(), &[TEA, BICYCLE, ARABIC], &["--base-url", "https://quiz.example/sub"]);
    let read = |path: &str| fs::read_to_string(out.path().join(path)).unwrap_or_else(|_| panic!("{path}"));
    for (place, up) in [("q/index.html", "../"), ("index.html", "")] {
        let page = read(place);
        for words in [
            format!("<link rel=\"stylesheet\" href=\"{up}gallery.css\">"),
            format!("<a href=\"{up}q/tea-or-coffee/\">Tea or coffee?</a>"),
            format!("<a href=\"{up}q/tea-or-coffee/fr/\" lang=\"fr\" hreflang=\"fr\" dir=\"ltr\">"),
            format!(
                "<img src=\"{up}q/which-bicycle/picture.png\" alt=\"\" width=\"1200\" height=\"630\" loading=\"lazy\">"
            ),
            "<li lang=\"ar\" dir=\"rtl\">".to_owned(),
            "<h1>quiz.example</h1>".to_owned(),
            "<link rel=\"canonical\" href=\"https://quiz.example/sub/q/\">".to_owned(),
        ] {
            assert!(page.contains(&words), "{words} in {page}");
        }
        assert_eq!(page.matches("<li lang=").count(), 3);
    }
    for path in ["q/which-bicycle/picture.png", "gallery.css", "gallery.css.br", "q/index.html.gz"] {
        assert!(out.path().join(path).is_file(), "{path}");
    }
    let map = read("sitemap.xml");
    assert!(
        map.contains("<loc>https://quiz.example/sub/q/</loc>") && map.contains("<loc>https://quiz.example/sub/</loc>")
    );
}

/// The site's name may be in another language than its first quiz.
#[test]
fn a_gallery_is_in_the_language_of_its_site() {
    let out = widget();
    let site = out.path().join("site.toml");
    fs::write(&site, "[site]\nname = \"Our quizzes\"\nlang = \"en\"\n").expect("written");
    for (more, html) in [
        (&[] as &[&str], "<html lang=\"ar\" dir=\"rtl\">"),
        (&["--site", site.to_str().expect("a name")], "<html lang=\"en\" dir=\"ltr\">"),
    ] {
        build(out.path(), &[ARABIC, TEA], more);
        let page = fs::read_to_string(out.path().join("q/index.html")).expect("there");
        assert!(page.contains(html), "{html} in {page}");
    }
}

#[test]
fn a_page_of_ones_own_stays_the_index() {
    let out = widget();
    fs::write(out.path().join("index.html"), "mine").expect("written");
    for _ in 0..2 {
        build(out.path(), &[TEA, BICYCLE], &[]);
        assert_eq!(fs::read_to_string(out.path().join("index.html")).expect("there"), "mine");
        assert!(out.path().join("q/index.html").is_file());
    }
}

#[test]
fn an_index_that_takes_the_place_of_the_builds_stays_too() {
    let out = widget();
    build(out.path(), &[TEA], &[]);
    assert!(out.path().join("gallery.css").is_file());
    fs::write(out.path().join("index.html"), "mine").expect("written");
    for quizzes in [[TEA].as_slice(), &[TEA, BICYCLE]] {
        build(out.path(), quizzes, &[]);
        assert_eq!(fs::read_to_string(out.path().join("index.html")).expect("there"), "mine");
    }
}

#[test]
fn with_its_second_quiz_a_site_loses_its_gallery_and_keeps_an_index() {
    let out = widget();
    build(out.path(), &[TEA, BICYCLE], &[]);
    let names = ["index.html", "q/index.html", "gallery.css"];
    assert!(names.iter().all(|name| out.path().join(name).is_file()));
    build(out.path(), &[TEA, BICYCLE], &[]);
    assert!(names.iter().all(|name| out.path().join(name).is_file()));
    build(out.path(), &[TEA], &["--base-url", "https://quiz.example"]);
    assert_eq!(names.map(|name| out.path().join(name).exists()), [true, false, true]);
    let index = fs::read_to_string(out.path().join("index.html")).expect("there");
    assert!(index.contains("<a href=\"q/tea-or-coffee/\">Tea or coffee?</a>"), "{index}");
    assert!(index.contains("<link rel=\"canonical\" href=\"https://quiz.example/\">"), "{index}");
    let map = fs::read_to_string(out.path().join("sitemap.xml")).expect("there");
    assert!(map.contains("<loc>https://quiz.example/</loc>") && !map.contains("<loc>https://quiz.example/q/</loc>"));
}
