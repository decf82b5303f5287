//! A host without a page: keeps in memory what is to be kept.

use std::cell::RefCell;

use yew::Callback;

use super::{Capabilities, Event, Host, Picture, Refusal, ResultSummary, Slot, Slots, Target};

/// The in-memory host, for rendering without a browser.
#[derive(Default)]
pub struct Memory {
    stored: RefCell<Slots>,
    capabilities: Capabilities,
    paints: bool,
}

impl Memory {
    /// A host that kept this progress last time.
    #[must_use]
    pub fn holding(progress: &str) -> Self {
        let memory = Self::default();
        memory.save(Slot::Progress, progress);
        memory
    }

    /// The host where the host allow this.
    #[must_use]
    pub fn allowing(self, capabilities: Capabilities) -> Self {
        Self { capabilities, ..self }
    }

    /// The host as if it had a page, on which nothing has been painted yet.
    #[must_use]
    pub fn painting(self) -> Self {
        Self { paints: true, ..self }
    }
}

impl Host for Memory {
    fn load(&self, slot: Slot) -> Option<String> {
        self.stored.borrow()[slot as usize].clone()
    }

    fn save(&self, slot: Slot, text: &str) {
        self.stored.borrow_mut()[slot as usize] = Some(text.to_owned());
    }

    fn forget(&self, slot: Slot) {
        self.stored.borrow_mut()[slot as usize] = None;
    }

    fn name(&self, _: Slot) -> Option<String> {
        None
    }

    fn renew(&self) -> bool {
        false
    }

    fn watch(&self, _: Callback<()>) {}

    fn leave(&self) {}

    fn has_left(&self) -> bool {
        false
    }

    fn has_focus(&self) -> bool {
        false
    }

    fn hold(&self) {}

    fn release(&self) {}

    fn focus(&self, _: &Target) {}

    fn publish(&self, _: Option<ResultSummary>) {}

    fn emit(&self, _: &Event) {}

    fn paints(&self) -> bool {
        self.paints
    }

    fn later(&self, task: Callback<()>) {
        task.emit(());
    }

    fn print(&self) {}

    fn capabilities(&self) -> Capabilities {
        self.capabilities
    }

    fn copy(&self, _: &str, done: Callback<bool>) {
        done.emit(false);
    }

    fn share(&self, _: &str, _: &str, done: Callback<Result<(), Refusal>>) {
        done.emit(Err(Refusal::Refused));
    }

    fn prepare(&self, _: &Picture) {}

    fn share_picture(&self, _: &Picture, done: Callback<Result<(), Refusal>>) {
        done.emit(Err(Refusal::Refused));
    }

    fn download(&self, _: &Picture) -> Result<(), Refusal> {
        Err(Refusal::Unreadable)
    }
}
