//! Translations that `which-track translate` begins and adds to: whole files, what is printed, and that nothing which
//! somebody wrote is lost.

mod support;

use std::fs;
use std::path::Path;

use support::{Ended, Tea, call_in, root};
use tempfile::TempDir;

/// A quiz in every form that TOML has for it.
const QUIZ: &str = r#"# About scoring.
id = "forms" # its name
title = 'A "quoted" \ title'
lang = "en"
description = """
Two lines,
and a	tab."""
article.title = "An article"
article.note = "One view."
article.url = "https://blog.example"
tracks = [{ id = "a", label = "A" }, { label = "B", id = "b" }]

[[questions]]
id = "one"
kind = "single"
source = { url = "https://blog.example", label = "Where" }
prompt = "First?"
options = [
  # Points matter.
  { id = "x", points = { a = 1 }, label = "X", reason = "You said X." },
  { id = "y", points = { b = 1 }, label = "Y" },
]

[[questions]]
prompt = "Second?"
id = "two"
kind = "single"
[[questions.options]]
id = "x"
label = "X"
points.a = 1
[[questions.options]]
id = "y"
label = "Y"
points.b = 1
[questions.source]
label = "There"

[[outcomes]]
id = "a"
title = "You are A"
summary = "Two sentences."

[[outcomes]]
id = "b"
title = "You are B"
summary = "Two sentences."
"#;

const BEGUN: &str = r#"# The words of forms.toml in `de`: write them between the quotation marks. Above each are the quiz's own.
# `which-track check forms.toml` names what is not translated yet.

id = "forms"
# title = 'A "quoted" \ title'
title = ""
lang = "de"
# description = """
# Two lines,
# and a\ttab."""
description = ""
# article.title = "An article"
article.title = ""
# article.note = "One view."
article.note = ""
tracks = [
  # label = "A"
  { id = "a", label = "" },
  # label = "B"
  { label = "", id = "b" },
]

[[questions]]
id = "one"
# source.label = "Where"
source = { label = "" }
# prompt = "First?"
prompt = ""
options = [
  # label = "X"
  # reason = "You said X."
  { id = "x", label = "", reason = "" },
  # label = "Y"
  { id = "y", label = "" },
]

[[questions]]
# prompt = "Second?"
prompt = ""
id = "two"

[[questions.options]]
id = "x"
# label = "X"
label = ""

[[questions.options]]
id = "y"
# label = "Y"
label = ""

[questions.source]
# label = "There"
label = ""

[[outcomes]]
id = "a"
# title = "You are A"
title = ""
# summary = "Two sentences."
summary = ""

[[outcomes]]
id = "b"
# title = "You are B"
title = ""
# summary = "Two sentences."
summary = ""
"#;

/// A folder with a quiz, and a translation where there is one.
struct Forms(TempDir);

impl Forms {
    fn new(quiz: &str, translation: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("forms.toml"), quiz).expect("written");
        if let Some(translation) = translation {
            fs::write(folder.path().join("forms.de.toml"), translation).expect("written");
        }
        Self(folder)
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    fn translate(&self) -> Ended {
        call_in(self.folder(), &["translate", "forms.toml", "--to", "de"], "")
    }

    fn german(&self) -> String {
        fs::read_to_string(self.folder().join("forms.de.toml")).expect("there")
    }

    fn check(&self) -> Ended {
        call_in(self.folder(), &["check", "--strict", "forms.toml"], "")
    }
}

/// A translation with words in every text.
fn filled(text: &str) -> String {
    let fill = |line: &str| {
        if line.trim_start().starts_with('#') { line.to_owned() } else { line.replace("\"\"", "\"Wort\"") }
    };
    text.split('\n').map(fill).collect::<Vec<_>>().join("\n")
}

/// Translates; says what came of it; and that doing it again changes nothing.
fn translated(quiz: &str, translation: Option<&str>) -> (String, String) {
    let forms = Forms::new(quiz, translation);
    let done = forms.translate();
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{done:?}");
    let text = forms.german();
    let again = forms.translate();
    assert!(again.out.starts_with("unchanged: forms.de.toml\n"), "{}\n{text}", again.out);
    assert_eq!(forms.german(), text);
    (text, done.out)
}

/// What is missing is told by `check`, and when all is filled in there is nothing to tell.
fn is_whole_when_filled(quiz: &str, text: &str) {
    let forms = Forms::new(quiz, Some(&filled(text)));
    assert_eq!(forms.check(), Ended::default(), "{text}");
    let done = forms.translate();
    assert_eq!((done.out.as_str(), done.code), ("unchanged: forms.de.toml\nto translate: nothing\n", 0));
}

/// Words of the interface need no translation, since every language has its own; whoever translates is told of them, and
/// those of a translation stay where they are, in whichever form.
#[test]
fn words_of_the_interface_stay_and_are_told() {
    const OWN: &str =
        "\n[words]\nnext = \"Pour on\"\nmore_reasons = { one = \"One more sip\", other = \"{count} more sips\" }\n";
    const TOLD: &str = "`words` of the quiz that the translation may have too: ";
    let tea = Tea::new();
    let (quiz, german) = (tea.folder().join("tea-or-coffee.toml"), tea.folder().join("tea-or-coffee.de.toml"));
    let text = fs::read_to_string(&quiz).expect("text") + OWN;
    fs::write(&quiz, &text).expect("written");
    let translate = || tea.call(&["translate", "tea-or-coffee.toml", "--to", "de"], "").out;
    assert!(translate().contains(&format!("{TOLD}2 (`next`, `more_reasons`)\n")));
    let begun = fs::read_to_string(&german).expect("begun");
    assert!(!begun.contains("[words]"), "{begun}");
    for (written, told) in [
        ("[words]\nnext = \"Weiter gießen\"\n", "1 (`more_reasons`)"),
        ("# Ours.\n[words]\nnext = \"Weiter gießen\"\n", "1 (`more_reasons`)"),
        ("words.next = \"Weiter gießen\"\n", "1 (`more_reasons`)"),
        ("words = { next = \"Weiter gießen\" }\n", "1 (`more_reasons`)"),
        ("[words.more_reasons]\none = \"a\"\nother = \"{count}\"\n", "1 (`next`)"),
    ] {
        fs::write(&german, written).expect("written");
        let said = translate();
        assert!(said.contains(&format!("{TOLD}{told}\n")) && !said.contains("not in the quiz"), "{written}: {said}");
        let done = fs::read_to_string(&german).expect("text");
        assert!(written.lines().all(|line| done.lines().any(|there| there == line)), "{done}");
        let words = |text: &str| {
            let file = toml_edit::Document::parse(text.to_owned()).expect("TOML");
            let words = file["words"].as_table_like().expect("a table").iter();
            words.map(|(word, item)| (word.to_owned(), item.to_string().trim().to_owned())).collect::<Vec<_>>()
        };
        assert_eq!(words(&done), words(written), "{done}");
        let checked = tea.call(&["check", "tea-or-coffee.toml"], "").err;
        assert!(!checked.contains("unknown key") && checked.contains("is empty"), "{checked}");
        assert!(translate().starts_with("unchanged: "), "{written}");
    }
    // Changed words are nobody's translation.
    fs::write(&quiz, text.replace("Pour on", "Pour more")).expect("written");
    assert!(translate().starts_with("unchanged: "));
}

#[test]
fn a_translation_begins_with_every_text_in_the_order_and_form_of_the_quiz() {
    let (text, out) = translated(QUIZ, None);
    assert_eq!(text, BEGUN);
    assert_eq!(out, "written: forms.de.toml\nto translate: 19 texts\n");
    is_whole_when_filled(QUIZ, &text);
    let told = Forms::new(QUIZ, Some(&text)).check();
    assert_eq!((told.code, told.err.matches(" is empty").count()), (1, 1), "{}", told.err);
    assert!(
        told.err.contains("forms.de.toml:6:9: error: `title` of the translation is empty, and so are 18 other texts\n"),
        "{}",
        told.err
    );
}

#[test]
fn line_ends_and_the_mark_before_a_text_stay() {
    let windows = |text: &str| text.replace('\n', "\r\n");
    let (text, _) = translated(&windows(QUIZ), None);
    assert_eq!(text, windows(BEGUN));
    is_whole_when_filled(&windows(QUIZ), &text);
    // The same words with other line ends have not changed.
    for (quiz, translation) in [(QUIZ.to_owned(), windows(BEGUN)), (windows(QUIZ), BEGUN.to_owned())] {
        let marked = format!("\u{feff}{}", filled(&translation));
        assert_eq!(translated(&quiz, Some(&marked)).0, marked);
        let without = marked.replace("\ntitle = \"Wort\"", "\n").replace("id = \"forms\"", "");
        let (text, out) = translated(&quiz, Some(&without));
        assert!(text.starts_with('\u{feff}') && out.starts_with("written"), "{out}");
        assert_eq!(text.matches('\n').count() - text.matches("\r\n").count() == 0, translation.contains('\r'));
        is_whole_when_filled(&quiz, &text);
    }
}

/// Each: what is there of a translation, and what it becomes; `…` stands for what is the same as in a filled one.
#[test]
fn what_is_missing_is_added_and_what_is_there_stays() {
    let all = filled(BEGUN);
    for (there, old, new, out) in [
        // In lines, behind those before it.
        ("help", "prompt = \"Wort\"\noptions", "prompt = \"Wort\" # mein\noptions", ""),
        (
            "an option",
            "  # label = \"X\"\n  # reason = \"You said X.\"\n  { id = \"x\", label = \"Wort\", reason = \"Wort\" },\n",
            "",
            "added: 2 (`label` of option `x` of question `one`, `reason` of option `x` of question `one`)\n",
        ),
        ("a key in braces", ", reason = \"Wort\" }", " }", "added: 1 (`reason` of option `x` of question `one`)\n"),
        ("a dotted key", "article.note = \"Wort\"\n", "", "added: 1 (`note` of `article`)\n"),
        (
            "a table under a heading",
            "\n[questions.source]\n# label = \"There\"\nlabel = \"Wort\"\n",
            "",
            "added: 1 (`label` of `source` of question `two`)\n",
        ),
        (
            "a list of one line",
            "options = [\n  # label = \"X\"\n  # reason = \"You said X.\"\n  { id = \"x\", label = \"Wort\", reason = \"Wort\" },\n  # label = \"Y\"\n  { id = \"y\", label = \"Wort\" },\n]",
            "options = [{ id = \"x\", label = \"Wort\" }] # alt",
            "added: 2 (`reason` of option `x` of question `one`, `label` of option `y` of question `one`)\n",
        ),
        (
            "an empty list",
            "options = [\n  # label = \"X\"\n  # reason = \"You said X.\"\n  { id = \"x\", label = \"Wort\", reason = \"Wort\" },\n  # label = \"Y\"\n  { id = \"y\", label = \"Wort\" },\n]",
            "options = []",
            "added: 3 (`label` of option `x` of question `one`, `reason` of option `x` of question `one`, `label` of option `y` of question `one`)\n",
        ),
        (
            "no comma behind the last",
            "  # label = \"Y\"\n  { id = \"y\", label = \"Wort\" },\n]",
            "  # noch nicht\n]",
            "added: 1 (`label` of option `y` of question `one`)\n",
        ),
    ] {
        assert!(all.contains(old), "{there}: {old}");
        let less = all.replacen(old, new, 1);
        let (text, told) = translated(QUIZ, Some(&less));
        assert!(told.contains(out), "{there}: {told}");
        for line in less.lines() {
            let line = line.split("}]").next().unwrap_or_default().trim_end_matches([']', '}', ' ', ',']);
            assert!(text.contains(line), "{there}: {line} is gone from\n{text}");
        }
        is_whole_when_filled(QUIZ, &text);
    }
}

#[test]
fn what_has_changed_is_marked_until_the_mark_is_deleted() {
    let quiz = QUIZ
        .replace("label = \"X\", reason", "label = \"A new X\", reason")
        .replace("\"First?\"", "\"\"\"First,\nor not?\"\"\"");
    let all = filled(BEGUN);
    let (text, out) = translated(&quiz, Some(&all));
    let expected =
        all.replacen("  # label = \"X\"\n  # r", "  # label = \"A new X\"\n  # changed: was \"X\"\n  # r", 1).replacen(
            "# prompt = \"First?\"\n",
            "# prompt = \"\"\"\n# First,\n# or not?\"\"\"\n# changed: was \"First?\"\n",
            1,
        );
    assert_eq!(text, expected);
    assert_eq!(
        out,
        "written: forms.de.toml\nchanged in the quiz: 2 (`prompt` of question `one`, `label` of option `x` of question `one`)\n\
         to translate: nothing new; look through what is marked `# changed`\n"
    );
    let forms = Forms::new(&quiz, Some(&text));
    let told = forms.check();
    assert_eq!(
        (told.code, told.err.matches("warning: the quiz's words have changed since").count()),
        (1, 2),
        "{}",
        told.err
    );
    assert!(told.err.contains("forms.de.toml:30:1: warning: "), "{}", told.err);
    // Changed once more, the mark says what was translated; as it was before, there is none.
    let more = quiz.replace("A new X", "A third X");
    assert!(translated(&more, Some(&text)).0.contains("  # label = \"A third X\"\n  # changed: was \"X\"\n"));
    assert_eq!(translated(QUIZ, Some(&text)).0, all);
    let seen = text.lines().filter(|line| !line.contains("changed: was")).map(|line| format!("{line}\n"));
    assert_eq!(Forms::new(&quiz, Some(&seen.collect::<String>())).check(), Ended::default());
    // What is not translated has nothing to be looked through.
    let blank = translated(&quiz, Some(BEGUN)).0;
    assert!(!blank.contains("changed: was") && blank.contains("A new X"), "{blank}");
}

#[test]
fn what_the_quiz_has_no_more_is_told_and_kept() {
    let quiz = QUIZ.replace(", reason = \"You said X.\"", "").replace("{ id = \"y\", points", "{ id = \"z\", points");
    let all = filled(BEGUN);
    let (text, out) = translated(&quiz, Some(&all));
    let added = "  # label = \"Y\"\n  { id = \"z\", label = \"\" },\n";
    assert_eq!(text, all.replacen("reason = \"Wort\" },\n", &format!("reason = \"Wort\" }},\n{added}"), 1));
    assert_eq!(
        out,
        "written: forms.de.toml\nadded: 1 (`label` of option `z` of question `one`)\n\
         not in the quiz, and kept: 2 (`reason` of option `x` of question `one`, option `y` of question `one`)\n\
         to translate: 1 text\n"
    );
}

#[test]
fn words_of_the_interface_are_a_translations_own() {
    let words = format!("{}\n[words]\nnext = \"Weiter\"\n", filled(BEGUN));
    assert_eq!(translated(QUIZ, Some(&words)), (words, "unchanged: forms.de.toml\nto translate: nothing\n".to_owned()));
}

#[test]
fn a_whole_translation_without_comments_stays_byte_by_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["pm-vs-sde.toml", "pm-vs-sde.fr.toml"] {
        fs::copy(root().join("quizzes").join(name), folder.path().join(name)).expect("copied");
    }
    let french = fs::read(folder.path().join("pm-vs-sde.fr.toml")).expect("there");
    let done = call_in(folder.path(), &["translate", "pm-vs-sde.toml", "--to", "fr"], "");
    let out = "unchanged: pm-vs-sde.fr.toml\nto translate: nothing\n".to_owned();
    assert_eq!(done, Ended { out, ..Ended::default() });
    assert_eq!(fs::read(folder.path().join("pm-vs-sde.fr.toml")).expect("there"), french);
    assert_eq!(call_in(folder.path(), &["translate", "pm-vs-sde.toml", "--to", "nl"], "").code, 0);
    let path = folder.path().join("pm-vs-sde.nl.toml");
    fs::write(&path, filled(&fs::read_to_string(&path).expect("there"))).expect("written");
    assert_eq!(call_in(folder.path(), &["check", "--strict", "pm-vs-sde.toml"], ""), Ended::default());
}

#[test]
fn what_cannot_be_done_is_told_and_touches_nothing() {
    let tea = Tea::new();
    let translate = |quiz: &str, tag: &str| tea.call(&["translate", quiz, "--to", tag], "");
    for (tag, words) in [
        ("german", "write `de`"),
        ("Français", "write `fr`"),
        ("de_DE", "write `de-DE`"),
        ("DE", "write `de`"),
        ("zh_hant_tw", "write `zh-Hant-TW`"),
        ("de_DE.UTF-8", "write `de-DE`"),
        ("klingon", "write a language tag, as in `de`, `fr` or `pt-BR`"),
        ("bak", "files that end in `.bak.toml` are taken for copies"),
    ] {
        let told = translate("tea-or-coffee.toml", tag);
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{tag}");
        assert!(told.err.contains(words), "{tag}: {}", told.err);
    }
    let own = "tea-or-coffee.toml: error: the quiz is in `en`: these are its own words\n  name another language to translate it into\n";
    assert_eq!(translate("tea-or-coffee.toml", "en"), Ended { code: 1, err: own.to_owned(), ..Ended::default() });
    let french = "tea-or-coffee.fr.toml: error: this is the translation of a quiz into `fr`\n  check `tea-or-coffee.toml`, with which its translations are read\n";
    assert_eq!(translate("tea-or-coffee.fr.toml", "de").err, french);
    assert!(translate("gone.toml", "de").err.starts_with("gone.toml: error: there is no such file"));
    fs::create_dir(tea.folder().join("tea-or-coffee.es.toml")).expect("made");
    let folder = translate("tea-or-coffee.toml", "es");
    assert_eq!((folder.code, folder.err.contains("tea-or-coffee.es.toml: error: this is a folder")), (1, true));
    fs::remove_dir(tea.folder().join("tea-or-coffee.es.toml")).expect("removed");
    let german = tea.folder().join("tea-or-coffee.de.toml");
    fs::write(&german, "id = \"tea-or-coffee\"\ntitle = \"Tee\ndescription = \"\"\n").expect("written");
    let told = translate("tea-or-coffee.toml", "de");
    assert_eq!((told.code, told.out.as_str(), told.err.matches("error:").count()), (1, "", 1), "{}", told.err);
    assert!(told.err.starts_with("tea-or-coffee.de.toml:2:13: error: "), "{}", told.err);
    assert!(fs::read_to_string(&german).expect("there").contains("\"Tee\ndesc"));
    fs::write(&german, "id = \"tea-or-coffee\"\n").expect("written");
    let mut only_read = fs::metadata(&german).expect("there").permissions();
    only_read.set_readonly(true);
    fs::set_permissions(&german, only_read).expect("set");
    let told = translate("tea-or-coffee.toml", "de");
    let words = "tea-or-coffee.de.toml: error: it cannot be written: it may only be read\n  see to it that you may write there\n";
    assert_eq!(told, Ended { code: 1, err: words.to_owned(), ..Ended::default() });
    let left = fs::read_dir(tea.folder()).expect("there").count();
    assert_eq!(left, 3, "nothing else is left behind");
    tea.edit("title = \"Tea or coffee?\"", "title = \"\"");
    let broken = translate("tea-or-coffee.toml", "it");
    assert!(broken.err.starts_with("tea-or-coffee.toml:2:9: error: `title` of the quiz is empty"), "{}", broken.err);
}

#[test]
fn a_tag_in_other_capitals_is_the_file_that_is_there() {
    let tea = Tea::new();
    let fr = tea.folder().join("tea-or-coffee.fr.toml");
    fs::rename(&fr, tea.folder().join("tea-or-coffee.fr-CA.toml")).expect("renamed");
    let done = tea.call(&["translate", "tea-or-coffee.toml", "--to", "fr-ca"], "");
    assert_eq!(done.out, "unchanged: tea-or-coffee.fr-CA.toml\nto translate: nothing\n");
}
