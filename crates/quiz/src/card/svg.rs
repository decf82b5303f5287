//! The card as the text of an SVG file that stands on its own.

use std::fmt::Write;

use super::format::Format;
use super::result::ResultCard;
use super::shape::{Font, Paint, Shape};

impl Paint {
    /// The color: what style/card.css makes of the usual accent, and repeats for browsers that cannot work it out.
    #[must_use]
    pub fn color(self) -> &'static str {
        match self {
            Self::Paper => "#282a87",
            Self::Ink | Self::Accent => "#ffffff",
            Self::Quiet => "#cad3f4",
            Self::Note => "#ffb27a",
            Self::Rest => "#8b99df",
            Self::Rail => "#454f9b",
        }
    }
}

impl Font {
    /// The CSS font family.
    #[must_use]
    pub fn family(self) -> &'static str {
        match self {
            Self::Serif => "ui-serif, Charter, Georgia, serif",
            Self::Sans | Self::SansBold => "system-ui, sans-serif",
        }
    }

    /// The CSS font weight.
    #[must_use]
    pub fn weight(self) -> &'static str {
        match self {
            Self::Sans => "400",
            Self::Serif | Self::SansBold => "700",
        }
    }
}

impl ResultCard {
    /// The card as an SVG document.
    #[must_use]
    pub fn svg(&self, format: Format) -> String {
        self.svg_in(format, |paint| paint.color().to_owned())
    }

    /// The card as an SVG document in other colors than the usual ones.
    #[must_use]
    pub fn svg_in(&self, format: Format, color: impl Fn(Paint) -> String) -> String {
        let (width, height) = (format.width(), format.height());
        // The places are counted from the left, also in a page that reads from right to left.
        let open =
            format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" direction="ltr">"#);
        let mut svg = self.scene(format).iter().fold(open, |mut svg, shape| {
            draw(&mut svg, shape, &color);
            svg
        });
        svg.push_str("</svg>\n");
        svg
    }
}

/// Writing to a `String` cannot fail.
fn draw(svg: &mut String, shape: &Shape, color: impl Fn(Paint) -> String) {
    _ = match shape {
        Shape::Box { x, y, width, height, radius, paint } => write!(
            svg,
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{}"/>"#,
            color(*paint)
        ),
        Shape::Text { x, y, size, font, ends, paint, words } => write!(
            svg,
            r#"<text x="{x}" y="{y}" font-size="{size}" font-family="{}" font-weight="{}"{} fill="{}">{}</text>"#,
            font.family(),
            font.weight(),
            if *ends { r#" text-anchor="end""# } else { "" },
            color(*paint),
            escaped(words)
        ),
    };
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
