//! What a translation of a quiz has to have, in the order and form of the quiz's file.

use toml_edit::{Item as Written, TableLike};
use which_track_quiz::QuizData;
use which_track_quiz::check::texts::{self, Entry};

use super::tables::{find, start};

/// What stands under a key.
pub struct Child {
    pub key: &'static str,
    pub what: What,
    pub form: Form,
}

/// What there is to say.
pub enum What {
    /// A text that is no words, and is the same in all files: an id, a language.
    Fixed(String),
    /// Words, as the quiz has them.
    Words(String),
    /// What may be there and need not: a link, words of the interface.
    Free,
    /// A table.
    Table(Vec<Child>),
    /// Tables that are told apart by their ids.
    List { noun: &'static str, items: Vec<Item> },
}

/// A table of a list.
pub struct Item {
    pub id: String,
    pub children: Vec<Child>,
}

/// How the quiz's file has something written.
#[derive(Clone, Copy, PartialEq)]
pub enum Form {
    /// `key = …`
    Plain,
    /// `key.a = …`
    Dotted,
    /// `[key]` or `[[key]]`
    Section,
}

/// What a translation of a quiz into a language has to have. `file` is the quiz's own file.
pub fn plan(mut parts: QuizData, tag: &str, file: &dyn TableLike) -> Vec<Child> {
    let id = parts.id.clone();
    let mut children = children(texts::of(&mut parts), Some(file));
    children.push(fixed("id", &id));
    children.push(fixed("lang", tag));
    sort(&mut children, Some(file));
    children
}

fn fixed(key: &'static str, value: &str) -> Child {
    Child { key, what: What::Fixed(value.to_owned()), form: Form::Plain }
}

/// Puts children into the order of a file's table.
fn sort(children: &mut [Child], file: Option<&dyn TableLike>) {
    children.sort_by_key(|child| file.and_then(|file| start(file.key(child.key)?)));
}

fn children(entries: Vec<Entry<'_>>, file: Option<&dyn TableLike>) -> Vec<Child> {
    let mut children: Vec<Child> = entries.into_iter().filter_map(|entry| child(entry, file)).collect();
    sort(&mut children, file);
    children
}

fn child(entry: Entry<'_>, file: Option<&dyn TableLike>) -> Option<Child> {
    let written = |key: &str| file.and_then(|file| file.get(key));
    Some(match entry {
        Entry::Absent(_) => return None,
        Entry::Text { key, text, .. } => {
            Child { key, what: What::Words(text.replace("\r\n", "\n")), form: Form::Plain }
        }
        Entry::Link { key, .. } | Entry::Own(key) => Child { key, what: What::Free, form: Form::Plain },
        Entry::Table { key, entries } => {
            let table = written(key).and_then(Written::as_table_like);
            let form = match written(key) {
                _ if table.is_some_and(TableLike::is_dotted) => Form::Dotted,
                Some(Written::Table(_)) => Form::Section,
                _ => Form::Plain,
            };
            Child { key, what: What::Table(children(entries, table)), form }
        }
        Entry::List { key, noun, items, .. } => {
            if items.is_empty() {
                return None;
            }
            let list = written(key);
            let form = if list.is_some_and(Written::is_array_of_tables) { Form::Section } else { Form::Plain };
            let items = items.into_iter().map(|item| {
                let table = list.and_then(|list| find(list, item.id));
                let mut children = children(item.entries, table);
                children.push(fixed("id", item.id));
                sort(&mut children, table);
                Item { id: item.id.to_owned(), children }
            });
            Child { key, what: What::List { noun, items: items.collect() }, form }
        }
    })
}
