//! The screens of results, and what their buttons do, behind a cut.

use which_track_quiz::Finished;
use yew::prelude::*;

use crate::cut::cut;
use crate::host::SharedHost;
use crate::widget::friend::friend_screen;
use crate::widget::link::Friend;
use crate::widget::model::{Action, Model, ShareAction};
use crate::widget::result::result;
use crate::widget::share::ways::{prepare, share};

/// The screens, and what they do.
pub struct Screens {
    /// The screen of a finished reader, on this host, below a heading of this level.
    pub result: fn(&Model, (&SharedHost, u8), &Finished, &Callback<Action>) -> Html,
    /// The screen of somebody else's result.
    pub friend: fn(&Model, u8, &Friend, &Callback<Action>) -> Html,
    /// Gets the picture ready, where the host can share one.
    pub prepare: fn(&SharedHost, &Model),
    /// Shares the result.
    pub share: fn(&SharedHost, &Model, &Callback<Action>, ShareAction),
}

cut! {
    /// The screens of results.
    pub fn screens() -> Screens {
        Screens { result, friend: friend_screen, prepare, share }
    }
    __wasm_split_00result00_import_00000000000000000000000000000002_screens
    __wasm_split_00result00_export_00000000000000000000000000000002_screens
}
