//! How high the first screen of a quiz is on a phone, so that a page can keep room for it before it is there.
//!
//! Worked out from what the screen says, with the sizes of `style/` and the widths of letters that the cards go by, which
//! are generous: where a theme or a font differs, so does the height. `tests/journeys/room.test.mjs` compares it with what
//! a browser makes of it.

use serde_json::Value;
use which_track_quiz::card::{Font, lines};

/// The width of a column of text on a phone, 306 pixels without the paddings of the quiz, and a twentieth more, because the
/// widths that letters are taken for are that generous. All lengths are in tenths of a pixel.
const COLUMN: u16 = 3_200;

/// Below this width of its window a device is taken for a phone, in pixels.
pub const PHONE: u16 = 600;

/// How text of one kind looks.
struct TextStyle {
    font: Font,
    size: u16,
    /// From one line to the next.
    leading: u16,
    /// How much of the column it cannot have.
    indent: u16,
    /// What is above and below its lines.
    around: u16,
}

const fn style(font: Font, size: u16, leading: u16, indent: u16, around: u16) -> TextStyle {
    TextStyle { font, size, leading, indent, around }
}

/// What has text, by its class.
const TEXTS: [(&str, TextStyle); 10] = [
    ("title", style(Font::SansBold, 204, 255, 0, 0)),
    ("lead", style(Font::Sans, 170, 255, 0, 80)),
    ("facts", style(Font::Sans, 145, 217, 0, 80)),
    ("notice", style(Font::Sans, 145, 217, 0, 0)),
    ("prompt", style(Font::SansBold, 247, 297, 0, 0)),
    ("help", style(Font::Sans, 170, 255, 0, 80)),
    ("option", style(Font::Sans, 170, 247, 660, 320)),
    ("option add", style(Font::Sans, 170, 247, 660, 280)),
    ("pool", style(Font::Sans, 145, 217, 0, 240)),
    ("mark", style(Font::Sans, 145, 203, 600, 465)),
];

/// What is as high whatever it says, or what is high beside what is in it.
const FIXED: [(&str, u16); 7] = [
    ("quiz", 510),
    ("opening", 490),
    ("options", 80),
    ("scale", 960),
    ("ranking", 380),
    ("place open", 660),
    ("nudge", 420),
];

/// The question, which is not lower than this.
const QUESTION: u32 = 4_590;

/// The height of a first screen in pixels.
pub fn room(screen: &Value) -> u32 {
    height(screen).div_ceil(10)
}

fn height(node: &Value) -> u32 {
    let Some([tag, attributes, inner @ ..]) = node.as_array().map(Vec::as_slice) else { return 0 };
    let class = attributes["class"].as_str().unwrap_or_default();
    if let Some((_, style)) = TEXTS.iter().find(|(name, _)| *name == class) {
        let count = lines(&text(node), style.font, style.size, COLUMN - style.indent).max(1);
        return u32::from(style.leading) * u32::try_from(count).unwrap_or(u32::MAX) + u32::from(style.around);
    }
    let within: u32 = match class {
        "progress" => return 580,
        "nav" => return 480,
        // The steps of a scale are side by side.
        "steps" => return 0,
        "ends" => return ends(inner),
        _ => inner.iter().map(height).sum(),
    };
    let fixed = FIXED.iter().find(|(name, _)| *name == class).map_or(0, |(_, height)| u32::from(*height));
    match tag.as_str() {
        Some("form") => (within + fixed).max(QUESTION),
        _ => within + fixed,
    }
}

/// The words at both ends of a scale, side by side.
fn ends(inner: &[Value]) -> u32 {
    let longest = inner.iter().map(|end| lines(&text(end), Font::Sans, 145, COLUMN / 2)).max().unwrap_or(1);
    217 * u32::try_from(longest).unwrap_or(u32::MAX)
}

/// All that it says.
fn text(node: &Value) -> String {
    match node {
        Value::String(words) => words.clone(),
        Value::Array(parts) => parts.iter().skip(2).map(text).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::height;

    #[test]
    fn what_a_screen_says_is_added_up() {
        let text = |class: &str, words: &str| json!(["p", { "class": class }, words]);
        let steps = json!(["div", { "class": "steps" }, text("option step", "no"), text("option step", "yes")]);
        let cases: [(Value, u32); 9] = [
            (text("lead", "One line."), 255 + 80),
            (text("lead", "Two lines of it, since a phone is too narrow for all."), 2 * 255 + 80),
            (text("option", "Tea"), 247 + 320),
            (text("unknown", "Nobody sees it."), 0),
            (json!(["div", { "class": "options" }, text("option", "Tea"), text("option", "Coffee")]), 80 + 2 * 567),
            (
                json!(["div", { "class": "scale" }, steps, ["p", { "class": "ends" }, ["span", {}, "no"], ["span", {}, "yes"]]]),
                960 + 217,
            ),
            (
                json!(["div", { "class": "ranking" }, ["ol", {}, ["li", { "class": "place open" }]], text("pool", "All")]),
                380 + 660 + 217 + 240,
            ),
            (json!(["form", { "class": "question" }, text("prompt", "Tea?"), text("nav", "Next")]), 4_590),
            (
                json!(["div", { "class": "quiz" }, ["form", { "class": "question" }, text("prompt", "Tea?")]]),
                4_590 + 510,
            ),
        ];
        for (tree, expected) in cases {
            assert_eq!(height(&tree), expected, "{tree}");
        }
    }
}
