//! Fuzzing: what anybody may put into a link, a quiz file, a compiled quiz or a browser's storage must never bring the core
//! down.

use std::fs;

use crate::run::{Result, command, root, run};
use crate::setup;

/// A target in crates/quiz/fuzz/.
struct Target {
    name: &'static str,
    /// Where its corpus begins, in crates/quiz/tests/corpus/.
    corpus: &'static str,
    /// So many bytes are tried at most.
    longest: u32,
}

const TARGETS: [Target; 5] = [
    Target { name: "decode", corpus: "share-codes.txt", longest: 320 },
    Target { name: "sealed", corpus: "share-codes.txt", longest: 320 },
    Target { name: "file", corpus: "files.txt", longest: 4_000 },
    Target { name: "compiled", corpus: "compiled.txt", longest: 64 },
    Target { name: "progress", corpus: "progress.txt", longest: 400 },
];

/// Runs the targets of these names, or all, for a minute each.
pub fn named(names: &[String]) -> Result {
    if let Some(unknown) = names.iter().find(|name| !TARGETS.iter().any(|target| target.name == **name)) {
        let known: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
        return Err(format!("no target {unknown}; there are {}", known.join(", ")));
    }
    setup::cargo_fuzz()?;
    let wanted = |target: &&Target| names.is_empty() || names.iter().any(|name| name == target.name);
    TARGETS.iter().filter(wanted).try_for_each(|Target { name, corpus: seeds, longest }| {
        println!("\n=== {name}, for a minute ===");
        let corpus = format!("target/fuzz/{name}");
        sow(seeds, &corpus)?;
        // The core has no unsafe code for a sanitizer to watch, and is faster without. What instruments it is unstable in
        // the pinned compiler and therefore behind its bootstrap switch.
        let mut fuzz = command("cargo", &["fuzz", "run", "--fuzz-dir", "crates/quiz/fuzz", "--sanitizer", "none"]);
        let longest = format!("-max_len={longest}");
        fuzz.args([name, corpus.as_str(), "--", "-max_total_time=60", &longest, "-print_final_stats=1"]);
        run(fuzz.env("RUSTC_BOOTSTRAP", "1"))
    })
}

/// What the tests go through to begin with, one a file, beside what earlier runs have found.
fn sow(seeds: &str, corpus: &str) -> Result {
    let name = format!("crates/quiz/tests/corpus/{seeds}");
    let text = fs::read_to_string(root().join(&name)).map_err(|error| format!("{name}: {error}"))?;
    let folder = root().join(corpus);
    fs::create_dir_all(&folder).map_err(|error| format!("{corpus}: {error}"))?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let seed =
        |line: &str| if seeds == "share-codes.txt" { line.split(' ').next().map(Into::into) } else { bytes(line) };
    lines.filter_map(seed).zip(1..).try_for_each(|(seed, number): (Vec<u8>, u32)| {
        fs::write(folder.join(format!("seed-{number}")), seed).map_err(|error| format!("{corpus}: {error}"))
    })
}

/// The bytes that two hexadecimal digits each stand for.
fn bytes(line: &str) -> Option<Vec<u8>> {
    (0..line.len() / 2).map(|at| u8::from_str_radix(line.get(2 * at..2 * at + 2)?, 16).ok()).collect()
}
