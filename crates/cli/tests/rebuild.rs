//! A build over another one: it begins with what that one left, keeps what browsers may still ask for, touches nobody
//! else's files, follows no links, and leaves the old site as it was where it fails.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use support::{Ended, Tea, widget};

const QUIZ: &str = "tea-or-coffee.toml";
const NOTE: &str = ".which-track.json";

/// A quiz, and beside it a folder `site` with a stand-in for the compiled widget.
fn site() -> (Tea, PathBuf) {
    let tea = Tea::new();
    let site = tea.folder().join("site");
    put_widget(&site);
    (tea, site)
}

fn put_widget(site: &Path) {
    fs::create_dir_all(site).expect("made");
    for entry in fs::read_dir(widget().path()).expect("there").flatten() {
        fs::copy(entry.path(), site.join(entry.file_name())).expect("copied");
    }
}

fn build(tea: &Tea, more: &[&str]) -> Ended {
    tea.call(&[&["build", QUIZ, "--out", "site"], more].concat(), "")
}

/// What is in a folder: the contents of files, and where links lead.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for path in fs::read_dir(inner).expect("there").flatten().map(|entry| entry.path()) {
            let name = path.strip_prefix(folder).expect("within").display().to_string();
            let kind = path.symlink_metadata().expect("there");
            if kind.is_dir() {
                open.push(path);
            } else if kind.is_symlink() {
                all.insert(name, fs::read_link(path).expect("a link").display().to_string().into_bytes());
            } else {
                all.insert(name, fs::read(path).expect("readable"));
            }
        }
    }
    all
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).expect("there").flatten().map(|entry| entry.file_name().display().to_string()).collect();
    names.sort();
    names
}

/// Makes the note of a build say that files went out of use this many seconds earlier.
fn age(site: &Path, seconds: u64) {
    let path = site.join(NOTE);
    let mut note: serde_json::Value = serde_json::from_slice(&fs::read(&path).expect("there")).expect("JSON");
    for since in note["files"].as_object_mut().expect("files").values_mut().filter(|since| since.is_u64()) {
        *since = (since.as_u64().expect("a time") - seconds).into();
    }
    fs::write(path, note.to_string()).expect("written");
}

#[test]
fn a_build_over_its_own_output_gives_the_same_site() {
    let (tea, site) = site();
    assert_eq!(build(&tea, &[]).code, 0);
    let first = tree(&site);
    assert!(!first.contains_key("questions.css") && first.contains_key("which-track-0a.js.br"));
    for _ in 0..2 {
        assert_eq!(build(&tea, &[]).code, 0);
        assert_eq!(tree(&site), first);
    }
    let beside = ["site", "tea-or-coffee.fr.toml", QUIZ];
    assert_eq!(names(tea.folder()), beside, "nothing is left beside the site");
}

#[test]
fn what_a_cached_loader_asks_for_outlives_its_build_by_a_week() {
    let (tea, site) = site();
    let name = |site: &Path, start: &str| {
        let all = tree(site);
        let found =
            all.keys().filter(|name| name.starts_with(start) && !name.ends_with(".br") && !name.ends_with(".gz"));
        found.cloned().collect::<Vec<_>>()
    };
    assert_eq!(build(&tea, &[]).code, 0);
    let (screens, styles) = (name(&site, "first/"), name(&site, "which-track-"));
    let pictures = name(&site, "r/tea-or-coffee/tea/")
        .into_iter()
        .filter(|name| name.ends_with(".png") && !name.ends_with("picture.png") && !name.contains("/fr/"))
        .collect::<Vec<_>>();
    // Other words and another widget, as a later version has them.
    tea.edit("Qu’est-ce qui vous tire du lit", "Qu’est-ce qui vous réveille");
    tea.edit("You are a tea person", "You are all tea");
    put_widget(&site);
    for ending in [".js", "_bg.wasm"] {
        fs::rename(site.join(format!("which-track-0a{ending}")), site.join(format!("which-track-1b{ending}")))
            .expect("renamed");
    }
    fs::write(site.join("result.css"), ":host { color: red }").expect("written");
    assert_eq!(build(&tea, &[]).code, 0, "a fresh widget over an old site");
    let second = name(&site, "");
    let old: Vec<&String> = screens.iter().filter(|name| name.contains(".fr-")).chain(&pictures).collect();
    assert!(old.iter().all(|name| second.contains(name)), "{old:?} in {second:?}");
    let css = styles.iter().find(|name| name.ends_with(".css")).expect("styles");
    assert!(second.contains(css) && site.join(format!("{css}.br")).is_file(), "{second:?}");
    let more = second.iter().filter(|name| name.starts_with("which-track-quiz-") && name.ends_with(".js"));
    let loaders = more.map(|name| fs::read_to_string(site.join(name)).expect("there"));
    let loader = loaders.filter(|loader| loader.contains("1b")).collect::<String>();
    assert!(loader.contains("\"program\":\"which-track-1b\"") && !loader.contains(css.as_str()), "{loader}");
    age(&site, 6 * 24 * 3600);
    assert_eq!(build(&tea, &[]).code, 0);
    assert!(old.iter().all(|name| site.join(name).is_file()), "after six days");
    age(&site, 2 * 24 * 3600);
    assert_eq!(build(&tea, &[]).code, 0);
    assert!(old.iter().all(|name| !site.join(name).exists()) && !site.join(css).exists(), "after eight");
    let files = name(&site, "");
    assert_eq!(files.iter().filter(|name| name.starts_with("first/")).count(), 1, "{files:?}");
}

#[test]
fn a_site_made_elsewhere_takes_over_what_the_one_before_had() {
    let (tea, site) = site();
    assert_eq!(build(&tea, &[]).code, 0);
    fs::rename(&site, tea.folder().join("before")).expect("renamed");
    tea.edit("Qu’est-ce qui vous tire du lit", "Qu’est-ce qui vous réveille");
    put_widget(&site);
    assert_eq!(build(&tea, &["--before", "before"]).code, 0);
    let screens = names(&site.join("first"));
    assert_eq!(
        screens.iter().filter(|name| name.contains(".fr-") && name.ends_with(".json")).count(),
        2,
        "{screens:?}"
    );
    put_widget(&site);
    assert_eq!(build(&tea, &["--before", "gone"]).code, 0, "the first time there is none");
}

#[test]
fn a_build_that_fails_leaves_the_site_as_it_was() {
    let (tea, site) = site();
    assert_eq!(build(&tea, &[]).code, 0);
    // What fails last of all: a file that is nobody's business to replace.
    fs::remove_file(site.join("robots.txt")).expect("removed");
    let note = fs::read_to_string(site.join(NOTE)).expect("there");
    fs::write(site.join(NOTE), note.replace("\"robots.txt\":null,", "")).expect("written");
    fs::write(site.join("robots.txt"), "mine").expect("written");
    tea.edit("What gets you out of bed?", "What gets you up?");
    let before = tree(&site);
    let done = build(&tea, &[]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("robots.txt: a build writes a file of this name, and this one is not"), "{}", done.err);
    assert_eq!(tree(&site), before);
    assert_eq!(names(tea.folder()), ["site", "tea-or-coffee.fr.toml", QUIZ], "and nothing beside it");
    fs::write(tea.folder().join(QUIZ), "id = tea\n").expect("written");
    assert_eq!(build(&tea, &[]).code, 1);
    assert_eq!(tree(&site), before);
}

#[test]
fn files_of_others_stay_as_they_are() {
    let (tea, site) = site();
    let own =
        [("index.html", "<p>mine"), ("images/cat.svg", "<svg/>"), ("notes.txt", "mine"), ("themes/own.css", "a {}")];
    for (name, text) in own {
        fs::create_dir_all(site.join(name).parent().expect("a folder")).expect("made");
        fs::write(site.join(name), text).expect("written");
    }
    for more in [&["--pack", "index.html"] as &[&str], &[]] {
        assert_eq!(build(&tea, more).code, 0);
        for (name, text) in own {
            assert_eq!(fs::read_to_string(site.join(name)).expect(name), text);
        }
        assert_eq!(site.join("index.html.br").exists(), !more.is_empty(), "packed where that is asked for");
        assert!(!site.join("images/cat.svg.br").exists() && !site.join("notes.txt.gz").exists());
        assert!(site.join("themes/own.css.br").exists(), "themes are the site's");
    }
    let done = build(&tea, &["--pack", "gone.html"]);
    assert!(done.code == 1 && done.err.contains("gone.html: there is no such file"), "{done:?}");
    let folder = tea.folder().join("papers");
    fs::create_dir(&folder).expect("made");
    fs::write(folder.join("thesis.txt"), "mine").expect("written");
    let done = tea.call(&["build", QUIZ, "--out", "papers"], "");
    assert!(
        done.code == 1
            && done
                .err
                .contains("papers: there are files in it, and none is a build’s own; name a folder that is empty"),
        "{done:?}"
    );
    assert_eq!(names(&folder), ["thesis.txt"]);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    let (tea, site) = site();
    let outside = tea.folder().join("outside");
    fs::create_dir(&outside).expect("made");
    fs::write(outside.join("page.html"), "precious").expect("written");
    for (to, name) in
        [(".", "loop"), ("../outside", "outside"), ("../outside/page.html", "page.html"), ("gone", "broken")]
    {
        symlink(to, site.join(name)).expect("linked");
    }
    for _ in 0..2 {
        assert_eq!(build(&tea, &[]).code, 0);
        assert_eq!(names(&outside), ["page.html"]);
        let links = tree(&site);
        for (to, name) in
            [(".", "loop"), ("../outside", "outside"), ("../outside/page.html", "page.html"), ("gone", "broken")]
        {
            assert_eq!(links[name], to.as_bytes());
        }
        assert!(!links.contains_key("page.html.br"));
    }
    // One in the place of a file of the site.
    for name in ["robots.txt", "q/tea-or-coffee/index.html", "which-track.js"] {
        let path = site.join(name);
        let text = fs::read(&path).expect("there");
        fs::remove_file(&path).expect("removed");
        symlink(outside.join("page.html"), &path).expect("linked");
        let before = tree(&site);
        let done = build(&tea, &[]);
        assert!(done.code == 1 && done.err.contains(name), "{done:?}");
        assert_eq!(
            (tree(&site), fs::read_to_string(outside.join("page.html")).expect("there")),
            (before, "precious".to_owned())
        );
        fs::remove_file(&path).expect("removed");
        fs::write(&path, text).expect("written");
    }
    // The folder itself may be one.
    symlink("site", tea.folder().join("linked")).expect("linked");
    assert_eq!(tea.call(&["build", QUIZ, "--out", "linked"], "").code, 0);
    assert!(tea.folder().join("linked").is_symlink() && site.join("robots.txt").is_file());
}

#[cfg(unix)]
#[test]
fn the_folder_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let (tea, site) = site();
    fs::set_permissions(&site, fs::Permissions::from_mode(0o755)).expect("set");
    assert_eq!(build(&tea, &[]).code, 0);
    assert_eq!(fs::metadata(&site).expect("there").permissions().mode() & 0o777, 0o755);
}
