//! Puts what a translation lacks where the quiz's file has it, with empty texts. What is there stays as it is.

use std::ops::Range;

use toml_edit::{Array, ArrayOfTables, InlineTable, Item as Written, Table, Value};

use super::plan::{Child, Form, Item, What};
use super::tables::{body, end, end_of, id_of, is_section};
use super::words::{braced, entry, is_due, names, pairs, sections};
use crate::splice::{Splices, indent, line_start, next_line};

/// What to put into a file, and the texts that these are, by their names.
pub struct Missing {
    pub splices: Splices,
    pub names: Vec<String>,
}

/// What is missing in a file.
pub fn missing(text: &str, root: &Table, plan: &[Child]) -> Missing {
    let mut adder = Adder { text, found: Missing { splices: Splices::default(), names: Vec::new() } };
    // What stands at the top must come before the first heading.
    let top = match body(root) {
        0 if root.is_empty() => text.len(),
        0 => line_start(text, 0),
        end => next_line(text, end),
    };
    adder.block(root, top, plan, &[], "");
    adder.found
}

struct Adder<'a> {
    text: &'a str,
    found: Missing,
}

/// A place between brackets: behind what opens them, and the one before it in them, if there is one.
struct Between {
    open: usize,
    before: Option<Range<usize>>,
}

impl Adder<'_> {
    /// Adds to a table that has lines of its own. `of` is how names call it.
    fn block(&mut self, table: &Table, top: usize, children: &[Child], path: &[&str], of: &str) {
        let mut offset = top;
        let stands = |child: &&Child| match table.get(child.key) {
            Some(item) => is_section(item),
            None => child.form == Form::Section,
        };
        for child in children.iter().filter(|child| !stands(child)) {
            match table.get(child.key) {
                Some(item) => {
                    self.inside(child, item, path, 0, of);
                    offset = next_line(self.text, end(item));
                }
                None => {
                    let indent = table.iter().next().map_or("", |(_, item)| indent(self.text, end(item)));
                    for pair in self.due(child, "", indent, of) {
                        self.found.splices.insert(offset, format!("{indent}{pair}\n"));
                    }
                }
            }
        }
        // A file that begins with a heading has no line of its own at the top.
        let own = body(table);
        let mut offset = if own == 0 { top } else { top.max(next_line(self.text, own)) };
        for child in children.iter().filter(stands) {
            match table.get(child.key) {
                Some(item) => {
                    self.inside(child, item, path, offset, of);
                    offset = next_line(self.text, end(item));
                }
                None => {
                    names(child, of, &mut self.found.names);
                    self.found.splices.insert(offset, sections(child, path));
                }
            }
        }
    }

    /// Adds to what is there. `at` is where a list's first heading would come.
    fn inside(&mut self, child: &Child, item: &Written, path: &[&str], offset: usize, of: &str) {
        let below = [path, &[child.key]].concat();
        match (&child.what, item) {
            (What::Table(children), Written::Value(Value::InlineTable(table))) => {
                self.braces(table, children, &format!(" of `{}`{of}", child.key));
            }
            (What::Table(children), Written::Table(table)) if table.is_dotted() => {
                self.dotted(table, children, child.key, &format!(" of `{}`{of}", child.key));
            }
            (What::Table(children), Written::Table(table)) => {
                let top = next_line(self.text, table.span().map_or(body(table), |heading| heading.end));
                self.block(table, top, children, &below, &format!(" of `{}`{of}", child.key));
            }
            (What::List { noun, items }, Written::ArrayOfTables(list)) => {
                self.headings(list, child.key, noun, items, path, offset);
            }
            (What::List { noun, items }, Written::Value(Value::Array(list))) => {
                self.brackets(list, noun, items, of);
            }
            // Something else than the quiz has there: checking tells.
            _ => {}
        }
    }

    /// Adds to a list whose tables have headings.
    fn headings(
        &mut self,
        list: &ArrayOfTables,
        key: &str,
        noun: &str,
        items: &[Item],
        path: &[&str],
        mut offset: usize,
    ) {
        let below = [path, &[key]].concat();
        for item in items {
            let of = format!(" of {noun} `{}`", item.id);
            if let Some(table) = list.iter().find(|table| id_of(*table) == Some(&item.id)) {
                let top = next_line(self.text, table.span().map_or(body(table), |heading| heading.end));
                self.block(table, top, &item.children, &below, &of);
                offset = next_line(self.text, end_of(table));
            } else {
                item.children.iter().for_each(|child| names(child, &of, &mut self.found.names));
                self.found.splices.insert(offset, entry(key, path, &item.children));
            }
        }
    }

    /// Adds to a table whose keys have dots, in lines of their own.
    fn dotted(&mut self, table: &Table, children: &[Child], key: &str, of: &str) {
        let mut last = table.iter().map(|(_, item)| end(item)).min().unwrap_or(0);
        for child in children {
            match table.get(child.key) {
                Some(item) => last = end(item),
                None => {
                    let indent = indent(self.text, last);
                    for pair in self.due(child, &format!("{key}."), indent, of) {
                        self.found.splices.insert(next_line(self.text, last), format!("{indent}{pair}\n"));
                    }
                }
            }
        }
    }

    /// Adds to a table in braces.
    fn braces(&mut self, table: &InlineTable, children: &[Child], of: &str) {
        let span = table.span().unwrap_or_default();
        let mut run = Vec::new();
        let mut between = Between { open: span.start + 1, before: None };
        if table.is_dotted() {
            // Its keys stand among those of the table around.
            between.before = table.iter().filter_map(|(_, value)| value.span()).min_by_key(|span| span.start);
        }
        let prefix =
            if table.is_dotted() { self.text.get(span).unwrap_or_default().to_owned() + "." } else { String::new() };
        for child in children {
            match table.get(child.key) {
                Some(value) => {
                    let item = Written::Value(value.clone());
                    self.put(&between, &mut run);
                    self.inside(child, &item, &[], 0, of);
                    let from = table.key(child.key).and_then(toml_edit::Key::span).map_or(0, |key| key.start);
                    between.before = Some(from..end(&item));
                }
                None => {
                    let indent = indent(self.text, between.before.as_ref().map_or(between.open, |span| span.start));
                    run.extend(self.due(child, &prefix, indent, of));
                }
            }
        }
        self.put(&between, &mut run);
    }

    /// Adds to a list in brackets.
    fn brackets(&mut self, list: &Array, noun: &str, items: &[Item], of: &str) {
        let span = list.span().unwrap_or_default();
        let mut between = Between { open: span.start + 1, before: None };
        let mut run = Vec::new();
        for item in items {
            let of = format!(" of {noun} `{}`{}", item.id, if noun == "option" { of } else { "" });
            let mut there = list.iter().filter_map(Value::as_inline_table);
            if let Some(table) = there.find(|table| id_of(*table) == Some(&item.id)) {
                self.put(&between, &mut run);
                self.braces(table, &item.children, &of);
                between.before = table.span();
            } else {
                item.children.iter().for_each(|child| names(child, &of, &mut self.found.names));
                let outer = indent(self.text, between.before.as_ref().map_or(span.start, |before| before.start));
                let inner = if between.before.is_some() { outer.to_owned() } else { format!("{outer}  ") };
                run.push(braced(&item.children, &inner));
            }
        }
        if list.is_empty() && !run.is_empty() && self.text.get(span.clone()).is_some_and(|list| !list.contains('\n')) {
            let outer = indent(self.text, span.start);
            let lines: String = run.drain(..).map(|words| format!("\n{outer}  {words},")).collect();
            self.found.splices.insert(between.open, format!("{lines}\n{outer}"));
        }
        self.put(&between, &mut run);
    }

    /// The pairs of a child that is missing.
    fn due(&mut self, child: &Child, prefix: &str, indent: &str, of: &str) -> Vec<String> {
        if !is_due(child) {
            return Vec::new();
        }
        names(child, of, &mut self.found.names);
        pairs(child, prefix, indent)
    }

    /// Puts a run of words between brackets, with commas, on lines of their own where the others have such.
    fn put(&mut self, Between { open, before }: &Between, run: &mut Vec<String>) {
        if run.is_empty() {
            return;
        }
        let words: Vec<String> = std::mem::take(run);
        let text = self.text;
        let each = |from: usize, words: &[String]| -> String {
            words.iter().map(|words| format!("{}{words},\n", indent(text, from))).collect()
        };
        let Some(before) = before else {
            return match behind(text, *open) {
                Behind::Line { closed: true, offset } => {
                    let outer = indent(text, *open).to_owned() + "  ";
                    self.found
                        .splices
                        .insert(offset, words.iter().map(|words| format!("{outer}{words},\n")).collect::<String>());
                }
                Behind::Line { offset, .. } => self.found.splices.insert(offset, each(offset, &words)),
                Behind::Close => self.found.splices.insert(*open, format!(" {} ", words.join(", "))),
                Behind::Comma { .. } | Behind::More => {
                    self.found.splices.insert(*open, format!(" {},", words.join(", ")));
                }
            };
        };
        match behind(text, before.end) {
            Behind::Line { offset, .. } => {
                // The last of a list has no comma yet.
                self.found.splices.insert(before.end, ",");
                self.found.splices.insert(offset, each(before.start, &words));
            }
            Behind::Comma { line: Some(offset) } => self.found.splices.insert(offset, each(before.start, &words)),
            Behind::Comma { line: None } | Behind::Close | Behind::More => {
                self.found.splices.insert(before.end, format!(", {}", words.join(", ")));
            }
        }
    }
}

/// What stands behind a place between brackets.
enum Behind {
    /// Nothing more on this line. Where the next one begins, and whether the bracket is closed before anything else.
    Line { offset: usize, closed: bool },
    /// A comma, and where the next line begins, if nothing else is on this one.
    Comma { line: Option<usize> },
    /// The bracket is closed on this line.
    Close,
    /// Something else, or a comma on a later line.
    More,
}

fn behind(text: &str, offset: usize) -> Behind {
    let rest = text[offset..].trim_start_matches([' ', '\t']);
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['\n', '\r', '#']);
    if let Some(rest) = rest.strip_prefix(',') {
        let alone = ends(rest.trim_start_matches([' ', '\t']));
        return Behind::Comma { line: alone.then(|| next_line(text, offset)) };
    }
    if rest.starts_with([']', '}']) {
        return Behind::Close;
    }
    if !ends(rest) {
        return Behind::More;
    }
    let line = next_line(text, offset);
    let mut lines = text[line..].lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with('#'));
    match lines.next() {
        Some(next) if next.starts_with(',') => Behind::More,
        next => Behind::Line { offset: line, closed: next.is_none_or(|next| next.starts_with([']', '}'])) },
    }
}
