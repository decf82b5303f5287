//! Answers as JSON: `{"answers": {...}, "marks": [...]}`, as docs/scoring.md, section 6, has them; also as other programs
//! write them, and with what to write instead where that can be said.

use std::fmt;

use anyhow::{Context, Result, anyhow};
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Value, json};
use which_track_quiz::check::{self, Problem};
use which_track_quiz::raw_answer::{self, RawAnswer, Refused};
use which_track_quiz::{Finished, Kind, Question, Quiz};

/// Says what a text is, from its beginning, that has several bytes for every letter.
pub fn not_wide(begun: &[u8]) -> Result<()> {
    match check::is_wide(begun) {
        true => text(begun).map(|_| ()),
        false => Ok(()),
    }
}

/// The text that bytes are.
fn text(bytes: &[u8]) -> Result<&str> {
    let in_words = |Problem { line, column, message, advice, .. }: Problem| {
        anyhow!("{message} at line {line} column {column}; {advice}")
    };
    check::text("", bytes).map_err(|problem| in_words(*problem))
}

/// Reads one set of answers.
pub fn parse(quiz: &Quiz, bytes: &[u8]) -> Result<Finished> {
    let text = text(bytes)?;
    // PowerShell and others put a mark before a text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Sheet { answers, marks } = serde_json::from_str(text).map_err(not_a_sheet)?;
    let Pairs(answers) = answers.context("`answers` is missing")?;
    let given = answers.iter().filter(|(_, value)| !value.is_null());
    let raw = given.clone().map(|(id, value)| Ok((id.as_str(), raw(quiz, id, value)?))).collect::<Result<Vec<_>>>()?;
    let marks = match &marks {
        Value::Null => Vec::new(),
        marks => texts(marks).context("`marks` must be a list of question ids")?,
    };
    let complete = raw_answer::read(quiz, raw, marks).map_err(|refused| with_advice(quiz, refused, given))?;
    Ok(Finished::of(quiz, complete))
}

/// A set of answers before the quiz is asked about them.
struct Sheet {
    answers: Option<Pairs>,
    marks: Value,
}

impl<'de> Deserialize<'de> for Sheet {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct AsSheet;

        impl<'de> Visitor<'de> for AsSheet {
            type Value = Sheet;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("{\"answers\": {...}, \"marks\": [...]}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Sheet, A::Error> {
                let (mut answers, mut marks) = (None, None);
                while let Some(key) = map.next_key::<String>()? {
                    let twice = match key.as_str() {
                        "answers" => answers.replace(map.next_value()?).is_some(),
                        "marks" => marks.replace(map.next_value()?).is_some(),
                        _ => {
                            return Err(A::Error::custom(format!(
                                "unknown key `{key}`: expected `answers` and `marks`"
                            )));
                        }
                    };
                    if twice {
                        return Err(A::Error::custom(format!("`{key}` is there twice")));
                    }
                }
                Ok(Sheet { answers, marks: marks.unwrap_or_default() })
            }
        }

        input.deserialize_map(AsSheet)
    }
}

/// Answers by the ids of their questions, each of which is there once.
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct AsPairs;

        impl<'de> Visitor<'de> for AsPairs {
            type Value = Pairs;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`answers` as an object: {\"<question>\": <answer>}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs: Vec<(String, Value)> = Vec::new();
                while let Some((id, value)) = map.next_entry::<String, Value>()? {
                    if pairs.iter().any(|(known, _)| *known == id) {
                        return Err(A::Error::custom(format!("question `{id}`: it is answered twice")));
                    }
                    pairs.push((id, value));
                }
                Ok(Pairs(pairs))
            }
        }

        input.deserialize_map(AsPairs)
    }
}

fn not_a_sheet(error: serde_json::Error) -> anyhow::Error {
    match error.classify() {
        Category::Data => error.into(),
        _ if error.to_string().starts_with("trailing characters") => {
            anyhow!("more than one set of answers; --jsonl reads one a line")
        }
        _ => anyhow::Error::from(error).context("not JSON"),
    }
}

fn raw<'a>(quiz: &Quiz, question: &str, value: &'a Value) -> Result<RawAnswer<'a>> {
    let several = || texts(value).map(RawAnswer::Several);
    let number = || whole(value).map(RawAnswer::Number);
    let raw = value.as_str().map(RawAnswer::One).or_else(several).or_else(number);
    raw.with_context(|| {
        let takes = "the answer must be an option id, a list of them, or a whole number";
        format!("question `{question}`: {takes}{}", instead(quiz, question, value))
    })
}

fn texts(value: &Value) -> Option<Vec<&str>> {
    value.as_array()?.iter().map(Value::as_str).collect()
}

/// A whole number, also as programs write it that know no others: `1.0`.
fn whole(value: &Value) -> Option<i64> {
    let float = || value.as_f64().filter(|float| float.fract() == 0.0 && float.abs() < 1e15);
    value.as_i64().or_else(|| float().map(|float| float as i64))
}

/// Why answers are refused, and what to write instead of one that only looks wrong.
fn with_advice<'a>(
    quiz: &Quiz,
    refused: Refused,
    mut given: impl Iterator<Item = &'a (String, Value)>,
) -> anyhow::Error {
    let question = match &refused {
        Refused::WrongAnswer { question, .. } => given.find(|(id, _)| id == question),
        _ => None,
    };
    let advice = question.map(|(id, value)| instead(quiz, id, value)).unwrap_or_default();
    anyhow!("{refused}{advice}")
}

/// What to write instead of an answer that has the right content in the wrong form.
fn instead(quiz: &Quiz, question: &str, value: &Value) -> String {
    let right = quiz.find_question(question).and_then(|ix| in_form(quiz.question(ix), value));
    right.map(|right| format!("; write {right}, not {value}")).unwrap_or_default()
}

fn in_form(question: &Question, value: &Value) -> Option<Value> {
    let id = |value: &Value| {
        let id = value.as_str().map(str::to_owned).or_else(|| whole(value).map(|number| number.to_string()))?;
        question.find_choice(&id).map(|_| json!(id))
    };
    let alone = match value.as_array().map(Vec::as_slice) {
        None => Some(value),
        Some([alone]) => Some(alone),
        Some(_) => None,
    };
    match question.kind {
        Kind::Single(_) => id(alone?),
        Kind::Scale { .. } => {
            let step = whole(alone?).or_else(|| alone?.as_str()?.trim().parse().ok())?;
            (-2..=2).contains(&step).then(|| json!(step))
        }
        Kind::Multi { .. } | Kind::Rank { .. } => {
            let ids = value.as_array().map_or(vec![value], |ids| ids.iter().collect());
            ids.into_iter().map(id).collect::<Option<Vec<Value>>>().map(Value::Array)
        }
    }
    .filter(|right| right != value)
}
