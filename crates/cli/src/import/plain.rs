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
    let words = letters(&words);
    let words: Vec<&str> = words
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").replace(" .", ".").replace(" ,", ",")
}

/// Entities that editors write, with their letters.
const ENTITIES: [(&str, char); 14] = [
    ("nbsp", ' '),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("amp", '&'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("shy", '\u{ad}'),
];

/// A text with letters in the place of entities. What is none stays.
fn letters(text: &str) -> String {
    let mut parts = text.split('&');
    let mut letters = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let entity = part.split_once(';').and_then(|(name, rest)| Some((letter(name)?, rest)));
        match entity {
            Some((letter, rest)) => letters.extend([letter].into_iter().chain(rest.chars())),
            None => letters.extend(['&'].into_iter().chain(part.chars())),
        }
    }
    letters
}

fn letter(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return ENTITIES.iter().find(|(entity, _)| *entity == name).map(|(_, letter)| *letter);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
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
            ("I&#039;m &#x41; &hellip; R&D; &none; &", "I'm A … R&D; &none; &"),
            ("&amp;lt;", "&lt;"),
            ("<", "<"),
        ] {
            assert_eq!(plain(text), words, "{text}");
        }
    }
}
