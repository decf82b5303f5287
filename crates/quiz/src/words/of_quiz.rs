//! The words of a quiz outside of a browser.

use std::rc::Rc;

use super::{Native, Texts, Words};
use crate::{Quiz, languages};

/// The words beside a quiz's texts: its own, or those of its language, of which a kept edition has none.
#[must_use]
pub fn native(quiz: &Quiz) -> Words {
    let nearest = || languages::nearest(&quiz.lang).texts.clone().beside(&quiz.lang);
    let texts: Texts = quiz.words.clone().unwrap_or_else(nearest);
    let numbers = Native::new(&texts.lang, &quiz.lang);
    Words::new(Rc::new(texts), &quiz.lang, Rc::new(numbers))
}
