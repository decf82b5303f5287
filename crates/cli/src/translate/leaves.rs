//! The texts that a translation has, each beside the quiz's own words, and what it has besides.

use toml_edit::{Item as Written, TableLike};

use super::plan::{Child, Item, What};
use super::tables::{id_of, start, tables};

/// A text of a translation.
pub struct Leaf<'a> {
    /// Its name: "`label` of track `tea`".
    pub name: String,
    /// Where its key begins.
    pub offset: usize,
    /// Whether there are no words yet.
    pub blank: bool,
    pub original: &'a str,
    way: Vec<Step>,
}

/// A step on the way from the top of the file to a text.
#[derive(Clone)]
struct Step {
    name: String,
    /// Where it begins; nowhere else than what follows where it is written with dots.
    offset: Option<usize>,
    /// Whether it is one of several in a list.
    listed: bool,
}

impl Leaf<'_> {
    /// How a comment above a line calls the text: by as much of the way to it as is on this line or below.
    pub fn called_from(&self, text: &str, line: usize) -> String {
        let above = self.way.iter().rposition(|step| step.offset.is_some_and(|offset| offset < line));
        let way = &self.way[above.map_or(0, |above| above + 1)..];
        // Of a list's tables, the one that begins the line needs no name.
        let first =
            |step: &Step| step.listed && step.offset.and_then(|offset| text.get(line..offset)).is_some_and(is_blank);
        let way = if way.first().is_some_and(first) { &way[1..] } else { way };
        way.iter().map(|step| step.name.as_str()).collect::<Vec<_>>().join(".")
    }
}

fn is_blank(words: &str) -> bool {
    words.trim().is_empty()
}

/// What a translation has.
#[derive(Default)]
pub struct Leaves<'a> {
    pub texts: Vec<Leaf<'a>>,
    /// What the quiz has no words for, by its names.
    pub foreign: Vec<String>,
}

/// What a translation has of what it has to have.
pub fn leaves<'a>(root: &dyn TableLike, plan: &'a [Child]) -> Leaves<'a> {
    let mut found = Leaves::default();
    found.walk(root, plan, &[], "");
    found
}

impl<'a> Leaves<'a> {
    fn walk(&mut self, table: &dyn TableLike, children: &'a [Child], way: &[Step], of: &str) {
        let is_known = |key: &str| children.iter().any(|child| child.key == key);
        let foreign = table.iter().map(|(key, _)| key).filter(|key| !is_known(key));
        self.foreign.extend(foreign.map(|key| format!("`{key}`{of}")));
        for child in children {
            let Some((key, item)) = table.get_key_value(child.key) else { continue };
            let dotted = item.as_table_like().is_some_and(TableLike::is_dotted);
            let offset = if dotted { None } else { start(key) };
            let way = [way, &[Step { name: child.key.to_owned(), offset, listed: false }]].concat();
            match &child.what {
                What::Fixed(_) | What::Free => {}
                What::Words(original) => {
                    if let (Some(words), Some(offset)) = (item.as_str(), start(key)) {
                        let name = format!("`{}`{of}", child.key);
                        self.texts.push(Leaf { name, offset, blank: is_blank(words), original, way });
                    }
                }
                What::Table(children) => {
                    if let Some(table) = item.as_table_like() {
                        self.walk(table, children, &way, &format!(" of `{}`{of}", child.key));
                    }
                }
                What::List { noun, items } => self.list(item, noun, items, &way, of),
            }
        }
    }

    fn list(&mut self, list: &Written, noun: &str, items: &'a [Item], way: &[Step], of: &str) {
        let of = if noun == "option" { of } else { "" };
        let mut seen = Vec::new();
        for (offset, table) in tables(list) {
            let Some(id) = id_of(table) else { continue };
            let name = format!("{noun} `{id}`{of}");
            match items.iter().find(|item| item.id == id) {
                // What is there twice is read once; checking tells.
                Some(_) if seen.contains(&id) => {}
                Some(item) => {
                    let way = [way, &[Step { name: id.to_owned(), offset: Some(offset), listed: true }]].concat();
                    self.walk(table, &item.children, &way, &format!(" of {name}"));
                }
                None => self.foreign.push(name),
            }
            seen.push(id);
        }
    }
}
