//! An answer in the author's words.

use crate::quiz::{Choice, Kind, Question};
use crate::{Answer, ChoiceIx, Step};

/// An answer as it can be shown to a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spoken<'a> {
    /// The labels of what was chosen, in file order, or in the reader's order for a ranking.
    Labels(Vec<&'a str>),
    /// A step between the words at the two ends.
    Between {
        /// The words at -2.
        low: &'a str,
        /// The words at 2.
        high: &'a str,
        /// The step.
        step: Step,
    },
}

/// The direction in which a language is written: `rtl` for those of the right-to-left scripts, `ltr` for all others.
#[must_use]
pub fn direction(lang: &str) -> &'static str {
    const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur"];
    let primary = lang.split(['-', '_']).next().unwrap_or(lang);
    if RIGHT_TO_LEFT.iter().any(|rtl| rtl.eq_ignore_ascii_case(primary)) { "rtl" } else { "ltr" }
}

/// A whole percentage as a language writes it: with a narrow space, but without one in English and from right to left,
/// where a space would put the sign on the other side of its number.
#[must_use]
pub fn percent(lang: &str, percent: u8) -> String {
    let english = lang.get(..2).is_some_and(|primary| primary.eq_ignore_ascii_case("en"));
    if english || direction(lang) == "rtl" { format!("{percent}%") } else { format!("{percent}\u{202f}%") }
}

impl Question {
    /// The answer in words.
    #[must_use]
    pub fn spoken<'a>(&'a self, answer: &Answer) -> Spoken<'a> {
        match (&self.kind, answer) {
            (Kind::Scale { low, high, .. }, Answer::Step(step)) => Spoken::Between { low, high, step: *step },
            _ => Spoken::Labels(self.chosen_ones(answer).into_iter().map(|choice| choice.label.as_str()).collect()),
        }
    }

    /// The answer as statements about the reader, where the author wrote any: of each choice, of the first in rank, or
    /// of the side of a scale.
    #[must_use]
    pub fn statements<'a>(&'a self, answer: &Answer) -> Vec<&'a str> {
        let reason = |choice: &'a Choice| choice.reason.as_deref();
        match (&self.kind, answer) {
            (Kind::Scale { low_reason, high_reason, .. }, Answer::Step(step)) => {
                let side = match step.value() {
                    ..0 => low_reason,
                    0 => &None,
                    1.. => high_reason,
                };
                side.as_deref().into_iter().collect()
            }
            (Kind::Rank { .. }, _) => self.chosen_ones(answer).into_iter().take(1).filter_map(reason).collect(),
            _ => self.chosen_ones(answer).into_iter().filter_map(reason).collect(),
        }
    }

    fn chosen_ones(&self, answer: &Answer) -> Vec<&Choice> {
        let choice = |choice: ChoiceIx| self.choices().get(choice.at());
        match answer {
            Answer::One(one) => choice(*one).into_iter().collect(),
            Answer::Set(set) => set.iter().filter_map(choice).collect(),
            Answer::Order(order) => order.iter().copied().filter_map(choice).collect(),
            Answer::Step(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_have_a_direction_and_a_way_to_write_percentages() {
        let cases =
            [("en-US", "ltr", "62%"), ("fr", "ltr", "62\u{202f}%"), ("he", "rtl", "62%"), ("AR_eg", "rtl", "62%")];
        for (lang, written, said) in cases {
            assert_eq!((direction(lang), percent(lang, 62).as_str()), (written, said), "{lang}");
        }
    }
}
