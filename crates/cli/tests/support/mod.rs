//! What several tests need: calling the tool, a quiz in a folder of its own, and a stand-in for the compiled widget.
#![allow(dead_code, reason = "each test uses its part")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// How a call ended: its exit code, standard output and standard error.
#[derive(Debug, Default, PartialEq)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ended {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Calls the tool in a folder.
pub fn call_in(folder: &Path, args: &[&str], input: &str) -> Ended {
    let mut child = Command::new(env!("CARGO_BIN_EXE_which-track"))
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    // A command that does not read its input may have ended already.
    _ = child.stdin.take().expect("piped").write_all(input.as_bytes());
    let done = child.wait_with_output().expect("ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    Ended { code: done.status.code().expect("a code"), out: text(done.stdout), err: text(done.stderr) }
}

/// The example quiz with its translation, in a folder of its own.
pub struct Tea(TempDir);

impl Tea {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let valid = root().join("tests/quizzes/valid");
        for name in ["tea-or-coffee.toml", "tea-or-coffee.fr.toml"] {
            fs::copy(valid.join(name), folder.path().join(name)).expect("copied");
        }
        Self(folder)
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Replaces words in the files that are there.
    pub fn edit(&self, old: &str, new: &str) {
        let mut edits = 0;
        for name in ["tea-or-coffee.toml", "tea-or-coffee.fr.toml"] {
            let path = self.folder().join(name);
            let Ok(text) = fs::read_to_string(&path) else { continue };
            edits += text.matches(old).count();
            fs::write(path, text.replace(old, new)).expect("written");
        }
        assert!(edits > 0, "{old}");
    }

    pub fn call(&self, args: &[&str], input: &str) -> Ended {
        call_in(self.folder(), args, input)
    }

    pub fn keep(&self) -> Ended {
        self.call(&["keep", "tea-or-coffee.toml"], "")
    }

    /// Builds the site into a folder with a stand-in for the widget.
    pub fn build(&self, more: &[&str]) -> (TempDir, Ended) {
        let out = widget();
        let args = ["build", "tea-or-coffee.toml", "--out", out.path().to_str().expect("a name")];
        let ended = self.call(&[&args, more].concat(), "");
        (out, ended)
    }
}

/// A stand-in for the compiled widget.
pub fn widget() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("which-track-0a.js", "export default 1;"),
        ("which-track-0a_bg.wasm", "not one"),
        ("questions.css", ":host { all: initial }"),
        ("rank.css", ".ranking { color: red }"),
        ("later.css", ".review { color: green }"),
        ("result.css", ":host { color: blue }"),
        ("result.wasm", "not one either"),
        ("page.css", "body { margin: 0 }"),
        ("frame.js", "export {};"),
        ("which-track.js", "const site = SITE; const styles = STYLES; const rooms = ROOMS;"),
        ("quiz.js", "const site = SITE; const styles = STYLES;"),
    ] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

/// The value of an attribute of the first element of this name, as it is written.
pub fn attribute(page: &str, element: &str, name: &str) -> Option<String> {
    let (_, rest) = page.split_once(&format!("<{element} "))?;
    let (tag, _) = rest.split_once('>')?;
    let (_, rest) = tag.split_once(&format!("{name}=\""))?;
    Some(rest.split_once('"')?.0.replace("&quot;", "\"").replace("&amp;", "&"))
}
