//! What a build notes of itself in the site: which files are its own, so that the next build replaces these and no
//! others, and what it was made from, so that the next build can begin with it.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// The note's name in the site.
pub const NAME: &str = ".which-track.json";

/// The version of this tool.
pub const TOOL: &str = env!("CARGO_PKG_VERSION");

/// How many seconds a file outlives the last build that had it. A browser may use a loader for a day and five minutes
/// after its build is gone, and a page that stays open for as long as it likes.
const KEPT: u64 = 7 * 24 * 60 * 60;

/// The note.
pub struct Manifest {
    /// The texts of the widget as they were before the build filled them in, by name.
    pub sources: BTreeMap<String, String>,
    /// The name of the widget's two files without their endings.
    pub program: String,
    /// The name of its part for the result, where that is a file of its own.
    pub result: Option<String>,
    /// The version of the tool.
    pub tool: String,
    /// Every file that is the build's own. Those of builds before have the time, in seconds since 1970, since which
    /// they are none of the current one.
    pub files: BTreeMap<String, Option<u64>>,
}

impl Manifest {
    /// Reads the note.
    pub fn parse(text: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(text)?;
        let text = |name: &str| Some(value.get(name)?.as_str()?.to_owned());
        let sources = || {
            let texts = value.get("sources")?.as_object()?.iter();
            texts.map(|(name, text)| Some((name.clone(), text.as_str()?.to_owned()))).collect::<Option<_>>()
        };
        let read = || {
            let files = value.get("files")?.as_object()?;
            let files = files.iter().map(|(path, since)| (path.clone(), since.as_u64())).collect();
            Some(Self {
                sources: sources()?,
                program: text("program")?,
                result: text("result"),
                tool: text("tool")?,
                files,
            })
        };
        read().context("something is missing in it")
    }

    /// The note as text.
    pub fn text(&self) -> String {
        let Self { sources, program, result, tool, files } = self;
        let files: Map<String, Value> = files.iter().map(|(path, since)| (path.clone(), json!(since))).collect();
        json!({ "tool": tool, "program": program, "result": result, "files": files, "sources": sources }).to_string()
    }

    /// The files that a cached loader or page may still ask for, and since when they are none of the current build.
    pub fn kept(&self, now: u64) -> impl Iterator<Item = (&str, u64)> {
        let named = self.files.iter().filter(|(path, _)| is_named_after_contents(path));
        let since = named.map(move |(path, since)| (path.as_str(), since.unwrap_or(now)));
        since.filter(move |(_, since)| now.saturating_sub(*since) <= KEPT)
    }
}

/// Whether a file, or the one that it is a packed copy of, has a name that another content would not have. The names
/// of quizzes are those of their editions.
fn is_named_after_contents(path: &str) -> bool {
    let path = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz")).unwrap_or(path);
    let picture = path.ends_with(".png") && !path.ends_with("/picture.png");
    picture || ["which-track-", "first/", "quizzes/"].iter().any(|start| path.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_cached_loader_may_ask_for_is_kept_for_a_week() {
        let now = 1_800_000_000;
        let since = [
            ("which-track-0a.js", None),
            ("which-track-0a.js.br", Some(now)),
            ("first/tea.en-1.html", Some(now - KEPT)),
            ("quizzes/tea.x.en.quiz.json", Some(now - KEPT - 1)),
            ("r/tea/tea/9.png", Some(now - 1)),
            ("r/tea/tea/index.html", None),
            ("r/tea/tea/picture.png", None),
            ("which-track.js", None),
        ];
        let files = since.into_iter().map(|(path, since)| (path.to_owned(), since)).collect();
        let sources = BTreeMap::from([("which-track.js".to_owned(), "SITE".to_owned())]);
        let note = Manifest { sources, program: "p".into(), result: Some("r".into()), tool: TOOL.to_owned(), files };
        let again = Manifest::parse(&note.text()).expect("a note");
        assert_eq!((&again.sources, &again.program, &again.result), (&note.sources, &note.program, &note.result));
        assert_eq!(again.files, note.files);
        let kept: Vec<(&str, u64)> = again.kept(now).collect();
        let expected = [
            ("first/tea.en-1.html", now - KEPT),
            ("r/tea/tea/9.png", now - 1),
            ("which-track-0a.js", now),
            ("which-track-0a.js.br", now),
        ];
        assert_eq!(kept, expected);
        assert!(Manifest::parse("{}").is_err() && Manifest::parse("").is_err());
    }
}
