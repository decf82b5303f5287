//! Running other programs: what they are called with, and a sentence where they fail.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Done, or one sentence that says why not.
pub type Result<T = ()> = std::result::Result<T, String>;

/// The top of the repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// A program with its arguments, run at the top of the repository with the project's own tools first on the PATH.
pub fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root()).env("PATH", path());
    command
}

/// The PATH with `target/tools/bin` and npm's programs before everything else.
fn path() -> std::ffi::OsString {
    let own = [root().join("target/tools/bin"), root().join("tests/node_modules/.bin")];
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let all = own.into_iter().chain(std::env::split_paths(&inherited));
    std::env::join_paths(all).unwrap_or(inherited)
}

/// Runs a command, its output on the terminal.
pub fn run(command: &mut Command) -> Result {
    let name = format!("{} {}", name(command), first_words(command));
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` failed ({status}); what it printed above says why", name.trim())),
        Err(error) => Err(format!("`{}` could not be started: {error}", name.trim())),
    }
}

/// What a command prints, or `None` where it cannot be run or fails.
pub fn output(program: &str, args: &[&str]) -> Option<String> {
    let output = command(program, args).stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether this is a run of continuous integration, where nothing may be skipped.
pub fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|ci| ci == "true")
}

fn name(command: &Command) -> String {
    Path::new(command.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn first_words(command: &Command) -> String {
    command.get_args().take(4).map(|arg| arg.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
