//! The format of a quiz file, learned from the parser: it reads a file that has one of everything and is right in
//! nothing, and is listened to what it asks for. So nothing else lists the keys, their limits and their defaults.

use super::condition;
use super::docs::{self, Doc};
use super::draft;
use super::format::{Format, Key};
use super::problem::Notes;
use super::question;
use super::table::Table;
use crate::file::QuizFile;

/// The format of a quiz file.
pub struct QuizFormat {
    /// Every table but questions.
    pub tables: Format,
    /// The keys of questions of each kind, and which of them such a question may not have.
    pub questions: Vec<(&'static str, Vec<Key>)>,
}

impl QuizFormat {
    /// What the parser asks for.
    #[must_use]
    pub fn new() -> Self {
        let questions = question::KINDS.map(|kind| (kind, asked(kind).keys("question")));
        // Of all kinds, this one has both options and most other keys.
        Self { tables: asked("multi"), questions: questions.to_vec() }
    }

    /// The names of what a condition has exactly one of.
    #[must_use]
    pub fn conditions() -> [&'static str; 6] {
        condition::KINDS
    }

    /// What a sort of table, or a key of one, is for.
    #[must_use]
    pub fn doc(noun: &str, key: &str) -> Option<Doc> {
        docs::doc(noun, key)
    }
}

impl Default for QuizFormat {
    fn default() -> Self {
        Self::new()
    }
}

/// One of everything, in a quiz with this kind of questions: the first has no options, so that as many as there may be
/// could be meant.
fn skeleton(kind: &str) -> String {
    let question = format!("[[questions]]\nkind = \"{kind}\"\nsource = {{}}\nwhen = {{}}\npoints = {{}}\n");
    let lists = "[[gates]]\nwhen = {}\n[[outcomes]]\naction = {}\n[[advice]]\nkind = \"mistake\"\nsource = {}\n\
                 [[claims]]\nsource = {}\n[[tests]]\nanswers = {}\n";
    format!("[article]\n[words]\n[[tracks]]\n{question}{question}options = [{{ points = {{}} }}]\n{lists}")
}

fn asked(kind: &str) -> Format {
    let text = skeleton(kind);
    let notes = Notes::describing(&text);
    let file = QuizFile::parse(&text, &notes);
    draft::draft(&Table::root(file.root(), "the quiz", &notes), "");
    drop(file);
    notes.format.map(std::cell::RefCell::into_inner).unwrap_or_default()
}
