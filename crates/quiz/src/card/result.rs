//! What a result looks like in words and numbers.

use crate::language::direction;
use crate::share::Shared;
use crate::words::Words;
use crate::{OutcomeIx, Quiz, Track};

/// What a result looks like in words and numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultCard {
    /// The quiz's title.
    pub quiz: String,
    /// The outcome's title.
    pub outcome: String,
    /// Each track's label and whole percentage, the best first, and whether it leads. Empty where only the outcome is
    /// told.
    pub fits: Vec<Bar>,
    /// The name of the site that the quiz is on, where it is to be told.
    pub site: Option<String>,
    /// Whether the quiz's language is read from right to left; the card then is its own mirror image.
    pub right_to_left: bool,
}

/// One track's fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The track in words.
    pub label: String,
    /// Its fit as a whole percentage, 0 to 100.
    pub percent: u8,
    /// The percentage as the interface writes it.
    pub percent_text: String,
    /// Whether no other track fits better.
    pub leads: bool,
}

impl ResultCard {
    /// The card of a result, as much of it as is told.
    #[must_use]
    pub fn of(quiz: &Quiz, shared: &Shared, words: &Words) -> Self {
        let percents = shared.percents();
        let best = percents.iter().max();
        let bar = |(track, percent): (&Track, u8)| Bar {
            label: track.label.clone(),
            percent,
            percent_text: words.percent(percent.into()).text.to_string(),
            leads: Some(&percent) == best,
        };
        let fits = quiz.best_first(&percents).into_iter().map(bar).collect();
        Self { fits, ..Self::of_outcome(quiz, shared.outcome()) }
    }

    /// The card of an outcome alone, without anybody's answers.
    #[must_use]
    pub fn of_outcome(quiz: &Quiz, outcome: OutcomeIx) -> Self {
        Self::titled(quiz, &quiz.title, &quiz.outcome(outcome).title)
    }

    /// A card with other titles, in the language of a quiz: a small one in the place of the quiz's, and a large one in
    /// the place of the outcome's.
    #[must_use]
    pub fn titled(quiz: &Quiz, small: &str, large: &str) -> Self {
        let right_to_left = direction(&quiz.lang) == "rtl";
        Self { quiz: small.to_owned(), outcome: large.to_owned(), fits: Vec::new(), site: None, right_to_left }
    }

    /// The card with the name of the site that the quiz is on.
    #[must_use]
    pub fn on_site(self, site: Option<String>) -> Self {
        Self { site, ..self }
    }
}
