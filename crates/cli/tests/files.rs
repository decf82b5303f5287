//! Files as they come: in other encodings, with other line ends, folders in the place of files, and files that are not
//! there. Each is a problem like others, with its place, and hides no other file's.

mod support;

use std::fs;
use std::path::Path;

use support::{Ended, Tea, call_in};

const FRENCH: &str = "tea-or-coffee.fr.toml";

fn check(folder: &Path, more: &[&str]) -> Ended {
    call_in(folder, &[&["check"], more].concat(), "")
}

/// The translation in another encoding.
fn encoded(bytes: impl Fn(&str) -> Vec<u8>) -> Tea {
    let tea = Tea::new();
    let file = tea.folder().join(FRENCH);
    let text = fs::read_to_string(&file).expect("there");
    fs::write(file, bytes(&text)).expect("written");
    tea
}

/// As Windows-1252 has the letters of the French translation.
fn windows_1252(text: &str) -> Vec<u8> {
    let letter = |letter| match letter {
        '’' => 0x92,
        '\u{202f}' => 0xa0,
        letter => u8::try_from(u32::from(letter)).unwrap_or(b'?'),
    };
    text.chars().map(letter).collect()
}

fn utf_16(text: &str) -> Vec<u8> {
    format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
}

const SAVE: &str = "save it as UTF-8: editors offer that under “Save as”, “Encoding”";

#[test]
fn another_encoding_is_told_with_its_place_and_hides_no_other_file() {
    for (tea, place, found) in [
        (encoded(windows_1252), ":2:12", "the byte 0xE9 is not UTF-8, which is `é` in Windows-1252"),
        (encoded(utf_16), ":1:1", "the file is UTF-16, not UTF-8"),
    ] {
        fs::write(tea.folder().join("broken.toml"), "id = broken\n").expect("written");
        let files = ["tea-or-coffee.toml", "broken.toml"];
        let done = check(tea.folder(), &files);
        let other = "broken.toml:1:6: error: a text is not in quotes\n  |\n1 | id = broken\n  |      ^^^^^^\n  write `\"broken\"`\n";
        assert_eq!((done.code, done.err), (1, format!("{FRENCH}{place}: error: {found}\n  {SAVE}\n{other}")));
        let done = check(tea.folder(), &[&["--json"], files.as_slice()].concat());
        let problems: Vec<serde_json::Value> =
            done.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!((problems.len(), done.err.as_str()), (2, ""), "{problems:?}");
        assert_eq!((&problems[0]["file"], &problems[0]["message"]), (&FRENCH.into(), &found.into()));
        assert_eq!(problems[0]["advice"], SAVE);
        for command in ["keep", "balance"] {
            let done = tea.call(&[command, "tea-or-coffee.toml"], "");
            assert_eq!(done.code, 1);
            assert!(done.err.starts_with(&format!("{FRENCH}{place}: error: {found}")), "{}", done.err);
        }
    }
}

#[test]
fn line_ends_of_windows_and_the_mark_before_a_text_change_nothing() {
    let tea = Tea::new();
    let plain = tea.call(&["balance", "--json", "tea-or-coffee.toml"], "");
    for change in [|text: &str| text.replace('\n', "\r\n"), |text: &str| format!("\u{feff}{text}")] {
        let tea = Tea::new();
        for file in ["tea-or-coffee.toml", FRENCH] {
            let path = tea.folder().join(file);
            fs::write(&path, change(&fs::read_to_string(&path).expect("there"))).expect("written");
        }
        assert_eq!(check(tea.folder(), &["--strict", "tea-or-coffee.toml"]), Ended { code: 0, ..Ended::default() });
        assert_eq!(tea.call(&["balance", "--json", "tea-or-coffee.toml"], ""), plain);
        assert_eq!(tea.keep().code, 0);
        let kept = "editions/tea-or-coffee.tpyx82qn.en.quiz.json";
        assert!(!fs::read_to_string(tea.folder().join(kept)).expect("kept").contains("\\r"));
        tea.edit("id = \"tea-or-coffee\"", "id = \"tea\"");
        let told = check(tea.folder(), &["tea-or-coffee.toml"]).err;
        assert!(told.starts_with("tea-or-coffee.toml:1:1: error: the id `tea` is not the file's name"), "{told}");
    }
}

#[test]
fn a_file_that_is_not_there_is_a_problem_like_others() {
    let tea = Tea::new();
    let missing = "missing.toml: error: there is no such file\n  look at the name and at the folder\n";
    let done = check(tea.folder(), &["missing.toml", "tea-or-coffee.toml"]);
    assert_eq!((done.code, done.err.as_str()), (1, missing));
    let json = check(tea.folder(), &["--json", "missing.toml"]).json();
    assert_eq!((&json["file"], &json["line"], &json["column"]), (&"missing.toml".into(), &().into(), &().into()));
    for command in ["keep", "balance"] {
        assert_eq!(tea.call(&[command, "missing.toml"], "").err, missing);
    }
    let done = tea.call(&["keep", "missing.toml", "tea-or-coffee.toml", "gone.toml"], "");
    assert_eq!((done.code, done.out.as_str()), (1, ""), "of several, none is kept where one has problems");
    assert_eq!(done.err, format!("{missing}{}", missing.replace("missing", "gone")), "and all are named");
}

#[test]
fn of_a_folder_the_quizzes_in_it_are_checked() {
    let tea = Tea::new();
    let folder = tea.folder().join("quizzes");
    fs::create_dir(&folder).expect("made");
    let empty = check(tea.folder(), &["quizzes"]);
    let none = "quizzes: error: there is no quiz in this folder\n  a quiz is a file that ends in .toml\n";
    assert_eq!((empty.code, empty.err.as_str()), (1, none));
    assert_eq!(check(tea.folder(), &["."]), Ended { code: 0, ..Ended::default() });
    fs::write(folder.join("a.toml"), "id = a\n").expect("written");
    fs::write(folder.join("b.fr.toml"), "id = b\n").expect("written");
    fs::write(folder.join("notes.txt"), "id = c\n").expect("written");
    let told = check(tea.folder(), &["quizzes"]).err;
    let files: Vec<&str> = told.lines().filter(|line| line.starts_with("quizzes")).collect();
    assert_eq!(files.len(), 2, "the translation of no quiz too: {told}");
    assert!(files[0].contains("a.toml:1:6") && files[1].contains("b.fr.toml: error"), "{told}");
    let folder = tea.call(&["balance", "quizzes"], "");
    let words = "quizzes: error: this is a folder\n  name a quiz file in it; `check` takes folders too\n";
    assert_eq!((folder.code, folder.err.as_str()), (1, words));
}

#[test]
fn of_a_translation_alone_the_quiz_to_check_is_told() {
    let tea = Tea::new();
    let told = |place: &str| {
        format!(
            "{place}{FRENCH}: error: this is the translation of a quiz into `fr`\n  \
             check `{place}tea-or-coffee.toml`, with which its translations are read\n"
        )
    };
    for command in ["check", "balance", "keep"] {
        assert_eq!(tea.call(&[command, FRENCH], ""), Ended { code: 1, err: told(""), ..Ended::default() });
    }
    let folder = tea.folder().join("quizzes");
    fs::create_dir(&folder).expect("made");
    for file in ["tea-or-coffee.toml", FRENCH] {
        fs::rename(tea.folder().join(file), folder.join(file)).expect("moved");
    }
    let slash = std::path::MAIN_SEPARATOR;
    assert_eq!(check(tea.folder(), &[&format!("quizzes{slash}{FRENCH}")]).err, told(&format!("quizzes{slash}")));
    fs::remove_file(folder.join("tea-or-coffee.toml")).expect("removed");
    let alone = check(&folder, &[FRENCH]).err;
    let words = format!(
        "{FRENCH}: error: this is called as the translation of a quiz into `fr` is, and `tea-or-coffee.toml` is not there\n  \
         put the quiz beside it, or give it a name without a dot\n"
    );
    assert_eq!(alone, words);
    assert!(check(&folder, &["gone.fr.toml"]).err.contains("there is no such file"));
}

#[test]
fn a_copy_is_no_translation() {
    for name in ["bak", "old", "orig", "copy", "2", "fr.bak", "2026-11-26", "draft2"] {
        let tea = Tea::new();
        fs::write(tea.folder().join(format!("tea-or-coffee.{name}.toml")), "id = \"tea-or-coffee\"\n")
            .expect("written");
        for path in ["tea-or-coffee.toml", "."] {
            assert_eq!(check(tea.folder(), &["--strict", path]), Ended::default(), "{name}");
        }
    }
    for name in ["pt-BR", "gsw", "zh-Hant-TW", "x-private"] {
        let tea = Tea::new();
        fs::write(tea.folder().join(format!("tea-or-coffee.{name}.toml")), "id = \"tea-or-coffee\"\n")
            .expect("written");
        let read = check(tea.folder(), &["tea-or-coffee.toml"]).code == 1;
        assert_eq!(read, name != "x-private", "{name}");
    }
}

#[test]
fn a_language_is_checked_like_a_quiz() {
    let languages = support::root().join("languages");
    let well = check(Path::new("."), &[languages.to_str().expect("a path")]);
    assert_eq!((well.code, well.err.as_str()), (0, ""));
    let folder = tempfile::tempdir().expect("a folder");
    let text = fs::read_to_string(languages.join("pl.toml")).expect("there");
    let less = text.replacen(", few = \"{minutes} minuty\"", "", 1).replacen("next = ", "nexxt = ", 1);
    fs::write(folder.path().join("pl.toml"), less).expect("written");
    let ended = check(folder.path(), &["pl.toml"]);
    assert_eq!(ended.code, 1);
    for told in [
        "pl.toml:9:11: error: `minutes` lacks the form `few`",
        "write `{ one = \"…\", few = \"…\", many = \"…\" }`",
        "pl.toml:20:1: error: unknown key `nexxt` in `words` of the language",
        "did you mean `next`?",
    ] {
        assert!(ended.err.contains(told), "{told}: {}", ended.err);
    }
}
