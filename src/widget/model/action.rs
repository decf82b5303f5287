//! What can happen to the model.

use which_track_quiz::card::Format;
use which_track_quiz::change::Search;
use which_track_quiz::share::Disclosure;
use which_track_quiz::words::Words;
use which_track_quiz::{CompleteAnswers, Msg, Quiz};
use yew::Callback;

use crate::cut::ResultThere;
use crate::host::Slots;
use crate::same::Same;

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copyable {
    /// The link to the result.
    Link,
    /// The link that invites a friend to compare.
    Invitation,
}

impl Copyable {
    /// The name of the field that shows it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Invitation => "invitation",
        }
    }
}

/// A way to share that the host carries out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareAction {
    /// To the clipboard.
    Copy(Copyable),
    /// By the system's share sheet, as a link.
    System,
    /// By the system's share sheet, as a picture.
    Picture,
    /// As a file.
    Save(Format),
    /// By a link to a service, under this name.
    Service(&'static str),
}

/// Something that happened: in the session, or beside it.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// In the session.
    Session(Msg),
    /// The reader chose how much to show.
    Disclosed(Disclosure),
    /// Something was copied, or could not be.
    Copied(Copyable, bool),
    /// The picture was handed over to be saved, or could not be.
    Saved(bool),
    /// The reader's Mastodon server was typed.
    ServerTyped(String),
    /// The reader left somebody's result for the quiz.
    TookUp,
    /// Everything that was kept is to be deleted.
    Deleted,
    /// The reader chose a way to share the result.
    Shared(ShareAction),
    /// The reader looked for the ways to share it.
    SoughtSharing,
    /// The page is to be printed.
    Printed,
    /// The verdict was painted, and the rest of the result can follow.
    Painted,
    /// It was worked out what would change the result of these answers.
    Searched(CompleteAnswers, Same<Search>),
    /// Other things are stored now than the screen tells.
    Stored,
    /// What only a result needs came, or did not.
    Brought(Option<Brought>),
    /// Another tab may have written or deleted what is kept.
    StoredElsewhere,
    /// Another tab has.
    Renewed(Box<Renewal>),
}

/// What a result needs, as it comes.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// That the rest of the program is there.
    pub there: ResultThere,
    /// The whole quiz.
    pub quiz: Same<Quiz>,
    /// All words beside it.
    pub words: Same<Words>,
}

/// How that comes: asked with whom to tell of it, or of nothing where it did not come.
pub type Bring = Callback<Callback<Option<Brought>>>;

/// What another tab has left, and what the reader did here without having seen it.
#[derive(Clone, Debug, PartialEq)]
pub struct Renewal {
    pub stored: Slots,
    /// Whether the focus is in this widget.
    pub focused: bool,
    pub then: Option<Action>,
}
