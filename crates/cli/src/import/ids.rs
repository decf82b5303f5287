//! Ids for what has names of other kinds.

use std::collections::BTreeSet;

use which_track_quiz::limits;

/// Ids that are taken already.
#[derive(Default)]
pub struct Ids(BTreeSet<String>);

/// What has a meaning of its own, or may not be a folder's name on Windows.
const RESERVED: [&str; 6] = ["compare", "close-call", "con", "prn", "aux", "nul"];

impl Ids {
    /// An id that looks like a name, and where nothing of it can be in an id, like this other one. It has room for a
    /// number behind it.
    pub fn like(&mut self, name: &str, other: &str) -> String {
        let letters = name.to_lowercase();
        let parts = letters.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
        let mut id = parts.collect::<Vec<_>>().join("-");
        id.truncate(limits::ID - 4);
        let id = id.trim_matches('-');
        let id = if id.is_empty() { other.to_owned() } else { id.to_owned() };
        let device = ["com", "lpt"].iter().any(|name| id.strip_prefix(name).is_some_and(|rest| rest.len() == 1));
        let id = if RESERVED.contains(&id.as_str()) || device { format!("{id}-x") } else { id };
        let numbered = (2..).map(|number| format!("{id}-{number}"));
        let free = [id.clone()].into_iter().chain(numbered).find(|id| !self.0.contains(id)).unwrap_or(id);
        self.0.insert(free.clone());
        free
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn ids_look_like_names_and_are_different() {
        let mut ids = Ids::default();
        for (name, id) in [
            ("Tea & Coffee", "tea-coffee"),
            ("tea coffee", "tea-coffee-2"),
            ("お茶", "x1"),
            ("CON", "con-x"),
            ("com1", "com1-x"),
            ("compare", "compare-x"),
            ("a-very-long-name-that-goes-on-and-on-and-on", "a-very-long-name-that-goes-on-and-on"),
        ] {
            assert_eq!(ids.like(name, "x1"), id, "{name}");
        }
    }
}
