//! The house rules that no compiler checks: how files open and how long they are, what the core must not touch, and what
//! does not belong into the repository.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proc_macro2::{TokenStream, TokenTree};

#[path = "house/circles.rs"]
mod circles;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn output(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).current_dir(root()).output().expect(program);
    assert!(output.status.success(), "{program} {args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// Files that git tracks or would track, with their texts; pictures and lock files aside.
fn files() -> Vec<(String, String)> {
    let names = output("git", &["ls-files", "--cached", "--others", "--exclude-standard"]);
    let text = |name: &str| Some((name.to_owned(), fs::read_to_string(root().join(name)).ok()?));
    names.lines().filter(|name| !name.contains("lock")).filter_map(text).collect()
}

fn code() -> impl Iterator<Item = (String, String)> {
    files().into_iter().filter(|(name, _)| name.ends_with(".rs"))
}

#[test]
fn every_source_file_opens_with_what_it_is_for() {
    let silent: Vec<String> = code().filter(|(_, text)| !text.starts_with("//! ")).map(|(name, _)| name).collect();
    assert!(silent.is_empty(), "no `//!` sentence at the top of {silent:?}");
}

#[test]
fn no_source_file_is_longer_than_400_lines() {
    let source = |(name, _): &(String, String)| !name.contains("tests/");
    let long = code().filter(source).filter(|(_, text)| text.lines().count() > 400);
    let long: Vec<String> = long.map(|(name, _)| name).collect();
    assert!(long.is_empty(), "split {long:?}");
}

#[test]
fn the_core_is_pure() {
    let tree = |more: &[&str]| {
        let common = ["tree", "--package", "which-track-quiz", "--edges", "normal", "--prefix", "none"];
        output("cargo", &[common.as_slice(), more].concat())
    };
    let in_browser = tree(&[]);
    assert_eq!(in_browser.lines().count(), 1, "in the browser the core is alone: {in_browser}");
    let impure = ["yew", "web-sys", "js-sys", "wasm-bindgen", "getrandom", "rand", "chrono", "time", "tokio"];
    let native = tree(&["--all-features"]);
    let found: Vec<&str> =
        native.lines().filter(|line| impure.iter().any(|name| line.split(' ').next() == Some(name))).collect();
    assert!(found.is_empty(), "the core depends on {found:?}");
    let forbidden =
        ["f32", "f64", "std::time", "std::fs", "std::net", "std::env", "HashMap", "HashSet", "thread", "unsafe "];
    for (name, text) in code().filter(|(name, _)| name.starts_with("crates/quiz/src")) {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let found: Vec<&str> = code.filter(|line| forbidden.iter().any(|word| line.contains(word))).collect();
        assert!(found.is_empty(), "{name} has {found:?}");
    }
}

#[test]
fn only_the_browser_module_touches_the_page() {
    let inside =
        |name: &str| name.starts_with("src/") && !name.starts_with("src/browser") && !name.ends_with("tests.rs");
    for (name, text) in code().filter(|(name, _)| inside(name)) {
        let found: Vec<&str> =
            text.lines().filter(|line| line.contains("window()") || line.contains("document()")).collect();
        assert!(found.is_empty(), "{name} has {found:?}");
    }
}

#[test]
fn nothing_of_one_machine_is_in_the_repository() {
    // Written in two parts, so that this file does not find itself.
    let foreign = [
        concat!("registry.npm", "js.org"),
        concat!("static.crates", ".io"),
        concat!("/ho", "me/"),
        concat!("/ro", "ot/"),
    ];
    for (name, text) in files() {
        let found: Vec<&&str> = foreign.iter().filter(|word| text.contains(**word)).collect();
        assert!(found.is_empty(), "{name} has {found:?}");
    }
    for folder in ["tests", "bench"] {
        let lock = fs::read_to_string(root().join(folder).join("package-lock.json")).expect("the lock file");
        assert!(!lock.contains("\"resolved\""), "{folder}/package-lock.json names a host: see {folder}/.npmrc");
    }
}

#[test]
fn what_readers_download_is_built_small_and_native_tools_fast() {
    let read = |name: &str| fs::read_to_string(root().join(name)).expect(name);
    let manifest = read("Cargo.toml");
    let profile = |name: &str| {
        let (_, rest) = manifest.split_once(&format!("[profile.{name}]\n")).expect(name);
        rest.split("\n\n").next().unwrap_or_default().to_owned()
    };
    assert!(profile("release").contains("opt-level = 3"));
    assert!(profile("wasm-release").contains("opt-level = \"z\""));
    assert!(read("index.html").contains("data-cargo-profile-release=\"wasm-release\""));
}

/// Elsewhere a reader who has read enough would be a panic, and a full disk no error.
#[test]
fn the_tool_prints_in_one_way_only() {
    let print = "crates/cli/src/print.rs";
    for (name, text) in code().filter(|(name, _)| name.starts_with("crates/cli/src") && name != print) {
        let ways = ["print!(", "println!(", "dbg!(", "io::stdout", "io::stderr", "indicatif"];
        let found: Vec<&str> = text.lines().filter(|line| ways.iter().any(|way| line.contains(way))).collect();
        assert!(found.is_empty(), "{name} has {found:?}: {print} is the one way");
    }
}

/// Inside the widget: browser -> widget -> host.
#[test]
fn arrows_in_the_widget_run_one_way() {
    for (part, behind) in
        [("src/host", ["crate::widget", "crate::browser"].as_slice()), ("src/widget", &["crate::browser"])]
    {
        for (name, text) in code().filter(|(name, _)| name.starts_with(part)) {
            let found: Vec<&&str> = behind.iter().filter(|path| text.contains(**path)).collect();
            assert!(found.is_empty(), "{name} uses {found:?}");
        }
    }
}

/// Whoever reads a file needs to know those that it uses, and none that use it.
#[test]
fn no_files_go_around_in_circles() {
    for sources in ["crates/quiz/src/", "crates/cli/src/", "src/"] {
        let below = |(name, text): (String, String)| Some((name.strip_prefix(sources)?.to_owned(), text));
        let files: Vec<(String, String)> = code().filter_map(below).collect();
        assert_eq!(circles::circles(&files), Vec::<Vec<String>>::new(), "{sources}");
    }
}

/// Private words for what has a name, and what to say instead: whoever looks for the usual word finds it.
const PRIVATE: [(&str, &str); 30] = [
    ("Allowed", "Capabilities"),
    ("Done", "Result, or what is done"),
    ("Effect", "AnswerClass"),
    ("Ended", "Exit"),
    ("Ending", "Finished"),
    ("Level", "Disclosure; a heading has a level"),
    ("Named", "RawAnswer"),
    ("Opened", "SharedLink, ParsedCode"),
    ("Pages", "ShareUrls"),
    ("Parts", "QuizData"),
    ("Said", "by what it is"),
    ("Shown", "by what it is"),
    ("Sound", "Valid"),
    ("Spoken", "AnswerText"),
    ("Standing", "ResultSummary"),
    ("Told", "by what it is"),
    ("Unsound", "Invalid"),
    ("Wanted", "Args"),
    ("Way", "ShareAction, Path"),
    ("keeps", "persists"),
    ("said", "by what it is"),
    ("shown", "visible"),
    ("sorry", "crash_card"),
    ("spoken", "answer_text"),
    ("stand", "publish"),
    ("standing", "summary"),
    ("tell", "emit, apply"),
    ("tells", "by what it does"),
    ("told", "by what it is"),
    ("unseen", "visually-hidden"),
];

#[test]
fn one_word_for_one_thing() {
    for (name, text) in code().filter(|(name, _)| name.contains("src/") && !name.ends_with("tests.rs")) {
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        let words = words(tokens);
        let found: Vec<&(&str, &str)> = PRIVATE.iter().filter(|(word, _)| words.contains(*word)).collect();
        assert!(found.is_empty(), "{name} has {found:?}");
    }
    for (name, text) in files().into_iter().filter(|(name, _)| name.starts_with("style/") && name.ends_with(".css")) {
        assert!(!text.contains(".unseen") && !text.contains(".said"), "{name} has a private word");
    }
}

/// The names in a file, those in macros and tests among them.
fn words(tokens: TokenStream) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for tree in tokens {
        match tree {
            TokenTree::Ident(word) => _ = found.insert(word.to_string()),
            TokenTree::Group(group) => found.extend(words(group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}
