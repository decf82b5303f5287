//! The formats of the card, and where its parts stand in each.

/// The canvas of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 1200 by 630: what a page shows, and what a link to it unfurls to.
    Wide,
    /// 1080 by 1920: what fills a phone's screen.
    Tall,
}

/// Sizes of type to try, the best first, and the number of lines at most.
pub(super) struct Setting {
    pub sizes: &'static [u16],
    pub lines: usize,
}

/// Where the parts of a card stand, in its own units (pixels of the picture).
pub(super) struct Layout {
    /// The margin on the left and on the right.
    pub edge: u16,
    /// The upper edge of the mark.
    pub top: u16,
    /// The lower edge of what stands lowest.
    pub floor: u16,
    /// The width and the height of the mark.
    pub mark: (u16, u16),
    /// From the mark to the heading, and at least from the outcome's title to its bars.
    pub gap: u16,
    /// The quiz's title.
    pub heading: Setting,
    /// The outcome's title above bars.
    pub above_bars: Setting,
    /// The outcome's title without bars.
    pub alone: Setting,
    /// The site's name.
    pub site: Setting,
    /// The height of a bar's row at most, and at least.
    pub row: (u16, u16),
    /// The thickness of the lines below an outcome that stands alone, and from one to the next.
    pub lines: (u16, u16),
}

const WIDE: Layout = Layout {
    edge: 72,
    top: 72,
    floor: 558,
    mark: (72, 8),
    gap: 24,
    heading: Setting { sizes: &[34, 30, 26], lines: 2 },
    above_bars: Setting { sizes: &[96, 84, 72, 60, 52, 48], lines: 3 },
    alone: Setting { sizes: &[124, 112, 100, 88, 76, 64, 52], lines: 3 },
    site: Setting { sizes: &[24, 20], lines: 1 },
    row: (56, 42),
    lines: (12, 32),
};

/// A phone covers the upper and the lower end of a picture that fills its screen with its own controls.
const TALL: Layout = Layout {
    edge: 96,
    top: 250,
    floor: 1670,
    mark: (96, 12),
    gap: 44,
    heading: Setting { sizes: &[50, 46, 42, 38], lines: 4 },
    above_bars: Setting { sizes: &[148, 132, 116, 104, 92, 80, 72, 64, 56], lines: 5 },
    alone: Setting { sizes: &[152, 140, 128, 116, 104, 92, 80, 72, 64, 56], lines: 6 },
    site: Setting { sizes: &[36, 32, 28], lines: 1 },
    row: (148, 112),
    lines: (20, 56),
};

impl Format {
    /// The width of the canvas.
    #[must_use]
    pub fn width(self) -> u16 {
        match self {
            Self::Wide => 1200,
            Self::Tall => 1080,
        }
    }

    /// The height of the canvas.
    #[must_use]
    pub fn height(self) -> u16 {
        match self {
            Self::Wide => 630,
            Self::Tall => 1920,
        }
    }

    /// The width between the margins.
    pub(super) fn inner(self) -> u16 {
        self.width() - 2 * self.layout().edge
    }

    pub(super) fn layout(self) -> &'static Layout {
        match self {
            Self::Wide => &WIDE,
            Self::Tall => &TALL,
        }
    }
}
