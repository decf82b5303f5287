//! What all files of a site are made with: what its author says of it, its quizzes, and the folder it is made in.

use std::fs;
use std::path::Path;

use anyhow::{Context, Error, Result};
use serde::Deserialize;
use which_track_quiz::Quiz;

use super::files::{self, Out};
use crate::base::Base;
use crate::editions::{self, Kept};
use crate::json::written;

/// The file about a site, where no other is named.
const FILE: &str = "which-track.toml";

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
    /// Whether links to it unfurl with pictures, which take most of the time.
    pub pictures: bool,
}

/// What its author says of a site.
#[derive(Default)]
pub struct Settings {
    /// The name that previews of links show above a title.
    name: Option<String>,
    /// Its address, where it is known.
    pub base: Option<Base>,
}

/// A file about a site: `[site]` with `name` and `url`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteFile {
    site: SiteTable,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteTable {
    name: Option<String>,
    url: Option<String>,
}

impl Settings {
    /// Reads the file at `path`, or the usual one where none is named and it is there. `base`, from the command line, goes
    /// before what the file says.
    pub fn read(path: Option<&Path>, base: Option<&Base>) -> Result<Self> {
        let usual = Path::new(FILE);
        let path = path.or_else(|| Some(usual).filter(|usual| usual.is_file()));
        let mut settings = path.map_or_else(|| Ok(Self::default()), Self::of_file)?;
        settings.base = base.cloned().or(settings.base);
        Ok(settings)
    }

    /// The site's name: its own, or that of its host.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref().or_else(|| self.base.as_ref().map(Base::host))
    }

    fn of_file(path: &Path) -> Result<Self> {
        let file_name = || path.display().to_string();
        let text = fs::read_to_string(path).with_context(file_name)?;
        let SiteFile { site: SiteTable { name, url } } = toml::from_str(&text).with_context(file_name)?;
        let base = url.map(|url| Base::parse(&url).map_err(|why| Error::msg(format!("`url` of the site: {why}"))));
        Ok(Self { name: name.filter(|name| !name.trim().is_empty()), base: base.transpose().with_context(file_name)? })
    }
}

/// Writes a compiled quiz and gives its address. It keeps its name while its words change, so that the address tells
/// its contents apart.
pub fn compile(quiz: &Quiz, out: &Out) -> Result<String> {
    let text = written(quiz);
    let path = format!("quizzes/{}", editions::name(quiz));
    out.write(&path, &text)?;
    Ok(format!("{path}?{}", files::content_hash(text.as_bytes())))
}
