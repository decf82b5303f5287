//! The compiled widget inside of this tool, where it was built with one.

use anyhow::{Context, Result};
use tempfile::TempDir;

use super::target::Target;
use crate::load;

/// Its files, by their paths; none where the tool was built without.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/widget.rs"));

/// The widget in a folder of its own, which is gone with this.
pub struct Unpacked {
    pub target: Target,
    _folder: TempDir,
}

/// Unpacks it, where there is one.
pub fn unpack() -> Result<Option<Unpacked>> {
    if FILES.is_empty() {
        return Ok(None);
    }
    let folder = tempfile::tempdir().context("no folder for the widget")?;
    FILES.iter().try_for_each(|(path, bytes)| load::write(&folder.path().join(path), bytes))?;
    Ok(Some(Unpacked { target: Target::new(folder.path())?, _folder: folder }))
}
