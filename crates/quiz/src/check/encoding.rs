//! From a file's bytes to its text, or to where they are no UTF-8 and what they probably are.

use super::problem::Problem;

/// What a file in another encoding needs.
const SAVE: &str = "save it as UTF-8: editors offer that under “Save as”, “Encoding”";

/// What Windows-1252 has where Latin-1 has control characters, from 0x80 on; a space where it has nothing.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The text of a file; `file` is its name as problems show it.
///
/// # Errors
/// Where the first byte is that is not UTF-8, and what the file probably is.
pub fn text<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Box<Problem>> {
    let refused = |before: &[u8], message: String, advice: &str| {
        let before = std::str::from_utf8(before).unwrap_or_default();
        Err(Box::new(Problem::error(file, before, message, advice)))
    };
    if let Some(encoding) = wide(bytes) {
        return refused(&[], format!("the file is {encoding}, not UTF-8"), SAVE);
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return refused(
            &bytes[..offset],
            "a zero byte, which no text has".to_owned(),
            "delete it, or take a text file",
        );
    }
    std::str::from_utf8(bytes).or_else(|error| {
        let (before, rest) = bytes.split_at(error.valid_up_to());
        match error.error_len() {
            None => refused(before, "the file ends within a letter".to_owned(), "take the file back from its source"),
            Some(_) => refused(before, narrow(rest[0]), SAVE),
        }
    })
}

/// Whether a text that begins like this has several bytes for every letter, so that its lines end elsewhere.
#[must_use]
pub fn is_wide(begun: &[u8]) -> bool {
    wide(begun).is_some()
}

/// An encoding that has several bytes for every letter, told by its mark or by the zero bytes of plain letters.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).take(100).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        // Windows and Unix alike may leave the mark out.
        [_, _, _, _, ..] if even.max(odd) * 4 > bytes.len().min(200) => Some("UTF-16"),
        _ => None,
    }
}

/// What a byte is that begins no letter of UTF-8.
fn narrow(byte: u8) -> String {
    let place = usize::from(byte).checked_sub(0x80);
    let windows = place.and_then(|place| WINDOWS.chars().nth(place)).unwrap_or(char::from(byte));
    let letter = if windows == ' ' { String::new() } else { format!(", which is `{windows}` in Windows-1252") };
    format!("the byte 0x{byte:X} is not UTF-8{letter}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(bytes: &[u8]) -> String {
        text("tea.toml", bytes).map_or_else(|problem| problem.to_string(), str::to_owned)
    }

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn another_encoding_is_named_with_the_place_of_its_first_letter() {
        const QUIZ: &str = "id = \"tea\"\ntitle = \"Thé ou café\u{a0}?\"\n";
        let marked = format!("\u{feff}{QUIZ}");
        let wide = "tea.toml:1:1: error: the file is UTF-16, not UTF-8\n  save it as UTF-8: editors offer that under “Save as”, “Encoding”";
        for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(read_as(&utf_16(QUIZ, bytes)), wide);
            assert_eq!(read_as(&utf_16(&marked, bytes)), wide);
        }
        for (bytes, place, what) in [
            (
                b"id = \"tea\"\ntitle = \"Th\xe9\"\n".as_slice(),
                "2:12",
                "the byte 0xE9 is not UTF-8, which is `é` in Windows-1252",
            ),
            (b"caf\xc3\xa9 \x80", "1:6", "the byte 0x80 is not UTF-8, which is `€` in Windows-1252"),
            (b"\x93Tea\x94", "1:1", "the byte 0x93 is not UTF-8, which is `“` in Windows-1252"),
            (b"\x9ftea", "1:1", "the byte 0x9F is not UTF-8, which is `Ÿ` in Windows-1252"),
            (b"\xa0tea", "1:1", "the byte 0xA0 is not UTF-8, which is `\u{a0}` in Windows-1252"),
            (b"tea\x81", "1:4", "the byte 0x81 is not UTF-8"),
            (b"\xff\xfe\0\0i\0\0\0", "1:1", "the file is UTF-32, not UTF-8"),
            (b"tea\r\nteapot\0", "2:7", "a zero byte, which no text has"),
            (b"tea \xc3", "1:5", "the file ends within a letter"),
        ] {
            let read_as = read_as(bytes);
            assert!(read_as.starts_with(&format!("tea.toml:{place}: error: {what}\n")), "{read_as}");
        }
        for well in ["", "a", "\u{feff}id", "Thé ou café ?\r\n", "茶"] {
            assert_eq!(read_as(well.as_bytes()), well);
        }
    }
}
