//! What is wrong with a value of the file about a site.

/// What is wrong, and what to write or do.
#[derive(Debug, PartialEq, Eq)]
pub struct Mistake {
    pub message: String,
    pub advice: &'static str,
}
