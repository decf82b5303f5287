//! What the widget needs from outside: a place to keep progress, focus, somebody to tell what happened, and ways to
//! share.

use std::rc::Rc;

use serde::Serialize;
use which_track_quiz::card::{Format, Shape};
use yew::Callback;

use crate::same::Same;

pub mod memory;

/// What is kept for a quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Where the reader is in the quiz, as [`which_track_quiz::Session::save`] writes it.
    Progress,
    /// The result before the last new start, as a share code with all answers.
    Last,
    /// How much of the result the reader wants to show, where that was chosen.
    Disclosure,
}

impl Slot {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Progress, Self::Last, Self::Disclosure];
}

/// What is kept for a quiz, by slot.
pub type Slots = [Option<String>; Slot::ALL.len()];

/// Where focus goes after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The heading of the screen.
    Heading,
    /// A control that keeps its name while it moves about.
    Control(String),
}

/// What the page around the widget may want to know, as what the event carries: ids, never an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Event {
    /// The first answer was given.
    Start,
    /// A question is shown.
    Step {
        /// Its place among the shown questions, counted from 0.
        index: usize,
        /// How many are shown.
        total: usize,
        /// Its id.
        question: String,
    },
    /// The verdict is shown.
    Result {
        /// The quiz's id.
        quiz: String,
        /// Its edition.
        edition: String,
        /// The outcome's id.
        outcome: String,
    },
    /// The result was shared.
    Share {
        /// On which way: `copy`, `system`, `picture`, or a service's name.
        channel: &'static str,
    },
}

impl Event {
    /// The event's name, behind `which-track:`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Step { .. } => "step",
            Self::Result { .. } => "result",
            Self::Share { .. } => "share",
        }
    }
}

/// Where a finished reader stands, as the element's property `result` has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResultSummary {
    /// The quiz's id.
    pub quiz: String,
    /// Its edition.
    pub edition: String,
    /// The outcome's id.
    pub outcome: String,
    /// How well each track fits, in file order.
    pub fits: Vec<TrackFit>,
    /// The link that shows as much of the result as the reader chose, where the quiz has share pages.
    pub link: Option<String>,
}

impl From<ResultSummary> for Event {
    fn from(ResultSummary { quiz, edition, outcome, .. }: ResultSummary) -> Self {
        Self::Result { quiz, edition, outcome }
    }
}

/// How well a track fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrackFit {
    /// The track's id.
    pub track: String,
    /// A whole percentage, 0 to 100.
    pub percent: u8,
}

/// Which ways of sharing the host allow. What they do not allow is not shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// Copying text.
    pub copy: bool,
    /// The system's share sheet, with a link.
    pub share: bool,
    /// The system's share sheet, with a picture.
    pub share_files: bool,
    /// Opening other pages, saving files, printing: all but in a sandbox.
    pub open: bool,
}

/// Why something was not shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The host did not take it.
    Refused,
    /// There is no picture: what was drawn cannot be read.
    Unreadable,
}

/// A picture of a result, for a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The name of the file, without an ending.
    pub name: String,
    /// Its format.
    pub format: Format,
    /// What is on it.
    pub shapes: Vec<Shape>,
}

/// The widget's way to the outside. Nothing here can fail loudly: what the host refuse does not happen.
pub trait Host {
    /// What was kept last time.
    fn load(&self, slot: Slot) -> Option<String>;
    /// Keeps something for the next visit.
    fn save(&self, slot: Slot, text: &str);
    /// Forgets what was kept.
    fn forget(&self, slot: Slot);
    /// Under which name it lies in this browser; nothing where it lasts only as long as the page.
    fn name(&self, slot: Slot) -> Option<String>;
    /// Whether something was written or deleted elsewhere since this widget last read or wrote it. From then on, that is
    /// what is kept here too.
    fn renew(&self) -> bool;
    /// Calls back whenever that may be the case.
    fn watch(&self, changed: Callback<()>);
    /// The reader leaves somebody's result for the quiz, and has left it from then on.
    fn leave(&self);
    /// Whether they have left the one that is linked to.
    fn has_left(&self) -> bool;
    /// Whether the focus is in the widget.
    fn has_focus(&self) -> bool;
    /// Much of the screen is about to change: until focus moves, or [`Host::release`], nothing around it moves.
    fn hold(&self);
    /// It has changed, and the focus stays.
    fn release(&self);
    /// Moves focus, once the screen has changed.
    fn focus(&self, target: &Target);
    /// Where the reader stands after a change, or when a saved session is taken up; nowhere before the verdict.
    fn publish(&self, summary: Option<ResultSummary>);
    /// Tells the page around.
    fn emit(&self, event: &Event);
    /// Whether there is a page that is painted, so that what takes long waits until it has been.
    fn paints(&self) -> bool;
    /// Does something once the page has been painted.
    fn later(&self, task: Callback<()>);
    /// Prints the page.
    fn print(&self);
    /// Which ways of sharing there are here.
    fn capabilities(&self) -> Capabilities;
    /// Copies a text, and says whether that was possible.
    fn copy(&self, text: &str, done: Callback<bool>);
    /// Opens the system's share sheet with a link, and says what became of it, unless the reader put it away.
    fn share(&self, words: &str, link: &str, done: Callback<Result<(), Refusal>>);
    /// Gets a picture ready: a share sheet opens only at once after a tap, and drawing takes longer.
    fn prepare(&self, picture: &Picture);
    /// Opens the system's share sheet with a picture: at once with the one that was prepared, if it is that one. Says
    /// what became of it as `share` does.
    fn share_picture(&self, picture: &Picture, done: Callback<Result<(), Refusal>>);
    /// Hands a picture over to be saved as a file.
    fn download(&self, picture: &Picture) -> Result<(), Refusal>;
}

/// A host that components can hold.
pub type SharedHost = Same<dyn Host>;

impl<H: Host + 'static> From<H> for SharedHost {
    fn from(host: H) -> Self {
        let host: Rc<dyn Host> = Rc::new(host);
        host.into()
    }
}
