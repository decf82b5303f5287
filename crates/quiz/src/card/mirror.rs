//! The mirror image of a scene, for languages that are read from right to left.

use super::shape::Shape;

/// Unicode's RIGHT-TO-LEFT ISOLATE and the end of one. They order the words and signs of a line from right to left
/// wherever it is drawn; the property `direction` would, too, but not every program that draws SVG heeds it.
const ISOLATE: [char; 2] = ['\u{2067}', '\u{2069}'];

/// What stood at the left of a canvas this wide stands at its right.
pub(super) fn mirrored(shapes: Vec<Shape>, canvas: u16) -> Vec<Shape> {
    shapes.into_iter().map(|shape| shape.mirrored(canvas)).collect()
}

impl Shape {
    fn mirrored(self, canvas: u16) -> Self {
        let [open, close] = ISOLATE;
        match self {
            Self::Box { x, y, width, height, radius, paint } => {
                Self::Box { x: canvas as i16 - width as i16 - x, y, width, height, radius, paint }
            }
            Self::Text { x, y, size, font, ends, paint, words } => {
                let words = format!("{open}{words}{close}");
                Self::Text { x: canvas - x, y, size, font, ends: !ends, paint, words }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::card::{Bar, Format, Paint, ResultCard, Shape};

    fn card(right_to_left: bool) -> ResultCard {
        let bar = |label: &str, percent, leads| Bar {
            label: label.to_owned(),
            percent,
            percent_text: format!("{percent}%"),
            leads,
        };
        ResultCard {
            quiz: "תה או קפה?".to_owned(),
            outcome: "תה".to_owned(),
            fits: vec![bar("תה", 80, true), bar("קפה", 20, false)],
            site: Some("quiz.example".to_owned()),
            right_to_left,
        }
    }

    /// Left edge, width and paint of each box.
    fn boxes(card: &ResultCard, format: Format) -> Vec<(i16, i16, Paint)> {
        let of = |shape| match shape {
            Shape::Box { x, width, paint, .. } => Some((x, width as i16, paint)),
            Shape::Text { .. } => None,
        };
        card.scene(format).into_iter().filter_map(of).collect()
    }

    /// Place, whether it is the text's right end, and words of each line.
    fn lines(card: &ResultCard, format: Format) -> Vec<(u16, bool, String)> {
        let of = |shape| match shape {
            Shape::Text { x, ends, words, .. } => Some((x, ends, words)),
            Shape::Box { .. } => None,
        };
        card.scene(format).into_iter().filter_map(of).collect()
    }

    #[test]
    fn titles_and_labels_stand_at_the_right_and_percentages_and_the_site_at_the_left() {
        for (format, left, right) in [(Format::Wide, 72, 1128), (Format::Tall, 96, 984)] {
            let placed = |words: &str| {
                let isolated = format!("\u{2067}{words}\u{2069}");
                let lines = lines(&card(true), format);
                lines.into_iter().filter(|line| line.2 == isolated).map(|line| (line.0, line.1)).collect::<Vec<_>>()
            };
            assert_eq!(placed("תה או קפה?"), [(right, true)]);
            assert_eq!(placed("תה"), [(right, true), (right, true)], "the outcome and the track");
            assert_eq!(placed("80%"), [(left, false)]);
            assert_eq!(placed("quiz.example"), [(left, false)]);
        }
    }

    #[test]
    fn bars_grow_from_the_right() {
        let boxes = boxes(&card(true), Format::Tall);
        let (rail, bar) = (boxes[2], boxes[3]);
        assert_eq!((rail.2, bar.2), (Paint::Rail, Paint::Accent));
        assert_eq!(bar.0 + bar.1, rail.0 + rail.1, "they share their right end");
        assert!(bar.0 > rail.0, "the bar does not reach the left one");
    }

    #[test]
    fn boxes_are_as_far_from_the_right_as_others_from_the_left() {
        for format in [Format::Wide, Format::Tall] {
            for fits in [Vec::new(), card(true).fits] {
                let card = |right_to_left| ResultCard { fits: fits.clone(), ..card(right_to_left) };
                let from_right = |(x, width, paint)| (format.width() as i16 - x - width, width, paint);
                let mirrored: Vec<_> = boxes(&card(true), format).into_iter().map(from_right).collect();
                assert_eq!(mirrored, boxes(&card(false), format));
            }
        }
    }
}
