//! A font that a site names for its pictures: a file beside the one about the site, looked at before anything is drawn.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::mistake::Mistake;
use crate::raster::Font;

/// What fonts begin with that are packed for browsers: WOFF and WOFF2.
const PACKED: [&[u8]; 2] = [b"wOFF", b"wOF2"];

/// Reads the font of this name from the folder of another file.
pub fn beside(file: &Path, name: &str) -> Result<Font, Mistake> {
    let path = file.parent().unwrap_or(Path::new("")).join(name);
    let bytes = fs::read(&path).map_err(|error| match error.kind() {
        _ if name.contains("://") => Mistake {
            message: format!("the font `{name}` is an address"),
            advice: "put the font beside this file, and write its name: pictures are drawn without a network",
        },
        ErrorKind::NotFound => Mistake {
            message: format!("there is no file `{name}` for the fonts"),
            advice: "write its name as it is seen from the folder of this file",
        },
        _ if path.is_dir() => Mistake {
            message: format!("the font `{name}` is a folder"),
            advice: "write the name of a TrueType or OpenType file (.ttf, .otf)",
        },
        _ => Mistake {
            message: format!("the font `{name}` cannot be read: {error}"),
            advice: "see whether it opens in another program",
        },
    })?;
    if PACKED.iter().any(|packed| bytes.starts_with(packed)) {
        let message = format!("the font `{name}` is packed for browsers");
        return Err(Mistake { message, advice: "use the same as a TrueType or OpenType file (.ttf, .otf)" });
    }
    Font::read(bytes).map_err(|why| Mistake {
        message: format!("the font `{name}` is no TrueType or OpenType file that can be read: {why}"),
        advice: "get it anew, as a .ttf or .otf file",
    })
}
