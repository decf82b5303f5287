//! Where what a TOML file has stands in its text.

use std::ops::Range;

use toml_edit::{Item, Key, Table, TableLike, Value};

/// Where a key begins.
pub fn start(key: &Key) -> Option<usize> {
    key.span().map(|span| span.start)
}

/// The tables of a list, in either form, in their order, with where each begins.
pub fn tables(list: &Item) -> Vec<(usize, &dyn TableLike)> {
    let start = |span: Option<Range<usize>>| span.map_or(0, |span| span.start);
    match list {
        Item::ArrayOfTables(list) => list.iter().map(|table| (start(table.span()), table as &dyn TableLike)).collect(),
        Item::Value(Value::Array(list)) => list
            .iter()
            .filter_map(|value| Some((start(value.span()), value.as_inline_table()? as &dyn TableLike)))
            .collect(),
        _ => Vec::new(),
    }
}

/// The first table of a list that has an id.
pub fn find<'a>(list: &'a Item, id: &str) -> Option<&'a dyn TableLike> {
    tables(list).into_iter().map(|(_, table)| table).find(|table| id_of(*table) == Some(id))
}

/// A table's id.
pub fn id_of(table: &dyn TableLike) -> Option<&str> {
    table.get("id")?.as_str()
}

/// Whether something stands under a heading of its own.
pub fn is_section(item: &Item) -> bool {
    match item {
        Item::ArrayOfTables(_) => true,
        Item::Table(table) => !table.is_dotted(),
        _ => false,
    }
}

/// Where something ends, with all that is in it wherever it stands.
pub fn end(item: &Item) -> usize {
    match item {
        Item::None => 0,
        Item::Value(Value::InlineTable(table)) if table.is_dotted() => {
            table.iter().map(|(_, value)| value.span().map_or(0, |span| span.end)).max().unwrap_or(0)
        }
        Item::Value(value) => value.span().map_or(0, |span| span.end),
        Item::Table(table) => end_of(table),
        Item::ArrayOfTables(list) => list.iter().map(end_of).max().unwrap_or(0),
    }
}

/// Where a table ends, with all tables below it.
pub fn end_of(table: &Table) -> usize {
    table.iter().map(|(_, item)| end(item)).max().unwrap_or(0).max(body(table))
}

/// Where what stands right under a table's heading ends.
pub fn body(table: &Table) -> usize {
    let heading = if table.is_dotted() { None } else { table.span() };
    let own = table.iter().filter(|(_, item)| !is_section(item)).map(|(_, item)| end(item));
    own.max().unwrap_or(0).max(heading.map_or(0, |span| span.end))
}

/// The texts of a file that go over several lines.
pub fn long_texts(table: &dyn TableLike, text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    gather(table, text, &mut found);
    found
}

fn gather(table: &dyn TableLike, text: &str, found: &mut Vec<Range<usize>>) {
    for (_, item) in table.iter() {
        match item {
            Item::Value(value) => gather_of(value, text, found),
            Item::Table(table) => gather(table, text, found),
            Item::ArrayOfTables(list) => list.iter().for_each(|table| gather(table, text, found)),
            Item::None => {}
        }
    }
}

fn gather_of(value: &Value, text: &str, found: &mut Vec<Range<usize>>) {
    match value {
        Value::String(_) => {
            let long = |span: &Range<usize>| text.get(span.clone()).is_some_and(|written| written.contains('\n'));
            found.extend(value.span().filter(long));
        }
        Value::Array(list) => list.iter().for_each(|value| gather_of(value, text, found)),
        Value::InlineTable(table) => gather(table, text, found),
        _ => {}
    }
}
