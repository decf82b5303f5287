//! A question of a survey.

use serde_json::Value;

use super::super::draft::{DraftKind, DraftOption, DraftQuestion};
use super::super::ids::Ids;
use super::super::plain::words;
use super::condition;
use super::field::Field;
use super::reading::Survey;

/// What can be chosen: a value, its words, and what it counts.
struct Item {
    value: String,
    label: String,
    score: Option<f64>,
}

/// Takes up a question, or says that it is lost.
pub fn add(survey: &mut Survey, element: &Value, conditions: &[String]) {
    let kind = element.get("type").and_then(Value::as_str).unwrap_or("text");
    let name = element.get("name").and_then(Value::as_str).unwrap_or(kind).to_owned();
    let prompt = words(element.get("title")).unwrap_or_else(|| name.clone());
    match kind {
        "matrix" => return matrix(survey, element, &name, &prompt, conditions),
        "rating" => return rating(survey, element, &name, prompt, conditions),
        _ => {}
    }
    let items = chosen(element, kind);
    let Some(made) = made(element, kind, options(&items)) else {
        return survey.draft.lost.push(format!("`{name}` (type `{kind}`): there is nothing to choose from"));
    };
    if element.get("choicesByUrl").is_some() {
        return survey.draft.lost.push(format!("`{name}`: its options come from an address"));
    }
    if flag(element, &["hasOther", "showOtherItem"]) {
        survey.draft.lost.push(format!("`{name}`: the option to write something else"));
    }
    if kind == "imagepicker" {
        survey.draft.lost.push(format!("`{name}`: its pictures; their words are the options"));
    }
    push(survey, element, New { name, prompt, kind: made, items, conditions });
}

fn flag(element: &Value, keys: &[&str]) -> bool {
    keys.iter().any(|key| element.get(*key).and_then(Value::as_bool) == Some(true))
}

/// What there is to choose from.
fn chosen(element: &Value, kind: &str) -> Vec<Item> {
    if kind == "boolean" {
        return ["True", "False"].iter().map(|side| truth(element, side)).collect();
    }
    let mut items = items(element.get("choices"));
    if flag(element, &["hasNone", "showNoneItem"]) {
        let label = words(element.get("noneText")).unwrap_or_else(|| "None".to_owned());
        items.push(Item { value: "none".to_owned(), label, score: None });
    }
    items
}

/// The kind of question that a type becomes. `None` where there is nothing to choose.
fn made(element: &Value, kind: &str, options: Vec<DraftOption>) -> Option<DraftKind> {
    let number = |key: &str| element.get(key).and_then(Value::as_u64).map(|number| number as usize);
    match kind {
        "radiogroup" | "dropdown" | "buttongroup" | "boolean" => Some(DraftKind::Single(options)),
        "imagepicker" if !flag(element, &["multiSelect"]) => Some(DraftKind::Single(options)),
        "checkbox" | "tagbox" | "imagepicker" => {
            let least = usize::from(flag(element, &["isRequired"]));
            let min = number("minSelectedChoices").unwrap_or(0).max(least);
            let max = number("maxSelectedChoices").filter(|most| *most > 0).unwrap_or(usize::MAX);
            Some(DraftKind::Multi { options, min, max })
        }
        "ranking" => Some(DraftKind::Rank { options, top: usize::MAX }),
        _ => None,
    }
}

/// What there is to take up.
struct New<'a> {
    name: String,
    prompt: String,
    kind: DraftKind,
    items: Vec<Item>,
    conditions: &'a [String],
}

fn push(survey: &mut Survey, element: &Value, new: New<'_>) {
    let New { name, prompt, kind, items, conditions } = new;
    if items.len() < 2 {
        return survey.draft.lost.push(format!("`{name}`: it has fewer than two options"));
    }
    let own = element.get("visibleIf").and_then(Value::as_str).map(str::to_owned);
    let whens: Vec<String> = conditions.iter().cloned().chain(own).collect();
    let (when, unread) = condition::all(&survey.draft, &survey.fields, &whens);
    for why in unread {
        survey.draft.decide.push(format!("where `{name}` is to be asked: its `visibleIf` {why}"));
    }
    for key in ["enableIf", "requiredIf", "choicesVisibleIf", "validators", "defaultValue"] {
        if element.get(key).is_some() {
            survey.draft.lost.push(format!("`{name}`: `{key}`"));
        }
    }
    if element.get("choicesOrder").and_then(Value::as_str).is_some_and(|order| order != "none") {
        survey.draft.lost.push(format!("`{name}`: the order of its options, which is that of the file"));
    }
    let id = survey.ids.like(&name, &format!("q{}", survey.draft.questions.len() + 1));
    let optional = element.get("isRequired").and_then(Value::as_bool) != Some(true);
    let optional = optional && element.get("isAllRowRequired").and_then(Value::as_bool) != Some(true);
    let correct = match element.get("correctAnswer") {
        Some(Value::Array(answers)) => answers.iter().filter_map(scalar).collect(),
        Some(answer) => scalar(answer).into_iter().collect(),
        None => Vec::new(),
    };
    let (values, scores) = items.into_iter().map(|item| (item.value, item.score)).unzip();
    survey.fields.push(Field { name, question: survey.draft.questions.len(), values, scores, correct });
    let help = words(element.get("description"));
    survey.draft.questions.push(DraftQuestion { id, prompt, help, optional, when, kind });
}

/// A rating with five steps is a scale, any other a choice.
fn rating(survey: &mut Survey, element: &Value, name: &str, prompt: String, conditions: &[String]) {
    let number = |key: &str, usual: i64| element.get(key).and_then(Value::as_i64).unwrap_or(usual);
    let (least, step) = (number("rateMin", 1), number("rateStep", 1).max(1));
    let count = element.get("rateCount").and_then(Value::as_i64);
    let most = element.get("rateMax").and_then(Value::as_i64).unwrap_or(least + (count.unwrap_or(5) - 1) * step);
    let steps = (0..=100).map(|place| least + place * step).take_while(|value| *value <= most);
    let plain =
        || steps.map(|value| Item { value: value.to_string(), label: value.to_string(), score: None }).collect();
    let named = items(element.get("rateValues"));
    let items: Vec<Item> = if named.is_empty() { plain() } else { named };
    let word = |key: &str, item: Option<&Item>| words(element.get(key)).or_else(|| item.map(|item| item.label.clone()));
    let low = word("minRateDescription", items.first()).unwrap_or_default();
    let high = word("maxRateDescription", items.last()).unwrap_or_default();
    let kind = if items.len() == 5 {
        DraftKind::Scale { low, high, points: Vec::new() }
    } else {
        DraftKind::Single(options(&items))
    };
    push(survey, element, New { name: name.to_owned(), prompt, kind, items, conditions });
}

/// Each row of a matrix is a question: a scale where there are five columns.
fn matrix(survey: &mut Survey, element: &Value, name: &str, prompt: &str, conditions: &[String]) {
    let rows = items(element.get("rows"));
    for row in rows {
        let items = items(element.get("columns"));
        let label = |item: Option<&Item>| item.map(|item| item.label.clone()).unwrap_or_default();
        let kind = match items.len() {
            5 => DraftKind::Scale { low: label(items.first()), high: label(items.last()), points: Vec::new() },
            _ => DraftKind::Single(options(&items)),
        };
        let question = New {
            name: format!("{name}.{}", row.value),
            prompt: format!("{prompt}: {}", row.label),
            kind,
            items,
            conditions,
        };
        push(survey, element, question);
    }
}

fn options(items: &[Item]) -> Vec<DraftOption> {
    let mut ids = Ids::default();
    let option = |(place, item): (usize, &Item)| DraftOption {
        id: ids.like(&item.value, &format!("option-{}", place + 1)),
        label: item.label.clone(),
        points: Vec::new(),
    };
    items.iter().enumerate().map(option).collect()
}

fn items(list: Option<&Value>) -> Vec<Item> {
    let item = |item: &Value| {
        let value = scalar(item.get("value").or_else(|| item.get("text")).unwrap_or(item))?;
        let label = words(item.get("text")).or_else(|| words(item.get("value"))).unwrap_or_else(|| value.clone());
        let score = ["score", "points", "weight"].iter().find_map(|key| item.get(*key)?.as_f64());
        Some(Item { label, value, score })
    };
    list.and_then(Value::as_array).into_iter().flatten().filter_map(item).collect()
}

/// One of the two sides of a question that is answered with yes or no.
fn truth(element: &Value, side: &str) -> Item {
    let value = element.get(format!("value{side}")).and_then(scalar).unwrap_or_else(|| side.to_lowercase());
    let usual = if side == "True" { "Yes" } else { "No" };
    Item { value, label: words(element.get(format!("label{side}"))).unwrap_or_else(|| usual.to_owned()), score: None }
}

/// A text, number or truth as text.
fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    }
}
