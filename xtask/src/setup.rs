//! Everything that building and testing needs, installed where it is missing and left alone where it is not. Only Rust's
//! components and system packages go outside the repository.

use std::fs;

use crate::run::{Result, command, is_ci, output, root, run};
use crate::split::SPLITTER;

const TRUNK: &str = "0.21.14";
const CARGO_FUZZ: &str = "0.13.2";

/// What builds need.
const TO_BUILD: [(&str, Step); 5] = [
    ("Rust and its components", rust),
    ("Node.js", node),
    ("packages from npm", npm),
    ("wasm-bindgen", wasm_bindgen),
    ("Trunk", trunk),
];

/// What release builds need beside it.
const TO_RELEASE: [(&str, Step); 1] = [("wasm-split-cli", splitter)];

/// What only tests need.
const TO_TEST: [(&str, Step); 8] = [
    ("Chromium and its driver", chromium),
    ("Chromium without windows", headless_shell),
    ("Firefox", firefox),
    ("WebKit, its driver and a screen", webkit),
    ("nginx", nginx),
    ("Hugo", hugo),
    ("ZBar", zbar),
    ("pdftotext", pdftotext),
];

/// Sets up what serving the demonstration needs, where it is missing.
pub fn to_serve() -> Result {
    set_up(&TO_BUILD)
}

/// Sets up what a release build needs, where it is missing.
pub fn to_release() -> Result {
    set_up(&[&TO_BUILD[..], &TO_RELEASE].concat())
}

/// Sets up everything that is missing. Idempotent; two seconds where nothing is.
pub fn all() -> Result {
    set_up(&[&TO_BUILD[..], &TO_RELEASE, &TO_TEST].concat())
}

fn set_up(steps: &[(&str, Step)]) -> Result {
    for ((name, step), place) in steps.iter().zip(1..) {
        let found = step()?;
        let (Found::There(what) | Found::Made(what)) = &found;
        println!("[{place}/{}] {name}: {what}", steps.len());
    }
    Ok(())
}

/// Looks for one thing, and installs it where it is missing.
type Step = fn() -> Result<Found>;

/// What a step came to.
enum Found {
    There(String),
    Made(String),
}

fn doing(what: &str) {
    println!("      {what} ...");
}

fn rust() -> Result<Found> {
    let pinned = fs::read_to_string(root().join("rust-toolchain.toml"))
        .map_err(|error| format!("rust-toolchain.toml: {error}"))?;
    let channel = quoted_after(&pinned, "channel").ok_or("rust-toolchain.toml names no channel")?;
    let wanted = ["rustfmt", "clippy", "rust-src", "rust-std-wasm32-unknown-unknown"];
    let installed = |channel: &str| output("rustup", &["component", "list", "--installed", "--toolchain", channel]);
    let complete = |list: &String| wanted.iter().all(|part| list.lines().any(|line| line.starts_with(part)));
    if installed(&channel).as_ref().is_some_and(complete) {
        return Ok(Found::There(channel));
    }
    if output("rustup", &["--version"]).is_none() {
        return Err("rustup is not there: install it from https://rustup.rs, then run this again".to_owned());
    }
    doing(&format!("installing Rust {channel} with rustfmt, clippy, rust-src and the WebAssembly target"));
    let components = ["--component", "rustfmt", "--component", "clippy", "--component", "rust-src"];
    let install = ["toolchain", "install", &channel, "--profile", "minimal", "--target", "wasm32-unknown-unknown"];
    run(command("rustup", &install).args(components))?;
    Ok(Found::Made(channel))
}

fn node() -> Result<Found> {
    if let (Some(version), Some(_)) = (output("node", &["--version"]), output("npm", &["--version"])) {
        return Ok(Found::There(version));
    }
    apt(&["nodejs", "npm"], "Node.js 20 or newer with npm")?;
    Ok(Found::Made("installed".to_owned()))
}

fn npm() -> Result<Found> {
    packages("tests")
}

/// What the benchmark in a browser needs: the tests' packages, those of what it compares with, and Chromium. No step of
/// the others.
pub fn to_bench() -> Result {
    let peers: Step = || packages("bench");
    let steps: [(&str, Step); 4] = [
        ("Node.js", node),
        ("packages from npm", npm),
        ("packages from npm to compare with", peers),
        ("Chromium and its driver", chromium),
    ];
    set_up(&steps)
}

/// The packages of a folder, as its lock file has them.
fn packages(folder: &str) -> Result<Found> {
    let file = format!("{folder}/package-lock.json");
    let lock = fs::read(root().join(&file)).map_err(|error| format!("{file}: {error}"))?;
    let stamp = root().join(folder).join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(Found::There(format!("as in {file}")));
    }
    doing(&format!("npm ci in {folder}/"));
    run(command("npm", &["ci", "--no-audit", "--no-fund"]).current_dir(root().join(folder)))?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(Found::Made("installed".to_owned()))
}

fn chromium() -> Result<Found> {
    let version = || output("chromium", &["--version"]).filter(|_| output("chromedriver", &["--version"]).is_some());
    for_tests(version, &["chromium", "chromium-driver"], "Chromium and ChromeDriver")
}

/// The same engine without what only windows need: with it the journeys take half the time. Where there is no package of it
/// they take the whole browser.
fn headless_shell() -> Result<Found> {
    const PROGRAM: &str = "chromium-headless-shell";
    if output("which", &[PROGRAM]).is_none() && apt(&[PROGRAM], PROGRAM).is_err() {
        return Ok(Found::There("missing, and not needed".to_owned()));
    }
    Ok(Found::There("installed".to_owned()))
}

/// Driven without a driver of its own.
fn firefox() -> Result<Found> {
    let version = || ["firefox-esr", "firefox"].iter().find_map(|program| output(program, &["--version"]));
    for_tests(version, &["firefox-esr"], "Firefox")
}

/// MiniBrowser, which comes with the library that the driver brings, on a screen that nobody sees.
fn webkit() -> Result<Found> {
    let both = || output("which", &["WebKitWebDriver", "Xvfb"]).map(|_| "installed".to_owned());
    for_tests(both, &["webkit2gtk-driver", "xvfb"], "WebKitWebDriver and Xvfb")
}

/// The web server that docs/deploying.md has a configuration for.
fn nginx() -> Result<Found> {
    let packages = ["nginx-light", "libnginx-mod-http-brotli-static"];
    for_tests(|| output("nginx", &["-v"]).map(|_| "installed".to_owned()), &packages, "nginx with its brotli module")
}

/// The site generator that docs/embedding.md has a shortcode for.
fn hugo() -> Result<Found> {
    for_tests(|| output("hugo", &["version"]).map(|_| "installed".to_owned()), &["hugo"], "Hugo")
}

/// What reads QR codes in tests.
fn zbar() -> Result<Found> {
    for_tests(|| output("zbarimg", &["--version"]), &["zbar-tools"], "zbarimg")
}

/// What reads printed pages in tests.
fn pdftotext() -> Result<Found> {
    for_tests(|| output("pdftotext", &["-v"]).map(|_| "installed".to_owned()), &["poppler-utils"], "pdftotext")
}

/// What only tests need. A user can do without; the tests then say that they are skipped.
fn for_tests(found: impl Fn() -> Option<String>, packages: &[&str], what: &str) -> Result<Found> {
    if let Some(found) = found() {
        return Ok(Found::There(found));
    }
    match apt(packages, what) {
        Ok(()) => Ok(Found::Made(found().unwrap_or_else(|| "installed".to_owned()))),
        Err(why) if !is_ci() => Ok(Found::There(format!("missing ({why})"))),
        Err(why) => Err(why),
    }
}

/// Installs Debian packages where that is possible.
fn apt(packages: &[&str], what: &str) -> Result {
    let root = output("id", &["-u"]).is_some_and(|id| id == "0");
    if !root || output("apt-get", &["--version"]).is_none() {
        return Err(format!("please install {what}; on Debian or Ubuntu: sudo apt-get install {}", packages.join(" ")));
    }
    doing(&format!("apt-get install {}", packages.join(" ")));
    let quiet = |args: &[&str]| {
        let mut apt = command("apt-get", args);
        apt.env("DEBIAN_FRONTEND", "noninteractive").stdout(std::process::Stdio::null());
        run(&mut apt)
    };
    quiet(&["update"])?;
    quiet(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

fn trunk() -> Result<Found> {
    if output("trunk", &["--version"]).is_some_and(|version| version.ends_with(TRUNK)) {
        return Ok(Found::There(TRUNK.to_owned()));
    }
    doing(&format!("building Trunk {TRUNK}, once; about four minutes on two cores"));
    cargo_install("trunk", TRUNK, &["--no-default-features", "--features", "rustls"])?;
    Ok(Found::Made(TRUNK.to_owned()))
}

/// The command line must have exactly the version of the library.
fn wasm_bindgen() -> Result<Found> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let entry = lock.split("[[package]]").find(|entry| entry.contains("name = \"wasm-bindgen\"\n"));
    let version = entry.and_then(|entry| quoted_after(entry, "version")).ok_or("Cargo.lock has no wasm-bindgen")?;
    if output("wasm-bindgen", &["--version"]).is_some_and(|found| found.ends_with(&version)) {
        return Ok(Found::There(version));
    }
    doing(&format!("building wasm-bindgen {version}, once; about three minutes on two cores"));
    cargo_install("wasm-bindgen-cli", &version, &[])?;
    Ok(Found::Made(version))
}

/// Cuts the part for the result out of the program. It does not tell its version, so that the folder it is built into does.
fn splitter() -> Result<Found> {
    let stamp = root().join("target/tools").join(format!("wasm-split-cli-{SPLITTER}"));
    if stamp.exists() && output("wasm-split-cli", &["--help"]).is_some() {
        return Ok(Found::There(SPLITTER.to_owned()));
    }
    doing(&format!("building wasm-split-cli {SPLITTER}, once; about a minute on two cores"));
    cargo_install("wasm_split_cli_support", SPLITTER, &["--features", "build-binary"])?;
    fs::write(&stamp, "").map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(Found::Made(SPLITTER.to_owned()))
}

/// For `cargo xtask fuzz` alone, and so no step of the others.
pub fn cargo_fuzz() -> Result {
    if output("cargo", &["fuzz", "--version"]).is_some_and(|version| version.ends_with(CARGO_FUZZ)) {
        return Ok(());
    }
    doing(&format!("building cargo-fuzz {CARGO_FUZZ}, once"));
    cargo_install("cargo-fuzz", CARGO_FUZZ, &[])
}

/// Builds a tool into target/tools. Its own profile would optimize it at length, which a tool that runs for seconds
/// does not need.
fn cargo_install(name: &str, version: &str, more: &[&str]) -> Result {
    let tools = root().join("target/tools");
    let install = ["install", name, "--version", version, "--locked", "--root"];
    let mut install = command("cargo", &install);
    install
        .arg(&tools)
        .args(more)
        .env("CARGO_TARGET_DIR", tools.join("build"))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    run(&mut install)
}

/// The first quoted text on the line that begins with a key.
fn quoted_after(text: &str, key: &str) -> Option<String> {
    let line = text.lines().find(|line| line.starts_with(key))?;
    line.split('"').nth(1).map(str::to_owned)
}
