//! A browser's ways to share, for one widget, behind a cut.

use web_sys::Element;
use yew::Callback;

use super::canvas::Prepared;
use super::sharing::{self, OnShared};
use crate::cut::cut;
use crate::host::{Capabilities, Picture, Refusal};

/// The part of the [`crate::host::Host`] that shares.
pub trait Ways {
    fn capabilities(&self) -> Capabilities;
    fn copy(&self, text: &str, done: Callback<bool>);
    fn share(&self, words: &str, link: &str, done: OnShared);
    fn prepare(&self, picture: &Picture);
    fn share_picture(&self, picture: &Picture, done: OnShared);
    fn download(&self, picture: &Picture) -> Result<(), Refusal>;
}

/// Makes the ways of a widget in an element.
pub struct MakeWays(pub fn(&Element) -> Box<dyn Ways>);

cut! {
    /// The ways of a browser.
    pub fn make_ways() -> MakeWays {
        MakeWays(|root| Box::new(Sharer::new(root)))
    }
    __wasm_split_00result00_import_00000000000000000000000000000003_ways
    __wasm_split_00result00_export_00000000000000000000000000000003_ways
}

/// The ways of a widget in an element.
pub struct Sharer {
    root: Element,
    capabilities: Capabilities,
    /// The picture that waits for a tap.
    prepared: Prepared,
}

impl Sharer {
    /// The ways of a widget in `root`.
    pub fn new(root: &Element) -> Self {
        Self { root: root.clone(), capabilities: sharing::capabilities(), prepared: Prepared::default() }
    }
}

impl Ways for Sharer {
    fn capabilities(&self) -> Capabilities {
        self.capabilities
    }

    fn copy(&self, text: &str, done: Callback<bool>) {
        sharing::copy(text, done);
    }

    fn share(&self, words: &str, link: &str, done: OnShared) {
        sharing::share(words, link, done);
    }

    fn prepare(&self, picture: &Picture) {
        self.prepared.draw(&self.root, picture);
    }

    fn share_picture(&self, picture: &Picture, done: OnShared) {
        self.prepared.hand(&self.root, picture, move |file| sharing::share_file(file, done));
    }

    fn download(&self, picture: &Picture) -> Result<(), Refusal> {
        sharing::download(&self.root, picture)
    }
}
