//! The files of a site: written into a fresh folder beside the one that it goes to, named after their contents, and
//! compressed. Only when all are there does the fresh folder take the other's place.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::{Builder, TempDir};

use super::manifest;
use super::target::Target;
use crate::load;

/// The folder that a site is made in, which is gone when the build fails.
pub struct Out {
    folder: TempDir,
    /// The paths of what was written.
    made: RefCell<BTreeSet<String>>,
}

impl Out {
    /// A fresh folder beside the one that the site goes to.
    pub fn beside(target: &Target) -> Result<Self> {
        Ok(Self { folder: beside(target)?, made: RefCell::default() })
    }

    /// A fresh folder that no site takes the place of.
    pub fn aside() -> Result<Self> {
        let folder = Builder::new().prefix("which-track-").tempdir().context("a folder for temporary files")?;
        Ok(Self { folder, made: RefCell::default() })
    }

    /// Where the folder is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file at a path relative to the site.
    pub fn write(&self, path: &str, text: &str) -> Result<()> {
        self.write_bytes(path, text.as_bytes())
    }

    /// Writes a file that is no text.
    pub fn write_bytes(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.made.borrow_mut().insert(path.to_owned());
        load::write(&self.folder.path().join(path), bytes)
    }

    /// Writes a file under a name that tells its contents apart, so that it can be cached for ever.
    pub fn hashed(&self, name: &str, bytes: &[u8]) -> Result<String> {
        let (stem, ending) = name.split_once('.').context("a name without an ending")?;
        let hashed = format!("{stem}-{}.{ending}", content_hash(bytes));
        self.write_bytes(&hashed, bytes)?;
        Ok(hashed)
    }

    /// Puts a `.br` and a `.gz` beside every file that becomes smaller by it, for servers that send such files as they
    /// are.
    pub fn compress(&self) -> Result<()> {
        let made: Vec<String> = self.made.borrow().iter().cloned().collect();
        let text = made.iter().filter(|path| {
            Path::new(path).extension().is_some_and(|ending| COMPRESSED.iter().any(|compressed| ending == *compressed))
        });
        for path in text {
            let full = self.folder.path().join(path);
            self.pack(path, &fs::read(&full).with_context(|| full.display().to_string())?)?;
        }
        Ok(())
    }

    /// Writes the packed copies of a file.
    pub fn pack(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.write_bytes(&format!("{path}.br"), &brotli(bytes)?)?;
        self.write_bytes(&format!("{path}.gz"), &gzip(bytes)?)
    }

    /// Takes over what a cached loader may still ask for from the site of an earlier build, and gives all files that
    /// are a build's own, with the time since which they are none of the current one.
    pub fn keep(&self, sites: &[&Target], now: u64) -> Result<BTreeMap<String, Option<u64>>> {
        let mut files: BTreeMap<String, Option<u64>> =
            self.made.borrow().iter().map(|path| (path.clone(), None)).collect();
        for site in sites {
            for (path, since) in site.manifest.iter().flat_map(|before| before.kept(now)) {
                if !files.contains_key(path) && site.has(path) {
                    self.take(site, Path::new(path))?;
                    files.insert(path.to_owned(), Some(since));
                }
            }
        }
        Ok(files)
    }

    /// Takes over what is somebody else's, links as links.
    pub fn take_others(&self, target: &Target, inputs: &[String]) -> Result<()> {
        for (path, is_link) in target.others(inputs) {
            let full = target.full(path);
            if self.folder.path().join(path).symlink_metadata().is_ok() {
                bail!(
                    "{}: a build writes a file of this name, and this one is not a build’s own; take it away first",
                    full.display()
                );
            }
            match is_link {
                true => self.take_link(target, path).with_context(|| full.display().to_string())?,
                false => self.take(target, path)?,
            }
        }
        Ok(())
    }

    /// A file under a second name, or a copy where the file system has no such names.
    fn take(&self, from: &Target, path: &Path) -> Result<()> {
        let (from, to) = (from.full(path), self.folder.path().join(path));
        let taken =
            folder_of(&to).and_then(|()| fs::hard_link(&from, &to).or_else(|_| fs::copy(&from, &to).map(|_| ())));
        taken.with_context(|| from.display().to_string())
    }

    #[cfg(unix)]
    fn take_link(&self, from: &Target, path: &Path) -> io::Result<()> {
        let (from, to) = (from.full(path), self.folder.path().join(path));
        folder_of(&to)?;
        std::os::unix::fs::symlink(fs::read_link(from)?, to)
    }

    #[cfg(not(unix))]
    fn take_link(&self, _from: &Target, _path: &Path) -> io::Result<()> {
        Err(io::Error::other("this is a symbolic link, which a build does not follow; take it away first"))
    }

    /// Puts the finished folder in the place of the other one, which goes away.
    pub fn swap(self, target: &Target) -> Result<()> {
        let place = target.path();
        // One that is not there yet gets the permissions that any new folder gets.
        fs::create_dir_all(place).with_context(|| place.display().to_string())?;
        let permissions = fs::metadata(place).with_context(|| place.display().to_string())?.permissions();
        fs::set_permissions(self.folder.path(), permissions)?;
        // From here on nothing is deleted by itself.
        let old = beside(target)?.keep();
        let aside = old.join("old");
        let refused = |error: io::Error| {
            _ = fs::remove_dir(&old);
            anyhow::Error::new(error).context(format!("{}: it cannot be replaced", place.display()))
        };
        fs::rename(place, &aside).map_err(refused)?;
        if let Err(error) = fs::rename(self.folder.path(), place) {
            fs::rename(&aside, place).with_context(|| format!("the site is in {}", aside.display()))?;
            return Err(refused(error));
        }
        // What was moved is no longer there to be cleaned up.
        _ = self.folder.keep();
        fs::remove_dir_all(&old).with_context(|| format!("{}: the old site cannot be deleted", old.display()))
    }

    /// Writes what the next build is to know of this one.
    pub fn note(&self, note: &manifest::Manifest) -> Result<()> {
        load::write(&self.folder.path().join(manifest::NAME), note.text().as_bytes())
    }
}

/// A fresh folder beside a site's, on the same disk, so that one can take the other's place.
fn beside(target: &Target) -> Result<TempDir> {
    let parent = target.path().parent().context("a site needs a folder of its own")?;
    fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
    Builder::new().prefix(".which-track-").tempdir_in(parent).with_context(|| parent.display().to_string())
}

fn folder_of(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}

const COMPRESSED: [&str; 8] = ["html", "js", "css", "json", "wasm", "svg", "xml", "txt"];

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
pub fn content_hash(bytes: &[u8]) -> String {
    let fingerprint = load::fingerprint(bytes);
    format!("{:08x}", (fingerprint >> 32) ^ (fingerprint & u64::from(u32::MAX)))
}
