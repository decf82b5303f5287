//! Lists the files in languages/, so that a language is one file and nothing else.
#![allow(clippy::disallowed_methods, reason = "this runs before the core is built, and is none of it")]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../languages");
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries: Vec<PathBuf> = fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    let mut files: Vec<&PathBuf> =
        entries.iter().filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
    files.sort();
    let list: String = files.iter().map(|path| entry(path)).collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("languages.rs");
    fs::write(out, format!("[{list}]"))
}

/// A file as Rust code: its name as messages show it, and its text.
fn entry(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    format!("({:?}, include_str!({path:?})),\n", format!("languages/{name}"))
}
