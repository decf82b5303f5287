//! Exact fractions: how well a track fits, and by how much better than another.
//!
//! A fit's denominator is a track's span, which the limits keep below 2^26 even with every question marked: products
//! of two fit in 64 bits, products of four in 128.

use std::cmp::Ordering;

/// How well a track fits: an exact fraction between 0 and 1. Equal values are equal, however they came about.
#[derive(Clone, Copy, Debug)]
pub struct Fit {
    num: u64,
    den: u64,
}

impl Fit {
    /// `num / den` for `num` at most `den`; one half where `den` is 0: no answer can move such a track.
    #[must_use]
    pub(crate) fn new(num: u64, den: u64) -> Self {
        if den == 0 { Self { num: 1, den: 2 } } else { Self { num, den } }
    }

    /// Numerator and denominator in lowest terms.
    #[must_use]
    pub fn lowest(self) -> (u64, u64) {
        let common = gcd(self.num, self.den);
        (self.num / common, self.den / common)
    }

    /// As a whole percentage, halves rounded up; 0 to 100.
    #[must_use]
    pub fn percent(self) -> u8 {
        u8::try_from((self.num * 200 + self.den) / (self.den * 2)).unwrap_or(100)
    }

    /// How many whole percent this fit reaches; 0 to 100.
    #[must_use]
    pub(crate) fn whole_percent(self) -> u8 {
        u8::try_from(self.num * 100 / self.den).unwrap_or(100)
    }

    /// How this fit times 100 compares with a percentage.
    #[must_use]
    pub(crate) fn compare_percent(self, percent: u8) -> Ordering {
        (self.num * 100).cmp(&(u64::from(percent) * self.den))
    }

    /// How much larger this fit is than `other`, as a fraction; zero where it is not.
    #[must_use]
    pub(crate) fn gap(self, other: Self) -> (u64, u64) {
        ((self.num * other.den).saturating_sub(other.num * self.den), self.den * other.den)
    }
}

impl Ord for Fit {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.num * other.den).cmp(&(other.num * self.den))
    }
}

impl PartialOrd for Fit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Fit {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Fit {}

/// The greatest common divisor (Euclid); `gcd(0, b)` is `b`.
pub(crate) fn gcd(a: u64, b: u64) -> u64 {
    if a == 0 { b } else { gcd(b % a, a) }
}

/// Compares two gaps.
pub(crate) fn compare((a, b): (u64, u64), (c, d): (u64, u64)) -> Ordering {
    (u128::from(a) * u128::from(d)).cmp(&(u128::from(c) * u128::from(b)))
}

/// The least and the most of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Range {
    pub lo: i64,
    pub hi: i64,
}

impl Range {
    /// How far it reaches; never negative.
    pub fn span(self) -> i64 {
        self.hi - self.lo
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_round_halves_up() {
        for (num, den, percent) in [(0, 3, 0), (1, 3, 33), (1, 200, 1), (1, 201, 0), (199, 200, 100), (2, 2, 100)] {
            assert_eq!(Fit::new(num, den).percent(), percent, "{num}/{den}");
        }
        assert_eq!(Fit::new(0, 0).percent(), 50, "nothing to be moved");
    }

    proptest::proptest! {
        #[test]
        fn lowest_terms_have_the_same_value(num in 0..1000u64, more in 1..1000u64) {
            let fit = Fit::new(num, num + more);
            let (a, b) = fit.lowest();
            assert_eq!(gcd(a, b), 1);
            assert_eq!(Fit::new(a, b), fit);
        }
    }
}
