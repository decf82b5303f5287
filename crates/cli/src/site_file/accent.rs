//! A site's color, in the shades in which it can be read: on light and dark ground, and as the ground of others.

use color::{Oklch, OpaqueColor, Srgb, parse_color};
use which_track_quiz::card::Paint;

use super::mistake::Mistake;

/// The contrast that text needs (WCAG 2, level AA).
const READABLE: f32 = 4.5;

/// The papers of style/tokens.css, light and dark.
const LIGHT: [u8; 3] = [0xff, 0xfd, 0xf8];
const DARK: [u8; 3] = [0x18, 0x17, 0x1d];

/// How far lightness goes at once, of 1, until a shade can be read.
const STEP: f32 = 0.005;

type Color = OpaqueColor<Srgb>;

/// A site's color as its author wrote it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Accent(Color);

impl Accent {
    /// Reads `#rgb` or `#rrggbb`.
    pub fn parse(written: &str) -> Result<Self, Mistake> {
        let digits = written.strip_prefix('#').filter(|digits| [3, 6].contains(&digits.len()));
        let color = digits.and_then(|_| parse_color(written).ok());
        let color = color.map(|color| Self(color.to_alpha_color::<Srgb>().discard_alpha()));
        color.ok_or_else(|| Mistake {
            message: format!("`accent` of the site is `{written}`"),
            advice: "write a color as in `#3a3db8`: `#` and six hexadecimal digits, or three",
        })
    }

    /// The color for light ground: this one, or as much darker as it takes to be read there, with white on it.
    pub fn on_light(self) -> String {
        let tinted = |shade| mixed(shade, 0.08, rgb([0xff; 3]));
        hex(self.shade(-STEP, |shade| [rgb(LIGHT), tinted(shade)]))
    }

    /// The color for dark ground: this one, or as much lighter as it takes to be read there, with near-black on it.
    pub fn on_dark(self) -> String {
        let paper = rgb(DARK);
        hex(self.shade(STEP, |shade| [paper, mixed(shade, 0.18, paper)]))
    }

    /// What a part of the card is painted with: what style/card.css makes of an accent.
    pub fn paint(self, paint: Paint) -> String {
        let (lightness, chroma) = match paint {
            Paint::Paper => (0.35, 0.8),
            Paint::Rail => (0.46, 0.65),
            Paint::Rest => (0.7, 0.55),
            Paint::Quiet => (0.87, 0.25),
            Paint::Ink | Paint::Accent | Paint::Note => return paint.color().to_owned(),
        };
        let [_, c, h] = self.0.convert::<Oklch>().components;
        hex(OpaqueColor::<Oklch>::new([lightness, c * chroma, h]).convert())
    }

    /// The nearest shade in a direction that can be read on these grounds.
    fn shade(self, step: f32, grounds: impl Fn(Color) -> [Color; 2]) -> Color {
        let [lightness, c, h] = self.0.convert::<Oklch>().components;
        let shades = (0..=200u8).map(|steps| {
            let l = lightness + step * f32::from(steps);
            if steps == 0 { self.0 } else { visible(OpaqueColor::<Oklch>::new([l.clamp(0.0, 1.0), c, h]).convert()) }
        });
        let readable = |shade: &Color| grounds(*shade).iter().all(|ground| contrast(*shade, *ground) >= READABLE);
        // The last shade is white or black.
        let last = if step > 0.0 { rgb([0xff; 3]) } else { rgb([0; 3]) };
        shades.into_iter().find(readable).unwrap_or(last)
    }
}

fn rgb([red, green, blue]: [u8; 3]) -> Color {
    Color::from_rgb8(red, green, blue)
}

/// A color as a screen shows it, in whole steps of each channel.
fn visible(color: Color) -> Color {
    let bytes = color.to_rgba8();
    rgb([bytes.r, bytes.g, bytes.b])
}

fn hex(color: Color) -> String {
    let bytes = color.to_rgba8();
    format!("#{:02x}{:02x}{:02x}", bytes.r, bytes.g, bytes.b)
}

/// A part of a color over another, as `color-mix(in srgb, …)` has it.
fn mixed(over: Color, part: f32, ground: Color) -> Color {
    let mix = |channel: usize| over.components[channel] * part + ground.components[channel] * (1.0 - part);
    Color::new([mix(0), mix(1), mix(2)])
}

/// The contrast of two colors (WCAG 2).
fn contrast(one: Color, other: Color) -> f32 {
    let (one, other) = (one.relative_luminance(), other.relative_luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accent(written: &str) -> Accent {
        Accent::parse(written).expect("a color")
    }

    #[test]
    fn a_color_is_three_or_six_digits_behind_a_number_sign() {
        for (written, color) in [("#3a3db8", [0x3a, 0x3d, 0xb8]), ("#FA0", [0xff, 0xaa, 0]), ("#000", [0; 3])] {
            assert_eq!(Accent::parse(written), Ok(Accent(rgb(color))), "{written}");
        }
        for written in ["blue", "3a3db8", "#3a3d", "#3a3db8ff", "#ggg", "#", "", "rgb(1 2 3)", "#+12", "#été"] {
            let message = format!("`accent` of the site is `{written}`");
            assert_eq!(Accent::parse(written).map_err(|mistake| mistake.message), Err(message), "{written}");
        }
    }

    /// What can be read stays as it is; the rest is made as dark or as light as it takes, and no more.
    #[test]
    fn shades_can_be_read_on_their_grounds() {
        for (written, light, dark) in [
            ("#3a3db8", "#3a3db8", "#798bff"),
            ("#aaadff", "#6666b2", "#aaadff"),
            ("#ffdd00", "#8c6a00", "#ffdd00"),
            ("#000000", "#000000", "#959595"),
            ("#ffffff", "#6f6f6f", "#ffffff"),
            ("#ff0000", "#db0000", "#ff5946"),
            ("#1d6341", "#1d6341", "#5fa27c"),
        ] {
            assert_eq!(
                (accent(written).on_light().as_str(), accent(written).on_dark().as_str()),
                (light, dark),
                "{written}"
            );
        }
    }

    #[test]
    fn the_cards_usual_colors_are_those_of_the_usual_accent() {
        for paint in Paint::ALL {
            assert_eq!(accent("#3a3db8").paint(paint), paint.color(), "{paint:?}");
        }
    }

    #[test]
    fn whatever_the_color_text_on_and_in_it_can_be_read() {
        let steps = [0, 0x33, 0x66, 0x99, 0xcc, 0xff];
        let all = (0..216).map(|nth| {
            [steps[nth / 36], steps[nth / 6 % 6], steps[nth % 6]].map(|step: u8| format!("{step:02x}")).concat()
        });
        let all = all.map(|digits| format!("#{digits}"));
        for written in all {
            let accent = accent(&written);
            let least = |color: &str, others: &[&str]| {
                let of = |color: &str| super::Accent::parse(color).expect("a color").0;
                others.iter().map(|other| contrast(of(color), of(other))).fold(f32::INFINITY, f32::min)
            };
            let (light, dark) = (accent.on_light(), accent.on_dark());
            // The text on the accent is that of style/tokens.css.
            assert!(least(&light, &["#fffdf8", "#ffffff"]) >= READABLE, "{written}: {light}");
            assert!(least(&dark, &["#18171d", "#15141d"]) >= READABLE, "{written}: {dark}");
            let (paper, rail) = (accent.paint(Paint::Paper), accent.paint(Paint::Rail));
            assert!(
                least(&paper, &["#ffffff", &accent.paint(Paint::Quiet), Paint::Note.color()]) >= READABLE,
                "{written}: {paper}"
            );
            assert!(least(&rail, &["#ffffff"]) >= 3.0, "{written}: {rail}");
        }
    }
}
