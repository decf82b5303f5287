//! Where things are kept: in memory while the page is open, and between visits in the browser's local storage, where
//! it lets us.

use std::cell::RefCell;

use web_sys::Storage;

use crate::host::Slot;

/// Between what is kept in several slots, where it is carried over; nothing that is kept has it.
const BETWEEN: char = '\n';

/// A place for what is kept of one quiz.
pub struct Keep {
    storage: Option<Storage>,
    quiz: String,
    memory: RefCell<[Option<String>; Slot::ALL.len()]>,
}

impl Keep {
    /// The place for a quiz, in the local storage where `between_visits`. A browser may refuse storage altogether: then
    /// what is kept lasts as long as the page, and nothing fails. What was `carried` over from an earlier place for the
    /// same quiz goes before what is stored; the empty text means that everything is to be forgotten.
    pub fn new(quiz: &str, between_visits: bool, carried: Option<&str>) -> Self {
        let local = || web_sys::window()?.local_storage().ok()?;
        let storage = local().filter(|_| between_visits);
        let keep = Self { storage, quiz: quiz.to_owned(), memory: RefCell::default() };
        if carried == Some("") {
            Slot::ALL.iter().for_each(|slot| keep.clear(*slot));
            return keep;
        }
        let mut carried = carried.into_iter().flat_map(|carried| carried.split(BETWEEN));
        let memory = if carried.next() == Some(quiz) {
            Slot::ALL.map(|_| carried.next().filter(|text| !text.is_empty()).map(str::to_owned))
        } else {
            Slot::ALL.map(|slot| keep.stored(slot))
        };
        keep.memory.replace(memory);
        keep
    }

    /// What is kept, to be carried over to another place on the same page.
    pub fn carry(&self) -> String {
        let kept = Slot::ALL.map(|slot| self.get(slot).unwrap_or_default());
        [[self.quiz.clone()].as_slice(), &kept].concat().join(&BETWEEN.to_string())
    }

    fn key(&self, slot: Slot) -> String {
        let name = match slot {
            Slot::Progress => "",
            Slot::Last => ":last",
            Slot::Level => ":level",
        };
        format!("which-track:{}{name}", self.quiz)
    }

    /// The name under which something outlasts the page, where it does.
    pub fn name(&self, slot: Slot) -> Option<String> {
        self.stored(slot).map(|_| self.key(slot))
    }

    fn stored(&self, slot: Slot) -> Option<String> {
        self.storage.as_ref()?.get_item(&self.key(slot)).ok()?
    }

    /// What was kept.
    pub fn get(&self, slot: Slot) -> Option<String> {
        self.memory.borrow()[slot as usize].clone()
    }

    /// Keeps a text. Where storage refuses it, as when it is full, what was there before goes too: it would come back
    /// as if it were the last.
    pub fn set(&self, slot: Slot, text: &str) {
        self.memory.borrow_mut()[slot as usize] = Some(text.to_owned());
        let Some(storage) = &self.storage else { return };
        if storage.set_item(&self.key(slot), text).is_err() {
            _ = storage.remove_item(&self.key(slot));
        }
    }

    /// Forgets what was kept.
    pub fn clear(&self, slot: Slot) {
        self.memory.borrow_mut()[slot as usize] = None;
        if let Some(storage) = &self.storage {
            _ = storage.remove_item(&self.key(slot));
        }
    }
}
