//! A quiz in the making as a quiz file.

use std::fmt::Write;

use super::draft::{Draft, DraftKind, DraftOption, DraftQuestion, Points};

/// The file's text.
pub fn toml(id: &str, from: &str, draft: &Draft) -> String {
    let mut text = format!("# Imported from {}.\n", one_line(from));
    comments(&mut text, "What could not be carried over:", &draft.lost);
    comments(&mut text, "For you to decide:", &draft.decide);
    let head = [("id", id), ("title", &draft.title), ("description", &draft.description), ("lang", &draft.lang)];
    text.push('\n');
    head.iter().for_each(|(key, value)| line(&mut text, key, value));
    for track in &draft.tracks {
        text.push_str("\n[[tracks]]\n");
        line(&mut text, "id", &track.id);
        line(&mut text, "label", &track.label);
    }
    draft.questions.iter().for_each(|written| question(&mut text, written));
    for gate in &draft.gates {
        _ = write!(text, "\n[[gates]]\nwhen = {}\n", gate.when);
        line(&mut text, "outcome", &gate.id);
    }
    let tracks = draft.tracks.iter().map(|track| (&track.id, &track.title, &track.summary));
    for (id, title, summary) in tracks.chain(draft.gates.iter().map(|gate| (&gate.id, &gate.title, &gate.summary))) {
        text.push_str("\n[[outcomes]]\n");
        [("id", id), ("title", title), ("summary", summary)]
            .iter()
            .for_each(|(key, value)| line(&mut text, key, value));
    }
    text
}

fn comments(text: &mut String, title: &str, lines: &[String]) {
    if !lines.is_empty() {
        _ = write!(text, "#\n# {title}\n");
        lines.iter().for_each(|line| _ = writeln!(text, "# - {}", one_line(line)));
    }
}

/// A text without what would end a comment.
fn one_line(text: &str) -> String {
    text.replace(|letter: char| letter.is_control(), " ")
}

fn line(text: &mut String, key: &str, value: &str) {
    _ = writeln!(text, "{key} = {}", quoted(value));
}

/// A text as TOML.
pub fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

fn question(text: &mut String, question: &DraftQuestion) {
    let kind = match question.kind {
        DraftKind::Single(_) => "single",
        DraftKind::Multi { .. } => "multi",
        DraftKind::Rank { .. } => "rank",
        DraftKind::Scale { .. } => "scale",
    };
    text.push_str("\n[[questions]]\n");
    line(text, "id", &question.id);
    line(text, "kind", kind);
    line(text, "prompt", &question.prompt);
    question.help.iter().for_each(|help| line(text, "help", help));
    if question.optional {
        text.push_str("optional = true\n");
    }
    question.when.iter().for_each(|when| _ = writeln!(text, "when = {when}"));
    match &question.kind {
        DraftKind::Single(options) => self::options(text, options),
        DraftKind::Multi { options, min, max } => {
            _ = write!(text, "min = {min}\nmax = {max}\n");
            self::options(text, options);
        }
        DraftKind::Rank { options, top } => {
            _ = writeln!(text, "top = {top}");
            self::options(text, options);
        }
        DraftKind::Scale { low, high, points } => {
            line(text, "low", low);
            line(text, "high", high);
            _ = writeln!(text, "points = {}", self::points(points));
        }
    }
}

fn options(text: &mut String, options: &[DraftOption]) {
    text.push_str("options = [\n");
    for option in options {
        let points =
            if option.points.is_empty() { String::new() } else { format!(", points = {}", points(&option.points)) };
        _ = writeln!(text, "  {{ id = {}, label = {}{points} }},", quoted(&option.id), quoted(&option.label));
    }
    text.push_str("]\n");
}

fn points(points: &Points) -> String {
    let points: Vec<String> = points.iter().map(|(track, points)| format!("{track} = {points:.0}")).collect();
    format!("{{ {} }}", points.join(", "))
}
