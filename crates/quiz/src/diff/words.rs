//! Texts that have other words than before.

use std::collections::BTreeMap;

use crate::Quiz;
use crate::check::texts::{self, Entry};
use crate::quiz::QuizData;

/// A text that both quizzes have, with its words in each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedText {
    /// Where it stands, as in `questions.morning.prompt`.
    pub place: String,
    /// What it was ...
    pub was: String,
    /// ... and what it is.
    pub is: String,
}

/// All of them, in the order of the old file.
pub(super) fn changed(old: &Quiz, new: &Quiz) -> Vec<ChangedText> {
    let now: BTreeMap<String, String> = all(new).into_iter().collect();
    let changed = all(old).into_iter().filter_map(|(place, was)| {
        let is = now.get(&place).filter(|is| **is != was)?.clone();
        Some(ChangedText { place, was, is })
    });
    changed.collect()
}

fn all(quiz: &Quiz) -> Vec<(String, String)> {
    let (mut data, mut found) = (QuizData::clone(quiz), Vec::new());
    collect("", texts::of(&mut data), &mut found);
    found
}

fn collect(before: &str, entries: Vec<Entry<'_>>, found: &mut Vec<(String, String)>) {
    for entry in entries {
        match entry {
            Entry::Text { key, text, .. } => found.push((format!("{before}{key}"), text.clone())),
            Entry::Table { key, entries } => collect(&format!("{before}{key}."), entries, found),
            Entry::List { key, items, .. } => {
                items.into_iter().for_each(|item| collect(&format!("{before}{key}.{}.", item.id), item.entries, found));
            }
            Entry::Link { .. } | Entry::Absent(_) | Entry::Own(_) => {}
        }
    }
}
