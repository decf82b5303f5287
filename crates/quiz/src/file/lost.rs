//! Parts of a file that one mistake makes unreadable, so that it is told once and not by all that follows from it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::parser_error::{ParserError, line_start, parse};
use super::place::Slip;
use super::statement::{Shape, Statement, statements};
use super::syntax::slip;

/// A mistake, and the parts of the file that cannot be read because of it.
type Lost = (Slip, Vec<Range<usize>>);

/// What cannot be read of a text of which the parser says this. Empty where all that is wrong stays on its line.
pub(super) fn lost(text: &str, reported: &[ParserError]) -> Vec<Lost> {
    let statements = statements(text, reported);
    let file = Pieces { text, reported, statements: &statements };
    let lost = file.unreadable();
    // What is there twice may be so because of a heading that could not be read.
    if lost.is_empty() { file.repeated() } else { lost }
}

/// A file in pieces, and what the parser says of them.
struct Pieces<'a> {
    text: &'a str,
    reported: &'a [ParserError],
    statements: &'a [Statement],
}

impl Pieces<'_> {
    /// What the parser says of a stretch.
    fn reported_of(&self, span: &Range<usize>) -> &[ParserError] {
        let before = |place: usize| self.reported.partition_point(|reported| reported.span.start < place);
        &self.reported[before(span.start)..before(span.end + 1)]
    }

    fn reported_in(&self, span: &Range<usize>) -> Option<&ParserError> {
        self.reported_of(span).first()
    }

    /// From a statement to the next heading behind it that is not one of a table within this one.
    fn block(&self, first: usize) -> Range<usize> {
        let start = self.statements[first].span.start;
        let within = format!("{}.", self.name(&self.statements[first]));
        let ends = |next: &&Statement| next.shape == Shape::Heading && !self.name(next).starts_with(&within);
        let next = self.statements[first + 1..].iter().find(ends);
        start..next.map_or(self.text.len(), |statement| statement.span.start)
    }

    /// Statements that do not end where they should, that are gone on with by what is no statement, or headings that
    /// are none.
    fn unreadable(&self) -> Vec<Lost> {
        let mut lost = Vec::new();
        let mut place = 0;
        while let Some(statement) = self.statements.get(place) {
            let first = place;
            place += 1;
            if statement.shape == Shape::Heading {
                let broken = self.reported_in(&statement.span).filter(|reported| reported.words != DUPLICATE);
                if let Some(reported) = broken {
                    let block = self.block(first);
                    place += self.statements[place..].iter().take_while(|next| next.span.start < block.end).count();
                    lost.push((slip(self.text, reported), vec![block]));
                }
                continue;
            }
            let mut span = statement.span.clone();
            let wrong = statement.shape == Shape::Other || self.reported_in(&span).is_some();
            while wrong && self.statements.get(place).is_some_and(|next| next.shape == Shape::Other) {
                span.end = self.statements[place].span.end;
                place += 1;
            }
            let uneven = self.statements[first..place].iter().any(|statement| statement.uneven);
            let colon = statement.shape == Shape::Colon && self.text[span.clone()].contains('\n');
            if (uneven || colon || place > first + 1)
                && let Some(slip) = self.first_slip(statement, &span)
            {
                lost.push((slip, vec![span]));
                if uneven {
                    // What the parser says from here on is said of something else than what is there.
                    return lost;
                }
            } else {
                lost.extend(self.with_echoes(&span));
            }
        }
        lost
    }

    /// The mistakes in a statement of several lines, where others that the parser finds there only follow from these:
    /// they are on lines that are right.
    fn with_echoes(&self, span: &Range<usize>) -> Vec<Lost> {
        let mut lines = BTreeSet::new();
        let reported = self.reported_of(span).iter();
        let reported: Vec<&ParserError> =
            reported.filter(|reported| lines.insert(line_start(self.text, reported.span.start))).collect();
        let wrong = reported.iter().enumerate().filter(|(place, reported)| *place == 0 || !self.is_right(reported));
        let wrong: Vec<Lost> = wrong.map(|(_, reported)| (slip(self.text, reported), vec![span.clone()])).collect();
        if wrong.len() < reported.len() { wrong } else { Vec::new() }
    }

    /// Whether the line of something that the parser finds wrong can be read by itself, as an entry of a list or as a
    /// key of a table, or closes these.
    fn is_right(&self, reported: &ParserError) -> bool {
        let line = self.text[line_start(self.text, reported.span.start)..].lines().next().unwrap_or_default();
        let reads = |text: String| parse(&text).1.is_empty();
        !line.contains(char::is_alphanumeric) || reads(format!("x = [{line}\n]")) || reads(format!("x = {{{line}\n}}"))
    }

    /// What is wrong first: what the parser says, or what never ends where it notices nothing before.
    fn first_slip(&self, statement: &Statement, span: &Range<usize>) -> Option<Slip> {
        let mut reported = self.reported_of(span).iter();
        match &statement.unclosed {
            Some((noticed, unclosed)) => {
                let earlier = reported.find(|reported| reported.span.start < *noticed && !reported.is_echo());
                Some(earlier.map_or_else(|| unclosed.clone(), |reported| slip(self.text, reported)))
            }
            None => reported.next().map(|reported| slip(self.text, reported)),
        }
    }

    /// Tables and keys that are there already.
    fn repeated(&self) -> Vec<Lost> {
        let twice: BTreeSet<usize> = self
            .reported
            .iter()
            .filter(|reported| reported.words == DUPLICATE)
            .map(|reported| reported.span.start)
            .collect();
        let is_twice = |statement: &Statement| twice.range(statement.span.start..=statement.span.end).next().is_some();
        let headings = self.statements.iter().enumerate().filter(|(_, other)| other.shape == Shape::Heading);
        let mut by_name: BTreeMap<&str, Vec<(usize, &Statement)>> = BTreeMap::new();
        for heading in headings.clone() {
            by_name.entry(self.name(heading.1)).or_default().push(heading);
        }
        let mut lost = Vec::new();
        for (place, statement) in headings.filter(|(_, statement)| is_twice(statement)) {
            let name = self.name(statement);
            if name.contains('.') {
                lost.push((self.there_already(statement), vec![self.block(place)]));
            } else if let Some(same) = by_name.remove(name) {
                let single = self.single(name, &same);
                lost.push(single.unwrap_or_else(|| (self.there_already(statement), vec![self.block(place)])));
            }
        }
        if lost.is_empty() { self.without_heading(|statement| twice.contains(&statement.span.start)) } else { lost }
    }

    /// A table in single brackets that is there several times, or also in double ones.
    fn single(&self, name: &str, same: &[(usize, &Statement)]) -> Option<Lost> {
        let is_single = |statement: &Statement| !self.text[statement.span.clone()].starts_with("[[");
        let singles: Vec<usize> =
            same.iter().filter(|(_, heading)| is_single(heading)).map(|(place, _)| *place).collect();
        let first = self.statements.get(*singles.first()?)?;
        let mixed = singles.len() < same.len();
        let message = match mixed {
            true => format!("`[{name}]` is a table, and `[[{name}]]` an entry of a list"),
            false => format!("the table `{name}` is there {} times", same.len()),
        };
        let advice = format!("write `[[{name}]]` above each entry of a list; of any other table keep one");
        // The first of tables that are all alike can be read.
        let blocks = singles.into_iter().skip(usize::from(!mixed)).map(|place| self.with_inner(place, name)).collect();
        Some((Slip { span: first.span.clone().into(), message, advice, habit: false }, blocks))
    }

    /// A table with the tables within it, whose names begin with its own.
    fn with_inner(&self, place: usize, name: &str) -> Range<usize> {
        let inner = |statement: &&Statement| {
            statement.shape != Shape::Heading
                || self.name(statement).strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))
        };
        let count = self.statements[place + 1..].iter().take_while(inner).count();
        let end = self.statements.get(place + 1 + count).map_or(self.text.len(), |statement| statement.span.start);
        self.statements[place].span.start..end
    }

    fn name(&self, heading: &Statement) -> &str {
        let name = self.text[heading.span.clone()].split('#').next().unwrap_or_default();
        name.trim().trim_matches(['[', ']', ' ', '\t'])
    }

    fn there_already(&self, statement: &Statement) -> Slip {
        let message = "this table is there already".to_owned();
        let advice = "keep one of the two, or write `[[…]]` above each entry of a list".to_owned();
        Slip { span: statement.span.clone().into(), message, advice, habit: false }
    }

    /// Several keys of one table that are there twice: what was the heading between the two is not there.
    fn without_heading(&self, is_twice: impl Fn(&Statement) -> bool) -> Vec<Lost> {
        let mut lost = Vec::new();
        let mut place = 0;
        while let Some(first) = self.statements.get(place) {
            let block = self.block(place);
            let count = 1 + self.statements[place + 1..].iter().take_while(|next| next.span.start < block.end).count();
            let twice: Vec<&Statement> =
                self.statements[place..place + count].iter().filter(|statement| is_twice(statement)).collect();
            if let [begun, _, ..] = twice[..] {
                let key = self.text[begun.span.clone()].split(['=', ' ']).next().unwrap_or_default();
                let message = format!("`{key}` and other keys are in this table already");
                let above = match first.shape {
                    Shape::Heading => format!("`[[{}]]`", self.name(first)),
                    _ => "`[[…]]`".to_owned(),
                };
                let advice = format!("write {above} above the first of them, or keep one of each");
                let span = (begun.span.start..begun.span.start + key.len()).into();
                let behind = begun.span.start..block.end;
                lost.push((Slip { span, message, advice, habit: false }, vec![behind]));
            }
            place += count;
        }
        lost
    }
}

/// What the parser says of a key or table that is there already.
const DUPLICATE: &str = "duplicate key";

impl ParserError {
    /// Whether this is said of something that goes on to the end of the file.
    fn is_echo(&self) -> bool {
        const ECHOES: [&str; 4] = [
            "unclosed array",
            "unclosed inline table",
            "invalid multi-line basic string",
            "invalid multi-line literal string",
        ];
        self.words.split(", ").next().is_some_and(|words| ECHOES.contains(&words))
    }
}
