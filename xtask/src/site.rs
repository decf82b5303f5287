//! The site: built with Trunk, finished by the native builder, served for a look.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::names::Program;
use crate::run::{Result, command, root, run};
use crate::split;

/// Serves the demonstration post, and builds it anew when a file changes.
pub fn serve() -> Result {
    println!("\nServing on http://127.0.0.1:8080/ (in French: http://127.0.0.1:8080/fr.html). Ctrl-C ends it.\n");
    run(&mut command("trunk", &["serve", "--address", "127.0.0.1", "--port", "8080"]))
}

/// What makes the standard library small: rebuilt by the pinned compiler, without the words of panics. Unstable in
/// this compiler and therefore behind its bootstrap switch; it applies to WebAssembly only.
const SMALL_STD: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        concat!(
            "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none ",
            // What only a result needs becomes a file of its own. The splitter needs relocations, and texts that are not
            // merged into one.
            "--cfg result_file -Cstrip=none -Clink-arg=--emit-relocs -Clink-arg=--no-merge-data-segments",
        ),
    ),
];

/// Makes the release build in `dist/`.
pub fn dist() -> Result {
    split::install()?;
    let mut trunk = command("trunk", &["build", "--release"]);
    let inherited = trunk.get_envs().find(|(name, _)| *name == "PATH").and_then(|(_, path)| path.map(OsString::from));
    let inherited = inherited.unwrap_or_default();
    let path = std::env::join_paths([split::folder()].into_iter().chain(std::env::split_paths(&inherited)));
    run(trunk.envs(SMALL_STD).env("PATH", path.map_err(|error| error.to_string())?))
}

/// Finishes what Trunk has built: a smaller WebAssembly file in a release build, and all that comes from the quizzes.
pub fn hook() -> Result {
    let out =
        std::env::var("TRUNK_STAGING_DIR").map_err(|_| "TRUNK_STAGING_DIR is not set: Trunk calls this".to_owned())?;
    let out = PathBuf::from(out);
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    if release {
        optimize(&out)?;
    }
    let pages = [files(&out, "html")?, files(&out, "css")?].concat();
    pages.iter().try_for_each(|page| tidy(page, release))?;
    assemble(&out)?;
    if release {
        minify(&out)?;
    }
    let aside = if release { Some(set_aside(&out)?) } else { None };
    let mut build = builder("quizzes", &out, "")?;
    pages.iter().filter_map(|page| page.file_name()).for_each(|page| _ = build.arg("--pack").arg(page));
    let Some(aside) = aside else { return run(build.arg("--draft")) };
    run(&mut build)?;
    let mut build = builder("quizzes/examples", &out, EXAMPLES)?;
    run(build.args(["--site", "quizzes/examples/which-track.toml", "--widget"]).arg(&aside))?;
    put_widget(&aside)
}

/// The folder of the site that the examples are in. It is a site of its own, so that whoever reads the first quiz loads
/// nothing of them; and in a release only, because its pictures take seconds.
const EXAMPLES: &str = "examples";

/// The native builder, about to make a site of a folder of quizzes, within the whole site.
fn builder(quizzes_in: &str, out: &Path, within: &str) -> Result<Command> {
    let mut build = command("cargo", &["run", "--quiet", "--package", "which-track-cli", "--", "build"]);
    build.args(quizzes(quizzes_in)?).arg("--out").arg(out.join(within));
    // What was set for the WebAssembly build is not for the native tool.
    SMALL_STD.iter().for_each(|(name, _)| _ = build.env_remove(name));
    if let Ok(base) = std::env::var("BASE_URL") {
        build.args(["--base-url", format!("{}/{within}", base.trim_end_matches('/')).trim_end_matches('/')]);
        // A site with an address is for readers. Trunk is about to replace the one that they have loaded.
        let before = std::env::var_os("TRUNK_DIST_DIR").unwrap_or_else(|| "dist".into());
        build.arg("--before").arg(PathBuf::from(before).join(within));
    }
    Ok(build)
}

/// The compiled widget in a release, for the tool when it is built next (crates/cli/build.rs), and for npm.
pub const WIDGET: &str = "target/widget";

/// Sets the compiled widget aside, which the builder uses up.
fn set_aside(out: &Path) -> Result<PathBuf> {
    let aside = root().join("target/widget-next");
    copy_widget(out, &aside)?;
    Ok(aside)
}

/// Leaves it where the tool takes it in. Only now: the tool would have been built anew before it made the site. And as new
/// files: Cargo looks at their times.
fn put_widget(aside: &Path) -> Result {
    copy_widget(aside, &root().join(WIDGET))?;
    fs::remove_dir_all(aside).map_err(|error| format!("{}: {error}", aside.display()))
}

/// Copies what is of the widget, and not of a page, into a fresh folder.
fn copy_widget(from: &Path, to: &Path) -> Result {
    let failed = |error: io::Error| format!("{}: {error}", to.display());
    if to.exists() {
        fs::remove_dir_all(to).map_err(failed)?;
    }
    let pages = ["index.html", "fr.html", "post.css"];
    for within in ["", "themes"] {
        fs::create_dir_all(to.join(within)).map_err(failed)?;
        let entries = fs::read_dir(from.join(within)).map_err(failed)?.flatten();
        let files = entries.map(|entry| entry.path()).filter(|path| path.is_file());
        for path in files.filter(|path| !pages.iter().any(|page| path.ends_with(page))) {
            fs::copy(&path, to.join(within).join(path.file_name().unwrap_or_default())).map_err(failed)?;
        }
    }
    Ok(())
}

/// Takes out of a page what was for Trunk alone and, where the examples are not made, the link to them.
fn tidy(page: &Path, with_examples: bool) -> Result {
    let text = fs::read_to_string(page).map_err(|error| format!("{}: {error}", page.display()))?;
    let to_examples = format!("href=\"{EXAMPLES}/\"");
    let is_ours = |line: &&str| {
        let is_trunks = line.contains("<link data-trunk") || line.contains("<!-- Trunk:");
        !is_trunks && (with_examples || !line.contains(&to_examples))
    };
    let ours: Vec<&str> = text.lines().filter(is_ours).collect();
    fs::write(page, ours.join("\n") + "\n").map_err(|error| format!("{}: {error}", page.display()))
}

/// The widget's styles, in the order of their layers: those that the loader has in it; of a ranking, which it has where a
/// quiz begins with one; those that come with interest; those of the result.
const STYLES: [(&str, &[&str]); 4] = [
    ("questions.css", &["tokens", "base", "question", "choices"]),
    ("rank.css", &["rank"]),
    ("later.css", &["review", "fold"]),
    ("result.css", &["result", "share", "card", "print"]),
];

/// Puts what is written by hand beside what Trunk has compiled: the loader, the styles, and those of pages around it.
fn assemble(out: &Path) -> Result {
    let read = |path: &str| fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"));
    let write = |name: &str, text: &str| fs::write(out.join(name), text).map_err(|error| format!("{name}: {error}"));
    for (name, parts) in STYLES {
        let parts: Result<Vec<String>> = parts.iter().map(|part| read(&format!("style/{part}.css"))).collect();
        write(name, &parts?.concat())?;
    }
    write("page.css", &read("style/page.css")?)?;
    write("frame.js", &read("src/loader/frame.js")?)?;
    themes(out)?;
    bundle(out)
}

/// Makes two files of the loader's modules: what waits for interest, and what comes with it.
fn bundle(out: &Path) -> Result {
    for (entry, name) in [("which-track.js", "which-track.js"), ("quiz/index.js", "quiz.js")] {
        let entry = format!("src/loader/{entry}");
        let mut bundle = command("esbuild", &[&entry, "--bundle", "--format=esm", "--log-level=warning"]);
        run(bundle.arg(format!("--outfile={}", out.join(name).display())))?;
    }
    Ok(())
}

/// Copies the themes as they are, for blogs to link to or to begin their own with.
fn themes(out: &Path) -> Result {
    let folder = out.join("themes");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for theme in files(&root().join("style/themes"), "css")? {
        let name = theme.file_name().unwrap_or_default();
        fs::copy(&theme, folder.join(name)).map_err(|error| format!("{}: {error}", theme.display()))?;
    }
    Ok(())
}

/// The quizzes of a folder: every TOML file that is neither a translation nor about a site.
fn quizzes(folder: &str) -> Result<Vec<String>> {
    let whole = |path: &PathBuf| !path.file_stem().unwrap_or_default().to_string_lossy().contains('.');
    let paths = files(&root().join(folder), "toml")?.into_iter().filter(whole);
    let paths = paths.filter(|path| !path.ends_with("which-track.toml"));
    let mut quizzes: Vec<String> = paths.map(|path| path.display().to_string()).collect();
    quizzes.sort();
    Ok(quizzes)
}

/// The features that rustc 1.95 uses for wasm32-unknown-unknown. Not `--all-features`: that makes types which
/// browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Makes the program small: short names, then Binaryen on both files.
fn optimize(out: &Path) -> Result {
    let named = |ending: &str| {
        files(out, ending)?.pop().ok_or_else(|| format!("{}: no file of the program ends in {ending}", out.display()))
    };
    let (wasm, glue) = (named("wasm")?, named("js")?);
    let result = out.join(RESULT);
    let read = |path: &Path| fs::read(path).map_err(|error| format!("{}: {error}", path.display()));
    let write =
        |path: &Path, bytes: &[u8]| fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()));
    let text = String::from_utf8(read(&glue)?).map_err(|error| format!("{}: {error}", glue.display()))?;
    let program = Program { main: read(&wasm)?, result: read(&split::result())?, glue: text }.shorten()?;
    write(&wasm, &program.main)?;
    write(&result, &program.result)?;
    write(&glue, program.glue.as_bytes())?;
    for path in [&wasm, &result] {
        // The stack lies first in memory, so that nobody uses its first kilobyte.
        let mut optimize = command("wasm-opt", &["-Oz", "--low-memory-unused", "--strip-debug", "--strip-producers"]);
        run(optimize.args(FEATURES).arg(path).arg("-o").arg(path))?;
    }
    Ok(())
}

/// The part for the result, for the builder.
const RESULT: &str = "result.wasm";

/// Scripts and styles without comments and long names. Of scripts, Terser leaves fewer bytes than esbuild.
fn minify(out: &Path) -> Result {
    for path in files(out, "js")? {
        let mut minify = command("terser", &["--module", "--ecma", "2022", "--compress", "passes=3", "--mangle"]);
        run(minify.arg("--output").arg(&path).arg("--").arg(&path))?;
    }
    for path in files(out, "css")? {
        let mut minify = command("esbuild", &["--minify", "--legal-comments=none", "--log-level=warning"]);
        run(minify.arg("--allow-overwrite").arg(&path).arg(format!("--outfile={}", path.display())))?;
    }
    Ok(())
}

/// The files of a folder with this ending.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    Ok(paths.filter(|path| path.extension().is_some_and(|found| found == ending)).collect())
}
