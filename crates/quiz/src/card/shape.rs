//! What the card is drawn from: boxes and lines of text, each with a paint.

/// A typeface of the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Font {
    /// The heading face, bold.
    Serif,
    /// The text face.
    Sans,
    /// The text face, bold.
    SansBold,
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
