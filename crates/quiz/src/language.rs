//! Language tags: which of several is nearest to a wanted one, and in which direction a language is written.

/// The direction in which a language is written: `rtl` for those of the right-to-left scripts, `ltr` for all others.
#[must_use]
pub fn direction(lang: &str) -> &'static str {
    const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur"];
    if RIGHT_TO_LEFT.iter().any(|rtl| rtl.eq_ignore_ascii_case(primary(lang))) { "rtl" } else { "ltr" }
}

/// The language of a tag, without script, country and what else may follow.
#[must_use]
pub fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

/// Whether one of two tags is the other one with something behind it: `pt` and `pt-BR`, but not `pt-PT` and `pt-BR`.
#[must_use]
pub fn agree(one: &str, other: &str) -> bool {
    one.split('-').zip(other.split('-')).all(|(one, other)| one.eq_ignore_ascii_case(other))
}

/// Which of some tags is nearest to a wanted one: the longest beginning of it (RFC 4647, section 3.4), or else the first
/// with the same primary language. src/loader/language.js does the same.
#[cfg(feature = "author")]
pub fn nearest<'a>(wanted: &str, tags: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let mut range = wanted;
    while !range.is_empty() {
        if let Some(found) = tags.clone().find(|tag| tag.eq_ignore_ascii_case(range)) {
            return Some(found);
        }
        range = range.rsplit_once('-').map_or("", |(shorter, _)| shorter);
        // A single letter goes with what it introduces.
        range = range.rsplit_once('-').filter(|(_, last)| last.len() == 1).map_or(range, |(shorter, _)| shorter);
    }
    tags.clone().find(|tag| primary(tag).eq_ignore_ascii_case(primary(wanted)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_a_direction() {
        for (lang, written) in [("en-US", "ltr"), ("fr", "ltr"), ("he", "rtl"), ("AR_eg", "rtl")] {
            assert_eq!(direction(lang), written, "{lang}");
        }
    }

    #[test]
    fn tags_agree_where_one_says_more_than_the_other() {
        for (one, other, agrees) in
            [("pt", "pt-BR", true), ("pt-PT", "pt-BR", false), ("de-AT", "DE", true), ("cs", "en", false)]
        {
            assert_eq!((agree(one, other), agree(other, one)), (agrees, agrees), "{one} {other}");
        }
    }

    #[cfg(feature = "author")]
    #[test]
    fn the_nearest_language_is_a_beginning_or_a_sibling() {
        let tags = ["en", "de", "pt-BR", "zh-Hans", "zh-Hant"];
        for (wanted, expected) in [
            ("de-CH-1901", Some("de")),
            ("PT-br", Some("pt-BR")),
            ("pt", Some("pt-BR")),
            ("pt-PT", Some("pt-BR")),
            ("zh-hant-tw-x-mine", Some("zh-Hant")),
            ("zh-TW", Some("zh-Hans")),
            ("en-a-bbb-x-a-ccc", Some("en")),
            ("cs", None),
            ("", None),
        ] {
            assert_eq!(nearest(wanted, tags.into_iter()), expected, "{wanted}");
        }
    }
}
