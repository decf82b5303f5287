//! What git leaves in a file where it could not merge two versions.

use std::ops::Range;

use crate::check::problem::Notes;

/// Notes every conflict, and gives back what to leave out so that the first of its versions can be read.
pub(super) fn conflicts(text: &str, notes: &Notes<'_>) -> Vec<Range<usize>> {
    let lines = lines(text);
    let mark = |line: &Range<usize>| Mark::of(&text[line.clone()]);
    let marks: Vec<(Mark, Range<usize>)> = lines.into_iter().filter_map(|line| Some((mark(&line)?, line))).collect();
    // A line of equals signs alone may stand under a heading in somebody's text.
    if marks.iter().all(|(mark, _)| *mark == Mark::Middle) {
        return Vec::new();
    }
    let mut left_out = Vec::new();
    let mut rest = &marks[..];
    while let [(mark, line), behind @ ..] = rest {
        rest = behind;
        let end = behind.iter().position(|(mark, _)| *mark == Mark::End);
        let next = behind.iter().position(|(mark, _)| *mark == Mark::Begin).unwrap_or(behind.len());
        let middle = behind.first().filter(|(mark, _)| *mark == Mark::Middle || *mark == Mark::Base);
        if let (Mark::Begin, Some(end), Some((_, middle))) = (mark, end.filter(|end| *end < next), middle) {
            let message = "two versions of the same lines, which git could not merge";
            notes.syntax(
                line.clone(),
                message,
                "keep one, and delete the other with the lines `<<<<<<<`, `=======` and `>>>>>>>`",
                true,
            );
            left_out.extend([line.clone(), middle.start..behind[end].1.end]);
            rest = &behind[end + 1..];
        } else {
            notes.syntax(line.clone(), "a line of a conflict that git could not merge", "delete it", true);
            left_out.push(line.clone());
        }
    }
    left_out
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Begin,
    Base,
    Middle,
    End,
}

impl Mark {
    fn of(line: &str) -> Option<Self> {
        let marks =
            [("<<<<<<<", Self::Begin), ("|||||||", Self::Base), ("=======", Self::Middle), (">>>>>>>", Self::End)];
        let (_, mark) = marks
            .into_iter()
            .find(|(mark, _)| line.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))?;
        Some(mark)
    }
}

/// The lines of a text without their ends.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let line = |whole: &str| {
        let line = start..start + whole.trim_end_matches(['\n', '\r']).len();
        start += whole.len();
        line
    };
    text.split_inclusive('\n').map(line).collect()
}
