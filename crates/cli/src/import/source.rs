//! JSON as people have it: as it is, with what JavaScript allows, or within a script that gives it a name.

use anyhow::{Context, Result};
use serde_json::Value;

/// How many bytes a file has at most.
const MOST: usize = 4 * 1024 * 1024;
/// How many values of a script are looked at.
const TRIED: usize = 64;
/// How deep brackets nest at most: what reads them goes into each.
const DEPTH: usize = 100;

/// The value that a file holds.
pub fn value(text: &str) -> Result<Value> {
    anyhow::ensure!(text.len() <= MOST, "it is larger than 4 MiB");
    let text = text.trim_start_matches('\u{feff}').trim();
    if let Ok(value) = serde_json::from_str(text) {
        return Ok(value);
    }
    // The value of a script stands behind `=`, `export default` or a bracket of a call; otherwise it comes first.
    let begins = text.match_indices(['[', '{']).map(|(place, _)| place).enumerate();
    let named = begins.filter(|(number, place)| {
        let before = text[..*place].trim_end();
        *number == 0 || before.ends_with('=') || before.ends_with("default") || before.ends_with('(')
    });
    let values = named.take(TRIED).filter_map(|(_, place)| json5::from_str::<Value>(balanced(&text[place..])?).ok());
    values.max_by_key(size).context("it is neither JSON nor a script that gives a list or an object a name")
}

/// How large a value is: of several in a script, the largest is meant.
fn size(value: &Value) -> usize {
    match value {
        Value::Array(entries) => 1 + entries.iter().map(size).sum::<usize>(),
        Value::Object(entries) => 1 + entries.values().map(size).sum::<usize>(),
        _ => 1,
    }
}

/// From a bracket to the one that closes it. `None` where there is none, or they nest too deep.
fn balanced(text: &str) -> Option<&str> {
    let (mut depth, mut quote, mut escaped) = (0usize, None, false);
    let mut letters = text.char_indices();
    while let Some((place, letter)) = letters.next() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if letter == '\\' => escaped = true,
            Some(end) => quote = if letter == end { None } else { quote },
            None => match letter {
                '"' | '\'' | '`' => quote = Some(letter),
                '/' if text[place..].starts_with("//") => {
                    letters.by_ref().find(|(_, letter)| *letter == '\n')?;
                }
                '/' if text[place..].starts_with("/*") => {
                    let end = place + 2 + text[place + 2..].find("*/")?;
                    letters.by_ref().find(|(at, _)| *at > end)?;
                }
                '[' | '{' => depth += 1,
                ']' | '}' => depth = depth.checked_sub(1)?,
                _ => {}
            },
        }
        if depth > DEPTH {
            return None;
        }
        if depth == 0 {
            return text.get(..place + letter.len_utf8());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn scripts_and_json_give_the_same_value() {
        let expected = serde_json::json!([{ "question": "A ] or 'b'?", "effect": { "x": 1 } }]);
        for text in [
            r#"[{"question": "A ] or 'b'?", "effect": {"x": 1}}]"#,
            r#"questions = [{"question": "A ] or 'b'?", "effect": {"x": 1}}]"#,
            "\u{feff}const questions = [\n  // one ]\n  { question: 'A ] or \\'b\\'?', effect: { x: 1, }, },\n];\nlet n = 1;",
            r#"/* don't */ q = [/* ] it's */ { question: "A ] or 'b'?", effect: { x: 1 } }]"#,
            r#"export default [{ question: "A ] or 'b'?", effect: { x: 1 } }];"#,
        ] {
            assert_eq!(value(text).expect(text), expected, "{text}");
        }
        let deep = [
            "[".repeat(200_000),
            format!("a = {}1{}", "[{a:".repeat(50_000), "}]".repeat(50_000)),
            "=[".repeat(1_000_000),
        ];
        for text in
            ["", "questions", "questions = [", "x = [1", "a => b"].into_iter().chain(deep.iter().map(String::as_str))
        {
            assert!(value(text).is_err(), "{}", text.len());
        }
    }
}
