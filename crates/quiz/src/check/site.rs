//! Reads what an author says of a site: the table `[site]` of a file that `build` takes beside the quizzes.

use super::language;
use super::problem::{Notes, Problem, Span, Spanned};
use super::source::Source;
use super::spelling::nearest;
use super::table::{Table, what};
use crate::file::{self, QuizFile, Value};
use crate::limits;

/// What a file says of a site, each text with its place. What the texts mean is for whoever builds the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// What it is called.
    pub name: Option<Spanned<String>>,
    /// The language of that name.
    pub lang: Option<String>,
    /// Its address.
    pub url: Option<Spanned<String>>,
    /// The color of what is chosen and of what leads.
    pub accent: Option<Spanned<String>>,
    /// The file of its picture.
    pub logo: Option<Spanned<String>>,
    /// The files of the fonts that pictures are drawn with where the tool's own lack letters.
    pub fonts: Vec<Spanned<String>>,
}

/// Whether a file is about a site, and no quiz.
#[must_use]
pub fn is_site(text: &str) -> bool {
    text.lines().any(|line| line.trim_start_matches('\u{feff}').trim_start().starts_with("[site]"))
}

/// Checks a file about a site: what it says, as far as it can be read, and everything that is wrong.
#[must_use]
pub fn site(source: Source<'_>) -> (Site, Vec<Problem>) {
    let notes = Notes::new(source.name, source.text);
    let text = file::readable(source.text, &notes);
    let file = QuizFile::parse(&text, &notes);
    let site = read(&Table::root(file.root(), "the file", &notes));
    (site, notes.into_problems())
}

fn read(root: &Table<'_>) -> Site {
    let misspelled = root.entries().any(|(key, _)| nearest(key.value, &["site"]).is_some());
    if !root.has("site") && !misspelled {
        // Keys without a heading are one mistake, however many there are.
        let first = root.entries().map(|(key, _)| key.span).min();
        root.notes.absent(first.unwrap_or(Span::FILE), "the file has no `[site]`", "write `[site]` above its keys");
        return Site::default();
    }
    root.require("site", "[site]");
    let table = root.table("site");
    root.done();
    let Some(table) = table else { return Site::default() };
    // What is empty or too long has been noted.
    let text = |key, most| {
        let text = table.text(key, most).filter(|text| limits::is_text(text.value, most));
        text.map(|text| text.map(str::to_owned))
    };
    let site = Site {
        name: text("name", limits::SHORT),
        lang: language::tag(&table),
        url: text("url", limits::LONG),
        accent: text("accent", limits::SHORT),
        logo: text("logo", limits::LONG),
        fonts: fonts(&table),
    };
    table.done();
    if let Some(logo) = site.logo.as_ref().filter(|_| !table.has("name")) {
        table.notes.absent(
            logo.span,
            "the site has a `logo` and no `name`",
            "add `name = \"…\"`: it stands for the logo where that is not seen",
        );
    }
    site
}

/// The names of files in a list.
fn fonts(table: &Table<'_>) -> Vec<Spanned<String>> {
    let Some(list) = table.list("fonts") else { return Vec::new() };
    let name = |value: &Value<'_>| {
        let span = Span::from(value.span());
        let name = value.get_ref().as_str().filter(|name| limits::is_text(name, limits::LONG)).map(str::to_owned);
        if name.is_none() {
            let what = if value.get_ref().is_str() { "a text that names no file" } else { what(value.get_ref()) };
            let message = format!("{what} in `fonts` of {}", table.name);
            table.notes.error(span, message, "write the name of a font’s file in quotes");
        }
        name.map(|value| Spanned { span, value })
    };
    list.value.into_iter().filter_map(name).collect()
}
