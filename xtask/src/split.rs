//! In the place of wasm-bindgen while Trunk builds a release: cuts the part for the result out of the program first. Trunk
//! has no hook between the compiler and wasm-bindgen.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Result, command, root, run};

/// The version of the splitter, which reads what rustc and the linker write: pinned with them.
pub const SPLITTER: &str = "0.2.4";

/// The name that Trunk calls it by.
pub const NAME: &str = "wasm-bindgen";

/// Where this program stands under that name.
pub fn folder() -> PathBuf {
    root().join("target/tools/split")
}

/// The part for the result, as the last build cut it out.
pub fn result() -> PathBuf {
    root().join("target/wasm-split/split_result.wasm")
}

/// Puts this program where Trunk finds it before the real one.
pub fn install() -> Result {
    let here = std::env::current_exe().map_err(|error| error.to_string())?;
    let folder = folder();
    let there = folder.join(NAME).with_extension(std::env::consts::EXE_EXTENSION);
    let copied = fs::create_dir_all(&folder).and_then(|()| fs::copy(here, &there));
    copied.map(|_| ()).map_err(|error| format!("{}: {error}", there.display()))
}

/// Runs wasm-bindgen with these arguments, on the program without its part for the result.
pub fn bindgen(args: &[String]) -> Result {
    let Some(place) = args.iter().position(|arg| arg.ends_with(".wasm")) else {
        return run(&mut real(args));
    };
    let out = result();
    let out = out.parent().ok_or("no folder for the split")?;
    let whole = Path::new(&args[place]);
    let mut split = command("wasm-split-cli", &["--target", "web", "--out-name", "main"]);
    run(split.arg(whole).arg(out))?;
    let mut args = args.to_vec();
    args[place] = out.join("main.wasm").display().to_string();
    args.push("--keep-lld-exports".to_owned());
    run(&mut real(&args))
}

fn real(args: &[String]) -> std::process::Command {
    let real = root().join("target/tools/bin").join(NAME).with_extension(std::env::consts::EXE_EXTENSION);
    let real = if real.exists() { real.display().to_string() } else { NAME.to_owned() };
    command(&real, &args.iter().map(String::as_str).collect::<Vec<_>>())
}
