//! What is there to be seen at the moment, and whoever waits for it to change.

use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What is there to be seen.
pub struct Published {
    /// The folder of the site, for as long as it is there.
    pub folder: PathBuf,
    /// The address of the server.
    pub address: String,
    current: Mutex<Current>,
    changed: Condvar,
}

#[derive(Default)]
struct Current {
    /// How often it has changed.
    version: u64,
    /// What the page around the quizzes shows, as JSON.
    overview: String,
}

impl Published {
    /// Nothing yet.
    pub fn new(folder: PathBuf, address: String) -> Self {
        Self { folder, address, current: Mutex::default(), changed: Condvar::new() }
    }

    /// What the page around the quizzes shows, as JSON.
    pub fn overview(&self) -> String {
        self.current().overview.clone()
    }

    /// How often it has changed.
    pub fn version(&self) -> u64 {
        self.current().version
    }

    /// Shows something else, which is made with the number of this change.
    pub fn change(&self, overview: impl FnOnce(u64) -> String) {
        let mut current = self.current();
        current.version += 1;
        current.overview = overview(current.version);
        self.changed.notify_all();
    }

    /// Waits until it has changed more often than that, or for a while.
    pub fn wait(&self, known: u64, at_most: Duration) -> u64 {
        let waited = self.changed.wait_timeout_while(self.current(), at_most, |current| current.version <= known);
        waited.unwrap_or_else(PoisonError::into_inner).0.version
    }

    /// What is there is right even if a thread has failed beside it.
    fn current(&self) -> MutexGuard<'_, Current> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
