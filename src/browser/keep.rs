//! Where progress is kept: in memory while the page is open, and between visits in the browser's local storage, where
//! it lets us.

use std::cell::RefCell;

use web_sys::Storage;

/// A place for one quiz's progress.
pub struct Keep {
    storage: Option<Storage>,
    quiz: String,
    memory: RefCell<Option<String>>,
}

impl Keep {
    /// The place for a quiz, in the local storage where `between_visits`. A browser may refuse storage altogether: then
    /// progress lasts as long as the page, and nothing fails. What was `carried` over from an earlier place for the same
    /// quiz goes before what is stored.
    pub fn new(quiz: &str, between_visits: bool, carried: Option<&str>) -> Self {
        let local = || web_sys::window()?.local_storage().ok()?;
        let keep =
            Self { storage: local().filter(|_| between_visits), quiz: quiz.to_owned(), memory: RefCell::default() };
        let carried = carried.and_then(|carried| carried.strip_prefix(quiz)?.strip_prefix(' ')).map(str::to_owned);
        let stored = || keep.storage.as_ref()?.get_item(&keep.key()).ok()?;
        keep.memory.replace(carried.or_else(stored));
        keep
    }

    /// What is kept, to be carried over to another place on the same page.
    pub fn carry(&self) -> Option<String> {
        self.get().map(|text| format!("{} {text}", self.quiz))
    }

    fn key(&self) -> String {
        format!("which-track:{}", self.quiz)
    }

    /// What was kept.
    pub fn get(&self) -> Option<String> {
        self.memory.borrow().clone()
    }

    /// Keeps a text. Storage that is full keeps what it had.
    pub fn set(&self, text: &str) {
        self.memory.replace(Some(text.to_owned()));
        if let Some(storage) = &self.storage {
            _ = storage.set_item(&self.key(), text);
        }
    }

    /// Forgets what was kept.
    pub fn clear(&self) {
        self.memory.replace(None);
        if let Some(storage) = &self.storage {
            _ = storage.remove_item(&self.key());
        }
    }
}
