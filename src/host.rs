//! What the widget needs from outside: a place to keep progress, focus, and somebody to tell what happened.

use std::rc::Rc;

mod memory;

pub use memory::Memory;

/// Where focus goes after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The heading of the screen.
    Heading,
    /// A control that keeps its name while it moves about.
    Control(String),
}

/// What the page around the widget may want to know. Carries ids, never an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The first answer was given.
    Start,
    /// A question is shown: its place, counted from 0, among how many, and its id.
    Step {
        /// Its place among the shown questions, counted from 0.
        index: usize,
        /// How many are shown.
        total: usize,
        /// Its id.
        question: String,
    },
    /// The verdict is shown.
    Result(Standing),
}

/// Where a finished reader stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The quiz's id.
    pub quiz: String,
    /// Its edition.
    pub edition: String,
    /// The outcome's id.
    pub outcome: String,
    /// Each track's id with its fit as a whole percentage, 0 to 100, in file order.
    pub fits: Vec<(String, u8)>,
}

/// The widget's way to the outside. Nothing here can fail loudly: what the surroundings refuse does not happen.
pub trait Host {
    /// What was kept last time.
    fn load(&self) -> Option<String>;
    /// Keeps progress for the next visit.
    fn save(&self, progress: &str);
    /// Forgets what was kept.
    fn forget(&self);
    /// Moves focus, once the screen has changed.
    fn focus(&self, target: &Target);
    /// Where the reader stands after a change, or when a saved session is taken up; nowhere before the verdict.
    fn stand(&self, standing: Option<Standing>);
    /// Tells the page around.
    fn tell(&self, event: &Event);
    /// Prints the page.
    fn print(&self);
}

/// A host that components can hold; the same only as itself.
#[derive(Clone)]
pub struct SharedHost(Rc<dyn Host>);

impl SharedHost {
    /// Shares a host.
    pub fn new(host: impl Host + 'static) -> Self {
        Self(Rc::new(host))
    }
}

impl std::ops::Deref for SharedHost {
    type Target = dyn Host;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl PartialEq for SharedHost {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
