//! The typefaces that pictures are drawn with: those in crates/cli/fonts and, for letters that these do not have, those that
//! a site names. No others, so that a picture comes out the same on every machine.

use std::sync::Arc;

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Source};
use resvg::usvg::{FallbackSelectionFn, FontResolver, Options};
use skrifa::raw::{FileRef, TableProvider};
use skrifa::{FontRef, MetadataProvider};

/// The bundled typefaces: first those that the card asks for, then those for letters that these do not have.
const BUNDLED: [&[u8]; 7] = [
    include_bytes!("../../fonts/SourceSerif4-Bold.ttf"),
    include_bytes!("../../fonts/Inter-Regular.ttf"),
    include_bytes!("../../fonts/Inter-Bold.ttf"),
    include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansHebrew-Bold.ttf"),
    include_bytes!("../../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansArabic-Bold.ttf"),
];

/// The tables that letters have their outlines in, one of which a font needs.
const OUTLINES: [&[u8; 4]; 3] = [b"glyf", b"CFF ", b"CFF2"];

/// A font that a site names: the faces in its file.
#[derive(Clone)]
pub struct Font(Vec<FaceInfo>);

impl Font {
    /// Reads a font file that is all there, or says why it is none.
    pub fn read(bytes: Vec<u8>) -> Result<Self, String> {
        for font in FileRef::new(&bytes).map_err(|error| error.to_string())?.fonts() {
            let font = font.map_err(|error| error.to_string())?;
            let tables = font.table_directory().table_records();
            let end = |table: &skrifa::raw::TableRecord| u64::from(table.offset()) + u64::from(table.length());
            if tables.iter().any(|table| end(table) > bytes.len() as u64) {
                return Err("its end is missing".to_owned());
            }
            font.cmap().map_err(|error| error.to_string())?;
            if !tables.iter().any(|table| OUTLINES.contains(&&table.tag().to_be_bytes())) {
                return Err("it has pictures of letters, and no outlines".to_owned());
            }
        }
        let mut database = Database::new();
        database.load_font_source(Source::Binary(Arc::new(bytes)));
        // Without a name of a family nothing asks for it: it stands in for others only.
        let face = |face: &FaceInfo| FaceInfo { families: Vec::new(), ..face.clone() };
        let faces: Vec<FaceInfo> = database.faces().map(face).collect();
        if faces.is_empty() { Err("it has no name, or no sizes".to_owned()) } else { Ok(Self(faces)) }
    }
}

/// The typefaces that pictures are drawn with.
pub struct Fonts(Arc<Database>);

impl Fonts {
    /// The bundled ones, and behind them those that a site names.
    pub fn with(named: &[Font]) -> Self {
        let mut fonts = Database::new();
        for font in BUNDLED {
            fonts.load_font_source(Source::Binary(Arc::new(font)));
        }
        fonts.set_serif_family("Source Serif 4");
        fonts.set_sans_serif_family("Inter");
        for face in named.iter().flat_map(|font| &font.0) {
            fonts.push_face_info(face.clone());
        }
        Self(Arc::new(fonts))
    }

    /// Whether each letter of a text is in one of them.
    pub fn have(&self, text: &str) -> bool {
        let somewhere = |letter: char| self.0.faces().any(|face| face_has(&self.0, face.id, letter));
        text.chars().all(somewhere)
    }

    /// How text is laid out with them.
    pub fn options(&self) -> Options<'static> {
        let font_resolver = FontResolver { select_fallback: fallback(), ..FontResolver::default() };
        Options { fontdb: Arc::clone(&self.0), font_resolver, ..Options::default() }
    }
}

/// Chooses a typeface that has the letter: a bundled one of the same weight, or of those that the site names the nearest in
/// weight, and the first of several. Where none has it, the letters behind it are still to find theirs, so that another
/// typeface is tried.
fn fallback() -> FallbackSelectionFn<'static> {
    Box::new(|letter, tried, fonts| {
        let weight = fonts.face(*tried.first()?)?.weight;
        let is_named = |face: &FaceInfo| face.families.is_empty();
        let untried = |face: &&FaceInfo| !tried.contains(&face.id) && (is_named(face) || face.weight == weight);
        let nearest = |face: &&FaceInfo| (is_named(face), face.weight.0.abs_diff(weight.0));
        let with_letter =
            fonts.faces().filter(untried).filter(|face| face_has(fonts, face.id, letter)).min_by_key(nearest);
        with_letter.or_else(|| fonts.faces().find(untried)).map(|face| face.id)
    })
}

fn face_has(fonts: &Database, face: ID, letter: char) -> bool {
    let has =
        |font: &[u8], place| FontRef::from_index(font, place).is_ok_and(|font| font.charmap().map(letter).is_some());
    fonts.with_face_data(face, has).unwrap_or(false)
}
