//! The share code in what stands behind the `#` of a link. Mailers, chats and people put things around it: blanks,
//! characters that cannot be seen, a full stop, marks of campaigns.

use super::code::LONGEST;
use super::digits::digit;

/// The code in the text behind a `#`: percent signs are decoded, blanks and characters that cannot be seen are dropped
/// before it, and it ends at the first character that is none of a code's. Whether it is one, its check characters
/// decide.
#[must_use]
pub fn code_of(fragment: &str) -> String {
    let bytes = decoded(fragment);
    let mut rest = bytes.as_slice();
    while let Some(length) = blank(rest) {
        rest = &rest[length..];
    }
    // One character more than any code has, so that a longer one is not taken for one that ends there.
    rest.iter().take(LONGEST + 1).take_while(|byte| digit(**byte).is_some()).map(|byte| char::from(*byte)).collect()
}

/// A text without percent encoding. A percent sign without two hexadecimal digits behind it stays.
fn decoded(text: &str) -> Vec<u8> {
    let digit = |byte: Option<&u8>| char::from(*byte?).to_digit(16);
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes().iter();
    while let Some(byte) = rest.next() {
        let [high, low] = [0, 1].map(|place| digit(rest.as_slice().get(place)));
        match (byte, high, low) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest.nth(1);
            }
            _ => bytes.push(*byte),
        }
    }
    bytes
}

/// How many bytes a blank or a character that cannot be seen has, where one comes first.
fn blank(bytes: &[u8]) -> Option<usize> {
    match bytes {
        [b'\t'..=b'\r' | b' ', ..] => Some(1),
        // U+00A0, a no-break space, and U+00AD, a soft hyphen.
        [0xc2, 0xa0 | 0xad, ..] => Some(2),
        // U+2000 to U+200F, spaces, joiners and marks of direction, U+2028 to U+202F, likewise.
        [0xe2, 0x80, 0x80..=0x8f | 0xa8..=0xaf, ..] => Some(3),
        // U+205F to U+206F, U+3000 and U+FEFF.
        [0xe2, 0x81, 0x9f..=0xaf, ..] | [0xe3, 0x80, 0x80, ..] | [0xef, 0xbb, 0xbf, ..] => Some(3),
        _ => None,
    }
}
