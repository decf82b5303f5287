//! Watches the folders of quizzes, and the one that a file about the site may be in: editors put a new file in the place of the old one, so that watching files is not
//! enough.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use anyhow::{Context, Result};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::work::Work;

/// Asks for work whenever a TOML file in one of these folders changes, for as long as the watcher is there.
pub fn watch(quizzes: &[PathBuf], work: &Sender<Work>) -> Result<RecommendedWatcher> {
    let work = work.clone();
    let changed = move |event: notify::Result<Event>| {
        // What goes wrong in watching may have been a change.
        if event.as_ref().map_or(true, has_toml) {
            // After the work has ended, nobody wants to know.
            _ = work.send(Work::Look);
        }
    };
    let mut watcher = notify::recommended_watcher(changed).context("files cannot be watched")?;
    let folders = quizzes.iter().map(|quiz| folder(quiz)).chain([Path::new(".")]);
    for folder in folders.collect::<BTreeSet<_>>() {
        watcher.watch(folder, RecursiveMode::NonRecursive).with_context(|| folder.display().to_string())?;
    }
    Ok(watcher)
}

fn has_toml(event: &Event) -> bool {
    let is_toml = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml");
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(is_toml)
}

fn folder(quiz: &Path) -> &Path {
    quiz.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
