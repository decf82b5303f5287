//! The content.json of an H5P Personality Quiz, in its old form and in that of version 1.1.

use serde_json::Value;

use super::draft::{Draft, DraftKind, DraftOption, DraftQuestion, DraftTrack};
use super::ids::Ids;
use super::plain::words;

/// The quiz, where it is one.
pub fn draft(value: &Value) -> Option<Draft> {
    // Some programs put what belongs to the whole package around it.
    let value = value.get("params").unwrap_or(value);
    let list = |name: &str| {
        let grouped = value.get(format!("{name}Group")).and_then(|group| group.get(name));
        value.get(name).or(grouped).and_then(Value::as_array)
    };
    let (personalities, questions) = (list("personalities")?, list("questions")?);
    let screen = value.get("titleScreen");
    let title = screen
        .and_then(|screen| words(screen.pointer("/title/text").or_else(|| screen.get("titleScreenIntroduction"))));
    let mut draft = Draft {
        title: title.unwrap_or_else(|| "Which one are you?".to_owned()),
        description: "A quiz about who you are.".to_owned(),
        lang: "en".to_owned(),
        ..Draft::default()
    };
    draft.decide.push("`description` and, where it is not English, `lang`: the file has none".to_owned());
    self::personalities(&mut draft, personalities);
    let mut ids = Ids::default();
    for (place, question) in questions.iter().enumerate() {
        self::question(&mut draft, &mut ids, place, question);
    }
    lost(&mut draft, value);
    Some(draft)
}

/// A track with its outcome for each personality.
fn personalities(draft: &mut Draft, personalities: &[Value]) {
    let mut ids = Ids::default();
    for (place, personality) in personalities.iter().enumerate() {
        let name = words(personality.get("name")).unwrap_or_else(|| format!("Personality {}", place + 1));
        let summary = words(personality.get("description"));
        if summary.is_none() {
            draft.decide.push(format!("the summary of outcome `{name}`: the file has no description"));
        }
        let id = ids.like(&name, &format!("personality-{}", place + 1));
        draft.tracks.push(DraftTrack {
            id,
            title: name.clone(),
            summary: summary.unwrap_or_else(|| name.clone()),
            label: name,
        });
    }
}

fn question(draft: &mut Draft, ids: &mut Ids, place: usize, question: &Value) {
    let number = place + 1;
    let Some(prompt) = words(question.get("text")) else {
        return draft.lost.push(format!("question {number}: it has no words"));
    };
    let (mut options, mut option_ids) = (Vec::new(), Ids::default());
    for (place, answer) in question.get("answers").and_then(Value::as_array).into_iter().flatten().enumerate() {
        let Some(label) = words(answer.get("text")) else {
            draft.lost.push(format!("question {number}, answer {}: it has no words", place + 1));
            continue;
        };
        let id = option_ids.like(&label, &format!("option-{}", place + 1));
        let mut points = Vec::new();
        let named = words(answer.get("personality")).unwrap_or_default();
        for name in named.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            match draft.tracks.iter().find(|track| track.label.eq_ignore_ascii_case(name)) {
                Some(track) => points.push((track.id.clone(), 1.0)),
                None => {
                    draft.lost.push(format!("question {number}, answer `{label}`: there is no personality `{name}`"))
                }
            }
        }
        if points.is_empty() {
            draft.decide.push(format!("question {number}, answer `{label}`: it gives no personality anything"));
        }
        options.push(DraftOption { id, label, points });
    }
    if options.len() < 2 {
        return draft.lost.push(format!("question {number} (`{prompt}`): it has fewer than two answers"));
    }
    let id = ids.like("", &format!("q{number}"));
    draft.questions.push(DraftQuestion {
        id,
        prompt,
        help: None,
        optional: false,
        when: None,
        kind: DraftKind::Single(options),
    });
}

/// What a quiz here has no place for.
fn lost(draft: &mut Draft, value: &Value) {
    let pictures = value.to_string().matches("\"path\":").count();
    if pictures > 0 {
        draft.lost.push(format!("pictures: {pictures}"));
    }
    if value.pointer("/resultScreen/animation").and_then(Value::as_str).is_some_and(|animation| animation != "none") {
        draft.lost.push("the animation before the result".to_owned());
    }
    if value.get("visual").is_some() || value.get("buttonColor").is_some() {
        draft.lost.push("colors: `--which-track-*` has them here".to_owned());
    }
    if value.get("l10n").is_some() || value.get("startText").is_some() {
        draft.lost.push("the words of buttons: `[words]` has them here".to_owned());
    }
}
