//! How the browser counts and writes numbers in a language.

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

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(js_namespace = Intl, constructor, catch)]
    fn new(lang: &str) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: usize) -> String;
}

/// A language's rules, as far as the browser knows the language.
pub struct BrowserNumbers {
    rules: Option<PluralRules>,
    digits: Option<NumberFormat>,
}

impl BrowserNumbers {
    /// Counts in one language and writes in another, which differs at most by its country or script.
    #[must_use]
    pub fn new(counts: &str, writes: &str) -> Self {
        Self { rules: PluralRules::new(counts).ok(), digits: NumberFormat::new(writes).ok() }
    }
}

impl Numbers for BrowserNumbers {
    fn plural(&self, number: usize) -> Plural {
        let named = self.rules.as_ref().and_then(|rules| Plural::named(&rules.select(number)));
        named.unwrap_or(Plural::Other)
    }

    fn number(&self, number: usize) -> String {
        self.digits.as_ref().map_or_else(|| number.to_string(), |digits| digits.format(number))
    }
}
