//! The first screen of a quiz as the loader has it: a tree in JSON, since a page's policy may let no script parse HTML.

use anyhow::{Result, bail};
use html5gum::{HtmlString, Token, Tokenizer};
use serde_json::{Map, Value, json};
use which_track::html;
use which_track_quiz::Quiz;
use which_track_quiz::words::native;

use super::files::Out;

/// How many bytes one has at most that comes inside the loader, a round trip earlier than a file. Packed it is a third.
const SMALL: usize = 4_000;

/// Puts a quiz's first screen where the loader finds it: gives the screen itself where it is to come inside the loader and is
/// small, and the address of a file else, which has the mark in its name.
pub fn put(quiz: &Quiz, screen: Value, mark: &str, inside: bool, out: &Out) -> Result<Value> {
    let text = screen.to_string();
    if inside && text.len() <= SMALL {
        return Ok(screen);
    }
    let path = format!("first/{}.{}-{mark}.json", quiz.id, quiz.lang);
    out.write(&path, &text)?;
    Ok(Value::String(path))
}

/// The screen, with what is said on it when the rest of the loader is late.
pub fn written(quiz: &Quiz) -> Result<Value> {
    let words = native(quiz);
    Ok(json!({
        "screen": screen(quiz)?, "lang": words.lang(), "loading": &*words.loading().text,
        "slow": &*words.slow().text, "failed": &*words.not_loaded().text, "again": &*words.again().text,
    }))
}

/// The screen alone, as a tree.
pub fn screen(quiz: &Quiz) -> Result<Value> {
    tree(&html::screen(quiz.clone(), ""))
}

/// Whether there is something to be put into an order on it.
pub fn has_ranking(screen: &Value) -> bool {
    let Some([_, attributes, inner @ ..]) = screen.as_array().map(Vec::as_slice) else { return false };
    attributes["class"] == "ranking" || inner.iter().any(has_ranking)
}

/// Elements without an end: of those that HTML has, all that a screen may have.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];

/// HTML of one element as a tree: `[tag, { attributes }, inner …]`, of which each is another one or a text.
fn tree(html: &str) -> Result<Value> {
    let mut open: Vec<Vec<Value>> = vec![Vec::new()];
    for Ok(token) in Tokenizer::new(html) {
        let Some(inner) = open.last_mut() else { break };
        match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                let attributes = tag.attributes.iter().map(|(name, value)| (text(name), Value::from(text(value))));
                let element = vec![Value::from(name.as_str()), Value::Object(attributes.collect::<Map<_, _>>())];
                if VOID.contains(&name.as_str()) {
                    inner.push(Value::Array(element));
                } else {
                    open.push(element);
                }
            }
            Token::EndTag(_) => {
                let ended = open.pop().unwrap_or_default();
                if let Some(around) = open.last_mut() {
                    around.push(Value::Array(ended));
                }
            }
            Token::String(words) => inner.push(Value::from(text(&words))),
            other => bail!("a screen has nothing like {other:?} in it"),
        }
    }
    match open.as_mut_slice() {
        [top] if top.len() == 1 && top[0].is_array() => Ok(top.remove(0)),
        _ => bail!("a screen is one element: {html}"),
    }
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::tree;

    #[test]
    fn html_becomes_a_tree() {
        let html = r#"<div class="quiz"><h2>Tea &amp; &lt;coffee&gt;</h2><label part="option"><input type="radio" checked>A <b>cup</b></label></div>"#;
        let expected = json!(["div", { "class": "quiz" }, ["h2", {}, "Tea & <coffee>"], [
            "label", { "part": "option" }, ["input", { "checked": "", "type": "radio" }], "A ", ["b", {}, "cup"]
        ]]);
        assert_eq!(tree(html).expect("one element"), expected);
    }

    #[test]
    fn what_is_not_one_element_is_none() {
        for html in ["", "text", "<p></p><p></p>", "<p>", "<p></p></p>", "<!doctype html><p></p>", "<p><!-- a --></p>"]
        {
            assert!(tree(html).is_err(), "{html}");
        }
    }
}
