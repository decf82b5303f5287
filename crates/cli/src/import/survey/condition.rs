//! Conditions of SurveyJS as conditions of a quiz.

use super::super::draft::Draft;
use super::expression::{Expression, parse};
use super::field::Field;

/// Those of these conditions that can be read, together as TOML, and why the others cannot.
pub fn all(draft: &Draft, fields: &[Field], conditions: &[String]) -> (Option<String>, Vec<String>) {
    let (mut read, mut why) = (Vec::new(), Vec::new());
    for text in conditions {
        let expression = parse(text).ok_or_else(|| "is not of a form that can be read".to_owned());
        match expression.and_then(|expression| condition(draft, fields, &expression)) {
            Ok(condition) => read.push(condition),
            Err(reason) => why.push(format!("`{text}` {reason}")),
        }
    }
    let together = if read.len() > 1 { Some(format!("{{ all = [{}] }}", read.join(", "))) } else { read.pop() };
    (together, why)
}

/// A condition as TOML; `Err` says why not.
pub fn condition(draft: &Draft, fields: &[Field], expression: &Expression) -> Result<String, String> {
    let both = |key: &str, one: &Expression, two: &Expression| {
        let (one, two) = (condition(draft, fields, one)?, condition(draft, fields, two)?);
        Ok(format!("{{ {key} = [{one}, {two}] }}"))
    };
    let not = |inner: String| format!("{{ not = {inner} }}");
    match expression {
        Expression::Two("and", one, two) => both("all", one, two),
        Expression::Two("or", one, two) => both("any", one, two),
        Expression::One("not", inner) => condition(draft, fields, inner).map(not),
        Expression::One(name @ ("empty" | "notempty"), inner) => {
            let field = field(fields, inner)?;
            let any = field.is(draft, &(0..field.values.len()).collect::<Vec<_>>());
            Ok(if *name == "empty" { not(any) } else { any })
        }
        Expression::Two(name @ ("!=" | "notcontains" | "noneof"), one, two) => {
            let same = if *name == "!=" { "=" } else { "anyof" };
            condition(draft, fields, &Expression::Two(same, one.clone(), two.clone())).map(not)
        }
        Expression::Two("allof", one, two) => {
            let Expression::List(entries) = two.as_ref() else {
                return Err("is not of a form that can be read".to_owned());
            };
            let each = entries
                .iter()
                .map(|entry| condition(draft, fields, &Expression::Two("=", one.clone(), Box::new(entry.clone()))));
            Ok(format!("{{ all = [{}] }}", each.collect::<Result<Vec<_>, _>>()?.join(", ")))
        }
        Expression::Two(name, one, two) => {
            let field = field(fields, one)?;
            let places = places(field, name, two).ok_or("is not of a form that can be read")?;
            if places.is_empty() {
                return Err(format!("looks for an answer that `{}` does not have", field.name));
            }
            Ok(field.is(draft, &places))
        }
        _ => Err("is not of a form that can be read".to_owned()),
    }
}

fn field<'a>(fields: &'a [Field], expression: &Expression) -> Result<&'a Field, String> {
    let Expression::Field(name) = expression else { return Err("is not of a form that can be read".to_owned()) };
    let found = fields.iter().find(|field| field.name == *name);
    found.ok_or_else(|| format!("names `{name}`, which is no earlier question of the quiz"))
}

/// The values of a field that a comparison holds for.
pub fn places(field: &Field, comparison: &str, with: &Expression) -> Option<Vec<usize>> {
    let with: Vec<String> = match with {
        Expression::List(entries) => entries.iter().map(value).collect::<Option<_>>()?,
        one => vec![value(one)?],
    };
    let holds = |place: usize| {
        let (own, number) = (&field.values[place], field.number(place));
        let compared = |holds: fn(f64, f64) -> bool| {
            Some(number.zip(with.first()?.parse().ok()).is_some_and(|(own, with)| holds(own, with)))
        };
        match comparison {
            "=" | "contains" | "anyof" => Some(with.iter().any(|with| same(own, with))),
            "<" => compared(|own, with| own < with),
            ">" => compared(|own, with| own > with),
            "<=" => compared(|own, with| own <= with),
            ">=" => compared(|own, with| own >= with),
            _ => None,
        }
    };
    let holding: Vec<bool> = (0..field.values.len()).map(holds).collect::<Option<_>>()?;
    Some((0..holding.len()).filter(|place| holding[*place]).collect())
}

/// Whether two values are the same to SurveyJS: capitals aside, numbers as numbers.
fn same(one: &str, two: &str) -> bool {
    let numbers = one.parse::<f64>().ok().zip(two.parse::<f64>().ok());
    numbers.map_or_else(|| one.eq_ignore_ascii_case(two), |(one, two)| one == two)
}

fn value(expression: &Expression) -> Option<String> {
    match expression {
        Expression::Text(text) => Some(text.clone()),
        Expression::Number(number) => Some(number.to_string()),
        Expression::One("-", inner) => value(inner).map(|number| format!("-{number}")),
        _ => None,
    }
}
