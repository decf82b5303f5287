//! The words that stand beside a quiz's texts.

use super::table::Table;
use super::words::replace;
use crate::languages;
use crate::words::Texts;

/// The words beside a quiz's texts: those of the language that is nearest to the quiz's, and in their place those that
/// the quiz's file has itself.
pub(super) fn beside(root: &Table<'_>, lang: &str) -> Texts {
    let mut texts = languages::nearest(lang).texts.clone();
    if let Some(table) = root.table("words") {
        replace(&table, &mut texts);
    }
    texts
}
