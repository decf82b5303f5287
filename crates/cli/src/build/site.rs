//! What all files of a site are made with: what its author says of it, its quizzes, and the folder it is made in.

use std::cell::RefCell;
use std::collections::BTreeSet;

use anyhow::Result;
use which_track_quiz::Quiz;

use super::files::{self, Out};
use super::look::Look;
use crate::editions::{self, Kept};
use crate::json::written;
use crate::print::Progress;
use crate::raster::Fonts;
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
    /// Where links to it unfurl with pictures, which take most of the time: how far these have come.
    pub pictures: Option<Progress>,
    /// What they are drawn with.
    pub fonts: Fonts,
    /// The letters that came out as boxes.
    pub missing: RefCell<BTreeSet<String>>,
}

impl Site {
    /// A site that nothing is in but its look.
    pub fn new(out: Out, settings: Settings, pictures: Option<Progress>) -> Result<Self> {
        let look = Look::write(&settings, &out)?;
        let fonts = Fonts::with(&settings.fonts);
        Ok(Self { out, settings, look, pictures, fonts, missing: RefCell::default() })
    }
}

/// Writes a compiled quiz of an earlier edition, and gives its address.
pub fn compile(quiz: &Quiz, out: &Out) -> Result<String> {
    let text = written(quiz);
    compiled(out, &editions::name(quiz), &text, &files::content_hash(text.as_bytes()))
}

/// Writes a compiled quiz in two files, what the questions need and what only a result says, and gives their addresses.
pub fn compile_in_two(quiz: &Quiz, [asked, rest]: &[String; 2], mark: &str, out: &Out) -> Result<[String; 2]> {
    let name = editions::name(quiz);
    Ok([compiled(out, &name, asked, mark)?, compiled(out, &name.replace(".quiz.", ".result."), rest, mark)?])
}

/// A compiled quiz keeps its name while its words change, so that a mark in its address tells its contents apart.
fn compiled(out: &Out, name: &str, text: &str, mark: &str) -> Result<String> {
    let path = format!("quizzes/{name}");
    out.write(&path, text)?;
    Ok(format!("{path}?{mark}"))
}
