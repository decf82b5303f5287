//! The result card: one scene of boxes and lines of text, wide or tall, that every picture of a result is drawn from.

mod format;
mod measure;
mod mirror;
mod scene;
mod svg;

use crate::language::direction;
use crate::share::Shared;
use crate::words::Words;
use crate::{OutcomeIx, Quiz};
pub use format::Format;
pub use measure::{Font, fits_label, fits_quiz_title, fits_title};

/// What a result looks like in words and numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultCard {
    /// The quiz's title.
    pub quiz: String,
    /// The outcome's title.
    pub outcome: String,
    /// Each track's label and whole percentage, in track order, and whether it leads. Empty where only the outcome is
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
    pub said: String,
    /// Whether no other track fits better.
    pub leads: bool,
}

/// What a part of the card is painted with; a theme gives each a color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// The ground.
    Paper,
    /// Text that is read first.
    Ink,
    /// Text that is read second.
    Quiet,
    /// What catches the eye.
    Note,
    /// What leads.
    Accent,
    /// What does not.
    Rest,
    /// What a bar could reach.
    Rail,
}

impl Paint {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 7] = [Self::Paper, Self::Ink, Self::Quiet, Self::Note, Self::Accent, Self::Rest, Self::Rail];
}

/// A part of the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A box with round ends.
    Box {
        /// Left edge; negative where it lies out of the picture.
        x: i16,
        /// Upper edge.
        y: u16,
        /// Width.
        width: u16,
        /// Height.
        height: u16,
        /// Radius of the corners.
        radius: u16,
        /// Its paint.
        paint: Paint,
    },
    /// A line of text.
    Text {
        /// The left end, or the right one where `ends` is set.
        x: u16,
        /// The base line.
        y: u16,
        /// The size of the type.
        size: u16,
        /// The typeface.
        font: Font,
        /// Whether the text ends at `x` rather than beginning there.
        ends: bool,
        /// Its paint.
        paint: Paint,
        /// The words.
        words: String,
    },
}

impl ResultCard {
    /// The card of a result, as much of it as is told.
    #[must_use]
    pub fn of(quiz: &Quiz, shared: &Shared, words: &Words) -> Self {
        let percents = shared.percents(quiz);
        let best = percents.iter().max();
        let fits = quiz.tracks.iter().zip(&percents).map(|(track, fit)| Bar {
            label: track.label.clone(),
            percent: *fit,
            said: words.percent((*fit).into()).text.to_string(),
            leads: Some(fit) == best,
        });
        Self { fits: fits.collect(), ..Self::of_outcome(quiz, shared.outcome(quiz)) }
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

    /// The card's parts, back to front.
    #[must_use]
    pub fn scene(&self, format: Format) -> Vec<Shape> {
        let shapes = scene::compose(self, format);
        if self.right_to_left { mirror::mirrored(shapes, format.width()) } else { shapes }
    }
}
