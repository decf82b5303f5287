//! Words without their markup.

use serde_json::Value;

/// The words of a text: a string, or one of several languages, of which the first or the default is taken.
pub fn words(value: Option<&Value>) -> Option<String> {
    let text = match value? {
        Value::String(text) => text.as_str(),
        Value::Number(number) => return Some(number.to_string()),
        Value::Bool(truth) => return Some(truth.to_string()),
        Value::Object(languages) => languages.get("default").or_else(|| languages.values().next())?.as_str()?,
        _ => return None,
    };
    let plain = plain(text);
    (!plain.is_empty()).then_some(plain)
}

/// A text without tags, with its entities as letters, and with single spaces.
pub fn plain(text: &str) -> String {
    let (mut words, mut rest) = (String::new(), text);
    while let Some(open) = rest.find('<') {
        let is_tag =
            rest[open + 1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '/' || next == '!');
        let close = rest[open..].find('>').filter(|_| is_tag);
        words.push_str(&rest[..open]);
        words.push(if close.is_some() { ' ' } else { '<' });
        rest = &rest[close.map_or(open + 1, |close| open + close + 1)..];
    }
    words.push_str(rest);
    let entities = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#039;", "'"),
        ("&amp;", "&"),
    ];
    let words = entities.iter().fold(words, |words, (entity, letter)| words.replace(entity, letter));
    let words: Vec<&str> = words
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").replace(" .", ".").replace(" ,", ",")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markup_is_no_part_of_the_words() {
        for (text, words) in [
            ("<p>Tea &amp; <strong>coffee</strong>.</p>", "Tea & coffee."),
            ("a < b", "a < b"),
            ("  two\n lines ", "two lines"),
            ("<h1>A</h1><h2>B</h2>", "A B"),
            ("&lt;b&gt;", "<b>"),
            ("<", "<"),
        ] {
            assert_eq!(plain(text), words, "{text}");
        }
    }
}
