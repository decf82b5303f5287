//! How wide words are on the card, and how they wrap and shrink to fit.
//!
//! The widths are generous averages of the system fonts that a reader's device may have, so that what is said to fit
//! does fit with any of them.

use super::format::{Format, Setting};
use super::shape::{Font, Paint, Shape};

/// The width of the bars' labels on a wide card, with the space after them.
pub(super) const LABELS: u16 = 330;

/// The width of words in a face and size.
pub(super) fn width(words: &str, font: Font, size: u16) -> u16 {
    let hundredths: u32 = words.chars().map(advance).sum();
    let bold = if font == Font::Sans { 100 } else { 108 };
    u16::try_from(hundredths * u32::from(size) * bold / 10_000).unwrap_or(u16::MAX)
}

/// A character's width in hundredths of the type size.
fn advance(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 31,
        ' ' | '\u{a0}' | '\u{202f}' | 'I' | 'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' => 38,
        'W' | 'Œ' | 'œ' | 'Ŵ' | '№' => 100,
        'Ж' | 'Ш' | 'Щ' | 'Ю' | 'Љ' | 'Њ' => 108,
        'm' | 'w' | 'M' | '%' | '@' | '—' | '…' | 'Æ' | 'æ' => 92,
        // Cyrillic and Greek, some of which look like the Latin ones.
        'М' | 'Ф' | 'Ы' | 'ж' | 'м' | 'ф' | 'ш' | 'щ' | 'ы' | 'ю' | 'љ' | 'њ' | 'Μ' | 'Φ' | 'Ψ' | 'Ω' => {
            92
        }
        'A'..='Z' | 'À'..='Þ' => 71,
        // Greek and Cyrillic capitals, and the wide small letters among them.
        'Α'..='Ϋ' | 'Ѐ'..='Я' | 'φ' | 'ψ' | 'ω' | 'ώ' => 78,
        'a'..='z' | 'ß'..='ÿ' | '0'..='9' => 58,
        // Scripts whose letters are as wide as they are high.
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffdc}' | '\u{1f000}'.. => 100,
        _ => 66,
    }
}

/// Whether there are letters with signs far above and below the line: those of Arabic, of India's scripts, of Thai and
/// its kin.
fn tall(words: &str) -> bool {
    words.contains(|letter| ('\u{600}'..='\u{109f}').contains(&letter))
}

/// Words broken into lines of one size.
pub(super) struct Lines {
    size: u16,
    font: Font,
    lines: Vec<String>,
}

impl Lines {
    /// The height of all lines together.
    pub(super) fn height(&self) -> u16 {
        self.leading() * u16::try_from(self.lines.len()).unwrap_or(0)
    }

    /// The size of the type.
    pub(super) fn size(&self) -> u16 {
        self.size
    }

    /// The lines, each beginning at `x`, the first one's upper edge at `top`.
    pub(super) fn shapes(self, x: u16, top: u16, paint: Paint) -> impl Iterator<Item = Shape> {
        let (leading, size, font) = (self.leading(), self.size, self.font);
        self.lines.into_iter().zip(0..).map(move |(words, line)| {
            let y = top + leading * line + size * 9 / 10;
            Shape::Text { x, y, size, font, ends: false, paint, words }
        })
    }

    /// The first line on the base line `y`, beginning at `x` or, with `ends`, ending there.
    pub(super) fn line(self, x: u16, y: u16, ends: bool, paint: Paint) -> Option<Shape> {
        let (size, font) = (self.size, self.font);
        self.lines.into_iter().next().map(|words| Shape::Text { x, y, size, font, ends, paint, words })
    }

    fn leading(&self) -> u16 {
        let tall = self.lines.iter().any(|line| tall(line));
        Self::leading_of(self.size, tall)
    }

    /// Large type needs less space between its lines, tall letters more.
    fn leading_of(size: u16, tall: bool) -> u16 {
        match (tall, size > 96) {
            (true, _) => size * 7 / 5,
            (false, true) => size * 11 / 10,
            (false, false) => size * 6 / 5,
        }
    }

    /// The same number of lines, but of nearly the same width, so that no word is left over for the last one.
    pub(super) fn even(self, room: u16) -> Self {
        let words = self.lines.join(" ");
        let longest = words.split(' ').map(|word| width(word, self.font, self.size)).max().unwrap_or(room);
        let mut narrower = (longest..room).step_by(8).map(|room| wrap(&words, self.font, self.size, room));
        let lines = narrower.find(|lines| lines.len() == self.lines.len()).unwrap_or(self.lines);
        Self { lines, ..self }
    }
}

/// Words in the largest size of a setting in which they take no more than its lines and this height, and no word is
/// broken where that can be helped; in its smallest size, cut off with an ellipsis, where none is small enough.
pub(super) fn fitted(words: &str, font: Font, room: u16, setting: &Setting, height: u16) -> Lines {
    let set = |size: &u16| Lines { size: *size, font, lines: wrap(words, font, *size, room) };
    let fits = |lines: &Lines| lines.lines.len() <= setting.lines && lines.height() <= height;
    let whole = |lines: &Lines| words.split_whitespace().all(|word| width(word, font, lines.size) <= room);
    let fitting = || setting.sizes.iter().map(set).filter(fits);
    fitting().find(whole).or_else(|| fitting().next()).unwrap_or_else(|| {
        let smallest = setting.sizes.last().copied().unwrap_or(24);
        let most = setting.lines.min(usize::from(height / Lines::leading_of(smallest, tall(words)))).max(1);
        cut_off(set(&smallest), room, most)
    })
}

/// The first lines, the last of them ending in an ellipsis.
fn cut_off(mut lines: Lines, room: u16, most: usize) -> Lines {
    lines.lines.truncate(most);
    if let Some(last) = lines.lines.last_mut() {
        while width(last, lines.font, lines.size) + lines.size > room && last.pop().is_some() {}
        last.truncate(last.trim_end().len());
        last.push('…');
    }
    lines
}

/// Breaks words into lines that are at most `room` wide: at spaces, and within a word only where it is too long for a
/// line of its own.
fn wrap(words: &str, font: Font, size: u16, room: u16) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split([' ', '\n']).filter(|word| !word.is_empty()) {
        let line = lines.last().map_or("", String::as_str);
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, font, size) <= room {
            lines.pop();
            lines.push(longer);
        } else {
            lines.extend(pieces(word, font, size, room));
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// A word in pieces. They leave a tenth of the room: without spaces, all of the difference to a wide font adds up.
fn pieces(word: &str, font: Font, size: u16, room: u16) -> Vec<String> {
    let room = if width(word, font, size) > room { room - room / 10 } else { room };
    word.chars().fold(vec![String::new()], |mut pieces, letter| {
        let piece = pieces.last().map_or("", String::as_str);
        let longer = format!("{piece}{letter}");
        if piece.is_empty() || width(&longer, font, size) <= room {
            pieces.pop();
            pieces.push(longer);
        } else {
            pieces.push(letter.to_string());
        }
        pieces
    })
}

/// How many lines words take at most, in type of this size and a column of this width, both in one unit.
#[must_use]
pub fn lines(words: &str, font: Font, size: u16, width: u16) -> usize {
    wrap(words, font, size, width).len()
}

/// Whether an outcome's title fits on the card.
#[must_use]
pub fn fits_title(title: &str) -> bool {
    wrap(title, Font::Serif, 52, Format::Wide.inner()).len() <= 3
}

/// Whether a quiz's title fits on the card.
#[must_use]
pub fn fits_quiz_title(title: &str) -> bool {
    wrap(title, Font::Sans, 26, Format::Wide.inner()).len() <= 2
}

/// Whether a track's label fits on the card.
#[must_use]
pub fn fits_label(label: &str) -> bool {
    width(label, Font::SansBold, 18) <= LABELS - 24
}
