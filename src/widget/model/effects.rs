//! What changes of the model ask of the host, as values.

use crate::host::{Event, Target};

/// What a change asks of the host.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// Where focus goes, once the screen is drawn.
    pub focus: Option<Target>,
    /// What the page is told, once the screen is drawn.
    pub events: Vec<Event>,
    /// Whether what is kept has changed.
    pub save: bool,
    /// Whether the reader has left somebody's result.
    pub leave: bool,
    /// Whether what only a result needs is to come.
    pub bring: bool,
    /// Whether another verdict is on the screen, of which the rest is to be drawn once it is painted.
    pub verdict: bool,
    /// Whether what would change it is to be worked out.
    pub search: bool,
}

impl Effects {
    /// Adds what a later change asks.
    pub fn extend(&mut self, later: Self) {
        let Self { focus, events, save, leave, bring, verdict, search } = later;
        self.focus = focus.or(self.focus.take());
        self.events.extend(events);
        (self.save, self.leave) = (self.save || save, self.leave || leave);
        (self.bring, self.verdict, self.search) = (self.bring || bring, self.verdict || verdict, self.search || search);
    }

    pub(super) fn focus(target: Target) -> Self {
        Self { focus: Some(target), ..Self::default() }
    }

    pub(super) fn save() -> Self {
        Self { save: true, ..Self::default() }
    }
}
