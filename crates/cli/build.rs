//! Puts the compiled widget into the tool, where there is one: `cargo xtask dist` leaves it in target/widget, and
//! WHICH_TRACK_WIDGET names another folder. Without one, a build needs it in a folder of its own.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-env-changed=WHICH_TRACK_WIDGET");
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let folder = env::var_os("WHICH_TRACK_WIDGET").map_or_else(|| here.join("../../target/widget"), PathBuf::from);
    // Cargo would run this again each time for a folder that is not there.
    fs::create_dir_all(&folder)?;
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    collect(&folder.canonicalize()?, Path::new(""), &mut files)?;
    files.sort();
    // Copies, which stay as long as the list of them does.
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let copy = |(place, (name, path)): (usize, &(String, PathBuf))| {
        let copy = out.join(format!("widget-{place}"));
        fs::copy(path, &copy)?;
        Ok(format!("({name:?}, include_bytes!({copy:?})),\n"))
    };
    let list = files.iter().enumerate().map(copy).collect::<io::Result<String>>()?;
    fs::write(out.join("widget.rs"), format!("&[{list}]"))
}

/// The files of a folder and of those in it: the name from there, and where it is.
fn collect(root: &Path, within: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(within))? {
        let path = within.join(entry?.file_name());
        if root.join(&path).is_dir() {
            collect(root, &path, files)?;
        } else {
            files.push((path.to_string_lossy().replace('\\', "/"), root.join(path)));
        }
    }
    Ok(())
}
