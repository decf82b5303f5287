//! Where things are kept: in memory while the page is open, and between visits in the browser's local storage, where
//! it lets us. Other tabs write there too.

use std::cell::RefCell;

use gloo_utils::window;
use web_sys::Storage;
use yew::Callback;

use crate::host::{Slot, Slots};

/// How a place begins.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// With what is stored.
    #[default]
    Stored,
    /// With nothing: what is stored is forgotten.
    Fresh,
    /// With what an earlier place on the same page left, which goes before what is stored, unless that was written since.
    Carried(Carried),
}

/// What a place leaves to the next one on the same page. The program may be another one by then: so it is a list of texts
/// in between.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Carried {
    quiz: String,
    /// The link that brought somebody's result which the reader has left for the quiz.
    left: String,
    memory: Slots,
    /// What was stored, as far as the place knew; nothing where there was no storage.
    known: Option<Slots>,
}

impl Carried {
    /// As texts: the quiz, the link, and each slot of the two, empty where nothing is kept.
    pub fn into_texts(self) -> Vec<String> {
        let slots = [Some(self.memory), self.known].into_iter().flatten().flatten().map(Option::unwrap_or_default);
        [self.quiz, self.left].into_iter().chain(slots).collect()
    }

    /// From texts: what is missing is as if nothing was kept.
    pub fn of_texts(texts: Vec<String>) -> Self {
        let stored = texts.len() > 2 + Slot::ALL.len();
        let mut texts = texts.into_iter();
        let mut next = || texts.next().unwrap_or_default();
        let (quiz, left) = (next(), next());
        let mut slots = || Slot::ALL.map(|_| Some(next()).filter(|text| !text.is_empty()));
        let (memory, known) = (slots(), slots());
        Self { quiz, left, memory, known: stored.then_some(known) }
    }
}

/// A place for what is kept of one quiz.
pub struct Store {
    storage: Option<Storage>,
    quiz: String,
    memory: RefCell<Slots>,
    /// What is stored, as far as this place knows. What is there besides was written elsewhere.
    known: RefCell<Slots>,
    /// The link that brought somebody's result which the reader has left for the quiz, and the one of this page.
    left: RefCell<String>,
    link: String,
    watcher: RefCell<Callback<()>>,
}

impl Store {
    /// The place for a quiz, in the local storage where `between_visits`. A browser may refuse storage altogether: then
    /// what is kept lasts as long as the page, and nothing fails. `link` is what follows the `#` of a share link that was
    /// opened.
    pub fn new(quiz: &str, between_visits: bool, start: Start, link: &str) -> Self {
        let storage = window().local_storage().ok().flatten().filter(|_| between_visits);
        let (memory, known, left, watcher) = <_>::default();
        let store = Self { storage, quiz: quiz.to_owned(), memory, known, left, link: link.to_owned(), watcher };
        match start {
            Start::Fresh => Slot::ALL.iter().for_each(|slot| store.forget(*slot)),
            Start::Carried(carried) if carried.quiz == quiz => store.take_up(carried),
            Start::Carried(_) | Start::Stored => _ = store.renew(),
        }
        store
    }

    fn take_up(&self, Carried { left, memory, known, .. }: Carried) {
        // Without a storage there was nothing to know, and what was answered since then is newer than what lies there.
        let answered = memory != Slots::default();
        let known = known.or_else(|| answered.then(|| Slot::ALL.map(|slot| self.stored(slot))));
        self.left.replace(left);
        self.memory.replace(memory);
        self.known.replace(known.unwrap_or_default());
        self.renew();
    }

    /// What is kept, to be carried over to another place on the same page.
    pub fn carry(&self) -> Carried {
        Carried {
            quiz: self.quiz.clone(),
            left: self.left.borrow().clone(),
            memory: self.memory.borrow().clone(),
            known: self.storage.as_ref().map(|_| self.known.borrow().clone()),
        }
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
            Slot::Disclosure => ":level",
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
    pub fn load(&self, slot: Slot) -> Option<String> {
        self.memory.borrow()[slot as usize].clone()
    }

    /// Keeps a text. Where storage refuses it, as when it is full, what was there before goes too: it would come back
    /// as if it were the last.
    pub fn save(&self, slot: Slot, text: &str) {
        self.memory.borrow_mut()[slot as usize] = Some(text.to_owned());
        let Some(storage) = &self.storage else { return };
        let stored = storage.set_item(&self.key(slot), text).is_ok();
        if !stored && storage.set_item(&self.key(slot), "").is_err() {
            _ = storage.remove_item(&self.key(slot));
        }
        self.known.borrow_mut()[slot as usize] = stored.then(|| text.to_owned());
    }

    /// Forgets what was kept.
    pub fn forget(&self, slot: Slot) {
        self.memory.borrow_mut()[slot as usize] = None;
        self.known.borrow_mut()[slot as usize] = None;
        if let Some(storage) = &self.storage {
            _ = storage.remove_item(&self.key(slot));
        }
    }
}
