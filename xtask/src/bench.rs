//! How long the commands take on quizzes that are as large as quizzes get, as whole processes, and how fast the widget is
//! in a browser (`bench/`): for a person to read. Not part of the tests, which count steps rather than time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::run::{Result, command, root, run};
use crate::setup;

/// A quiz to measure, with the answers of one reader.
struct Quiz {
    id: &'static str,
    text: String,
    answers: String,
}

/// Measures the tool or the widget, by what is asked for, or both; or has Lighthouse look at the site. With a path, that tool
/// is used instead of one that is built.
pub fn all(args: &[String]) -> Result {
    if args.first().is_some_and(|what| what == "lighthouse") {
        setup::to_bench()?;
        return run(&mut command("node", &["bench/lighthouse.mjs"]));
    }
    let (what, path) = match args {
        [what, rest @ ..] if ["tool", "widget"].contains(&what.as_str()) => (what.as_str(), rest.first()),
        _ => ("both", args.first()),
    };
    let tool = path.map_or_else(built, |path| Ok(PathBuf::from(path)))?;
    if what != "widget" {
        measure_tool(&tool)?;
    }
    if what != "tool" {
        measure_widget(&tool)?;
    }
    Ok(())
}

fn built() -> Result<PathBuf> {
    run(&mut command("cargo", &["build", "--release", "--package", "which-track-cli"]))?;
    Ok(root().join("target/release/which-track"))
}

/// Compares the widget of the release build with the same quiz in other hands; the tool makes its site.
fn measure_widget(tool: &Path) -> Result {
    setup::to_bench()?;
    run(command("node", &["bench/bench.mjs"]).arg(tool))
}

/// Prints a table of all commands.
fn measure_tool(tool: &Path) -> Result {
    let folder = root().join("target/bench");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    println!("{:<12} {:<9} {:>8} {:>10} {:>10}", "quiz", "command", "seconds", "processor", "kB at most");
    for quiz in [firm(), boxes(), axes(), weighted_axes(), wide(), rankings()] {
        measure(tool, &folder, &quiz)?;
    }
    lines(tool, &folder)
}

fn measure(tool: &Path, folder: &Path, quiz: &Quiz) -> Result {
    let (file, answers) = (folder.join(format!("{}.toml", quiz.id)), folder.join(format!("{}.json", quiz.id)));
    write(&file, &quiz.text)?;
    write(&answers, &quiz.answers)?;
    let (file, answers) = (file.display().to_string(), answers.display().to_string());
    let picture = folder.join("card.svg").display().to_string();
    let sheet = ["--answers", &answers];
    let link = timed(tool, quiz.id, "link", &[&["link", &file], &sheet[..], &["--level", "answers"]].concat())?;
    timed(tool, quiz.id, "check", &["check", &file])?;
    timed(tool, quiz.id, "card", &["card", &file, "--outcome", "a", "-o", &picture])?;
    timed(tool, quiz.id, "score", &[&["score", &file], &sheet[..]].concat())?;
    let folder = folder.display().to_string();
    timed(tool, quiz.id, "open", &["open", link.trim(), "--quizzes", &folder])?;
    timed(tool, quiz.id, "balance", &["balance", &file])?;
    Ok(())
}

/// Runs the tool, prints what it took, and gives what it said. GNU time tells of processor time and memory, where it is there.
fn timed(tool: &Path, quiz: &str, name: &str, args: &[&str]) -> Result<String> {
    let usage = root().join("target/bench/usage");
    let gnu = Path::new("/usr/bin/time").exists();
    let mut command = Command::new(if gnu { Path::new("/usr/bin/time") } else { tool });
    if gnu {
        command.args(["-f", "%U %S %M", "-o"]).arg(&usage).arg(tool);
    }
    let begun = Instant::now();
    let output = command.args(args).stderr(Stdio::null()).output().map_err(|error| format!("{name}: {error}"))?;
    let seconds = begun.elapsed().as_secs_f64();
    let usage = fs::read_to_string(&usage).unwrap_or_default();
    let usage: Vec<f64> =
        usage.lines().last().unwrap_or("").split(' ').filter_map(|number| number.parse().ok()).collect();
    let (processor, memory) = match usage[..] {
        [user, system, memory] => (format!("{:.2}", user + system), memory.to_string()),
        _ => ("?".to_owned(), "?".to_owned()),
    };
    println!("{quiz:<12} {name:<9} {seconds:>8.2} {processor:>10} {memory:>10}");
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// How many sheets of the first quiz are scored in a second, without explanations.
fn lines(tool: &Path, folder: &Path) -> Result {
    const SHEETS: usize = 300_000;
    let quiz = root().join("quizzes/pm-vs-sde.toml").display().to_string();
    let sheet = r#"{"answers": {"goal": "adoption", "background": "product", "stage": "lead", "zero-to-one": "led-ai", "day": "listen", "autonomy": -1, "interview": "debug", "strategy": 1, "place": 2, "intensity": -2, "priorities": ["product", "technology", "exits"]}, "marks": ["goal"]}"#;
    let answers = folder.join("sheets.jsonl");
    write(&answers, &format!("{sheet}\n").repeat(SHEETS))?;
    let answers = answers.display().to_string();
    let begun = Instant::now();
    timed(tool, "pm-vs-sde", "score", &["score", &quiz, "--answers", &answers, "--jsonl", "--no-explain"])?;
    println!("{:.0} sheets a second", SHEETS as f64 / begun.elapsed().as_secs_f64());
    Ok(())
}

fn write(path: &Path, text: &str) -> Result {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

const TRACKS: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

/// A quiz on so many tracks with these questions and whatever comes after them.
fn quiz(id: &'static str, tracks: usize, questions: &[(String, String)], more: &str) -> Quiz {
    let tracks = &TRACKS[..tracks];
    let head = format!("id = \"{id}\"\ntitle = \"Which?\"\ndescription = \"A large quiz.\"\nlang = \"en\"\n");
    let tables: String = tracks.iter().map(|id| format!("[[tracks]]\nid = \"{id}\"\nlabel = \"{id}\"\n")).collect();
    let outcome = |id: &&str| format!("[[outcomes]]\nid = \"{id}\"\ntitle = \"{id}\"\nsummary = \"One. Two.\"\n");
    let outcomes: String = tracks.iter().map(outcome).collect();
    let asked: String = questions
        .iter()
        .enumerate()
        .map(|(nth, (question, _))| format!("[[questions]]\nid = \"q{nth}\"\nprompt = \"?\"\n{question}"))
        .collect();
    let answers: Vec<String> =
        questions.iter().enumerate().map(|(nth, (_, answer))| format!("\"q{nth}\": {answer}")).collect();
    let answers = format!("{{\"answers\": {{{}}}}}\n", answers.join(", "));
    Quiz { id, text: [head, tables, asked, outcomes, more.to_owned()].concat(), answers }
}

/// Numbers that look like chance and are none.
fn number(seed: usize, below: usize) -> usize {
    let mixed = (seed as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) as usize % (below << 20)) >> 20
}

fn points(tracks: usize, of: impl Fn(usize) -> i64) -> String {
    let points: Vec<String> =
        TRACKS[..tracks].iter().zip(0..).map(|(id, track)| format!("{id} = {}", of(track))).collect();
    format!("{{ {} }}", points.join(", "))
}

/// Options with points that differ.
fn options(count: usize, tracks: usize, seed: usize) -> String {
    options_with(count, tracks, |nth, track| number(seed * 1000 + nth * 20 + track, 8))
}

fn options_with(count: usize, tracks: usize, of: impl Fn(usize, usize) -> usize) -> String {
    let option = |nth: usize| {
        let points = points(tracks, |track| of(nth, track) as i64);
        format!("  {{ id = \"o{nth}\", label = \"{nth}\", points = {points} }},\n")
    };
    format!("options = [\n{}]\n", (0..count).map(option).collect::<String>())
}

/// Who chose the first option everywhere is as far from a fit of 100 percent for the other track as can be.
fn firm() -> Quiz {
    let options = options_with(5, 2, |nth, track| if track == 0 { 4 - nth } else { nth });
    let question = |_| (format!("kind = \"single\"\n{options}"), "\"o0\"".to_owned());
    let gate = "[[outcomes]]\nid = \"all\"\ntitle = \"All\"\nsummary = \"One. Two.\"\n[[gates]]\nwhen = { fit = \"b\", at_least = 100 }\noutcome = \"all\"\n";
    quiz("firm", 2, &(0..60).map(question).collect::<Vec<_>>(), gate)
}

/// Twelve times "all that apply" of seven.
fn boxes() -> Quiz {
    let question = |nth| (format!("kind = \"multi\"\n{}", options(7, 3, nth)), "[\"o0\"]".to_owned());
    quiz("boxes", 3, &(0..12).map(question).collect::<Vec<_>>(), "")
}

fn scales(id: &'static str, tracks: usize, of: impl Fn(usize, usize) -> i64) -> Quiz {
    let question = |nth| {
        let points = points(tracks, |track| of(nth, track));
        (
            format!("kind = \"scale\"\nlow = \"No\"\nhigh = \"Yes\"\npoints = {points}\n"),
            (nth as i64 % 5 - 2).to_string(),
        )
    };
    quiz(id, tracks, &(0..70).map(question).collect::<Vec<_>>(), "")
}

/// Seventy scales on four axes, each with a track at both ends.
fn axes() -> Quiz {
    scales("axes", 8, |nth, track| if track / 2 == nth % 4 { 1 - 2 * (track as i64 % 2) } else { 0 })
}

/// Seventy scales, each of which moves four tracks by points of its own.
fn weighted_axes() -> Quiz {
    scales("weighted", 4, |nth, track| number(nth * 4 + track, 10) as i64 - 4)
}

/// A hundred questions on twelve tracks.
fn wide() -> Quiz {
    let question = |nth| (format!("kind = \"single\"\n{}", options(5, 12, nth)), "\"o0\"".to_owned());
    quiz("wide", 12, &(0..100).map(question).collect::<Vec<_>>(), "")
}

/// Twenty full rankings of eight.
fn rankings() -> Quiz {
    let order = "[\"o0\", \"o1\", \"o2\", \"o3\", \"o4\", \"o5\", \"o6\", \"o7\"]";
    let question = |nth| (format!("kind = \"rank\"\n{}", options(8, 4, nth)), order.to_owned());
    quiz("rankings", 4, &(0..20).map(question).collect::<Vec<_>>(), "")
}
