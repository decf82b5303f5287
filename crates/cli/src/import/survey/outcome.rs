//! What a survey says at its end under a condition, as gates to outcomes of their own.

use serde_json::Value;

use super::super::draft::DraftGate;
use super::super::ids::Ids;
use super::super::plain::words;
use super::condition;
use super::expression::{Expression, parse};
use super::reading::Survey;
use super::score::Score;

/// Turns every end with a condition into a gate.
pub fn gates(survey: &mut Survey, value: &Value, scores: &[Score]) {
    let mut ids = Ids::default();
    survey.draft.tracks.iter().for_each(|track| _ = ids.like(&track.id, "track"));
    let ends = value.get("completedHtmlOnCondition").and_then(Value::as_array).into_iter().flatten();
    for (place, end) in ends.enumerate() {
        let Some(text) = end.get("expression").and_then(Value::as_str) else { continue };
        let read = parse(text).ok_or_else(|| "is not of a form that can be read".to_owned());
        match read.and_then(|expression| when(survey, scores, &expression)) {
            Ok(when) => {
                let summary = words(end.get("html")).unwrap_or_else(|| format!("Result {}", place + 1));
                let id = format!("result-{}", place + 1);
                let title: String = summary.split(['.', '!']).next().unwrap_or(&summary).chars().take(48).collect();
                survey.draft.gates.push(DraftGate { when, id: ids.like(&id, &id), title, summary });
            }
            Err(why) => survey.draft.lost.push(format!("the end that is shown where {text}: its condition {why}")),
        }
    }
    if !survey.draft.gates.is_empty() {
        survey.draft.decide.push("titles of the outcomes that gates lead to, and the percentages that they look for: a survey looks for sums".to_owned());
    }
}

/// A condition on scores and answers as TOML.
fn when(survey: &Survey, scores: &[Score], expression: &Expression) -> Result<String, String> {
    match expression {
        Expression::Two(name @ ("and" | "or"), one, two) => {
            let key = if *name == "and" { "all" } else { "any" };
            Ok(format!("{{ {key} = [{}, {}] }}", when(survey, scores, one)?, when(survey, scores, two)?))
        }
        Expression::Two(comparison, one, two) => match (one.as_ref(), two.as_ref()) {
            (Expression::Field(name), Expression::Number(number)) => {
                let score = scores.iter().find(|score| score.name == *name);
                let on_answers = || condition::condition(&survey.draft, &survey.fields, expression);
                score.map_or_else(on_answers, |score| on_fit(score, comparison, *number))
            }
            _ => condition::condition(&survey.draft, &survey.fields, expression),
        },
        _ => condition::condition(&survey.draft, &survey.fields, expression),
    }
}

/// A comparison of a whole score as one of the fit of its track.
fn on_fit(score: &Score, comparison: &str, number: f64) -> Result<String, String> {
    let (least, most) = score.range;
    if most <= least {
        return Err(format!("looks at `{}`, which never moves", score.name));
    }
    // The first sum that is meant, or that is no longer meant, as a percentage of what there can be.
    let percent = |sum: f64| ((sum - least) / (most - least) * 100.0).ceil().clamp(0.0, 100.0);
    let track = &score.track;
    match comparison {
        ">=" => Ok(format!("{{ fit = \"{track}\", at_least = {:.0} }}", percent(number))),
        ">" => Ok(format!("{{ fit = \"{track}\", at_least = {:.0} }}", percent(number + 1.0))),
        "<" => Ok(format!("{{ fit = \"{track}\", below = {:.0} }}", percent(number))),
        "<=" => Ok(format!("{{ fit = \"{track}\", below = {:.0} }}", percent(number + 1.0))),
        _ => Err("compares a sum in a way that fits are not compared".to_owned()),
    }
}
