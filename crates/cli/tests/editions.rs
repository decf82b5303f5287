//! Kept editions: what `keep` writes, what `check` and `build` make of it, and that links to old results go on opening.

mod support;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use support::{Tea, attribute, call_in, root};
use which_track_quiz::check::{Source, check};
use which_track_quiz::share::stamp;
use which_track_quiz::{Quiz, QuizData};

const ENGLISH: &str = "editions/tea-or-coffee.tpyx82qn.en.quiz.json";

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|_| panic!("{} is missing", path.display()))
}

/// The example whose edition was kept before an outcome got another name.
fn changed() -> Tea {
    let tea = Tea::new();
    assert_eq!(tea.keep().code, 0);
    tea.edit("water", "neither");
    tea
}

#[test]
fn keep_writes_every_language_and_again_with_new_words() {
    let tea = Tea::new();
    let done = tea.keep();
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert_eq!(done.out, format!("{ENGLISH}\n{}\n", ENGLISH.replace(".en.", ".fr.")));
    let before = read(&tea.folder().join(ENGLISH));
    assert!(before.contains("You are a tea person") && before.ends_with("\n"));
    tea.edit("You are a tea person", "You are all tea");
    assert_eq!(tea.keep(), done);
    assert_eq!(read(&tea.folder().join(ENGLISH)), before.replace("You are a tea person", "You are all tea"));
}

#[test]
fn check_warns_of_a_new_edition_only_after_an_older_one_was_kept() {
    let check = |tea: &Tea, more: &[&str]| tea.call(&[&["check"], more, &["tea-or-coffee.toml"]].concat(), "");
    let tea = Tea::new();
    assert_eq!((check(&tea, &["--strict"]).code, check(&tea, &[]).err), (0, String::new()), "never kept");
    tea.keep();
    assert_eq!((check(&tea, &["--strict"]).code, check(&tea, &[]).err), (0, String::new()), "kept");
    tea.edit("water", "neither");
    let told = check(&tea, &[]);
    assert_eq!(
        (told.code, told.err.as_str()),
        (
            0,
            "tea-or-coffee.toml:1:1: warning: what scores has changed since `tpyx82qn` was kept: this is a new edition, `CURRENT`\n  \
             links to results of `tpyx82qn` go on working; `which-track keep tea-or-coffee.toml` makes those of `CURRENT` outlive the next change\n"
                .replace("CURRENT", &current(&tea))
                .as_str()
        )
    );
    assert_eq!(check(&tea, &["--strict"]).code, 1);
    assert_eq!(check(&tea, &["--json"]).json()["severity"], "warning");
    tea.keep();
    assert_eq!((check(&tea, &["--strict"]).code, check(&tea, &[]).err), (0, String::new()), "both kept");
}

fn current(tea: &Tea) -> String {
    let answers = r#"{"answers":{"morning":"slow","moments":["never"]}}"#;
    let done = tea.call(&["score", "tea-or-coffee.toml", "--no-explain", "--answers", "-"], answers);
    done.json()["edition"].as_str().expect("an edition").to_owned()
}

#[test]
fn a_kept_file_that_cannot_be_used_is_named_with_what_helps() {
    let compiled = {
        let tea = Tea::new();
        tea.keep();
        read(&tea.folder().join(ENGLISH))
    };
    let restore =
        "; take the file back from an earlier version of it, or delete it, which ends the links to its results\n";
    for (name, text, words) in [
        (ENGLISH, "", "it cannot be read: EOF while parsing a value at line 1 column 0"),
        (ENGLISH, "[1.5]", "it cannot be read: a number that is not whole: 1.5"),
        (ENGLISH, "{}", "it cannot be read: something else than lists, texts and numbers"),
        (ENGLISH, "[\"another list\",1]", "it cannot be read: not a compiled quiz: something else"),
        (
            ENGLISH,
            &compiled.replacen("quiz\",3", "quiz\",9", 1),
            "it cannot be read: not a compiled quiz: made for another version of the widget",
        ),
        (ENGLISH, &compiled[..900], "it cannot be read: EOF while parsing"),
        (
            "editions/tea-or-coffee.00000000.en.quiz.json",
            &compiled,
            "the file is called `tea-or-coffee.tpyx82qn.en.quiz.json` by what is in it; rename it\n",
        ),
        (
            "editions/tea-or-coffee.tpyx82qn.de.quiz.json",
            &compiled,
            "the file is called `tea-or-coffee.tpyx82qn.en.quiz.json` by what is in it; rename it\n",
        ),
        (
            "editions/tea-or-coffee.quiz.json",
            &compiled,
            "the file is called `tea-or-coffee.tpyx82qn.en.quiz.json` by what is in it; rename it\n",
        ),
    ] {
        let tea = Tea::new();
        fs::create_dir(tea.folder().join("editions")).expect("made");
        fs::write(tea.folder().join(name), text).expect("written");
        let (_, built) = tea.build(&[]);
        assert_eq!(built.code, 1, "{words}");
        assert!(built.err.contains(&format!("error: {name}: {words}")), "{words}: {}", built.err);
        assert!(words.ends_with('\n') || built.err.ends_with(restore), "{}", built.err);
        let checked = tea.call(&["check", "--json", "tea-or-coffee.toml"], "");
        let problem = checked.json();
        assert_eq!((checked.code, &problem["file"]), (1, &name.into()), "{problem}");
        assert!(words.starts_with(problem["message"].as_str().expect("words")) || !words.ends_with('\n'), "{problem}");
    }
}

#[test]
fn files_of_other_quizzes_are_left_alone() {
    let tea = Tea::new();
    fs::create_dir(tea.folder().join("editions")).expect("made");
    for name in ["tea.00000000.en.quiz.json", "tea-or-coffee-2.00000000.en.quiz.json", "tea-or-coffee.txt", "README"] {
        fs::write(tea.folder().join("editions").join(name), "nothing").expect("written");
    }
    assert_eq!(tea.build(&[]).1.code, 0);
}

#[test]
fn what_only_an_older_edition_has_goes_on_opening() {
    let tea = changed();
    let (out, done) = tea.build(&["--base-url", "https://quiz.example"]);
    let note = format!(
        "note: edition `{}` of `tea-or-coffee` is not kept; `which-track keep tea-or-coffee.toml` keeps it, so that links to its results outlive later changes of the quiz\n",
        current(&tea)
    );
    assert_eq!((done.code, done.err), (0, note));
    for (path, title) in [
        ("r/tea-or-coffee/water/", "Neither"),
        ("r/tea-or-coffee/water/fr/", "Ni l’un ni l’autre"),
        ("r/tea-or-coffee/neither/", "Neither"),
        ("r/tea-or-coffee/tea/", "You are a tea person"),
        ("r/tea-or-coffee/compare/fr/", "Quelqu’un a fait ce quiz et aimerait comparer avec vous"),
    ] {
        let page = read(&out.path().join(path).join("index.html"));
        assert!(page.contains(&format!("<h1>{title}</h1>")), "{path}: {page}");
        let editions = attribute(&page, "which-track", "editions").expect("older editions");
        let editions: HashMap<String, String> = serde_json::from_str(&editions).expect("JSON");
        let lang = if path.ends_with("/fr/") { "fr" } else { "en" };
        let address = &editions["2rb"];
        let (file, contents) = address.split_once('?').expect("a mark of the contents");
        assert_eq!(contents.len(), 8, "{address}");
        let own = path.contains("/water/").then_some(address);
        assert_eq!(editions.get(""), own, "for a link that has lost its code, the edition that the page is from");
        assert_eq!(editions.len(), 1 + usize::from(own.is_some()), "{editions:?}");
        let file = out.path().join(path).join(file);
        assert!(file.ends_with(format!("quizzes/tea-or-coffee.tpyx82qn.{lang}.quiz.json")), "{address}");
        assert_eq!(read(&file), read(&tea.folder().join(ENGLISH.replace(".en.", &format!(".{lang}.")))).trim_end());
    }
    assert!(!read(&out.path().join("q/tea-or-coffee/index.html")).contains("editions="));
    assert!(read(&out.path().join("sitemap.xml")).contains("r/tea-or-coffee/water/fr/"));
}

#[test]
fn a_language_that_only_an_older_edition_has_goes_on_opening() {
    let tea = changed();
    fs::remove_file(tea.folder().join("tea-or-coffee.fr.toml")).expect("removed");
    tea.edit("You are a tea person", "You are all tea");
    let (out, done) = tea.build(&[]);
    assert_eq!(done.code, 0, "{done:?}");
    let page = |path: &str| read(&out.path().join(path).join("index.html"));
    let french = page("r/tea-or-coffee/tea/fr/");
    assert!(
        french.contains("<h1>Vous êtes plutôt thé</h1>") && french.contains("href=\"../../../../q/tea-or-coffee/\"")
    );
    assert!(page("r/tea-or-coffee/tea/").contains("<h1>You are all tea</h1>"));
    assert!(!out.path().join("r/tea-or-coffee/neither/fr").exists(), "never was there");
}

#[test]
fn without_older_editions_pages_name_none() {
    let tea = Tea::new();
    tea.keep();
    let (out, done) = tea.build(&["--base-url", "https://quiz.example"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert!(!read(&out.path().join("r/tea-or-coffee/tea/index.html")).contains("editions="));
}

/// Two sets of `close_call_margin` and `max_marks` whose editions have the same stamp.
fn twins() -> [(u8, u8); 2] {
    let text = read(&root().join("tests/quizzes/valid/tea-or-coffee.toml"));
    let quiz = check(Source { name: "tea-or-coffee.toml", text: &text }, &[]).quizzes.remove(0);
    let mut seen = HashMap::new();
    for (margin, max_marks) in (0..=100).flat_map(|margin| (0..=100).map(move |marks| (margin, marks))) {
        let quiz = Quiz::try_from(QuizData { margin, max_marks, ..QuizData::clone(&quiz) }).expect("sound");
        if let Some(other) = seen.insert(stamp(&quiz), (margin, max_marks)) {
            return [other, (margin, max_marks)];
        }
    }
    panic!("10,201 editions with stamps of their own")
}

#[test]
fn editions_that_look_alike_in_links_are_refused() {
    let tea = Tea::new();
    let mut before = ("4 ".to_owned(), "2 ".to_owned());
    let mut editions = Vec::new();
    for (margin, max_marks) in twins() {
        let now = (format!("{margin} "), format!("{max_marks} "));
        tea.edit(&format!("close_call_margin = {}", before.0), &format!("close_call_margin = {}", now.0));
        tea.edit(&format!("max_marks = {}", before.1), &format!("max_marks = {}", now.1));
        before = now;
        editions.push(current(&tea));
        tea.keep();
    }
    let (_, done) = tea.build(&[]);
    let [one, other] = editions.try_into().expect("two");
    let words = format!("error: editions `{one}` and `{other}` of `tea-or-coffee` look alike in links (`");
    assert!(done.code == 1 && done.err.starts_with(&words), "{words}: {done:?}");
    assert!(done.err.ends_with("`): delete the kept files of one of them, or change something that scores\n"));
}

#[test]
fn the_current_edition_of_every_quiz_of_this_site_is_kept() {
    let folder = root().join("quizzes");
    let names = fs::read_dir(&folder).expect("there").map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| name.into_string().expect("text"));
    let quizzes: Vec<String> = names.filter(|name| name.ends_with(".toml") && name.matches('.').count() == 1).collect();
    assert!(!quizzes.is_empty());
    for quiz in quizzes {
        let copy = tempfile::tempdir().expect("a folder");
        for entry in fs::read_dir(&folder).expect("there").map(|entry| entry.expect("an entry")) {
            if entry.path().is_file() {
                fs::copy(entry.path(), copy.path().join(entry.file_name())).expect("copied");
            }
        }
        for path in call_in(copy.path(), &["keep", &quiz], "").out.lines() {
            assert!(folder.join(path).is_file(), "quizzes/{path} is missing: which-track keep quizzes/{quiz}");
        }
    }
}
