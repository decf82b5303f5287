//! A survey of SurveyJS: its questions, where it shows them, and how it counts them.

mod condition;
mod expression;
mod field;
mod outcome;
mod question;
mod reading;
mod score;

use serde_json::Value;

use super::draft::Draft;
use super::plain::words;
use reading::Survey;

/// The quiz, where it is one.
pub fn draft(value: &Value) -> Option<Draft> {
    let lists = ["pages", "elements", "questions"];
    value.as_object().filter(|survey| lists.iter().any(|list| survey.get(*list).is_some_and(Value::is_array)))?;
    let mut survey = Survey::default();
    survey.draft.title = words(value.get("title")).unwrap_or_else(|| "A quiz".to_owned());
    survey.draft.description = words(value.get("description")).unwrap_or_else(|| survey.draft.title.clone());
    let locale =
        value.get("locale").and_then(Value::as_str).filter(|tag| which_track_quiz::limits::is_language_tag(tag));
    survey.draft.lang = locale.unwrap_or("en").to_owned();
    for page in value.get("pages").and_then(Value::as_array).into_iter().flatten() {
        elements(&mut survey, page, &[]);
    }
    elements(&mut survey, value, &[]);
    let scores = score::scores(&mut survey, value);
    outcome::gates(&mut survey, value, &scores);
    lost(&mut survey.draft, value);
    Some(survey.draft)
}

/// Takes up the questions of a page or panel, which are shown only where all of these conditions hold.
fn elements(survey: &mut Survey, of: &Value, conditions: &[String]) {
    let own = of.get("visibleIf").and_then(Value::as_str).map(str::to_owned);
    let conditions: Vec<String> = conditions.iter().cloned().chain(own).collect();
    let lists = ["elements", "questions"].iter().filter_map(|list| of.get(*list)?.as_array());
    for element in lists.flatten() {
        match element.get("type").and_then(Value::as_str) {
            Some("panel") => elements(survey, element, &conditions),
            _ => question::add(survey, element, &conditions),
        }
    }
}

/// What a quiz here has no place for.
fn lost(draft: &mut Draft, value: &Value) {
    for (key, what) in [
        ("triggers", "triggers"),
        ("maxTimeToFinish", "the time limit"),
        ("timeLimit", "the time limit"),
        ("logo", "the logo"),
        ("completedHtml", "the page at the end: outcomes have words of their own"),
        ("navigateToUrl", "the address to go to at the end: an outcome's `action` can lead there"),
    ] {
        if value.get(key).is_some() {
            draft.lost.push(what.to_owned());
        }
    }
}
