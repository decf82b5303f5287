//! Answers what the browser asks for: the page around the quizzes, files of the site, and word of changes.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{fs, thread};

use percent_encoding::percent_decode_str;
use tiny_http::{Header, Method, Request, Response, Server};

use super::published::Published;

/// After so long a browser is told the same again, which shows whether it is still there, and has it ask once more for
/// what it did not get.
const PULSE: Duration = Duration::from_secs(15);

/// Answers until the server is stopped.
pub fn all(server: &Server, published: &Arc<Published>) {
    for request in server.incoming_requests() {
        // Whoever has gone away meanwhile needs no answer.
        _ = one(request, published);
    }
}

fn one(request: Request, published: &Arc<Published>) -> io::Result<()> {
    let path = request.url().split('?').next().unwrap_or_default();
    let path = percent_decode_str(path.trim_start_matches('/')).decode_utf8_lossy().into_owned();
    if ![Method::Get, Method::Head].contains(request.method()) {
        return request.respond(Response::empty(405));
    }
    if path == "-/changes" {
        let published = Arc::clone(published);
        thread::spawn(move || changes(request, &published));
        return Ok(());
    }
    if let Some(address) = with_slash(request.url(), &path, published) {
        let location = Header::from_bytes("Location", address.as_bytes());
        return request.respond(location.into_iter().fold(Response::empty(301), Response::with_header));
    }
    let (name, bytes, code) = match content(&path, published) {
        Some((name, bytes)) => (name, bytes, 200),
        None => ("missing.txt".to_owned(), MISSING.as_bytes().into(), 404),
    };
    let mut response = Response::from_data(bytes.into_owned()).with_status_code(code);
    // An author may look at the quiz in a page of their own, from another server. What is wrong with it is nobody else's.
    let anybody = (!path.starts_with("-/")).then_some(("Access-Control-Allow-Origin", "*"));
    let always = [("Content-Type", kind(&name)), ("Cache-Control", "no-store")];
    for (field, value) in always.into_iter().chain(anybody) {
        Header::from_bytes(field, value).into_iter().for_each(|header| response.add_header(header));
    }
    request.respond(response)
}

/// The address of a folder that was asked for without the slash at its end, as hosts of static files have it: addresses in
/// its page begin there.
fn with_slash(url: &str, path: &str, published: &Published) -> Option<String> {
    let is_folder = !path.is_empty() && !path.ends_with('/') && published.folder.join(inside(path)?).is_dir();
    let (asked, query) = url.split_at(url.find('?').unwrap_or(url.len()));
    is_folder.then(|| format!("/{}/{query}", asked.trim_matches('/')))
}

const MISSING: &str = "There is nothing here. The quizzes are at /.\n";

/// The type of a file, by its ending.
fn kind(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Tells a browser of every change, for as long as it listens (server-sent events).
fn changes(request: Request, published: &Published) {
    let mut to = request.into_writer();
    let head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
    let mut known = published.version();
    let mut text = format!("{head}data: {known}\n\n");
    // Whoever does not listen any more cannot be written to.
    while to.write_all(text.as_bytes()).and_then(|()| to.flush()).is_ok() {
        known = published.wait(known, PULSE);
        text = format!("data: {known}\n\n");
    }
}

/// The bytes at a path, with the name of the file that they are.
fn content(path: &str, published: &Published) -> Option<(String, Cow<'static, [u8]>)> {
    let own = |name: &str, text: &'static str| Some((name.to_owned(), Cow::Borrowed(text.as_bytes())));
    match path {
        "" => own("index.html", include_str!("page.html")),
        "-/page.js" => own("page.js", include_str!("page.js")),
        "-/page.css" => own("page.css", include_str!("page.css")),
        "-/overview.json" => Some(("overview.json".to_owned(), published.overview().into_bytes().into())),
        _ => {
            let path = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
            let bytes = fs::read(published.folder.join(inside(&path)?)).ok()?;
            Some((path, bytes.into()))
        }
    }
}

/// A path that stays within its folder.
fn inside(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(path);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}
