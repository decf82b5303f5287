//! What there is to check.

/// A file to check.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name as problems show it, with or without folders. The name itself must be the quiz's id, and for a
    /// translation the id, a dot and the language.
    pub name: &'a str,
    /// What is in it.
    pub text: &'a str,
}
