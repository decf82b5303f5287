//! A text with stretches of it replaced; all else stays byte by byte.

use std::ops::Range;

/// The replacements of a text. Of several at one place the first comes first.
#[derive(Default)]
pub struct Splices(Vec<(Range<usize>, String)>);

impl Splices {
    /// Whether all stays as it is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts words at a place.
    pub fn insert(&mut self, at: usize, words: impl Into<String>) {
        self.replace(at..at, words);
    }

    /// Puts words in the place of others.
    pub fn replace(&mut self, range: Range<usize>, words: impl Into<String>) {
        self.0.push((range, words.into()));
    }

    /// The text with all replacements, whose line ends become those of the text.
    pub fn apply(mut self, text: &str, line_end: &str) -> String {
        self.0.sort_by_key(|(range, _)| range.start);
        let mut done = String::with_capacity(text.len());
        let mut at = 0;
        for (range, words) in self.0 {
            done.push_str(text.get(at..range.start).unwrap_or_default());
            done.push_str(&words.replace('\n', line_end));
            at = range.end.max(at);
        }
        done.push_str(text.get(at..).unwrap_or_default());
        done
    }
}

/// Where the line of a place begins. The mark before a text is no part of its first line.
pub fn line_start(text: &str, at: usize) -> usize {
    let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    text[..at].rfind('\n').map_or(first, |newline| newline + 1)
}

/// Where the line behind a place begins.
pub fn next_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// The blanks that the line of a place begins with.
pub fn indent(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}
