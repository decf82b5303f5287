//! Statements with an effect on axes, as 8values and its many kin have them in questions.js.

use serde_json::Value;

use super::draft::{Draft, DraftKind, DraftQuestion, DraftTrack};
use super::ids::Ids;
use super::plain::words;

/// How many axes may have a track for each of their ends.
const WITH_BOTH_ENDS: usize = 6;
/// How many tracks a quiz has at most.
const TRACKS: usize = 12;

/// The words of a statement, if it has any, and its effects on axes.
type Statement<'a> = (Option<String>, Vec<(&'a str, f64)>);

/// The quiz, where it is one.
pub fn draft(value: &Value) -> Option<Draft> {
    let list = value.as_array().or_else(|| value.get("questions").and_then(Value::as_array))?;
    let statements: Vec<Statement<'_>> = list.iter().map(statement).collect::<Option<_>>()?;
    let mut axes = axes(&statements);
    let mut draft = Draft {
        title: "Where do you stand?".to_owned(),
        description: "Say how far you agree with each statement.".to_owned(),
        lang: "en".to_owned(),
        ..Draft::default()
    };
    draft.decide.push(
        "`title`, `description`, and where it is not English, `lang`, `low` and `high`: the file has none".to_owned(),
    );
    draft
        .decide
        .push("labels of the tracks and the words of their outcomes: the file has names of axes only".to_owned());
    draft.lost.push("results of several axes at once (the ideologies of 8values): the outcome is the end of an axis that fits best, and all fits are shown".to_owned());
    let both = axes.len() <= WITH_BOTH_ENDS;
    few(&mut draft, &mut axes, both);
    let tracks = tracks(&mut draft, &axes, both);
    for (place, (prompt, effects)) in statements.into_iter().enumerate() {
        let Some(prompt) = prompt else {
            draft.lost.push(format!("statement {}: it has no words", place + 1));
            continue;
        };
        let points = effects.iter().flat_map(|(axis, effect)| {
            let ends = tracks.iter().filter(move |(of, ..)| of == axis);
            ends.map(move |(_, id, sign)| (id.clone(), sign * effect))
        });
        let (low, high) = ("Strongly disagree".to_owned(), "Strongly agree".to_owned());
        let kind = DraftKind::Scale { low, high, points: points.collect() };
        let id = format!("q{}", place + 1);
        draft.questions.push(DraftQuestion { id, prompt, help: None, optional: false, when: None, kind });
    }
    Some(draft)
}

/// The axes that something has an effect on, in the order of the file.
fn axes<'a>(statements: &[Statement<'a>]) -> Vec<&'a str> {
    let effects = || statements.iter().flat_map(|(_, effects)| effects);
    let mut axes: Vec<&str> = Vec::new();
    effects().for_each(|(axis, _)| axes.extend((!axes.contains(axis)).then_some(*axis)));
    axes.retain(|axis| effects().any(|(of, effect)| of == axis && *effect != 0.0));
    axes
}

/// Leaves out the axes that there is no track for.
fn few(draft: &mut Draft, axes: &mut Vec<&str>, both: bool) {
    if !both {
        draft.lost.push(format!(
            "the lower ends of the {} axes: there are at most {TRACKS} tracks, and each axis has one",
            axes.len()
        ));
    }
    for axis in axes.iter().skip(TRACKS) {
        draft.lost.push(format!("axis `{axis}`: there are at most {TRACKS} tracks"));
    }
    axes.truncate(TRACKS);
}

/// A statement with its effects.
fn statement(value: &Value) -> Option<Statement<'_>> {
    let effects = ["effect", "effects"].iter().find_map(|key| value.get(key)?.as_object())?;
    let text = ["question", "text", "statement"].iter().find_map(|key| value.get(key))?;
    let effects =
        effects.iter().map(|(axis, effect)| Some((axis.as_str(), effect.as_f64()?))).collect::<Option<_>>()?;
    Some((words(Some(text)), effects))
}

/// A track for each end of each axis, or for its upper end: the axis, its id, and with which sign an effect counts.
fn tracks(draft: &mut Draft, axes: &[&str], both: bool) -> Vec<(String, String, f64)> {
    let (mut ids, mut tracks) = (Ids::default(), Vec::new());
    for axis in axes {
        let ends = [("high", "+", 1.0), ("low", "−", -1.0)];
        for (end, sign, factor) in &ends[..if both { 2 } else { 1 }] {
            let name = if both { format!("{axis} {end}") } else { (*axis).to_owned() };
            let id = ids.like(&name, &format!("axis-{end}"));
            let label = if both { format!("{axis} {sign}") } else { (*axis).to_owned() };
            let summary = format!("Your answers lean to {label}.");
            draft.tracks.push(DraftTrack { id: id.clone(), title: label.clone(), label, summary });
            tracks.push(((*axis).to_owned(), id, *factor));
        }
    }
    if draft.tracks.len() == 1 {
        draft.decide.push("a second track: the file has one axis with one end".to_owned());
    }
    tracks
}
