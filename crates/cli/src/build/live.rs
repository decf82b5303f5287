//! A site for `serve`: in a folder of its own, without pictures, packed copies and older editions, and made anew only
//! where a quiz has changed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Map, Value};
use which_track_quiz::Quiz;

use super::files::Out;
use super::look::Look;
use super::site::{Entry, Site};
use super::target::Target;
use super::widget::{Taken, Widget};
use super::{embedded, loader, pages, share};
use crate::raster::Fonts;
use crate::site_file::Settings;

/// The site as it is now.
pub struct LiveSite {
    site: Site,
    widget: Widget,
    taken: Taken,
    entries: Vec<Entry>,
    /// What the loader knows of each quiz.
    addresses: Map<String, Value>,
}

impl LiveSite {
    /// A site without quizzes, around the compiled widget that is in a folder, or else inside of the tool.
    pub fn new(widget: Option<&Path>, settings: Settings) -> Result<Self> {
        let unpacked = if widget.is_none() { embedded::unpack()? } else { None };
        let given = Target::new(widget.unwrap_or(Path::new("dist")))?;
        let from = unpacked.as_ref().map_or(&given, |unpacked| &unpacked.target);
        let widget = Widget::find(from)?;
        let out = Out::aside()?;
        let taken = widget.take(&out, from)?;
        let site = Site::new(out, settings, None)?;
        Ok(Self { site, widget, taken, entries: Vec::new(), addresses: Map::new() })
    }

    /// The folder that it is in, for as long as it is there.
    pub fn folder(&self) -> PathBuf {
        self.site.out.path().to_owned()
    }

    /// Goes by what the author says of the site now. Quizzes that are there have to be put anew.
    pub fn dress(&mut self, settings: Settings) -> Result<()> {
        self.site.look = Look::write(&settings, &self.site.out)?;
        self.site.fonts = Fonts::with(&settings.fonts);
        self.site.settings = settings;
        Ok(())
    }

    /// What the pictures of the site are drawn with, once it is built.
    pub fn fonts(&self) -> &Fonts {
        &self.site.fonts
    }

    /// The address that the site is to have, where the author has said it.
    pub fn address(&self) -> Option<&str> {
        self.site.settings.base.as_ref().map(|base| base.as_str())
    }

    /// Puts a quiz, in all its languages, in the place of the one of the same id.
    pub fn put(&mut self, languages: Vec<Quiz>) -> Result<()> {
        let id = languages.first().context("a quiz without a language")?.id.clone();
        let entry = Entry { id: id.clone(), languages, older: Vec::new() };
        let is_first = self.addresses.keys().next().is_none_or(|first| *first == id);
        self.addresses.insert(id.clone(), loader::addresses(&self.site.out, &entry, is_first)?);
        pages::write(&self.site, &entry)?;
        share::write(&self.site, &entry)?;
        match self.entries.iter_mut().find(|known| known.id == id) {
            Some(known) => *known = entry,
            None => self.entries.push(entry),
        }
        loader::write(&self.site.out, &self.widget, &self.taken, &self.addresses, &self.entries)
    }

    /// Takes away a quiz that has another id now.
    pub fn remove(&mut self, id: &str) {
        self.entries.retain(|entry| entry.id != id);
        self.addresses.shift_remove(id);
        // What cannot be deleted is only not linked to any more.
        ["q", "embed", "r"].iter().for_each(|kind| _ = fs::remove_dir_all(self.folder().join(kind).join(id)));
    }
}
