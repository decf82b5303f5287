//! A host without surroundings: keeps progress in memory.

use std::cell::RefCell;

use super::{Event, Host, Standing, Target};

/// The in-memory host, for rendering without a browser.
#[derive(Default)]
pub struct Memory(RefCell<Option<String>>);

impl Memory {
    /// A host that kept this last time.
    #[must_use]
    pub fn holding(progress: &str) -> Self {
        Self(RefCell::new(Some(progress.to_owned())))
    }
}

impl Host for Memory {
    fn load(&self) -> Option<String> {
        self.0.borrow().clone()
    }

    fn save(&self, progress: &str) {
        self.0.replace(Some(progress.to_owned()));
    }

    fn forget(&self) {
        self.0.replace(None);
    }

    fn focus(&self, _: &Target) {}

    fn stand(&self, _: Option<Standing>) {}

    fn tell(&self, _: &Event) {}

    fn print(&self) {}
}
