//! A site's picture: a file beside the one about the site, looked at before it goes to the site.

use std::fs;
use std::io::{self, Cursor, ErrorKind};
use std::path::Path;

use png::{Decoder, Limits};
use resvg::usvg::{Options, Tree};

use super::mistake::Mistake;

/// How many bytes it has at most: whoever opens a page downloads it.
const BYTES: usize = 100_000;
/// How many pixels it has at most in either direction.
const PIXELS: u32 = 2_048;
/// How many bytes its pixels take at most.
const MEMORY: usize = 32 * 1024 * 1024;

/// What PNG files begin with.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture that browsers show.
#[derive(Debug, PartialEq, Eq)]
pub struct Logo {
    pub bytes: Vec<u8>,
    pub kind: Kind,
    pub width: u32,
    pub height: u32,
}

/// What sort of file a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Png,
    Svg,
}

impl Kind {
    /// The ending of such a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// The type that a server sends it with.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }
}

impl Logo {
    /// Reads the picture of this name from the folder of another file.
    pub fn beside(file: &Path, name: &str) -> Result<Self, Mistake> {
        let path = file.parent().unwrap_or(Path::new("")).join(name);
        let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
        let by_name = [Kind::Png, Kind::Svg].into_iter().find(|kind| ending == kind.ending());
        let bytes = fs::read(&path).map_err(|error| unreadable(name, &path, &error))?;
        if bytes.len() > BYTES {
            let message = format!("the logo `{name}` has {} bytes", bytes.len());
            return Err(Mistake { message, advice: "use at most 100,000: whoever opens a page downloads it" });
        }
        let kind = if bytes.starts_with(PNG) { Kind::Png } else { Kind::Svg };
        let (width, height) = match kind {
            Kind::Png => png(&bytes),
            Kind::Svg => svg(&bytes),
        }
        .map_err(|why| Mistake {
            message: format!("the logo `{name}` is neither an SVG nor a PNG that can be read: {why}"),
            advice: "save it as one of the two, from the program that it was made with",
        })?;
        if by_name != Some(kind) {
            let message = format!("the logo `{name}` is an {} file by what is in it", kind.ending().to_uppercase());
            return Err(Mistake { message, advice: "give its name the ending `.svg` or `.png`, by what it is" });
        }
        if width.max(height) > PIXELS {
            let message = format!("the logo `{name}` has {width} by {height} pixels");
            return Err(Mistake { message, advice: "use at most 2,048 in either direction" });
        }
        Ok(Self { bytes, kind, width, height })
    }
}

fn unreadable(name: &str, path: &Path, error: &io::Error) -> Mistake {
    let (message, advice) = match error.kind() {
        _ if name.contains("://") => (
            format!("the logo `{name}` is an address"),
            "put the picture beside this file, and write its name: pages load nothing from elsewhere",
        ),
        ErrorKind::NotFound => (
            format!("there is no file `{name}` for the logo"),
            "write its name as it is seen from the folder of this file",
        ),
        _ if path.is_dir() => (format!("the logo `{name}` is a folder"), "write the name of an SVG or PNG file"),
        _ => (format!("the logo `{name}` cannot be read: {error}"), "see whether it opens in another program"),
    };
    Mistake { message, advice }
}

/// The size of a PNG picture all of whose pixels are there.
fn png(bytes: &[u8]) -> Result<(u32, u32), String> {
    let read = || {
        let mut reader = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: MEMORY }).read_info()?;
        let size = (reader.info().width, reader.info().height);
        while reader.next_row()?.is_some() {}
        Ok(size)
    };
    read().map_err(|error: png::DecodingError| error.to_string())
}

/// The size of an SVG picture, in whole pixels.
fn svg(bytes: &[u8]) -> Result<(u32, u32), String> {
    // Packed ones could be read as well, but not by browsers under this name.
    let text = str::from_utf8(bytes).map_err(|_| "it is no text".to_owned())?;
    let size = Tree::from_str(text, &Options::default()).map_err(|error| error.to_string())?.size();
    Ok((size.width().ceil() as u32, size.height().ceil() as u32))
}
