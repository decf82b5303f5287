//! JSON as people have it: as it is, with what JavaScript allows, or within a script that gives it a name.

use anyhow::{Context, Result};
use serde_json::Value;

/// How many bytes a file has at most.
const MOST: usize = 4 * 1024 * 1024;

/// The value that a file holds.
pub fn value(text: &str) -> Result<Value> {
    anyhow::ensure!(text.len() <= MOST, "it is larger than 4 MiB");
    let text = text.trim_start_matches('\u{feff}').trim();
    if let Ok(value) = serde_json::from_str(text) {
        return Ok(value);
    }
    // The value of a script stands behind `=`, `export default` or a bracket of a call.
    let begins = text.match_indices(['[', '{']).map(|(place, _)| place);
    let whole = json5::from_str::<Value>(text);
    if let Ok(value) = whole {
        return Ok(value);
    }
    let named = begins.filter(|place| {
        let before = text[..*place].trim_end();
        before.ends_with('=') && !before.ends_with("=>") || before.ends_with("default") || before.ends_with('(')
    });
    let values = named.filter_map(|place| json5::from_str::<Value>(balanced(&text[place..])?).ok());
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

/// From a bracket to the one that closes it.
fn balanced(text: &str) -> Option<&str> {
    let (mut depth, mut quote, mut escaped) = (0usize, None, false);
    let mut letters = text.char_indices().peekable();
    while let Some((place, letter)) = letters.next() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if letter == '\\' => escaped = true,
            Some(end) => quote = if letter == end { None } else { quote },
            None => match letter {
                '"' | '\'' | '`' => quote = Some(letter),
                '/' if letters.peek().is_some_and(|(_, next)| *next == '/') => {
                    letters.by_ref().find(|(_, letter)| *letter == '\n')?;
                }
                '[' | '{' => depth += 1,
                ']' | '}' => depth = depth.checked_sub(1)?,
                _ => {}
            },
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
            r#"export default [{ question: "A ] or 'b'?", effect: { x: 1 } }];"#,
        ] {
            assert_eq!(value(text).expect(text), expected, "{text}");
        }
        for text in ["", "questions", "questions = [", "x = [1", "a => [b]"] {
            assert!(value(text).is_err(), "{text}");
        }
    }
}
