//! What all files of a site are made with: what its author says of it, its quizzes, and the folder it is made in.

use anyhow::Result;
use which_track_quiz::Quiz;

use super::files::{self, Out};
use super::look::Look;
use crate::editions::{self, Kept};
use crate::json::written;
use crate::site_file::Settings;

/// A quiz of the site.
pub struct Entry {
    pub id: String,
    /// The current edition in all its languages, the quiz's own first.
    pub languages: Vec<Quiz>,
    /// Other editions, kept so that links to their results go on working.
    pub older: Vec<Kept>,
}

/// What all files of a site are made with.
pub struct Site {
    pub out: Out,
    pub settings: Settings,
    pub look: Look,
}

/// Writes a compiled quiz and gives its address. It keeps its name while its words change, so that the address tells
/// its contents apart.
pub fn compile(quiz: &Quiz, out: &Out) -> Result<String> {
    let text = written(quiz);
    let path = format!("quizzes/{}", editions::name(quiz));
    out.write(&path, &text)?;
    Ok(format!("{path}?{}", files::content_hash(text.as_bytes())))
}
