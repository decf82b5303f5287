//! Every test, one heading each, in the order in which they find mistakes fastest.

use std::process::Command;
use std::time::Instant;

use crate::run::{Result, command, is_ci, output, run};
use crate::site;

type Step = (&'static str, fn() -> Result);

/// Runs every test.
pub fn all() -> Result {
    let steps: [Step; 9] = [
        ("Layout of the code", || run(&mut command("cargo", &["fmt", "--all", "--check"]))),
        ("Clippy, native", clippy),
        ("Clippy, WebAssembly", clippy_wasm),
        ("Native tests", native),
        ("Documentation", documentation),
        ("WebAssembly tests in Chromium", wasm),
        ("Release build", site::dist),
        ("Journeys in Chromium", journeys),
        ("A journey in Firefox and WebKit", || in_engines("tests/engines/smoke.test.mjs")),
    ];
    run_all(&steps)
}

/// Runs what can be tried in every engine, on the site as it was built last.
pub fn engines() -> Result {
    run_all(&[("Everything in Chromium, Firefox and WebKit", || in_engines("tests/engines/"))])
}

fn run_all(steps: &[Step]) -> Result {
    let started = Instant::now();
    for (name, step) in steps {
        let begun = Instant::now();
        println!("\n=== {name} ===");
        step().map_err(|why| format!("{name}: {why}"))?;
        println!("=== {name}: {} s ===", begun.elapsed().as_secs());
    }
    println!("\nAll tests passed in {} s.", started.elapsed().as_secs());
    Ok(())
}

/// Writes reference pages and pictures anew.
pub fn references() -> Result {
    run(native_tests().env("UPDATE", "1"))?;
    site::dist()?;
    run(&mut command("node", &["tests/journeys/pictures.mjs"]))
}

fn clippy() -> Result {
    run(&mut command(
        "cargo",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--features",
            "which-track/ssr,which-track-quiz/author",
            "--",
            "-D",
            "warnings",
        ],
    ))
}

fn clippy_wasm() -> Result {
    let args = [
        "clippy",
        "--package",
        "which-track",
        "--features",
        "csr",
        "--target",
        "wasm32-unknown-unknown",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    run(&mut command("cargo", &args))
}

fn native_tests() -> Command {
    command("cargo", &["test", "--workspace", "--features", "which-track/ssr,which-track-quiz/author"])
}

fn native() -> Result {
    run(&mut native_tests())
}

fn documentation() -> Result {
    let mut doc =
        command("cargo", &["doc", "--workspace", "--no-deps", "--features", "which-track/ssr,which-track-quiz/author"]);
    run(doc.env("RUSTDOCFLAGS", "-D warnings"))
}

/// In CI nothing is skipped; a user without Chromium is told what was.
fn in_chromium(test: impl FnOnce() -> Result) -> Result {
    if output("chromium", &["--version"]).is_some() || is_ci() {
        return test();
    }
    println!("SKIPPED: Chromium is not installed.");
    Ok(())
}

fn wasm() -> Result {
    in_chromium(|| {
        let mut test = command(
            "cargo",
            &[
                "test",
                "--package",
                "which-track",
                "--features",
                "csr",
                "--target",
                "wasm32-unknown-unknown",
                "--lib",
                "--test",
                "web",
            ],
        );
        test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
        run(test.env("CHROMEDRIVER", "chromedriver").env("WASM_BINDGEN_TEST_ONLY_WEB", "1"))
    })
}

/// Each test says by itself which engine it lacks.
fn in_engines(tests: &str) -> Result {
    run(&mut command("node", &["--test", tests]))
}

fn journeys() -> Result {
    // Readers wait now and then, so that one file of tests for each core is not too many.
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    in_chromium(|| run(&mut command("node", &["--test", &format!("--test-concurrency={cores}"), "tests/journeys/"])))
}
