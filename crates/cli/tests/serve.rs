//! `which-track serve`: what a browser gets, before and after a save.

mod support;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use support::{Tea, widget};
use tempfile::TempDir;

/// A server for the example quiz, in a folder for temporary files of its own.
struct Served {
    tea: Tea,
    temporary: TempDir,
    address: String,
    child: Child,
}

impl Served {
    fn new() -> Self {
        let (tea, widget, temporary) = (Tea::new(), widget(), tempfile::tempdir().expect("a folder"));
        let mut child = Command::new(env!("CARGO_BIN_EXE_which-track"))
            .args(["serve", "tea-or-coffee.toml", "--port", "0", "--widget"])
            .arg(widget.path())
            .current_dir(tea.folder())
            .env("TMPDIR", temporary.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/')).expect("an address");
        assert!(address.starts_with("127.0.0.1:"), "{line}");
        Self { tea, temporary, address: address.to_owned(), child }
    }

    fn ask(&self, method: &str, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("a server");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("set");
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)
            .expect("asked");
        stream
    }

    /// The head and the body of an answer.
    fn answer(&self, method: &str, path: &str) -> (String, String) {
        let mut text = Vec::new();
        self.ask(method, path).read_to_end(&mut text).expect("answered");
        let text = String::from_utf8_lossy(&text).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").expect("a head");
        (head.to_owned(), body.to_owned())
    }

    fn get(&self, path: &str) -> String {
        let (head, body) = self.answer("GET", path);
        assert!(head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        body
    }

    fn overview(&self) -> Value {
        let mut overview: Value = serde_json::from_str(&self.get("/-/overview.json")).expect("JSON");
        overview["quizzes"][0].take()
    }

    fn changes(&self) -> impl Iterator<Item = String> + use<> {
        let lines = BufReader::new(self.ask("GET", "/-/changes")).lines().map(|line| line.expect("a line"));
        lines.filter_map(|line| line.strip_prefix("data: ").map(str::to_owned))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

#[test]
fn a_browser_gets_every_page_and_what_there_is_to_choose() {
    let served = Served::new();
    for (path, words) in [
        ("/", "which-track serve"),
        ("/-/page.js", "EventSource"),
        ("/-/page.css", "grid"),
        ("/q/tea-or-coffee/", "<which-track quiz=\"tea-or-coffee\""),
        ("/q/tea-or-coffee/fr/", "lang=\"fr\""),
        ("/embed/tea-or-coffee/", "frame.js"),
        ("/r/tea-or-coffee/water/", "Neither"),
        ("/which-track.js?1", "tea-or-coffee"),
        ("/which-track-0a.js", "export default 1;"),
    ] {
        assert!(served.get(path).contains(words), "{path}");
    }
    let overview = served.overview();
    assert_eq!((&overview["id"], &overview["problems"]), (&"tea-or-coffee".into(), &serde_json::json!([])));
    let [english, french] = overview["languages"].as_array().expect("a list").as_slice() else { panic!("{overview}") };
    assert_eq!((&english["page"], &french["page"]), (&"q/tea-or-coffee/".into(), &"q/tea-or-coffee/fr/".into()));
    let saved: Vec<&Value> = english["questions"].as_array().expect("a list").iter().map(|one| &one["saved"]).collect();
    assert_eq!(saved[..2], [&Value::from(""), &Value::from("1;@moments;morning=slow")]);
    let outcomes = english["outcomes"].as_array().expect("a list");
    assert!(outcomes.iter().all(|one| one["saved"].as_str().is_some_and(|saved| saved.starts_with("1;@@result;"))));
    let lines = format!(
        "<script type=\"module\" src=\"http://{}/which-track.js\"></script>\n<which-track quiz=\"tea-or-coffee\"></which-track>",
        served.address
    );
    assert_eq!(overview["embed"], lines.as_str());
}

#[test]
fn nothing_but_the_site_is_answered() {
    let served = Served::new();
    for path in ["/nothing", "/../tea-or-coffee.toml", "/%2e%2e/tea-or-coffee.toml", "//etc/hostname"] {
        assert!(served.answer("GET", path).0.starts_with("HTTP/1.1 404"), "{path}");
    }
    assert!(served.answer("POST", "/").0.starts_with("HTTP/1.1 405"));
    let is_for_anybody = |path: &str| served.answer("GET", path).0.contains("Access-Control-Allow-Origin: *");
    assert!(is_for_anybody("/which-track.js") && !is_for_anybody("/-/overview.json"));
    let types =
        [("/", "text/html"), ("/which-track.js", "text/javascript"), ("/which-track-0a_bg.wasm", "application/wasm")];
    for (path, kind) in types {
        assert!(served.answer("GET", path).0.contains(&format!("Content-Type: {kind}")), "{path}");
    }
}

#[test]
fn a_save_is_seen_at_once_and_a_mistake_leaves_the_page_as_it_was() {
    let served = Served::new();
    let mut changes = served.changes();
    assert_eq!(changes.next().as_deref(), Some("1"));
    let before = Instant::now();
    served.tea.edit("What gets you out of bed?", "What wakes you?");
    assert_eq!(changes.next().as_deref(), Some("2"));
    assert!(before.elapsed() < Duration::from_secs(20), "{:?}", before.elapsed());
    assert!(served.get("/q/tea-or-coffee/").contains("What wakes you?"));
    served.tea.edit("kind = \"scale\"", "kind = \"skale\"");
    assert_eq!(changes.next().as_deref(), Some("3"));
    let expected =
        "tea-or-coffee.toml:42:8: error: `kind` of question `ritual` is `skale`\n   |\n42 | kind = \"skale\"";
    let problem = served.overview()["problems"][0].as_str().expect("a problem").to_owned();
    assert!(
        problem.starts_with(expected) && problem.contains("^^^^^^^") && problem.ends_with("did you mean `scale`?"),
        "{problem}"
    );
    assert!(served.get("/q/tea-or-coffee/").contains("What wakes you?"));
    served.tea.edit("kind = \"skale\"", "kind = \"scale\"");
    assert_eq!(changes.next().as_deref(), Some("4"));
    assert_eq!(served.overview()["problems"], serde_json::json!([]));
}

/// A persona that ends elsewhere is told, and the quiz is shown all the same.
#[test]
fn a_failed_test_is_shown_above_the_quiz() {
    let served = Served::new();
    let mut changes = served.changes();
    changes.next();
    let path = served.tea.folder().join("tea-or-coffee.toml");
    let text = fs::read_to_string(&path).expect("a file");
    let test = "\n[[tests]]\nanswers = { morning = \"slow\", moments = [\"never\"] }\noutcome = \"tea\"\n";
    fs::write(&path, text.replace("What gets you out of bed?", "What wakes you?") + test).expect("written");
    changes.next();
    let problem = served.overview()["problems"][0].as_str().expect("a problem").to_owned();
    assert!(problem.contains("test 1 leads to `water`, not to `tea`"), "{problem}");
    assert!(served.get("/q/tea-or-coffee/").contains("What wakes you?"));
}

#[cfg(unix)]
/// Where the site's own file changes, its pages do; what is wrong with it is said above the quiz, and the pages stay.
#[test]
fn the_file_about_the_site_is_heeded_while_it_is_written() {
    let served = Served::new();
    let mut changes = served.changes();
    changes.next().expect("the version");
    let write = |text: &str| fs::write(served.tea.folder().join("which-track.toml"), text).expect("written");
    let page = || served.get("/q/tea-or-coffee/");
    assert!(!page().contains("which-track-site"));
    write("[site]\naccent = \"#1d6341\"\n");
    changes.next().expect("a change");
    let green = page();
    assert!(green.contains("which-track-site-") && served.overview()["problems"] == serde_json::json!([]));
    write("[site]\naccent = \"green\"\n");
    changes.next().expect("a change");
    let problems = served.overview()["problems"].to_string();
    assert!(problems.contains("`accent` of the site is `green`"), "{problems}");
    assert_eq!(page(), green);
    fs::remove_file(served.tea.folder().join("which-track.toml")).expect("removed");
    changes.next().expect("a change");
    assert!(!page().contains("which-track-site") && served.overview()["problems"] == serde_json::json!([]));
}

#[test]
fn a_folder_without_the_slash_at_its_end_leads_to_the_one_with_it() {
    let served = Served::new();
    for (asked, location) in [
        ("/q/tea-or-coffee", "/q/tea-or-coffee/"),
        ("//q/tea-or-coffee", "/q/tea-or-coffee/"),
        ("/r/tea-or-coffee/tea/fr?a=%2F", "/r/tea-or-coffee/tea/fr/?a=%2F"),
    ] {
        let (head, _) = served.answer("GET", asked);
        assert!(head.starts_with("HTTP/1.1 301"), "{asked}: {head}");
        assert!(head.lines().any(|line| line == format!("Location: {location}")), "{asked}: {head}");
    }
    for missing in ["/q/no-such-quiz", "/..", "/q/.."] {
        assert!(served.answer("GET", missing).0.starts_with("HTTP/1.1 404"), "{missing}");
    }
}

#[test]
fn it_ends_with_a_signal_and_leaves_nothing_behind() {
    let mut served = Served::new();
    assert_eq!(fs::read_dir(served.temporary.path()).expect("a folder").count(), 1);
    let signal = Command::new("kill").args(["-INT", &served.child.id().to_string()]).status();
    assert!(signal.expect("a signal").success());
    assert!(served.child.wait().expect("an end").success());
    assert_eq!(fs::read_dir(served.temporary.path()).expect("a folder").count(), 0);
}

#[test]
fn a_widget_and_a_port_must_be_there() {
    let tea = Tea::new();
    let done = tea.call(&["serve", "tea-or-coffee.toml", "--widget", "nowhere"], "");
    assert!(done.code == 1 && done.err.contains("which-track.js") && done.out.is_empty(), "{done:?}");
    let widget = widget();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let folder = widget.path().to_str().expect("a name");
    let done = tea.call(&["serve", "tea-or-coffee.toml", "--port", &port, "--widget", folder], "");
    assert!(done.code == 1 && done.err.contains(&format!("port {port}")), "{done:?}");
}
