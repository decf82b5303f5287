//! `which-track build` around a stand-in for the compiled widget: which files there are, and what they say.

use std::fs;
use std::path::Path;
use std::process::Command;

fn widget() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("which-track-0a.js", "export default 1;"),
        ("which-track-0a_bg.wasm", "not one"),
        ("which-track.css", ":host { all: initial }"),
        ("which-track.js", "const site = SITE;"),
    ] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

/// Its exit code and what it said.
fn build(out: &Path, more: &[&str]) -> (Option<i32>, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut build = Command::new(env!("CARGO_BIN_EXE_which-track"));
    let build = build.current_dir(root).args(["build", "tests/quizzes/valid/tea-or-coffee.toml", "--out"]).arg(out);
    let done = build.args(more).output().expect("runs");
    (done.status.code(), String::from_utf8_lossy(&done.stderr).into_owned())
}

fn json(path: &Path) -> serde_json::Value {
    serde_json::from_str(&fs::read_to_string(path).expect("there")).expect("JSON")
}

#[test]
fn a_site_with_an_address_has_all_that_crawlers_and_hosts_look_for() {
    let widget = widget();
    let out = widget.path();
    assert_eq!(build(out, &["--base-url", "https://quiz.example/sub/"]), (Some(0), String::new()));
    let read = |path: &str| fs::read_to_string(out.join(path)).unwrap_or_else(|_| panic!("{path} is missing"));
    let oembed = json(&out.join("oembed/tea-or-coffee.json"));
    assert_eq!(
        (&oembed["version"], &oembed["type"], &oembed["title"]),
        (&"1.0".into(), &"rich".into(), &"Tea or coffee?".into())
    );
    assert!(oembed["html"].as_str().expect("HTML").contains("src=\"https://quiz.example/sub/embed/tea-or-coffee/\""));
    assert!(oembed["width"].is_u64() && oembed["height"].is_u64());
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
    assert!(read("sitemap.xml").contains("<loc>https://quiz.example/sub/q/tea-or-coffee/fr/</loc>"));
    assert!(read("robots.txt").contains("Sitemap: https://quiz.example/sub/sitemap.xml"));
}

#[test]
fn every_address_in_the_loader_is_a_file() {
    let widget = widget();
    let out = widget.path();
    let (code, told) = build(out, &[]);
    assert_eq!(code, Some(0));
    assert_eq!(told, "note: without --base-url there is no sitemap, no oEmbed and no canonical address\n");
    let loader = fs::read_to_string(out.join("which-track.js")).expect("there");
    let site = loader.strip_prefix("const site = ").and_then(|rest| rest.strip_suffix(';')).expect("filled");
    let site: serde_json::Value = serde_json::from_str(site).expect("JSON");
    let quiz = &site["quizzes"]["tea-or-coffee"];
    let addresses =
        [&site["glue"], &site["wasm"], &site["styles"], &quiz["en"]["quiz"], &quiz["en"]["first"], &quiz["fr"]["quiz"]];
    for address in addresses {
        let path = address.as_str().expect("an address").split('?').next().expect("a path");
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
    let (code, told) = build(empty.path(), &[]);
    assert_eq!(code, Some(1));
    assert!(told.contains("no compiled widget (which-track-*.js) here"), "{told}");
    let (code, told) = build(empty.path(), &["--base-url", "ftp://quiz.example"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("the address must begin with https://"), "{told}");
}
