//! Fuzzing share codes: what anybody may put into a link must never bring the core down.

use std::fs;

use crate::run::{Result, command, root, run};
use crate::setup;

/// The targets in crates/quiz/fuzz/.
const TARGETS: [&str; 2] = ["decode", "sealed"];

/// Runs each target for a minute.
pub fn all() -> Result {
    setup::cargo_fuzz()?;
    TARGETS.into_iter().try_for_each(|target| {
        println!("\n=== {target}, for a minute ===");
        let corpus = format!("target/fuzz/{target}");
        sow(&corpus)?;
        // The core has no unsafe code for a sanitizer to watch, and is faster without. What instruments it is unstable in
        // the pinned compiler and therefore behind its bootstrap switch.
        let mut fuzz = command("cargo", &["fuzz", "run", "--fuzz-dir", "crates/quiz/fuzz", "--sanitizer", "none"]);
        fuzz.args([target, &corpus, "--", "-max_total_time=60", "-max_len=320", "-print_final_stats=1"]);
        run(fuzz.env("RUSTC_BOOTSTRAP", "1"))
    })
}

/// Codes to begin with, one a file, beside what earlier runs have found.
fn sow(corpus: &str) -> Result {
    let name = "crates/quiz/tests/corpus/share-codes.txt";
    let codes = fs::read_to_string(root().join(name)).map_err(|error| format!("{name}: {error}"))?;
    let folder = root().join(corpus);
    fs::create_dir_all(&folder).map_err(|error| format!("{corpus}: {error}"))?;
    let codes = codes.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split(' ').next());
    codes.zip(1..).try_for_each(|(code, number)| {
        fs::write(folder.join(format!("seed-{number}")), code).map_err(|error| format!("{corpus}: {error}"))
    })
}
