//! How a survey counts answers: calculated values, right answers, or what its options count.

use serde_json::Value;

use super::super::draft::{DraftKind, DraftTrack};
use super::super::ids::Ids;
use super::condition::places;
use super::expression::{Expression, parse};
use super::reading::Survey;

/// Something that a survey counts, and the track that it has become.
pub struct Score {
    pub name: String,
    pub track: String,
    /// The least and the most that it can be.
    pub range: (f64, f64),
}

/// How many tracks a quiz has at most.
const TRACKS: usize = 12;

/// What one value of a question adds to a score: the field, the value's place, and how much.
type Part = (usize, usize, f64);

/// Turns what the survey counts into tracks and points.
pub fn scores(survey: &mut Survey, value: &Value) -> Vec<Score> {
    let mut found = calculated(survey, value);
    if found.is_empty() {
        found.extend(correct(survey));
    }
    if found.is_empty() {
        found.extend(counted(survey));
    }
    if found.len() > TRACKS {
        found
            .drain(TRACKS..)
            .for_each(|(name, _)| survey.draft.lost.push(format!("`{name}`: there are at most {TRACKS} tracks")));
    }
    let mut ids = Ids::default();
    let scores: Vec<Score> = found.iter().map(|(name, parts)| score(survey, &mut ids, name, parts, 1.0)).collect();
    if let [(name, parts)] = found.as_slice() {
        survey.draft.decide.push(format!(
            "what `{name}` is called, and its opposite, which has been added: a quiz has two tracks at least"
        ));
        let opposite = if name == "correctAnswers" { "wrong answers".to_owned() } else { format!("not {name}") };
        score(survey, &mut ids, &opposite, parts, -1.0);
    }
    if found.is_empty() {
        survey
            .draft
            .decide
            .push("tracks, and points for each option: the survey does not say what its answers count".to_owned());
        for name in ["First", "Second"] {
            track(survey, &mut ids, name);
        }
    } else {
        survey.draft.decide.push("labels of the tracks, and the words of their outcomes".to_owned());
    }
    scores
}

fn track(survey: &mut Survey, ids: &mut Ids, name: &str) -> String {
    let id = ids.like(name, "score");
    let (label, summary) = (name.to_owned(), format!("Your answers lean to {name}."));
    survey.draft.tracks.push(DraftTrack { id: id.clone(), title: label.clone(), label, summary });
    id
}

/// A track that gets these points, so many times.
fn score(survey: &mut Survey, ids: &mut Ids, name: &str, parts: &[Part], times: f64) -> Score {
    let track = track(survey, ids, name);
    let mut range = (0.0, 0.0);
    for (at, field) in survey.fields.iter().enumerate() {
        let mut sums = vec![0.0; field.values.len()];
        parts.iter().filter(|(of, ..)| *of == at).for_each(|(_, place, points)| sums[*place] += points * times);
        if sums.iter().all(|sum| *sum == 0.0) {
            continue;
        }
        let several = matches!(survey.draft.questions[field.question].kind, DraftKind::Multi { .. });
        let reach = if several { together(&sums) } else { alone(&sums) };
        range = (range.0 + reach.0, range.1 + reach.1);
        if let DraftKind::Scale { points, .. } = &mut survey.draft.questions[field.question].kind {
            let step = (sums[sums.len() - 1] - sums[0]) / 4.0;
            points.push((track.clone(), step));
            let even = (0..sums.len()).all(|place| (sums[0] + step * place as f64 - sums[place]).abs() < 1e-6);
            if !even {
                survey.draft.decide.push(format!(
                    "`{}`: its five steps count unevenly for `{name}`; a scale has even ones",
                    field.name
                ));
            }
            continue;
        }
        sums.iter()
            .enumerate()
            .filter(|(_, sum)| **sum != 0.0)
            .for_each(|(place, sum)| field.give(&mut survey.draft, place, &track, *sum));
    }
    Score { name: name.to_owned(), track, range }
}

/// The least and the most of these.
fn alone(sums: &[f64]) -> (f64, f64) {
    sums.iter().fold((f64::MAX, f64::MIN), |(least, most), sum| (least.min(*sum), most.max(*sum)))
}

/// The least and the most that some of these add up to.
fn together(sums: &[f64]) -> (f64, f64) {
    sums.iter().fold((0.0, 0.0), |(least, most), sum| (least + sum.min(0.0), most + sum.max(0.0)))
}

/// Calculated values, and questions that show an expression.
fn calculated(survey: &mut Survey, value: &Value) -> Vec<(String, Vec<Part>)> {
    let mut named: Vec<(String, String)> = Vec::new();
    collect(value, &mut named);
    let mut found = Vec::new();
    for (name, text) in named {
        let mut parts = Vec::new();
        match parse(&text).ok_or(()).and_then(|expression| linear(survey, &expression, 1.0, &mut parts)) {
            Ok(()) if !parts.is_empty() => found.push((name, parts)),
            _ => survey.draft.lost.push(format!("`{name}`: what it calculates ({text}) is no sum of answers")),
        }
    }
    found
}

/// Every calculated value and expression of a survey, wherever it stands.
fn collect(value: &Value, named: &mut Vec<(String, String)>) {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let list = |key: &str| value.get(key).and_then(Value::as_array).into_iter().flatten();
    for entry in list("calculatedValues") {
        named.extend(text(entry, "name").zip(text(entry, "expression")));
    }
    for entry in list("pages").chain(list("elements")).chain(list("questions")) {
        if entry.get("type").and_then(Value::as_str) == Some("expression") {
            named.extend(text(entry, "name").zip(text(entry, "expression")));
        }
        collect(entry, named);
    }
}

/// What an expression adds up, where it is a sum of answers.
fn linear(survey: &Survey, expression: &Expression, times: f64, parts: &mut Vec<Part>) -> Result<(), ()> {
    match expression {
        // What is always added moves no fit.
        Expression::Number(_) => Ok(()),
        Expression::Field(name) => {
            let named = |field: &&(usize, &super::field::Field)| {
                field.1.name == *name || field.1.name.starts_with(&format!("{name}."))
            };
            let fields: Vec<_> = survey.fields.iter().enumerate().collect();
            let mut any = false;
            for (at, field) in fields.iter().filter(named) {
                any = true;
                for place in 0..field.values.len() {
                    let counts = field.scores[place].or_else(|| field.number(place)).ok_or(())?;
                    parts.push((*at, place, counts * times));
                }
            }
            any.then_some(()).ok_or(())
        }
        Expression::Two("+", one, two) => {
            linear(survey, one, times, parts).and_then(|()| linear(survey, two, times, parts))
        }
        Expression::Two("-", one, two) => {
            linear(survey, one, times, parts).and_then(|()| linear(survey, two, -times, parts))
        }
        Expression::One("-", inner) => linear(survey, inner, -times, parts),
        Expression::Two("*", one, two) => match (one.as_ref(), two.as_ref()) {
            (Expression::Number(factor), sum) | (sum, Expression::Number(factor)) => {
                linear(survey, sum, times * factor, parts)
            }
            _ => Err(()),
        },
        Expression::Two("/", sum, by) => match by.as_ref() {
            Expression::Number(by) if *by != 0.0 => linear(survey, sum, times / by, parts),
            _ => Err(()),
        },
        Expression::Call(name, arguments) => match (name.as_str(), arguments.as_slice()) {
            ("sum", all) => all.iter().try_for_each(|one| linear(survey, one, times, parts)),
            ("iif", [condition, then, other]) => choice(survey, condition, (then, other), times, parts),
            _ => Err(()),
        },
        _ => Err(()),
    }
}

/// What `iif` adds for each value of the question that it looks at.
fn choice(
    survey: &Survey,
    condition: &Expression,
    (then, other): (&Expression, &Expression),
    times: f64,
    parts: &mut Vec<Part>,
) -> Result<(), ()> {
    let Expression::Two(comparison, one, two) = condition else { return Err(()) };
    let Expression::Field(name) = one.as_ref() else { return Err(()) };
    let (at, field) = survey.fields.iter().enumerate().find(|(_, field)| field.name == *name).ok_or(())?;
    let (comparison, turned) = if *comparison == "!=" { ("=", true) } else { (*comparison, false) };
    let holding = places(field, comparison, two).ok_or(())?;
    for place in 0..field.values.len() {
        match if holding.contains(&place) != turned { then } else { other } {
            Expression::Number(points) => parts.push((at, place, points * times)),
            Expression::One("-", inner) => match inner.as_ref() {
                Expression::Number(points) => parts.push((at, place, -points * times)),
                _ => return Err(()),
            },
            _ => return Err(()),
        }
    }
    Ok(())
}

/// Right answers of a test, as one score.
fn correct(survey: &Survey) -> Option<(String, Vec<Part>)> {
    let fields = survey.fields.iter().enumerate().filter(|(_, field)| !field.correct.is_empty());
    let right = fields.flat_map(|(at, field)| {
        let is_right =
            |place: &usize| field.correct.iter().any(|answer| answer.eq_ignore_ascii_case(&field.values[*place]));
        (0..field.values.len()).filter(is_right).map(move |place| (at, place, 1.0))
    });
    let parts: Vec<Part> = right.collect();
    (!parts.is_empty()).then(|| ("correctAnswers".to_owned(), parts))
}

/// What options are said to count, as one score.
fn counted(survey: &Survey) -> Option<(String, Vec<Part>)> {
    let of = |(at, field): (usize, &super::field::Field)| {
        field
            .scores
            .iter()
            .enumerate()
            .filter_map(move |(place, score)| Some((at, place, (*score)?)))
            .collect::<Vec<Part>>()
    };
    let parts: Vec<Part> = survey.fields.iter().enumerate().flat_map(of).collect();
    (!parts.is_empty()).then(|| ("score".to_owned(), parts))
}
