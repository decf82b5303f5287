//! `which-track build` around a stand-in for the compiled widget: which files there are, and what they say.

mod support;

use std::fs;
use std::path::Path;

use support::{Tea, attribute, call_in, root, widget};

/// Its exit code and what it said.
fn build(out: &Path, more: &[&str]) -> (i32, String) {
    let out = out.to_str().expect("a name");
    let args = ["build", "tests/quizzes/valid/tea-or-coffee.toml", "--out", out];
    let done = call_in(&root(), &[&args, more].concat(), "");
    (done.code, done.err)
}

const NOT_KEPT: &str = "note: edition `tpyx82qn` of `tea-or-coffee` is not kept; `which-track keep \
    tests/quizzes/valid/tea-or-coffee.toml` keeps it, so that links to its results outlive later changes of the quiz\n";

fn json(path: &Path) -> serde_json::Value {
    serde_json::from_str(&fs::read_to_string(path).expect("there")).expect("JSON")
}

#[test]
fn a_site_with_an_address_has_all_that_crawlers_and_hosts_look_for() {
    let widget = widget();
    let out = widget.path();
    assert_eq!(build(out, &["--base-url", "https://quiz.example/sub/"]), (0, NOT_KEPT.to_owned()));
    let read = |path: &str| fs::read_to_string(out.join(path)).unwrap_or_else(|_| panic!("{path} is missing"));
    let oembed = json(&out.join("oembed/tea-or-coffee.json"));
    assert_eq!(
        (&oembed["version"], &oembed["type"], &oembed["title"]),
        (&"1.0".into(), &"rich".into(), &"Tea or coffee?".into())
    );
    assert!(oembed["html"].as_str().expect("HTML").contains("src=\"https://quiz.example/sub/embed/tea-or-coffee/\""));
    assert!(oembed["width"].is_u64() && oembed["height"].is_u64());
    let shared = json(&out.join("oembed/r/tea-or-coffee/tea.json"));
    assert_eq!((&shared["type"], &shared["title"]), (&"link".into(), &"You are a tea person · Tea or coffee?".into()));
    for (answer, page) in [(&oembed, "q/tea-or-coffee/"), (&shared, "r/tea-or-coffee/tea/")] {
        let picture = answer["thumbnail_url"].as_str().expect("an address");
        let path = picture.strip_prefix("https://quiz.example/sub/").expect("on the site");
        assert!(path.starts_with(page) && out.join(path).is_file(), "{picture}");
        assert_eq!((&answer["thumbnail_width"], &answer["thumbnail_height"]), (&1200.into(), &630.into()));
    }
    let page = read("q/tea-or-coffee/index.html");
    for words in [
        r#"<link rel="canonical" href="https://quiz.example/sub/q/tea-or-coffee/">"#,
        r#"<link rel="alternate" type="application/json+oembed" href="https://quiz.example/sub/oembed/tea-or-coffee.json" title="Tea or coffee?">"#,
        r#"<link rel="alternate" hreflang="fr" href="https://quiz.example/sub/q/tea-or-coffee/fr/">"#,
        r#"<script type="module" src="../../which-track.js"></script>"#,
        "A slow start <small>(Tea +3)</small>",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
    assert!(read("embed/tea-or-coffee/fr/index.html").contains("src=\"../../../which-track.js\""));
    let map = read("sitemap.xml");
    for path in ["q/tea-or-coffee/fr/", "r/tea-or-coffee/tea/", "r/tea-or-coffee/close-call/fr/"] {
        assert!(map.contains(&format!("<loc>https://quiz.example/sub/{path}</loc>")), "{path} in {map}");
    }
    assert!(!map.contains("compare") && map.contains("<loc>https://quiz.example/sub/</loc>"), "{map}");
    fs::write(out.join("index.html"), "<!doctype html><title>A page of the blogger's own</title>").expect("written");
    assert_eq!(build(out, &["--base-url", "https://quiz.example/sub/"]).0, 0);
    assert!(
        fs::read_to_string(out.join("sitemap.xml")).expect("there").contains("<loc>https://quiz.example/sub/</loc>")
    );
    assert!(read("robots.txt").contains("Sitemap: https://quiz.example/sub/sitemap.xml"));
}

#[test]
fn a_folder_that_is_not_there_yet_is_made() {
    let (widget, place) = (widget(), tempfile::tempdir().expect("a folder"));
    let given = widget.path().to_str().expect("a name");
    let out = place.path().join("public/quiz");
    let (code, told) = build(&out, &["--widget", given]);
    assert_eq!(code, 0, "{told}");
    assert!(out.join("which-track.js").exists());
    fs::create_dir(place.path().join("any")).expect("made");
    let permissions = |path: &Path| fs::metadata(path).expect("there").permissions();
    assert_eq!(permissions(&out), permissions(&place.path().join("any")), "as of any new folder");
}

#[test]
fn every_address_in_the_loader_is_a_file() {
    let widget = widget();
    let out = widget.path();
    let (code, told) = build(out, &[]);
    assert_eq!(code, 0);
    let missing = "note: without --base-url there is no sitemap, no oEmbed and no canonical address, and links unfold \
        without a picture on sites that need its full address\n";
    assert_eq!(told, format!("{NOT_KEPT}{missing}"));
    let filled = |name: &str, end: &str| -> serde_json::Value {
        let script = fs::read_to_string(out.join(name)).expect("there");
        let site = script.strip_prefix("const site = ").and_then(|rest| rest.strip_suffix(end)).expect("filled");
        serde_json::from_str(site).expect("JSON")
    };
    let styles = "; const styles = \":host { all: initial }\"; const rooms = \
        \"@media(width<600px){:where(which-track[quiz='tea-or-coffee']:not(:state(--shown)))\
        {display:block;min-block-size:639px}}\";";
    let first = filled("which-track.js", styles);
    let site = filled(
        first["more"].as_str().expect("an address"),
        "; const styles = \".ranking { color: red }.review { color: green }\";",
    );
    let quiz = &first["quizzes"]["tea-or-coffee"];
    let [english, french] = [&quiz["en"], &quiz["fr"]];
    let addresses = [&first["more"], &site["styles"], &site["result"], &english["quiz"], &english["rest"]];
    let addresses = addresses.into_iter().chain([&french["first"], &french["quiz"], &french["rest"]]);
    let addresses: Vec<String> = addresses.map(|address| address.as_str().expect("an address").to_owned()).collect();
    let name = site["program"].as_str().expect("a name");
    let program = [".js", "_bg.wasm"].map(|ending| format!("{name}{ending}"));
    for address in addresses.into_iter().chain(program) {
        let path = address.split('?').next().expect("a path");
        assert!(out.join(path).is_file(), "{path}");
        for ending in ["br", "gz"] {
            assert!(out.join(format!("{path}.{ending}")).is_file(), "{path}.{ending}");
        }
    }
    assert!(!out.join("sitemap.xml").exists());
}

#[test]
fn what_is_missing_is_named() {
    let empty = tempfile::tempdir().expect("a folder");
    let nothing = tempfile::tempdir().expect("a folder");
    let without = ["--widget", nothing.path().to_str().expect("a name")];
    let (code, told) = build(empty.path(), &without);
    assert_eq!(code, 1);
    let lacks = "which-track.js, quiz.js, questions.css, rank.css, later.css, result.css, page.css, frame.js missing; a build begins with a \
        compiled widget";
    assert!(told.contains(lacks), "{told}");
    assert_eq!(build(&empty.path().join("gone"), &without).0, 1);
    let out = widget();
    fs::remove_file(out.path().join("questions.css")).expect("removed");
    let (code, told) = build(out.path(), &[]);
    assert_eq!(code, 1);
    assert!(told.contains("questions.css missing; a build begins"), "{told}");
    fs::write(out.path().join("questions.css"), "").expect("written");
    fs::write(out.path().join("which-track-1b.js"), "").expect("written");
    assert!(build(out.path(), &[]).1.contains("more than one compiled widget here"));
    fs::rename(out.path().join("which-track-1b.js"), out.path().join("which-track-0a.js")).expect("renamed");
    fs::write(out.path().join("which-track.js"), "no place").expect("written");
    assert!(build(out.path(), &[]).1.contains("which-track.js is not that of a compiled widget"));
    let (code, told) = build(empty.path(), &["--base-url", "ftp://quiz.example"]);
    assert_eq!(code, 2);
    assert!(told.contains("the address must begin with https://"), "{told}");
}

/// What a link unfolds to: each property once, and all of it early in the page.
#[test]
fn a_link_to_any_page_unfolds_to_words_and_one_picture() {
    let (out, done) = Tea::new().build(&["--base-url", "https://quiz.example/sub/"]);
    assert_eq!(done.code, 0, "{done:?}");
    let site = "https://quiz.example/sub/";
    for (path, title, description, locale, alt) in [
        (
            "r/tea-or-coffee/tea/",
            "You are a tea person · Tea or coffee?",
            "Two sentences.",
            "en_US",
            "Tea or coffee? You are a tea person",
        ),
        (
            "r/tea-or-coffee/water/fr/",
            "Ni l’un ni l’autre · Thé ou café\u{a0}?",
            "Vous n’en buvez pas. Un verre d’eau fera l’affaire.",
            "fr_FR",
            "Thé ou café\u{a0}? Ni l’un ni l’autre",
        ),
        (
            "r/tea-or-coffee/compare/",
            "A friend took this quiz and would like to compare",
            "Tea or coffee? You answer first; then you see both results side by side.",
            "en_US",
            "Tea or coffee? Answer first, then compare",
        ),
        (
            "r/tea-or-coffee/compare/fr/",
            "Quelqu’un a fait ce quiz et aimerait comparer avec vous",
            "Thé ou café\u{a0}? Répondez d’abord\u{202f}; vous verrez ensuite les deux résultats côte à côte.",
            "fr_FR",
            "Thé ou café\u{a0}? Répondez d’abord, comparez ensuite",
        ),
        (
            "q/tea-or-coffee/",
            "Tea or coffee?",
            "Four questions, one minute.",
            "en_US",
            "Four questions, one minute. Tea or coffee?",
        ),
    ] {
        let page = fs::read_to_string(out.path().join(path).join("index.html")).expect(path);
        let head = &page[..page.find("</head>").expect("a head")];
        assert!(head.len() < 4_000 && !head.contains("noindex") && !head.contains("http-equiv"), "{head}");
        let property = |name: &str| {
            let meta: Vec<&str> = head.matches(&format!("property=\"{name}\"")).collect();
            assert_eq!(meta.len(), 1, "{path}: {name}");
            attribute(head, &format!("meta property=\"{name}\""), "content").expect(name)
        };
        let picture = property("og:image");
        for (name, value) in [
            ("og:title", title),
            ("og:description", description),
            ("og:locale", locale),
            ("og:image:alt", alt),
            ("og:url", &format!("{site}{path}")),
            ("og:type", "website"),
            ("og:site_name", "quiz.example"),
            ("og:image:type", "image/png"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
        ] {
            assert_eq!(property(name), value, "{path}: {name}");
        }
        assert!(head.contains(&format!("<title>{title}</title><meta name=\"description\" content=\"{description}\">")));
        assert!(head.contains(&format!("<link rel=\"canonical\" href=\"{site}{path}\">")), "{head}");
        assert!(head.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"), "{head}");
        let other = format!("{}/fr/", path.trim_end_matches('/').trim_end_matches("/fr"));
        assert!(head.contains(&format!("hreflang=\"fr\" href=\"{site}{other}\"")), "{head}");
        let png = fs::read(out.path().join(picture.strip_prefix(site).expect(path))).expect("a picture");
        assert_eq!(png[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "1200 by 630");
        assert!(png.len() < 300_000 && picture.starts_with(&format!("{site}{path}")), "{picture}");
    }
}

#[test]
fn a_share_page_can_be_read_without_script_and_leads_to_the_quiz() {
    let (out, done) = Tea::new().build(&[]);
    assert_eq!(done.code, 0, "{done:?}");
    let body = |path: &str| {
        let page = fs::read_to_string(out.path().join(path).join("index.html")).expect(path);
        assert!(!page.contains("canonical") && !page.contains("og:url") && !page.contains("https:"), "{page}");
        let picture = attribute(&page, "meta property=\"og:image\"", "content").expect("a picture");
        assert!(out.path().join(path).join(picture).is_file());
        page[page.find("<body>").expect("a body")..].to_owned()
    };
    for (path, expected) in [
        (
            "r/tea-or-coffee/tea/fr/",
            "<body><main><which-track quiz=\"tea-or-coffee\" lang=\"fr\" loading=\"eager\" heading-level=\"1\" shared=\"tea\">\
             <p>Quelqu’un a fait le quiz «\u{202f}Thé ou café\u{a0}?\u{202f}». Voici son résultat\u{202f}:</p>\
             <h1>Vous êtes plutôt thé</h1><p>Vous prenez le temps qu’il faut. La théière vous va bien.</p>\
             <p><a href=\"../../../../q/tea-or-coffee/fr/\">Faire le quiz à mon tour</a></p></which-track></main></body></html>",
        ),
        (
            "r/tea-or-coffee/compare/",
            "<body><main><which-track quiz=\"tea-or-coffee\" lang=\"en\" loading=\"eager\" heading-level=\"1\" shared=\"compare\">\
             <p>Tea or coffee?</p><h1>A friend took this quiz and would like to compare</h1>\
             <p>You answer first; then you see both results side by side.</p>\
             <p><a href=\"../../../q/tea-or-coffee/\">Take the quiz yourself</a></p></which-track></main></body></html>",
        ),
    ] {
        assert_eq!(body(path), expected, "{path}");
    }
}

/// Of the site's first quiz, in its own language, inside the loader, where it is small; else a file.
#[test]
fn a_first_screen_is_in_the_loader_or_a_file() {
    let (out, done) = Tea::new().build(&[]);
    assert_eq!(done.code, 0, "{done:?}");
    let loader = fs::read_to_string(out.path().join("which-track.js")).expect("text");
    let screens: Vec<_> = fs::read_dir(out.path().join("first")).expect("there").flatten().collect();
    let files: Vec<_> = screens
        .iter()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    let [french] = files.as_slice() else { panic!("one file: {files:?}") };
    let french = fs::read_to_string(french).expect("text");
    let (_, inside) = loader.split_once("\"first\":{").expect("one inside");
    for (screen, lang, prompt) in
        [(inside, "en", "What gets you out of bed?"), (french.as_str(), "fr", "Qu’est-ce qui vous tire du lit")]
    {
        assert!(screen.contains(&format!("\"lang\":\"{lang}\"")) && screen.contains(prompt), "{screen}");
        let named = ["screen", "loading", "slow", "failed", "again"].map(|name| format!("\"{name}\":"));
        assert!(named.iter().all(|name| screen.contains(name)), "{screen}");
    }
}

#[test]
fn a_large_first_screen_is_a_file() {
    let tea = Tea::new();
    for text in ["Four questions, one minute.", "The first thing, not the best thing."] {
        tea.edit(text, &"Thé ".repeat(300));
    }
    let (out, done) = tea.build(&[]);
    assert_eq!(done.code, 0, "{done:?}");
    let loader = fs::read_to_string(out.path().join("which-track.js")).expect("text");
    assert!(loader.contains("\"first\":\"first/tea-or-coffee.en-") && !loader.contains("Thé Thé"), "{loader}");
}

/// A build looks for its places in a script, and finds none among the words of a quiz.
#[test]
fn words_of_a_quiz_are_no_places_in_the_loader() {
    let tea = Tea::new();
    tea.edit("What gets you out of bed?", "SITE, STYLES or ROOMS?");
    let (out, done) = tea.build(&[]);
    assert_eq!(done.code, 0, "{done:?}");
    let loader = fs::read_to_string(out.path().join("which-track.js")).expect("text");
    assert!(loader.contains("\\u0053ITE, \\u0053TYLES or \\u0052OOMS?") && !loader.contains("STYLES"), "{loader}");
}

#[test]
fn where_there_is_nothing_a_page_says_so_and_leads_to_the_quizzes() {
    for (more, root) in [(&[] as &[&str], "/"), (&["--base-url", "https://quiz.example/sub"], "/sub/")] {
        let (out, done) = Tea::new().build(more);
        assert_eq!(done.code, 0, "{done:?}");
        let page = fs::read_to_string(out.path().join("404.html")).expect("there");
        assert!(page.contains("<h1>There is nothing at this address</h1>"), "{page}");
        assert!(page.contains(&format!("<script src=\"{root}404.js\"></script>")), "{page}");
        assert!(page.contains(&format!("href=\"{root}q/tea-or-coffee/\">Tea or coffee?</a>")), "{page}");
        assert!(page.contains(&format!("lang=\"fr\" dir=\"ltr\" href=\"{root}q/tea-or-coffee/fr/\">Thé")), "{page}");
        assert!(!page.contains("which-track.js") && page.matches("<script").count() == 1, "{page}");
        assert!(out.path().join("404.js").is_file() && out.path().join("404.html.br").is_file());
        let map = out.path().join("sitemap.xml");
        assert!(!map.exists() || !fs::read_to_string(map).expect("text").contains("404"));
    }
}

#[test]
fn a_file_about_the_site_has_its_name_and_its_address() {
    let widget = widget();
    let out = widget.path();
    let file = out.join("about.toml");
    let site = |text: &str| {
        fs::write(&file, text).expect("written");
        build(out, &["--site", file.to_str().expect("a name")])
    };
    assert_eq!(site("[site]\nname = \"The Quiet Build\"\nurl = \"https://blog.example/\"\n"), (0, NOT_KEPT.to_owned()));
    let page = fs::read_to_string(out.join("q/tea-or-coffee/index.html")).expect("there");
    assert!(page.contains(r#"<meta property="og:site_name" content="The Quiet Build">"#), "{page}");
    assert!(page.contains(r#"<link rel="canonical" href="https://blog.example/q/tea-or-coffee/">"#), "{page}");
    assert_eq!(json(&out.join("oembed/tea-or-coffee.json"))["provider_name"], "The Quiet Build");
}
