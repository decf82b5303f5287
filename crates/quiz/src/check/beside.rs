//! The words that stand beside a quiz's texts.

use super::problem::Span;
use super::table::Table;
use super::words::replace;
use crate::languages;
use crate::words::{Texts, WORDS};

/// The word that stands on a picture.
const INVITATION: &str = "invitation";

/// The words beside a quiz's texts: those of the language that is nearest to the quiz's, and in their place those that
/// the quiz's file has itself.
pub(super) fn beside(root: &Table<'_>, lang: &str) -> Texts {
    let mut texts = languages::nearest(lang).texts.clone().beside(lang);
    let table = root.table("words");
    if let Some(table) = &table {
        replace(table, &mut texts);
    }
    let own = table.and_then(|table| Some(Span::from(table.value(INVITATION)?.span())));
    let place = WORDS.iter().position(|word| word.name == INVITATION);
    if let Some(text) = place.and_then(|place| texts.texts[place].first()) {
        root.notes.picture(own.unwrap_or(Span::FILE), format!("`{INVITATION}` of the interface"), text);
    }
    texts
}
