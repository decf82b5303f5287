//! An SVG picture as the bytes of a PNG file.

mod fonts;

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Group, Node, Tree};

pub use fonts::{Font, Fonts};

/// What a font draws in place of a letter that it does not have.
const NO_GLYPH: u32 = 0;

/// A picture with its text laid out.
pub struct Drawing(Tree);

impl Drawing {
    /// Reads a picture and lays out its text.
    pub fn of(svg: &str, fonts: &Fonts) -> Result<Self> {
        Ok(Self(Tree::from_str(svg, &fonts.options())?))
    }

    /// Draws it in this many pixels.
    pub fn png(&self, width: u32, height: u32) -> Result<Vec<u8>> {
        let mut pixels = Pixmap::new(width, height).context("the picture has no size")?;
        let size = self.0.size();
        let (across, down) = (width as f32 / size.width(), height as f32 / size.height());
        resvg::render(&self.0, Transform::from_scale(across, down), &mut pixels.as_mut());
        encoded(&pixels)
    }

    /// The letters that come out as empty boxes, since the fonts do not have them.
    pub fn missing(&self) -> BTreeSet<String> {
        let mut letters = BTreeSet::new();
        add_missing(self.0.root(), &mut letters);
        letters
    }
}

fn add_missing(group: &Group, letters: &mut BTreeSet<String>) {
    for node in group.children() {
        match node {
            Node::Group(group) => add_missing(group, letters),
            Node::Text(text) => {
                let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                let missing = glyphs.filter(|glyph| glyph.id.0 == NO_GLYPH).map(|glyph| glyph.text.clone());
                // Of several boxes for what is one letter to a reader, the last one has its text.
                letters.extend(missing.filter(|text| !text.is_empty()));
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

/// The pixels as a PNG file without transparency, since a card covers its whole ground. Few colors, as flat pictures
/// have, become a palette, which makes the file half as large.
fn encoded(pixels: &Pixmap) -> Result<Vec<u8>> {
    // Most neighbors are alike: what is left is quick to look up and to sort.
    let runs = || pixels.pixels().chunk_by(|one, next| one == next);
    let rgb = |run: &[PremultipliedColorU8]| [run[0].red(), run[0].green(), run[0].blue()];
    let mut colors: Vec<[u8; 3]> = runs().map(rgb).collect();
    colors.sort_unstable();
    colors.dedup();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_compression(png::Compression::High);
    let data: Vec<u8> = if colors.len() <= 256 {
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_filter(png::Filter::NoFilter);
        encoder.set_palette(colors.concat());
        let place = |run| u8::try_from(colors.binary_search(&rgb(run)).ok()?).ok();
        runs().flat_map(|run| std::iter::repeat_n(place(run).unwrap_or(0), run.len())).collect()
    } else {
        encoder.set_color(png::ColorType::Rgb);
        runs().flat_map(|run| rgb(run).repeat(run.len())).collect()
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(file)
}

#[cfg(test)]
mod tests;
