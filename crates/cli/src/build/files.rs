//! The files of a site: written, named after their contents, and compressed.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::load;

/// The folder that a site is made in.
pub struct Out(PathBuf);

impl Out {
    /// This folder.
    pub fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// Writes a file at a path relative to the site.
    pub fn write(&self, path: &str, text: &str) -> Result<()> {
        self.write_bytes(path, text.as_bytes())
    }

    /// Writes a file that is no text.
    pub fn write_bytes(&self, path: &str, bytes: &[u8]) -> Result<()> {
        load::write(&self.0.join(path), bytes)
    }

    /// Reads a file of the site.
    pub fn read(&self, path: &str) -> Result<String> {
        let path = self.0.join(path);
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    }

    /// Gives a file a name that tells its contents apart, so that it can be cached for ever.
    pub fn hashed(&self, name: &str) -> Result<String> {
        let (stem, ending) = name.split_once('.').context("a name without an ending")?;
        let hashed = format!("{stem}-{}.{ending}", mark(self.read(name)?.as_bytes()));
        fs::rename(self.0.join(name), self.0.join(&hashed)).with_context(|| name.to_owned())?;
        Ok(hashed)
    }

    /// Makes sure that all of a freshly compiled widget is here, before any of it is used.
    pub fn begin(&self) -> Result<()> {
        let files = ["which-track.css", "page.css", "which-track.js", "frame.js"];
        let missing: Vec<&str> = files.into_iter().filter(|name| !self.0.join(name).is_file()).collect();
        if !missing.is_empty() {
            bail!(
                "{}: {} missing; a build begins with a freshly compiled widget, as docs/deploying.md says",
                self.0.display(),
                missing.join(", ")
            );
        }
        self.program().map(|_| ())
    }

    /// The name of the widget's two files without their endings, which tells their contents apart.
    pub fn program(&self) -> Result<String> {
        let (glue, wasm) = (self.widget(".js")?, self.widget("_bg.wasm")?);
        let name = glue.trim_end_matches(".js");
        ensure!(wasm == format!("{name}_bg.wasm"), "{glue} and {wasm} are not of the same compiled widget");
        Ok(name.to_owned())
    }

    /// The name of the widget's file with this ending: `which-track-` and a hash before it.
    fn widget(&self, ending: &str) -> Result<String> {
        let mut names: Vec<String> = fs::read_dir(&self.0)
            .with_context(|| self.0.display().to_string())?
            .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
            .filter(|name| name.starts_with("which-track-") && name.ends_with(ending))
            .collect();
        names.sort();
        match names.as_slice() {
            [name] => Ok(name.clone()),
            [] => bail!("{}: no compiled widget (which-track-*{ending}) here", self.0.display()),
            _ => bail!("{}: more than one compiled widget here: {}", self.0.display(), names.join(", ")),
        }
    }

    /// Puts a `.br` and a `.gz` beside every file that becomes smaller by it, for servers that send such files as they are.
    pub fn compress(&self) -> Result<()> {
        compress(&self.0)
    }
}

const COMPRESSED: [&str; 8] = ["html", "js", "css", "json", "wasm", "svg", "xml", "txt"];

fn compress(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            compress(&path)?;
        } else if path.extension().is_some_and(|ending| COMPRESSED.iter().any(|compressed| ending == *compressed)) {
            let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
            beside(&path, "br", &brotli(&bytes)?)?;
            beside(&path, "gz", &gzip(&bytes)?)?;
        }
    }
    Ok(())
}

fn beside(path: &Path, ending: &str, bytes: &[u8]) -> Result<()> {
    let path = PathBuf::from(format!("{}.{ending}", path.display()));
    fs::write(&path, bytes).with_context(|| path.display().to_string())
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// What tells contents apart from others, in eight letters and digits: those of the loader's addresses cannot be packed,
/// and every reader downloads them.
pub fn mark(bytes: &[u8]) -> String {
    let fingerprint = load::fingerprint(bytes);
    format!("{:08x}", (fingerprint >> 32) ^ (fingerprint & u64::from(u32::MAX)))
}
