//! Whoever reads what the tool prints may stop at any line, and a disk may be full: every command ends quietly, or with
//! a sentence, and never in a panic.
#![cfg(unix)]

mod support;

use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::process::{Command, Stdio};

use support::{Tea, widget};

/// How a shell says that nobody read on.
const NOT_READ: i32 = 141;

/// A pipe that nobody reads from.
fn closed() -> Stdio {
    let (reader, writer) = io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}

/// A disk with no space left on it.
fn full() -> Stdio {
    OpenOptions::new().write(true).open("/dev/full").expect("Linux").into()
}

/// Calls the tool; its exit code, and what came to the stream that was not given.
fn call(folder: &Path, args: &[&str], out: Option<Stdio>, err: Option<Stdio>) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_which-track"));
    command.args(args).current_dir(folder).stdin(Stdio::null());
    let mut child = command
        .stdout(out.unwrap_or_else(Stdio::piped))
        .stderr(err.unwrap_or_else(Stdio::piped))
        .spawn()
        .expect("starts");
    let mut text = String::new();
    child.stdout.take().map(|mut stream| stream.read_to_string(&mut text).expect("text"));
    child.stderr.take().map(|mut stream| stream.read_to_string(&mut text).expect("text"));
    (child.wait().expect("ends").code(), text)
}

/// A quiz, one with problems, answers, a compiled widget, and the commands that print something of them: to standard
/// output, and to standard error.
fn folder() -> (Tea, Vec<Vec<String>>, Vec<Vec<String>>) {
    let tea = Tea::new();
    fs::write(tea.folder().join("broken.toml"), "id = \"broken\"\ntitle = \"\"\n").expect("written");
    let answers = r#"{"answers":{"morning":"slow","moments":["work"],"ritual":1}}"#;
    fs::write(tea.folder().join("answers.json"), answers).expect("written");
    let site = tea.folder().join("site");
    fs::create_dir(&site).expect("made");
    for entry in fs::read_dir(widget().path()).expect("there").flatten() {
        fs::copy(entry.path(), site.join(entry.file_name())).expect("copied");
    }
    let quiz = "tea-or-coffee.toml";
    let link = tea.call(&["link", quiz, "--answers", "answers.json"], "").out;
    let split = |line: &str| line.split(' ').map(|word| word.replace("LINK", link.trim())).collect::<Vec<String>>();
    let answers = "--answers answers.json";
    let out = [
        "--help".to_owned(),
        "--version".to_owned(),
        "check --json broken.toml".to_owned(),
        format!("score {quiz} {answers}"),
        format!("score {quiz} {answers} --jsonl"),
        format!("balance {quiz}"),
        format!("balance {quiz} --json"),
        format!("link {quiz} {answers}"),
        "open LINK --quizzes .".to_owned(),
        format!("keep {quiz}"),
    ];
    let err = [
        "dance".to_owned(),
        "check broken.toml".to_owned(),
        "check missing.toml".to_owned(),
        "balance broken.toml".to_owned(),
        "keep broken.toml".to_owned(),
        format!("score {quiz} --answers missing.json"),
        format!("build {quiz} --out site"),
    ];
    (tea, out.iter().map(|line| split(line)).collect(), err.iter().map(|line| split(line)).collect())
}

#[test]
fn a_reader_who_has_read_enough_ends_every_command_quietly() {
    let (tea, out, err) = folder();
    for args in out {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        assert_eq!(call(tea.folder(), &args, Some(closed()), None), (Some(NOT_READ), String::new()), "{args:?}");
    }
    for args in err {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let done = call(tea.folder(), &args, None, Some(closed()));
        // An error that cannot be said is an error all the same.
        assert!([Some(NOT_READ), Some(1)].contains(&done.0) && done.1.is_empty(), "{args:?}: {done:?}");
    }
}

#[test]
fn a_full_disk_is_said_in_a_sentence() {
    if !Path::new("/dev/full").exists() {
        println!("SKIPPED: there is no /dev/full.");
        return;
    }
    let (tea, out, err) = folder();
    let sentence = "error: standard output cannot be written: No space left on device (os error 28)\n";
    for args in out {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        assert_eq!(call(tea.folder(), &args, Some(full()), None), (Some(1), sentence.to_owned()), "{args:?}");
        assert_eq!(call(tea.folder(), &args, Some(full()), Some(full())).0, Some(1), "{args:?}");
    }
    for args in err {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        assert_eq!(call(tea.folder(), &args, None, Some(full())), (Some(1), String::new()), "{args:?}");
    }
}

#[test]
fn what_was_asked_for_is_done_before_it_is_printed() {
    let (tea, ..) = folder();
    assert_eq!(call(tea.folder(), &["keep", "tea-or-coffee.toml"], Some(closed()), None).0, Some(NOT_READ));
    assert_eq!(fs::read_dir(tea.folder().join("editions")).expect("there").count(), 2);
}

/// On a terminal long work shows how far it has come; a pipe or a file gets what it always got.
#[test]
fn how_far_work_has_come_is_for_terminals_only() {
    let tea = Tea::new();
    assert_eq!(tea.keep().code, 0);
    let (out, built) = tea.build(&["--base-url", "https://tea.example"]);
    let told = format!(
        "written: {}\na page of its own: https://tea.example/q/tea-or-coffee/\n\
         the lines for your blog: https://tea.example/embed/\n",
        out.path().display()
    );
    assert_eq!((built.code, built.out, built.err.as_str()), (0, told, ""));
    for more in [[].as_slice(), &["--json"], &["--fix"], &["--fix", "--json"]] {
        let balance = tea.call(&[&["balance", "tea-or-coffee.toml"], more].concat(), "");
        assert!(balance.code == 0 && balance.err.is_empty(), "{more:?}: {balance:?}");
        assert!(!balance.out.contains('\r') && !balance.out.contains('\u{1b}'), "{more:?}: {balance:?}");
    }
}
