//! The folder that a site goes to, as it is before a build. Links in it are seen, and never followed.

use std::collections::BTreeMap;
use std::fs::{self, FileType};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::manifest::{self, Manifest};

/// The page at the site itself, and what only that of a build has in it.
const INDEX: &str = "index.html";
const GALLERY: &str = "gallery.css";

/// The folder.
pub struct Target {
    /// Where it is, without links on the way to it.
    path: PathBuf,
    /// Everything in it but folders, by its path from here.
    entries: BTreeMap<PathBuf, FileType>,
    /// What the build before noted.
    pub manifest: Option<Manifest>,
}

impl Target {
    /// Looks at a folder; one that is not there is empty.
    pub fn new(path: &Path) -> Result<Self> {
        let mut entries = BTreeMap::new();
        if !path.exists() {
            return Ok(Self { path: path.to_owned(), entries, manifest: None });
        }
        let path = path.canonicalize().with_context(|| path.display().to_string())?;
        collect(&path, Path::new(""), &mut entries)?;
        let target = Self { path, entries, manifest: None };
        let read = || Manifest::parse(&String::from_utf8(target.read(manifest::NAME)?)?);
        let manifest = target.has(manifest::NAME).then(read).transpose().with_context(|| {
            format!(
                "{}: this is not what a build notes of itself; begin with a fresh folder",
                target.full(manifest::NAME).display()
            )
        })?;
        let mut target = Self { manifest, ..target };
        // A page that somebody has put in the place of the build's is theirs.
        let is_theirs = target.has(INDEX) && !String::from_utf8_lossy(&target.read(INDEX)?).contains(GALLERY);
        target.manifest.iter_mut().filter(|_| is_theirs).for_each(|note| _ = note.files.remove(INDEX));
        Ok(target)
    }

    /// Whether there is something in it, and nothing that a build noted.
    pub fn is_somebody_elses(&self) -> bool {
        self.manifest.is_none() && !self.entries.is_empty()
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where something in it is.
    pub fn full(&self, path: impl AsRef<Path>) -> PathBuf {
        self.path.join(path)
    }

    /// Whether there is a file at this path, and no link.
    pub fn has(&self, path: &str) -> bool {
        self.entries.get(Path::new(path)).is_some_and(FileType::is_file)
    }

    /// Whether there is a file at this path that is none of a build's.
    pub fn has_own(&self, path: &str) -> bool {
        self.has(path) && !self.manifest.as_ref().is_some_and(|note| note.files.contains_key(path))
    }

    /// Reads a file, and not through a link.
    pub fn read(&self, path: &str) -> Result<Vec<u8>> {
        let full = self.full(path);
        if !self.has(path) {
            bail!("{}: there is no such file", full.display());
        }
        fs::read(&full).with_context(|| full.display().to_string())
    }

    /// The paths of all files.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter(|(_, kind)| kind.is_file()).filter_map(|(path, _)| path.to_str())
    }

    /// What is neither a build's own nor one of these: somebody else's. With whether it is a link.
    pub fn others(&self, inputs: &[String]) -> impl Iterator<Item = (&Path, bool)> {
        let own = move |path: &Path| {
            let made = |name: &str| self.manifest.as_ref().is_some_and(|note| note.files.contains_key(name));
            path.to_str()
                .is_some_and(|name| name == manifest::NAME || made(name) || inputs.iter().any(|input| input == name))
        };
        let others = self.entries.iter().filter(move |(path, kind)| kind.is_symlink() || !own(path));
        others.map(|(path, kind)| (path.as_path(), kind.is_symlink()))
    }
}

/// Notes everything in a folder, and goes into folders, not through links to them.
fn collect(root: &Path, folder: &Path, entries: &mut BTreeMap<PathBuf, FileType>) -> Result<()> {
    let full = root.join(folder);
    for entry in fs::read_dir(&full).with_context(|| full.display().to_string())? {
        let entry = entry.with_context(|| full.display().to_string())?;
        let (path, kind) = (folder.join(entry.file_name()), entry.file_type()?);
        match kind {
            kind if kind.is_dir() => collect(root, &path, entries)?,
            kind if kind.is_file() || kind.is_symlink() => _ = entries.insert(path, kind),
            _ => bail!("{}: neither a file nor a folder; take it away first", entry.path().display()),
        }
    }
    Ok(())
}
