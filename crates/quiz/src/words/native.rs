//! Numbers outside of a browser, by the library of the Unicode Consortium.

use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use super::numbers::{Numbers, Plural};

/// How a language counts and writes numbers.
pub struct Native {
    rules: Option<PluralRules>,
    digits: Option<DecimalFormatter>,
}

impl Native {
    /// Counts in one language and writes in another, which differs at most by its country or script.
    #[must_use]
    pub fn new(counts: &str, writes: &str) -> Self {
        let locale = |tag: &str| tag.parse().unwrap_or(Locale::UNKNOWN);
        Self {
            rules: PluralRules::try_new(locale(counts).into(), Default::default()).ok(),
            digits: DecimalFormatter::try_new(locale(writes).into(), Default::default()).ok(),
        }
    }

    /// The number in digits.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        self.digits.as_ref().map_or_else(|| number.to_string(), |digits| digits.format(&number.into()).to_string())
    }

    /// The ten digits, where they are not 0 to 9.
    pub(crate) fn digits(&self) -> String {
        let digits: String = (0..10).map(|digit| self.number(digit)).collect();
        if digits == "0123456789" { String::new() } else { digits }
    }

    /// All forms that the language has.
    pub(crate) fn forms(&self) -> Vec<Plural> {
        self.rules.iter().flat_map(PluralRules::categories).map(plural).collect()
    }
}

fn plural(category: PluralCategory) -> Plural {
    match category {
        PluralCategory::Zero => Plural::Zero,
        PluralCategory::One => Plural::One,
        PluralCategory::Two => Plural::Two,
        PluralCategory::Few => Plural::Few,
        PluralCategory::Many => Plural::Many,
        PluralCategory::Other => Plural::Other,
    }
}

impl Numbers for Native {
    fn plural(&self, number: usize) -> Plural {
        self.rules.as_ref().map_or(Plural::Other, |rules| plural(rules.category_for(number)))
    }
}
