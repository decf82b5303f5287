//! Where things are kept: in memory while the page is open, and between visits in the browser's local storage, where
//! it lets us. Other tabs write there too.

use std::cell::RefCell;

use web_sys::Storage;
use yew::Callback;

use crate::host::{Kept, Slot};

/// Between what is kept in several slots, where it is carried over; nothing that is kept has it.
const BETWEEN: char = '\n';

/// A place for what is kept of one quiz.
pub struct Keep {
    storage: Option<Storage>,
    quiz: String,
    memory: RefCell<Kept>,
    /// What is stored, as far as this place knows. What is there besides was written elsewhere.
    known: RefCell<Kept>,
    /// The link that brought somebody's result which the reader has left for the quiz, and the one of this page.
    left: RefCell<String>,
    link: String,
    watcher: RefCell<Callback<()>>,
}

impl Keep {
    /// The place for a quiz, in the local storage where `between_visits`. A browser may refuse storage altogether: then
    /// what is kept lasts as long as the page, and nothing fails. What was `carried` over from an earlier place for the
    /// same quiz goes before what is stored, unless that was written since; the empty text means that everything is to be
    /// forgotten. `link` is what follows the `#` of a share link that was opened.
    pub fn new(quiz: &str, between_visits: bool, carried: Option<&str>, link: &str) -> Self {
        let local = || web_sys::window()?.local_storage().ok()?;
        let storage = local().filter(|_| between_visits);
        let (memory, known, left, watcher) = <_>::default();
        let keep = Self { storage, quiz: quiz.to_owned(), memory, known, left, link: link.to_owned(), watcher };
        if carried == Some("") {
            Slot::ALL.iter().for_each(|slot| keep.clear(*slot));
            return keep;
        }
        let carried_from_storage =
            carried.is_some_and(|carried| carried.matches(BETWEEN).count() > Slot::ALL.len() + 1);
        let mut carried = carried.into_iter().flat_map(|carried| carried.split(BETWEEN));
        if carried.next() == Some(quiz) {
            keep.left.replace(carried.next().unwrap_or_default().to_owned());
            let mut next = || Slot::ALL.map(|_| carried.next().filter(|text| !text.is_empty()).map(str::to_owned));
            let memory = next();
            // Without a storage there was nothing to know, and what was answered since then is newer than what lies there.
            let stored = carried_from_storage.then(&mut next);
            let known = stored.or_else(|| (memory != Kept::default()).then(|| Slot::ALL.map(|slot| keep.stored(slot))));
            keep.memory.replace(memory);
            keep.known.replace(known.unwrap_or_default());
        }
        keep.renew();
        keep
    }

    /// What is kept, to be carried over to another place on the same page.
    pub fn carry(&self) -> String {
        let kept = [&self.memory, &self.known].map(|kept| kept.borrow().clone().map(Option::unwrap_or_default));
        let kept = &kept[..if self.storage.is_some() { 2 } else { 1 }];
        let head = [self.quiz.clone(), self.left.borrow().clone()];
        [head.as_slice(), kept.as_flattened()].concat().join(&BETWEEN.to_string())
    }

    /// The reader leaves the result that the link brought for the quiz.
    pub fn leave(&self) {
        self.left.replace(self.link.clone());
    }

    /// Whether they have, also on an earlier place.
    pub fn has_left(&self) -> bool {
        !self.link.is_empty() && *self.left.borrow() == self.link
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
        self.known.borrow()[slot as usize].as_ref().map(|_| self.key(slot))
    }

    /// What is stored now. A storage that does not answer anymore holds what it held; an empty text says that another tab
    /// could not store what it has, not that anything was deleted.
    fn stored(&self, slot: Slot) -> Option<String> {
        let known = || self.known.borrow()[slot as usize].clone();
        match self.storage.as_ref()?.get_item(&self.key(slot)) {
            Ok(Some(text)) if text.is_empty() => known(),
            Ok(stored) => stored,
            Err(_) => known(),
        }
    }

    /// Takes up what was written or deleted elsewhere. `false` where that is nothing.
    pub fn renew(&self) -> bool {
        if self.storage.is_none() {
            return false;
        }
        let stored = Slot::ALL.map(|slot| self.stored(slot));
        let known = self.known.replace(stored.clone());
        for (memory, (stored, known)) in self.memory.borrow_mut().iter_mut().zip(stored.iter().zip(&known)) {
            if stored != known {
                memory.clone_from(stored);
            }
        }
        stored != known
    }

    /// Whom to call when something may have been written elsewhere.
    pub fn watch(&self, watcher: Callback<()>) {
        self.watcher.replace(watcher);
    }

    /// Something may have been written elsewhere.
    pub fn changed(&self) {
        let watcher = self.watcher.borrow().clone();
        watcher.emit(());
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
        let kept = storage.set_item(&self.key(slot), text).is_ok();
        if !kept && storage.set_item(&self.key(slot), "").is_err() {
            _ = storage.remove_item(&self.key(slot));
        }
        self.known.borrow_mut()[slot as usize] = kept.then(|| text.to_owned());
    }

    /// Forgets what was kept.
    pub fn clear(&self, slot: Slot) {
        self.memory.borrow_mut()[slot as usize] = None;
        self.known.borrow_mut()[slot as usize] = None;
        if let Some(storage) = &self.storage {
            _ = storage.remove_item(&self.key(slot));
        }
    }
}
