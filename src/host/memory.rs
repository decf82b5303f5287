//! A host without surroundings: keeps progress in memory, and remembers what it was asked for.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Event, Host, Standing, Target};

/// The in-memory host, for rendering without a browser and for tests. Clones share what they remember.
#[derive(Clone, Default)]
pub struct Memory {
    kept: Rc<RefCell<Option<String>>>,
    focused: Rc<RefCell<Vec<Target>>>,
    told: Rc<RefCell<Vec<Event>>>,
    standing: Rc<RefCell<Option<Standing>>>,
}

impl Memory {
    /// A host that kept this last time.
    #[must_use]
    pub fn holding(progress: &str) -> Self {
        Self { kept: Rc::new(RefCell::new(Some(progress.to_owned()))), ..Self::default() }
    }

    /// Where focus was moved, in order.
    #[must_use]
    pub fn focused(&self) -> Vec<Target> {
        self.focused.borrow().clone()
    }

    /// What the page was told, in order.
    #[must_use]
    pub fn told(&self) -> Vec<Event> {
        self.told.borrow().clone()
    }

    /// Where the reader stands.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        self.standing.borrow().clone()
    }
}

impl Host for Memory {
    fn load(&self) -> Option<String> {
        self.kept.borrow().clone()
    }

    fn save(&self, progress: &str) {
        *self.kept.borrow_mut() = Some(progress.to_owned());
    }

    fn forget(&self) {
        *self.kept.borrow_mut() = None;
    }

    fn focus(&self, target: &Target) {
        self.focused.borrow_mut().push(target.clone());
    }

    fn stand(&self, standing: Option<Standing>) {
        *self.standing.borrow_mut() = standing;
    }

    fn tell(&self, event: &Event) {
        self.told.borrow_mut().push(event.clone());
    }

    fn print(&self) {}
}
