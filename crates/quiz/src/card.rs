//! The result card: one scene of boxes and lines of text, 1200 by 630, that every picture of a result is drawn from.

mod measure;
mod svg;

pub use measure::{fits_label, fits_quiz_title, fits_title};

use crate::{Quiz, Verdict};
pub use measure::Font;
use measure::{fitted, width};

/// The width of the card, in its own units (pixels of the picture).
pub const WIDTH: u16 = 1200;
/// The height of the card.
pub const HEIGHT: u16 = 630;

const EDGE: u16 = 72;
const INNER: u16 = WIDTH - 2 * EDGE;
/// How many tracks have room; beyond that the best ones are shown.
const ROWS: usize = 6;
const ROW: u16 = 56;
const LABELS: u16 = 330;
const PERCENT: u16 = 130;

/// What a result looks like in words and numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultCard {
    /// The quiz's title.
    pub quiz: String,
    /// The outcome's title.
    pub outcome: String,
    /// Each track's label and whole percentage, in track order, and whether it leads.
    pub fits: Vec<Bar>,
}

/// One track's fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The track in words.
    pub label: String,
    /// Its fit as a whole percentage, 0 to 100.
    pub percent: u8,
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

/// A part of the card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A box with round ends.
    Box {
        /// Left edge.
        x: u16,
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
    /// The card of a verdict.
    #[must_use]
    pub fn of(quiz: &Quiz, verdict: &Verdict) -> Self {
        let best = verdict.score.fits().iter().max();
        let bars = quiz.tracks.iter().zip(verdict.score.fits());
        Self {
            quiz: quiz.title.clone(),
            outcome: quiz.outcome(verdict.outcome).title.clone(),
            fits: bars
                .map(|(track, fit)| Bar {
                    label: track.label.clone(),
                    percent: fit.percent(),
                    leads: Some(fit) == best,
                })
                .collect(),
        }
    }

    /// The card's parts, back to front.
    #[must_use]
    pub fn scene(&self) -> Vec<Shape> {
        let ground = Shape::Box { x: 0, y: 0, width: WIDTH, height: HEIGHT, radius: 0, paint: Paint::Paper };
        let mark = Shape::Box { x: EDGE, y: EDGE, width: 72, height: 8, radius: 4, paint: Paint::Note };
        let heading = fitted(&self.quiz, Font::Sans, INNER, 2, &[34, 30, 26]);
        let below = EDGE + 8 + 24;
        let heading_end = below + heading.height();
        let verdict = fitted(&self.outcome, Font::Serif, INNER, 3, &[96, 84, 72, 60, 52]);
        let bars = self.bars();
        let top = HEIGHT - EDGE - ROW * u16::try_from(bars.len()).unwrap_or(0);
        // The verdict stands in the middle of what is left between the heading and the bars.
        let verdict_top = heading_end + top.saturating_sub(heading_end + verdict.height()) / 2;
        [ground, mark]
            .into_iter()
            .chain(heading.shapes(below, Paint::Quiet))
            .chain(verdict.shapes(verdict_top, Paint::Ink))
            .chain(bars.iter().zip(0..).flat_map(|(bar, row)| bar.shapes(top + ROW * row)))
            .collect()
    }

    fn bars(&self) -> Vec<&Bar> {
        let mut best: Vec<&Bar> = self.fits.iter().collect();
        best.sort_by_key(|bar| std::cmp::Reverse(bar.percent));
        best.truncate(ROWS);
        self.fits.iter().filter(|bar| best.iter().any(|best| std::ptr::eq(*best, *bar))).collect()
    }
}

impl Bar {
    fn shapes(&self, top: u16) -> Vec<Shape> {
        let (text, rail) = if self.leads { (Paint::Ink, Paint::Accent) } else { (Paint::Quiet, Paint::Rest) };
        let font = if self.leads { Font::SansBold } else { Font::Sans };
        let size = [34, 30, 26, 22, 18].into_iter().find(|size| width(&self.label, font, *size) <= LABELS - 24);
        let line = |x, ends, size, words: String| Shape::Text { x, y: top + 36, size, font, ends, paint: text, words };
        let full = INNER - LABELS - PERCENT;
        let bar = |width, paint| Shape::Box { x: EDGE + LABELS, y: top + 17, width, height: 16, radius: 8, paint };
        vec![
            line(EDGE, false, size.unwrap_or(18), self.label.clone()),
            bar(full, Paint::Rail),
            bar((u32::from(full) * u32::from(self.percent) / 100).try_into().unwrap_or(full).max(16), rail),
            line(WIDTH - EDGE, true, 34, format!("{} %", self.percent)),
        ]
    }
}
