//! How a command ends.

/// How a command ended.
pub enum Exit {
    /// All is well.
    Well,
    /// There are problems, which have been told.
    Problems,
    /// The arguments ask for nothing that there is, which has been told.
    Usage,
}
