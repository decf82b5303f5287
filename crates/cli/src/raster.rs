//! An SVG picture as the bytes of a PNG file, drawn with the fonts in crates/cli/fonts and no others, so that it comes
//! out the same on every machine.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{FallbackSelectionFn, FontResolver, Options, Tree};
use skrifa::{FontRef, MetadataProvider};

/// The bundled typefaces: first those that the card asks for, then those for letters that these do not have.
const FONTS: [&[u8]; 7] = [
    include_bytes!("../fonts/SourceSerif4-Bold.ttf"),
    include_bytes!("../fonts/Inter-Regular.ttf"),
    include_bytes!("../fonts/Inter-Bold.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Bold.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Bold.ttf"),
];

/// Draws a picture in this many pixels.
pub fn png(svg: &str, width: u32, height: u32) -> Result<Vec<u8>> {
    let tree = tree(svg)?;
    let mut pixels = Pixmap::new(width, height).context("the picture has no size")?;
    let (across, down) = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, Transform::from_scale(across, down), &mut pixels.as_mut());
    encoded(&pixels)
}

/// The letters of a text that no bundled font has.
pub fn missing(text: &str) -> Vec<char> {
    let letters: BTreeSet<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    letters.into_iter().filter(|letter| !FONTS.iter().any(|font| has(font, *letter))).collect()
}

fn has(font: &[u8], letter: char) -> bool {
    FontRef::new(font).is_ok_and(|font| font.charmap().map(letter).is_some())
}

/// The picture with its text laid out.
fn tree(svg: &str) -> Result<Tree> {
    let mut fonts = Database::new();
    for font in FONTS {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    fonts.set_serif_family("Source Serif 4");
    fonts.set_sans_serif_family("Inter");
    let font_resolver = FontResolver { select_fallback: fallback(), ..FontResolver::default() };
    let options = Options { fontdb: Arc::new(fonts), font_resolver, ..Options::default() };
    Ok(Tree::from_str(svg, &options)?)
}

/// Chooses a typeface of the same weight that has the letter.
fn fallback() -> FallbackSelectionFn<'static> {
    Box::new(|letter, tried, fonts| {
        let weight = fonts.face(*tried.first()?)?.weight;
        let fits = |id| fonts.with_face_data(id, |font, _| has(font, letter)).unwrap_or(false);
        fonts
            .faces()
            .find(|face| face.weight == weight && !tried.contains(&face.id) && fits(face.id))
            .map(|face| face.id)
    })
}

/// The pixels as a PNG file without transparency, since a card covers its whole ground.
fn encoded(pixels: &Pixmap) -> Result<Vec<u8>> {
    let rgb: Vec<u8> = pixels.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rgb)?;
    writer.finish()?;
    Ok(file)
}
