//! The pictures that links unfurl to: cards as PNG files, named after their contents.

use anyhow::{Result, ensure};
use which_track_quiz::card::{Format, ResultCard};
use which_track_quiz::share::PICTURE;

use super::files;
use super::site::Site;
use crate::base::Base;
use crate::raster::Drawing;

/// From this many bytes on, messengers leave a picture out.
const TOO_LARGE: usize = 300_000;

/// The format of all these pictures.
pub const FORMAT: Format = Format::Wide;

/// A picture of the site.
pub struct Picture {
    /// The folder that it stands in, from the site.
    folder: String,
    /// Its name there.
    name: String,
    /// The words on it.
    pub alt: String,
}

impl Picture {
    /// Draws a card into a folder of a site that has pictures.
    pub fn draw(site: &Site, folder: &str, card: ResultCard) -> Result<Option<Self>> {
        let Some(progress) = &site.pictures else { return Ok(None) };
        progress.at(folder);
        let alt = format!("{} {}", card.quiz, card.outcome);
        let card = card.on_site(site.settings.base.as_ref().map(|base| base.host().to_owned()));
        let svg = match site.settings.accent {
            Some(accent) => card.svg_in(FORMAT, |paint| accent.paint(paint)),
            None => card.svg(FORMAT),
        };
        let drawing = Drawing::of(&svg, &site.fonts)?;
        site.missing.borrow_mut().extend(drawing.missing());
        let png = drawing.png(FORMAT.width().into(), FORMAT.height().into())?;
        ensure!(
            png.len() < TOO_LARGE,
            "the picture of {folder} has {} bytes, and links unfold to pictures below {TOO_LARGE} only",
            png.len()
        );
        let name = format!("{}.png", files::content_hash(&png));
        // The widget knows no marks, and offers the picture where it can draw none.
        for name in [&name, PICTURE] {
            site.out.write_bytes(&format!("{folder}{name}"), &png)?;
        }
        progress.step();
        Ok(Some(Self { folder: folder.to_owned(), name, alt }))
    }

    /// Its address; without that of the site, the one from its folder.
    pub fn address(&self, base: Option<&Base>) -> String {
        base.map_or_else(|| self.name.clone(), |base| base.to(&format!("{}{}", self.folder, self.name)))
    }
}
