//! What several parts share, and tell from others by its being the same one.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value that equals itself alone. Components ask whether they were given something else; to compare all that is
/// behind a pointer would answer that too, with code for every field of a quiz (docs/size.md has the bytes). What is
/// equal and yet another one is drawn once more, and looks the same.
#[derive(Debug)]
pub struct Same<T: ?Sized>(Rc<T>);

impl<T> Same<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: ?Sized> From<Rc<T>> for Same<T> {
    fn from(shared: Rc<T>) -> Self {
        Self(shared)
    }
}

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Eq for Same<T> {}

impl<T: ?Sized> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> yew::html::ImplicitClone for Same<T> {}
