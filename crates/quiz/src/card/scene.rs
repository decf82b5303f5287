//! The composition of a card: the site and the quiz at the top, the outcome large, and bars below it; or, where an
//! outcome stands alone, lines that run out of the picture, one of them taken.

use super::format::{Format, Setting};
use super::measure::{LABELS, fitted};
use super::mirror;
use super::result::{Bar, ResultCard};
use super::shape::{Font, Paint, Shape};

/// How many tracks have room; beyond that the best ones are shown.
const ROWS: usize = 6;
const PERCENT: u16 = 130;

impl ResultCard {
    /// The card's parts, back to front.
    #[must_use]
    pub fn scene(&self, format: Format) -> Vec<Shape> {
        let shapes = compose(self, format);
        if self.right_to_left { mirror::mirrored(shapes, format.width()) } else { shapes }
    }
}

/// The parts of a card, back to front.
pub(super) fn compose(card: &ResultCard, format: Format) -> Vec<Shape> {
    let layout = format.layout();
    let (width, height) = (format.width(), format.height());
    let ground = Shape::Box { x: 0, y: 0, width, height, radius: 0, paint: Paint::Paper };
    let (width, height) = layout.mark;
    let mark =
        Shape::Box { x: layout.edge as i16, y: layout.top, width, height, radius: height / 2, paint: Paint::Note };
    let heading = fitted(&card.quiz, Font::Sans, format.inner(), &layout.heading, u16::MAX);
    let heading = heading.even(format.inner());
    let below = layout.top + height + layout.gap;
    let free = (below + heading.height(), layout.floor);
    let rest = if card.fits.is_empty() { alone(card, format, free) } else { above_bars(card, format, free) };
    let heading = heading.shapes(layout.edge, below, Paint::Quiet);
    [ground, mark].into_iter().chain(site(card, format)).chain(heading).chain(rest).collect()
}

/// The site's name, across from the mark.
fn site(card: &ResultCard, format: Format) -> Option<Shape> {
    let layout = format.layout();
    let (taken, height) = layout.mark;
    let name = fitted(card.site.as_deref()?, Font::Sans, format.inner() - 2 * taken, &layout.site, u16::MAX);
    // Small letters are about half as high as the type size, and stand in the middle of the mark.
    let base = layout.top + height / 2 + name.size() / 4;
    name.line(format.width() - layout.edge, base, true, Paint::Quiet)
}

/// The outcome and its bars; the outcome stands in the middle of what is left between the heading and the bars.
fn above_bars(card: &ResultCard, format: Format, (top, floor): (u16, u16)) -> Vec<Shape> {
    let layout = format.layout();
    let (most, least) = layout.row;
    let few = u16::try_from(card.fits.len().min(3)).unwrap_or(3);
    let room = (floor - top).saturating_sub(most * few + layout.gap);
    let outcome = fitted(&card.outcome, Font::Serif, format.inner(), &layout.above_bars, room).even(format.inner());
    let room = (floor - top).saturating_sub(outcome.height() + layout.gap);
    let bars = best(&card.fits, ROWS.min(usize::from(room / least)));
    let rows = u16::try_from(bars.len()).unwrap_or(1).max(1);
    let row = (room / rows).min(most);
    let bars_top = floor - row * rows;
    let outcome_top = top + (bars_top - top).saturating_sub(outcome.height()) / 2;
    let outcome = outcome.shapes(layout.edge, outcome_top, Paint::Ink);
    outcome.chain(bars.iter().zip(0..).flat_map(|(bar, nth)| bar.shapes(format, bars_top + row * nth))).collect()
}

/// The best fits, in track order.
fn best(fits: &[Bar], most: usize) -> Vec<&Bar> {
    let mut best: Vec<&Bar> = fits.iter().collect();
    best.sort_by_key(|bar| std::cmp::Reverse(bar.percent));
    best.truncate(most);
    fits.iter().filter(|bar| best.iter().any(|best| std::ptr::eq(*best, *bar))).collect()
}

/// The outcome in the middle of its room, and three lines below it that run out of the picture.
fn alone(card: &ResultCard, format: Format, (top, floor): (u16, u16)) -> Vec<Shape> {
    let layout = format.layout();
    let (thick, step) = layout.lines;
    let lines_top = floor - 2 * step - thick;
    let room = (lines_top - top).saturating_sub(2 * step);
    let outcome = fitted(&card.outcome, Font::Serif, format.inner(), &layout.alone, room).even(format.inner());
    let outcome_top = top + (lines_top - top).saturating_sub(outcome.height()) / 2;
    let line = |(nth, paint)| {
        let x = layout.edge + step * 3 * nth;
        Shape::Box {
            x: x as i16,
            y: lines_top + step * nth,
            width: format.width() - x + thick,
            height: thick,
            radius: thick / 2,
            paint,
        }
    };
    let lines = [(0, Paint::Accent), (1, Paint::Rail), (2, Paint::Rail)].map(line);
    outcome.shapes(layout.edge, outcome_top, Paint::Ink).chain(lines).collect()
}

impl Bar {
    fn shapes(&self, format: Format, top: u16) -> Vec<Shape> {
        match format {
            Format::Wide => self.side_by_side(format, top),
            Format::Tall => self.stacked(format, top),
        }
    }

    /// Label, bar and percentage in one line.
    fn side_by_side(&self, format: Format, top: u16) -> Vec<Shape> {
        let edge = format.layout().edge;
        let label = self.label(edge, top + 36, &[34, 30, 26, 22, 18], LABELS - 24);
        let [rail, bar] = self.bar(edge + LABELS, top + 17, format.inner() - LABELS - PERCENT, 16);
        let percent = self.percent(format.width() - edge, top + 36, 34);
        label.into_iter().chain([rail, bar, percent]).collect()
    }

    /// Label and percentage above the bar.
    fn stacked(&self, format: Format, top: u16) -> Vec<Shape> {
        let edge = format.layout().edge;
        let label = self.label(edge, top + 56, &[46, 42, 38, 34, 30], format.inner() - 2 * PERCENT);
        let [rail, bar] = self.bar(edge, top + 80, format.inner(), 24);
        let percent = self.percent(format.width() - edge, top + 56, 46);
        label.into_iter().chain([rail, bar, percent]).collect()
    }

    /// The label in the largest of these sizes in which it has room; in the smallest, cut off, where it has none.
    fn label(&self, x: u16, y: u16, sizes: &'static [u16], room: u16) -> Option<Shape> {
        fitted(&self.label, self.font(), room, &Setting { sizes, lines: 1 }, u16::MAX).line(x, y, false, self.paint())
    }

    fn percent(&self, x: u16, y: u16, size: u16) -> Shape {
        Shape::Text { x, y, size, font: self.font(), ends: true, paint: self.paint(), words: self.percent_text.clone() }
    }

    fn font(&self) -> Font {
        if self.leads { Font::SansBold } else { Font::Sans }
    }

    fn paint(&self) -> Paint {
        if self.leads { Paint::Ink } else { Paint::Quiet }
    }

    /// How far the bar could reach, and how far it does.
    fn bar(&self, x: u16, y: u16, full: u16, height: u16) -> [Shape; 2] {
        let bar = |width, paint| Shape::Box { x: x as i16, y, width, height, radius: height / 2, paint };
        let reached = u16::try_from(u32::from(full) * u32::from(self.percent) / 100).unwrap_or(full);
        let paint = if self.leads { Paint::Accent } else { Paint::Rest };
        [bar(full, Paint::Rail), bar(reached.max(height), paint)]
    }
}

#[cfg(test)]
mod tests {
    use crate::card::measure::{LABELS, width};
    use crate::card::{Bar, Format, ResultCard, Shape};

    /// Words that no line of a card has room for: of one piece, and joined by spaces at which no line breaks.
    fn long() -> [String; 3] {
        ["Gesetzesänderungsantrag".repeat(7), "https://example.org/path?query=".repeat(5), "no break\u{a0}".repeat(18)]
    }

    fn card(words: &str, bars: usize, right_to_left: bool) -> ResultCard {
        let bar =
            |nth| Bar { label: words.to_owned(), percent: 100, percent_text: "100 %".to_owned(), leads: nth == 0 };
        ResultCard {
            quiz: words.to_owned(),
            outcome: words.to_owned(),
            fits: (0..bars).map(bar).collect(),
            site: Some(words.to_owned()),
            right_to_left,
        }
    }

    #[test]
    fn no_word_leaves_the_card_or_runs_into_its_bar() {
        for (words, bars, format) in long().iter().flat_map(|words| {
            [0, 2, 12]
                .into_iter()
                .flat_map(move |bars| [Format::Wide, Format::Tall].map(|format| (words, bars, format)))
        }) {
            let edge = format.layout().edge;
            for shape in card(words, bars, false).scene(format) {
                let Shape::Text { x, size, font, ends, words, .. } = shape else { continue };
                let wide = width(&words, font, size);
                let room = if ends { x - edge } else { format.width() - edge - x };
                assert!(wide <= room, "{words} is {wide} wide where there are {room}");
            }
            let shapes = card(words, bars, false).scene(format);
            let lines = shapes.iter().filter_map(|shape| match shape {
                Shape::Text { y, size, font, ends, words, .. } => Some((*y, *ends, width(words, *font, *size))),
                Shape::Box { .. } => None,
            });
            let lines: Vec<(u16, bool, u16)> = lines.collect();
            // A label stands on the line of its percentage.
            let percents = lines.iter().filter(|(y, ends, _)| *ends && *y > format.layout().top * 2);
            for (y, ..) in percents.filter(|_| format == Format::Wide) {
                let label = lines.iter().find(|(line, ends, _)| line == y && !ends);
                assert!(label.is_some_and(|(.., wide)| *wide <= LABELS - 24), "{label:?} beside its bar");
            }
        }
    }
}
