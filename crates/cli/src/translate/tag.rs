//! The language that a translation is asked for in.

use which_track_quiz::limits::is_language_tag;

use crate::load;

/// The tag of a language, as it stands in names of files.
#[derive(Clone)]
pub struct Tag(pub String);

/// What people call their languages, in English and in these languages.
const NAMES: [(&str, &[&str]); 26] = [
    ("ar", &["arabic", "العربية"]),
    ("cs", &["czech", "čeština"]),
    ("da", &["danish", "dansk"]),
    ("de", &["german", "deutsch"]),
    ("el", &["greek", "ελληνικά"]),
    ("en", &["english"]),
    ("es", &["spanish", "español", "castellano"]),
    ("fa", &["persian", "farsi", "فارسی"]),
    ("fi", &["finnish", "suomi"]),
    ("fr", &["french", "français", "francais"]),
    ("he", &["hebrew", "עברית"]),
    ("hi", &["hindi", "हिन्दी"]),
    ("hu", &["hungarian", "magyar"]),
    ("it", &["italian", "italiano"]),
    ("ja", &["japanese", "日本語"]),
    ("ko", &["korean", "한국어"]),
    ("nb", &["norwegian", "norsk"]),
    ("nl", &["dutch", "nederlands"]),
    ("pl", &["polish", "polski"]),
    ("pt", &["portuguese", "português", "portugues"]),
    ("ro", &["romanian", "română"]),
    ("ru", &["russian", "русский"]),
    ("sv", &["swedish", "svenska"]),
    ("tr", &["turkish", "türkçe"]),
    ("uk", &["ukrainian", "українська"]),
    ("zh", &["chinese", "中文"]),
];

impl Tag {
    /// Reads a tag, or says what to write in the place of what is none.
    pub fn parse(words: &str) -> Result<Self, String> {
        if load::is_copy(words) {
            return Err(format!("files that end in `.{words}.toml` are taken for copies; write another tag"));
        }
        if is_language_tag(words) {
            return Ok(Self(words.to_owned()));
        }
        let lower = words.to_lowercase();
        let named = NAMES.iter().find(|(_, names)| names.contains(&lower.as_str())).map(|(tag, _)| (*tag).to_owned());
        let meant = named.or_else(|| Some(spelled(&lower)).filter(|tag| is_language_tag(tag)));
        Err(match meant {
            Some(meant) => format!("write `{meant}`"),
            None => "write a language tag, as in `de`, `fr` or `pt-BR`".to_owned(),
        })
    }
}

/// A tag as it is usually spelled: the language in small letters, a script with one capital, a country in capitals. What
/// systems put behind it (`de_DE.UTF-8`) is no part of it.
fn spelled(lower: &str) -> String {
    let words = lower.split(['.', '@']).next().unwrap_or_default();
    let parts = words.split(['-', '_']).enumerate().map(|(place, part)| match part.len() {
        2 if place > 0 => part.to_uppercase(),
        4 if place > 0 => part[..1].to_uppercase() + &part[1..],
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("-")
}
