//! How the browser counts in a language.

use wasm_bindgen::prelude::*;
use which_track_quiz::words::{Numbers, Plural};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(js_namespace = Intl, constructor, catch)]
    fn new(lang: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: usize) -> String;
}

/// A language's rules, as far as the browser knows the language.
pub struct BrowserNumbers(Option<PluralRules>);

impl BrowserNumbers {
    /// Counts in a language.
    #[must_use]
    pub fn new(lang: &str) -> Self {
        Self(PluralRules::new(lang).ok())
    }
}

impl Numbers for BrowserNumbers {
    fn plural(&self, number: usize) -> Plural {
        let named = self.0.as_ref().and_then(|rules| Plural::named(&rules.select(number)));
        named.unwrap_or(Plural::Other)
    }
}
