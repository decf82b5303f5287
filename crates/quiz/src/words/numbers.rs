//! What words need to know of numbers in their language; the browser knows it, and natively a library does.

/// The categories of CLDR, by which a language chooses the form of a word that goes with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Plural {
    /// None, where a language has a form for that.
    Zero,
    /// One, and in some languages 21, 31 and so on.
    One,
    /// Two.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// All others.
    Other,
}

impl Plural {
    /// All of them, in the order of their numbers, with their names.
    pub const ALL: [(Self, &str); 6] = [
        (Self::Zero, "zero"),
        (Self::One, "one"),
        (Self::Two, "two"),
        (Self::Few, "few"),
        (Self::Many, "many"),
        (Self::Other, "other"),
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The one of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(plural, _)| plural)
    }
}

/// How a language counts.
pub trait Numbers {
    /// The form that goes with a number.
    fn plural(&self, number: usize) -> Plural;
}
