//! `cargo xtask setup | serve | test | dist | npm | refs | fuzz | bench`: sets everything up, and runs what a maintainer or CI runs.
//! Light on purpose: it has no dependencies and compiles in a second.

mod bench;
mod fuzz;
mod names;
mod npm;
mod run;
mod setup;
mod site;
mod split;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve   sets up what that needs and serves the demonstration post
cargo xtask test    sets everything up and runs every test; with --engines, what only browsers are tried with, in dist/
cargo xtask dist    sets up what that needs and makes the release build in dist/
cargo xtask npm     makes the packages for npm in target/npm/; `--binary FILE --target TRIPLE` adds one with the tool
cargo xtask setup   sets everything up
cargo xtask refs    writes reference pages and pictures anew, for a person to look at
cargo xtask fuzz    throws what nobody would write at share codes, quiz files, compiled quizzes and stored progress, each for
                    a minute; with names of targets, at these alone
cargo xtask bench   prints how long the commands take on quizzes as large as they get (alone: bench tool), and how fast the
                    widget is beside the same quiz by hand and in other libraries (alone: bench widget); with a path at
                    the end, with that tool. `bench lighthouse` has Lighthouse look at dist/";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let called = args.first().map(std::path::Path::new).and_then(|path| path.file_stem());
    if called.is_some_and(|name| name == split::NAME) {
        return ended(split::bindgen(&args[1..]));
    }
    let command = args.get(1).cloned();
    let done = match command.as_deref() {
        Some("setup") => setup::all(),
        Some("serve") => setup::to_serve().and_then(|()| site::serve()),
        Some("dist") => setup::to_release().and_then(|()| site::dist()),
        Some("npm") => npm::make(&args[2..]),
        Some("test") if args.iter().any(|arg| arg == "--engines") => setup::all().and_then(|()| test::engines()),
        Some("test") => setup::all().and_then(|()| test::all()),
        Some("refs") => setup::all().and_then(|()| test::references()),
        Some("fuzz") => fuzz::named(&args[2..]),
        Some("bench") => bench::all(&args[2..]),
        // Called by Trunk after it has built the widget; see Trunk.toml.
        Some("hook") => site::hook(),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    ended(done)
}

fn ended(done: run::Result) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\nerror: {why}");
            ExitCode::FAILURE
        }
    }
}
