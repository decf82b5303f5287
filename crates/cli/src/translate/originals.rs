//! The quiz's own words as comments above their translations, and the marks of those that have changed since.

use std::ops::Range;

use toml_edit::Value;
use which_track_quiz::check::CHANGED;

use super::leaves::Leaf;
use super::words::{on_one_line, quoted};
use crate::splice::{Splices, indent, line_start, next_line};

/// What the comments of a file come to.
#[derive(Default)]
pub struct Originals {
    pub splices: Splices,
    /// The texts that are marked, by their names.
    pub marked: Vec<String>,
}

/// An original above a translation, with the mark that follows it.
struct Found {
    range: Range<usize>,
    words: String,
    mark: Option<(Range<usize>, Option<String>)>,
}

/// Renews the comments of a file. One that is missing is added where nothing is translated yet; above a translation it
/// would be no more than a guess that it is of these words. `long` are the texts that go over several lines.
pub fn originals(text: &str, leaves: &[Leaf<'_>], long: &[Range<usize>]) -> Originals {
    let mut done = Originals::default();
    for leaf in leaves {
        let offset = line_of(text, leaf.offset, long);
        let name = leaf.called_from(text, offset);
        let indent = indent(text, offset);
        let comment = commented(&format!("{name} = {}", quoted(leaf.original)), indent);
        let mark = |words: &str| commented(&format!("{CHANGED}{}", on_one_line(words)), indent);
        let found = find(text, offset, &name, long);
        match found {
            None if leaf.blank => done.splices.insert(offset, comment),
            None => {}
            Some(Found { range, words, mark: there }) => {
                let differs = !is_same(&words, leaf.original);
                if differs {
                    done.splices.replace(range.clone(), comment);
                }
                match there {
                    Some((place, was))
                        if leaf.blank || (differs && was.as_ref().is_some_and(|was| is_same(was, leaf.original))) =>
                    {
                        done.splices.replace(place, "");
                    }
                    Some(_) => done.marked.push(leaf.name.clone()),
                    None if differs && !leaf.blank => {
                        done.splices.insert(range.end, mark(&words));
                        done.marked.push(leaf.name.clone());
                    }
                    None => {}
                }
            }
        }
    }
    done
}

/// Where the line of a text begins, or of that within which it does.
fn line_of(text: &str, offset: usize, long: &[Range<usize>]) -> usize {
    let mut line = line_start(text, offset);
    while let Some(around) = long.iter().find(|long| long.start < line && line < long.end) {
        line = line_start(text, around.start);
    }
    line
}

/// Lines as a comment.
fn commented(words: &str, indent: &str) -> String {
    words.split('\n').map(|line| format!("{indent}{}\n", format!("# {line}").trim_end())).collect()
}

/// Whether two texts are the same but for the ends of their lines, which editors may change.
fn is_same(one: &str, other: &str) -> bool {
    one.lines().map(str::trim_end).eq(other.lines().map(str::trim_end))
}

/// The original of this name in the comments right above a line; the nearest, should there be several.
fn find(text: &str, line: usize, name: &str, long: &[Range<usize>]) -> Option<Found> {
    let lines = comments(text, line, long);
    let mut found = None;
    let mut first = 0;
    while first < lines.len() {
        let Some((key, words, count)) = assigned(&lines[first..]) else {
            first += 1;
            continue;
        };
        let last = first + count - 1;
        if key == name {
            let mark = lines.get(last + 1).and_then(|(range, words)| {
                let was = words.strip_prefix(CHANGED)?.trim().parse::<Value>();
                Some((range.clone(), was.ok().and_then(|was| was.as_str().map(str::to_owned))))
            });
            found = Some(Found { range: lines[first].0.start..lines[last].0.end, words, mark });
        }
        first = last + 1;
    }
    found
}

/// The key and the text that comments begin with, and how many lines they take.
fn assigned<'a>(lines: &[(Range<usize>, &'a str)]) -> Option<(&'a str, String, usize)> {
    let (key, value) = lines.first()?.1.split_once('=')?;
    let value = value.trim_start();
    let several = value.starts_with("\"\"\"") || value.starts_with("'''");
    let mut written = value.to_owned();
    for (count, next) in (1..).zip(lines.iter().skip(1).map(|(_, words)| Some(*words)).chain([None])) {
        if let Some(text) = written.trim().parse::<Value>().ok().as_ref().and_then(Value::as_str) {
            return Some((key.trim(), text.to_owned(), count));
        }
        let next = next.filter(|_| several)?;
        written.push('\n');
        written.push_str(next);
    }
    None
}

/// The lines right above one that are comments, with their words.
fn comments<'a>(text: &'a str, line: usize, long: &[Range<usize>]) -> Vec<(Range<usize>, &'a str)> {
    let mut lines = Vec::new();
    let mut below = line;
    while below > line_start(text, 0) {
        let above = line_start(text, below - 1);
        let words = text[above..below].trim_end_matches(['\n', '\r']);
        let Some(words) = words.trim_start_matches([' ', '\t']).strip_prefix('#') else { break };
        if long.iter().any(|long| long.start < above && above < long.end) {
            break;
        }
        lines.push((above..next_line(text, above), words.strip_prefix(' ').unwrap_or(words)));
        below = above;
    }
    lines.reverse();
    lines
}
