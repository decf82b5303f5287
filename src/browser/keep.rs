//! Where progress is kept between visits: the browser's local storage, where it lets us.

use web_sys::Storage;

/// A place in the local storage, or nowhere.
pub struct Keep {
    storage: Option<Storage>,
    key: String,
}

impl Keep {
    /// The place for a quiz. A browser may refuse storage altogether: then nothing is kept, and nothing fails.
    pub fn local(quiz: &str) -> Self {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        Self { storage, key: format!("which-track:{quiz}") }
    }

    /// Nothing is kept.
    pub fn nowhere() -> Self {
        Self { storage: None, key: String::new() }
    }

    /// What was kept.
    pub fn get(&self) -> Option<String> {
        self.storage.as_ref()?.get_item(&self.key).ok().flatten()
    }

    /// Keeps a text. Storage that is full keeps what it had.
    pub fn set(&self, text: &str) {
        if let Some(storage) = &self.storage {
            _ = storage.set_item(&self.key, text);
        }
    }

    /// Forgets what was kept.
    pub fn clear(&self) {
        if let Some(storage) = &self.storage {
            _ = storage.remove_item(&self.key);
        }
    }
}
