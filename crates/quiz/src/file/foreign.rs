//! Whole files that are something else than TOML.

use super::place::Slip;
use super::statement::{Shape, shape};

/// What a file is that has not a line of TOML, if that can be told.
pub(super) fn format(text: &str) -> Option<Slip> {
    let plain = text.trim_start_matches('\u{feff}');
    let mut lines = plain.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', '/']));
    let first = lines.clone().next()?;
    let is_toml = lines.clone().any(|line| matches!(shape(line), Shape::Heading | Shape::Key));
    let is_yaml = lines.any(|line| line == "---" || line.starts_with("- ") || shape(line) == Shape::Colon);
    let heading = shape(first) == Shape::Heading;
    let write =
        "write TOML, as in `title = \"…\"`, with `[[questions]]` above each question; docs/format.md tells more";
    let (message, advice) = match first {
        _ if first.starts_with('{') || (first.starts_with('[') && !heading) => {
            ("this is JSON, and a quiz is a file of TOML", write)
        }
        _ if first.starts_with('<') => (
            "this is a page of HTML or XML, and a quiz is a file of TOML",
            "save the file itself, not the page that shows it",
        ),
        _ if is_yaml && !is_toml => ("this is YAML, and a quiz is a file of TOML", write),
        _ => return None,
    };
    let start = text.find(first)?;
    Some(Slip {
        span: (start..start + first.len()).into(),
        message: message.to_owned(),
        advice: advice.to_owned(),
        habit: false,
    })
}
