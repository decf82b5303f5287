//! `which-track serve`: a quiz in the browser while it is written. What is saved is made anew at once, and the page with
//! it; problems are shown in the page.

mod answer;
mod overview;
mod published;
mod watch;
mod work;

use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::Server;

use crate::build::LiveSite;
use crate::exit::Exit;
use crate::print;
use crate::site_file::Settings;
use published::Published;
use work::{Work, Worker};

/// Which quizzes, and where they are served.
#[derive(clap::Args)]
pub struct Args {
    /// Quiz files.
    #[arg(required = true)]
    quizzes: Vec<PathBuf>,
    /// The port on 127.0.0.1; the next free one from 4173 on where left out.
    #[arg(long, value_name = "NUMBER")]
    port: Option<u16>,
    /// The folder that the compiled widget is in: a built site, for example. Without it, the one inside of the tool, or in
    /// dist/ where it has none.
    #[arg(long, value_name = "FOLDER")]
    widget: Option<PathBuf>,
}

/// How many requests are answered at once. Those that wait for changes have threads of their own.
const THREADS: usize = 4;

/// Serves until it is stopped.
pub fn run(args: &Args) -> Result<Exit> {
    let Args { quizzes, port, widget } = args;
    let Some(settings) = Settings::load(None, None)? else { return Ok(Exit::Problems) };
    let site = LiveSite::new(widget.as_deref(), settings)?;
    let server = Arc::new(bind(*port)?);
    let address = server.server_addr().to_ip().context("no address")?;
    let published = Arc::new(Published::new(site.folder(), format!("http://{address}")));
    let (work, todo) = mpsc::channel();
    stop_on_signal(&server, work.clone())?;
    let _watcher = watch::watch(quizzes, &work)?;
    let mut worker = Worker::new(site, quizzes, Arc::clone(&published), work);
    worker.begin()?;
    print::line(format!("http://{address}/"))?;
    print::note("Ctrl-C ends it.")?;
    for _ in 0..THREADS {
        let (server, published) = (Arc::clone(&server), Arc::clone(&published));
        thread::spawn(move || answer::all(&server, &published));
    }
    worker.until_stopped(&todo)?;
    Ok(Exit::Well)
}

/// A server on this machine that nobody else reaches.
fn bind(port: Option<u16>) -> Result<Server> {
    let http = |port: u16| Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("port {port}: {error}"));
    match port {
        Some(port) => http(port),
        None => (4173..4193).find_map(|port| http(port).ok()).map_or_else(|| http(0), Ok),
    }
}

/// Ends the work, so that the folder of the site is taken away.
fn stop_on_signal(server: &Arc<Server>, work: mpsc::Sender<Work>) -> Result<()> {
    let server = Arc::clone(server);
    let stop = move || {
        server.unblock();
        // Where nobody is at work any more, there is nothing to stop.
        _ = work.send(Work::Stop);
    };
    ctrlc::set_handler(stop).context("Ctrl-C cannot be listened to")
}
