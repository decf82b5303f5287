//! A text cut into statements by their looks alone, whether they are TOML or not: headings, keys with their values, and
//! what is neither.

use std::ops::Range;

use toml_parser::lexer::TokenKind;

use super::parser_error::ParserError;
use super::place::{Slip, endless_text, unclosed};

/// What a line looks like that begins a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// The name of a table in brackets, of which some may be missing.
    Heading,
    /// A key with `=` behind it, or with a value.
    Key,
    /// A key with `:` behind it.
    Colon,
    /// Something else.
    Other,
}

/// A stretch of a text from the beginning of a line to the end of this or another one.
pub(super) struct Statement {
    pub shape: Shape,
    pub span: Range<usize>,
    /// What never ends in it, and where that is noticed at the latest.
    pub unclosed: Option<(usize, Slip)>,
    /// Whether its brackets are not in pairs.
    pub uneven: bool,
}

/// The shape of a line without the blanks before it.
pub(super) fn shape(line: &str) -> Shape {
    let word = |text: &str| text.chars().take_while(|letter| is_bare(*letter)).map(char::len_utf8).sum::<usize>();
    let name = line.trim_start_matches(['[', ' ', '\t']);
    let letters = name.starts_with(|first: char| first.is_alphabetic() || first == '_' || first == '"');
    if line.starts_with('[') && letters && !name.starts_with(['"', '\'']) {
        return Shape::Heading;
    }
    let behind = line[quoted_or_bare(line, word)..].trim_start();
    let named = behind.len() < line.len();
    let blank = line.len() - quoted_or_bare(line, word) > behind.len();
    match behind.chars().next() {
        Some('=') if named => Shape::Key,
        Some('"' | '\'' | '[' | '{' | '0'..='9') if named && blank => Shape::Key,
        Some(']') if named && !line.starts_with(['"', '\'']) && behind.trim_matches(']').trim().is_empty() => {
            Shape::Heading
        }
        Some(':') if named => Shape::Colon,
        _ => Shape::Other,
    }
}

/// How long the key is at the beginning of a line, with its dots and quotation marks.
fn quoted_or_bare(line: &str, word: impl Fn(&str) -> usize) -> usize {
    match line.chars().next() {
        Some(quote @ ('"' | '\'')) => line[1..].find(quote).map_or(0, |end| end + 2),
        _ => word(line),
    }
}

fn is_bare(letter: char) -> bool {
    letter.is_alphanumeric() || "_-.".contains(letter)
}

/// Whether a line within brackets can only be the heading of a table, so that the brackets are not closed.
fn is_heading(line: &str) -> bool {
    let name = line.trim_start_matches('[');
    let brackets = line.len() - name.len();
    let length = name.find(|letter: char| !is_bare(letter) && letter != ' ').unwrap_or(name.len());
    let rest = name[length..].trim_start_matches(']').trim_start();
    (1..=2).contains(&brackets)
        && name.starts_with(|first: char| first.is_alphabetic())
        && name[length..].starts_with(']')
        && (rest.is_empty() || rest.starts_with('#'))
}

/// Whether a line within a text over several lines looks as if that text had ended before it.
fn is_toml(line: &str) -> bool {
    let value = line.split_once('=').map(|(_, value)| value.trim_start());
    let begins = |value: &str| {
        value.starts_with(['"', '\'', '[', '{']) || value.starts_with(|first: char| first.is_ascii_digit())
    };
    is_heading(line) || (shape(line) == Shape::Key && value.is_some_and(begins))
}

/// Cuts a text into its statements. Where the parser found nothing wrong, texts over several lines are taken for what
/// they are, whatever they hold.
pub(super) fn statements(text: &str, reported: &[ParserError]) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut from = 0;
    let toml = lines_of_toml(text);
    while let Some(statement) = statement(text, from, reported, &toml) {
        from = statement.span.end.max(from + 1);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        statements.push(statement);
    }
    statements
}

/// Where lines begin that look as if no text over several lines went on in them. All are found at once: looked for
/// behind every text, they would be gone through again and again.
fn lines_of_toml(text: &str) -> Vec<usize> {
    let mut start = 0;
    let begun = |line: &str| {
        start += line.len();
        is_toml(line.trim()).then_some(start - line.len())
    };
    text.split_inclusive('\n').filter_map(begun).collect()
}

fn statement(text: &str, from: usize, reported: &[ParserError], toml: &[usize]) -> Option<Statement> {
    let mut walk =
        Walk { text, reported, toml, open: Vec::new(), before: TokenKind::Newline, unclosed: None, uneven: false };
    let mut start = None;
    let mut fresh = true;
    for token in toml_parser::Source::new(text.get(from..)?).lex() {
        let span = from + token.span().start()..from + token.span().end();
        match token.kind() {
            TokenKind::Whitespace | TokenKind::Comment => continue,
            TokenKind::Newline if start.is_some() && walk.open.is_empty() => return Some(walk.end(start?, span.start)),
            TokenKind::Newline => {
                fresh = true;
                continue;
            }
            TokenKind::Eof => return Some(walk.end(start?, text.len())),
            _ => {}
        }
        let line = line(text, span.start);
        if start.is_none() {
            start = Some(span.start);
            if shape(line) == Shape::Heading {
                return Some(walk.end(span.start, span.start + line.len()));
            }
        } else if fresh && walk.ended_before(line, span.start) {
            return Some(walk.end(start?, span.start));
        }
        fresh = false;
        if let Some(end) = walk.step(token.kind(), span) {
            return Some(walk.end(start?, end));
        }
        walk.before = token.kind();
    }
    None
}

/// The rest of a line from a place on.
fn line(text: &str, from: usize) -> &str {
    text.get(from..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

/// Going through the tokens of a statement.
struct Walk<'a> {
    text: &'a str,
    reported: &'a [ParserError],
    /// Where lines of TOML begin.
    toml: &'a [usize],
    /// The brackets that are open, with their places.
    open: Vec<(usize, TokenKind)>,
    /// The last token that is neither blank nor comment.
    before: TokenKind,
    unclosed: Option<(usize, Slip)>,
    uneven: bool,
}

impl Walk<'_> {
    fn end(self, start: usize, end: usize) -> Statement {
        let Self { text, mut unclosed, open, uneven, .. } = self;
        if let Some((bracket, _)) = open.last() {
            unclosed = unclosed.or_else(|| Some((end, self::unclosed(text, *bracket))));
        }
        let uneven = uneven || unclosed.is_some();
        Statement { shape: shape(line(text, start)), span: start..end, unclosed, uneven }
    }

    fn blame(&mut self, bracket: usize, noticed: usize) {
        self.uneven = true;
        self.unclosed.get_or_insert_with(|| (noticed, unclosed(self.text, bracket)));
    }

    /// Whether a line shows that the statement should have ended before it. One that begins another table in braces
    /// shows that of the table before it only.
    fn ended_before(&mut self, line: &str, start: usize) -> bool {
        let Some((bracket, kind)) = self.open.last().copied() else { return false };
        let key = shape(line) == Shape::Key && line.contains('=');
        let braces = kind == TokenKind::LeftCurlyBracket;
        let goes_on =
            [TokenKind::Comma, TokenKind::LeftCurlyBracket, TokenKind::LeftSquareBracket].contains(&self.before);
        let ended = is_heading(line) || (key && if braces { !goes_on } else { !closes_more(line) });
        if ended {
            self.blame(bracket, start);
        } else if braces && line.starts_with('{') && self.before != TokenKind::Equals {
            self.blame(bracket, start);
            self.open.pop();
        }
        ended
    }

    /// Takes a token in. Where the statement ends before the token does, the place.
    fn step(&mut self, kind: TokenKind, span: Range<usize>) -> Option<usize> {
        let opener = match kind {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => {
                self.open.push((span.start, kind));
                return None;
            }
            TokenKind::RightSquareBracket => TokenKind::LeftSquareBracket,
            TokenKind::RightCurlyBracket => TokenKind::LeftCurlyBracket,
            TokenKind::MlBasicString | TokenKind::MlLiteralString => return self.text_over_lines(span),
            _ => return None,
        };
        match self.open.iter().rposition(|(_, open)| *open == opener) {
            None => self.uneven = true,
            Some(place) => {
                if let Some((bracket, _)) = self.open.get(place + 1) {
                    self.blame(*bracket, span.start);
                }
                self.open.truncate(place);
            }
        }
        None
    }

    /// Takes in a text between three quotes. One without its last three ends with those of the next, or never.
    fn text_over_lines(&mut self, span: Range<usize>) -> Option<usize> {
        let written = &self.text[span.clone()];
        let mut start = span.start;
        let inner = written.split_inclusive('\n').find_map(|line| {
            let begun = start + line.len() - line.trim_start().len();
            start += line.len();
            (begun > span.start + 2 && is_toml(line.trim())).then_some(begun)
        });
        let next = self.toml.partition_point(|line| *line <= span.end);
        let behind = self.toml.get(next).copied().unwrap_or(self.text.len());
        let before = |place: usize| self.reported.partition_point(|reported| reported.span.start < place);
        let wrong = before(span.start) < before(behind);
        if endless_text(written) || (wrong && inner.is_some()) {
            self.open.clear();
            let end = inner.unwrap_or(span.end);
            self.blame(span.start, end);
            return Some(end);
        }
        None
    }
}

/// Whether a line closes a table in braces that it does not open.
fn closes_more(line: &str) -> bool {
    line.matches('}').count() > line.matches('{').count()
}
