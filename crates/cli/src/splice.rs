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
    pub fn insert(&mut self, offset: usize, words: impl Into<String>) {
        self.replace(offset..offset, words);
    }

    /// Puts words in the place of others.
    pub fn replace(&mut self, range: Range<usize>, words: impl Into<String>) {
        self.0.push((range, words.into()));
    }

    /// The text with all replacements, whose line ends become those of the text.
    pub fn apply(mut self, text: &str, line_end: &str) -> String {
        self.0.sort_by_key(|(range, _)| range.start);
        let mut done = String::with_capacity(text.len());
        let mut offset = 0;
        for (range, words) in self.0 {
            done.push_str(text.get(offset..range.start).unwrap_or_default());
            done.push_str(&words.replace('\n', line_end));
            offset = range.end.max(offset);
        }
        done.push_str(text.get(offset..).unwrap_or_default());
        done
    }
}

/// Where the line of a place begins. The mark before a text is no part of its first line.
pub fn line_start(text: &str, offset: usize) -> usize {
    let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    text[..offset].rfind('\n').map_or(first, |newline| newline + 1)
}

/// Where the line behind a place begins.
pub fn next_line(text: &str, offset: usize) -> usize {
    text[offset..].find('\n').map_or(text.len(), |newline| offset + newline + 1)
}

/// The blanks that the line of a place begins with.
pub fn indent(text: &str, offset: usize) -> &str {
    let line = &text[line_start(text, offset)..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}
