//! Translating as a property: of quizzes in many forms, with texts that are hard to write down, and of translations that
//! lack this and that.

mod support;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use support::{Ended, call_in};

/// Texts as an author writes them, on one line and on several.
const SHORT: [&str; 8] = [
    r#""Plain""#,
    r#"'Say "yes"'"#,
    r#""It's \"both\"""#,
    r#""A back\\slash""#,
    r##""# no = \"comment\"""##,
    r#""changed: was \"x\"""#,
    r#""Ünïcödé – Ωж""#,
    r#""\u2067עברית\u2069""#,
];
const LONG: [&str; 3] =
    ["\"\"\"\nOne line,\n\n  # another \\\"\\\"\\\" one\n\"\"\"", "'''It's\nmulti \\ line'''", r#""a\n\tb\n""#];

/// Makes one choice after another out of a number.
struct Choices(u64);

impl Choices {
    fn of(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("small") % count
    }

    fn coin(&mut self) -> bool {
        self.of(2) == 0
    }

    fn short(&mut self) -> &'static str {
        SHORT[self.of(SHORT.len())]
    }

    fn long(&mut self) -> &'static str {
        if self.of(3) == 0 { LONG[self.of(LONG.len())] } else { self.short() }
    }

    fn may(&mut self, key: &str) -> Vec<String> {
        if self.coin() { vec![format!("{key} = {}", self.long())] } else { Vec::new() }
    }

    /// Keys in some order, as lines or in braces.
    fn mixed(&mut self, mut pairs: Vec<String>) -> Vec<String> {
        for place in 1..pairs.len() {
            let other = self.of(place + 1);
            pairs.swap(place, other);
        }
        pairs
    }

    fn braces(&mut self, pairs: Vec<String>) -> String {
        format!("{{ {} }}", self.mixed(pairs).join(", "))
    }

    /// A list of tables: under headings (behind the keys), or in brackets on one line or several (among the keys).
    fn list(&mut self, path: &str, entries: Vec<Vec<String>>) -> (Option<String>, String) {
        let key = path.rsplit('.').next().unwrap_or(path);
        match self.of(3) {
            0 => {
                let headed = |entry: Vec<String>| format!("[[{path}]]\n{}\n", entry.join("\n"));
                (None, entries.into_iter().map(headed).collect())
            }
            1 => {
                let entries: Vec<String> = entries.into_iter().map(|entry| self.braces(entry)).collect();
                (Some(format!("{key} = [{}]", entries.join(", "))), String::new())
            }
            _ => {
                let entries: String =
                    entries.into_iter().map(|entry| format!("    {},\n", self.braces(entry))).collect();
                (Some(format!("{key} = [ # all\n{entries}]")), String::new())
            }
        }
    }

    fn table(&mut self, path: &str, pairs: Vec<String>) -> (Vec<String>, String) {
        let key = path.rsplit('.').next().unwrap_or(path);
        match self.of(3) {
            0 => (Vec::new(), format!("[{path}]\n{}\n", pairs.join("\n"))),
            1 => (pairs.into_iter().map(|pair| format!("{key}.{pair}")).collect(), String::new()),
            _ => (vec![format!("{key} = {}", self.braces(pairs))], String::new()),
        }
    }

    fn question(&mut self, id: &str) -> String {
        let mut pairs = vec![format!("id = \"{id}\""), format!("prompt = {}", self.long())];
        pairs.extend(self.may("help"));
        let mut below = String::new();
        if self.coin() {
            let source = vec![format!("label = {}", self.short())];
            let (lines, section) = self.table("questions.source", source);
            pairs.extend(lines);
            below += &section;
        }
        if self.coin() {
            pairs.extend(["kind = \"scale\"", "points = { a = 1, b = -1 }"].map(str::to_owned));
            pairs.extend([format!("low = {}", self.long()), format!("high = {}", self.long())]);
            pairs.extend(self.may("low_reason"));
        } else {
            let option = |of: &mut Self, id: &str, track: &str| {
                let mut pairs = vec![format!("id = \"{id}\""), format!("points = {{ {track} = 1 }}")];
                pairs.push(format!("label = {}", of.short()));
                pairs.extend(of.may("reason"));
                pairs
            };
            let options = vec![option(self, "x", "a"), option(self, "y", "b"), option(self, "z", "a")];
            let (line, sections) = self.list("questions.options", options);
            pairs.push("kind = \"single\"".to_owned());
            pairs.extend(line);
            below += &sections;
        }
        format!("[[questions]]\n{}\n{below}", self.mixed(pairs).join("\n"))
    }

    fn quiz(&mut self) -> String {
        let mut pairs = vec!["id = \"forms\"".to_owned(), "lang = \"en\"".to_owned()];
        pairs.extend([format!("title = {}", self.short()), format!("description = {}", self.long())]);
        pairs.extend(self.may("notice"));
        let mut below = String::new();
        if self.coin() {
            let article = [vec![format!("title = {}", self.short())], self.may("note")].concat();
            let (lines, section) = self.table("article", article);
            pairs.extend(lines);
            below += &section;
        }
        let tracks = ["a", "b"].map(|id| vec![format!("id = \"{id}\""), format!("label = {}", self.short())]);
        let (line, sections) = self.list("tracks", tracks.into());
        pairs.extend(line);
        below += &sections;
        for id in ["one", "two", "three"] {
            below += &self.question(id);
        }
        let outcome = |of: &mut Self, id: &str| {
            vec![format!("id = \"{id}\""), format!("title = {}", of.short()), format!("summary = {}", of.long())]
        };
        let outcomes = vec![outcome(self, "a"), outcome(self, "b")];
        let (line, sections) = self.list("outcomes", outcomes);
        pairs.extend(line);
        format!("{}\n{below}{sections}", self.mixed(pairs).join("\n"))
    }

    /// A translation that lacks some of its lines, and some of the keys in braces.
    fn without_some(&mut self, text: &str) -> String {
        let mut lines = Vec::new();
        for line in text.lines() {
            let whole = line.ends_with(" = \"Wort\"") || (line.starts_with("  {") && line.ends_with("},"));
            if whole && !line.starts_with('#') && self.of(4) == 0 {
                continue;
            }
            let fewer = line.replacen(", label = \"Wort\"", "", 1).replacen(", reason = \"Wort\"", "", 1);
            lines.push(if self.of(4) == 0 && !line.starts_with('#') { fewer } else { line.to_owned() });
        }
        lines.join("\n") + if self.coin() { "\n" } else { "" }
    }
}

fn filled(text: &str) -> String {
    let fill = |line: &str| match line.trim_start().starts_with('#') {
        true => format!("{line}\n"),
        false => format!("{}\n", line.replace("\"\"", "\"Wort\"")),
    };
    text.lines().map(fill).collect()
}

/// Translates twice: the second time changes nothing.
fn translate(folder: &Path) -> (String, String) {
    let call = || call_in(folder, &["translate", "forms.toml", "--to", "de"], "");
    let done = call();
    let text = fs::read_to_string(folder.join("forms.de.toml")).unwrap_or_else(|_| panic!("{done:?}"));
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{text}");
    let again = call();
    assert!(again.out.starts_with("unchanged"), "{again:?}\n{text}");
    assert_eq!(fs::read_to_string(folder.join("forms.de.toml")).expect("there"), text);
    (text, done.out)
}

/// Fills in what is not translated; then there is nothing wrong.
fn fill(folder: &Path, text: &str) -> String {
    let text = filled(text);
    fs::write(folder.join("forms.de.toml"), &text).expect("written");
    assert_eq!(call_in(folder, &["check", "forms.toml"], ""), Ended::default(), "{text}");
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_translation_with_words_in_every_text_has_no_problem(seed: u64) {
        let mut choices = Choices(seed);
        let quiz = choices.quiz();
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("forms.toml"), &quiz).expect("written");
        assert_eq!(call_in(folder.path(), &["check", "forms.toml"], ""), Ended::default(), "{quiz}");
        let whole = fill(folder.path(), &translate(folder.path()).0);
        let less = choices.without_some(&whole);
        fs::write(folder.path().join("forms.de.toml"), &less).expect("written");
        let (text, out) = translate(folder.path());
        prop_assert!(!out.contains("changed in") && !out.contains("not in the quiz"), "{out}\n{less}\n{text}");
        let mut rest = text.chars();
        let lost = less.chars().find(|letter| !rest.any(|kept| kept == *letter));
        prop_assert!(lost.is_none(), "something is gone:\n{less}\n{text}");
        let text = fill(folder.path(), &text);
        // Every text that is plain becomes another one, and comes back.
        let changed = quiz.matches("\"Plain\"").count();
        fs::write(folder.path().join("forms.toml"), quiz.replace("\"Plain\"", "\"Other\"")).expect("written");
        let marked = translate(folder.path()).0;
        prop_assert_eq!(marked.matches("# changed: was \"Plain\"\n").count(), changed, "{}", marked);
        fs::write(folder.path().join("forms.toml"), &quiz).expect("written");
        prop_assert_eq!(translate(folder.path()).0, text);
    }
}
