//! A part of all sheets, exactly.

use num_bigint::BigUint;

/// A part of all sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The weight of the part ...
    pub num: BigUint,
    /// ... and that of all sheets.
    pub den: BigUint,
}

impl Share {
    /// In hundredths of a percent, halves rounded up; 0 to 10,000.
    #[must_use]
    pub fn hundredths(&self) -> u32 {
        let scaled = (&self.num * 20_000u32 + &self.den) / (&self.den * 2u32);
        u32::try_from(scaled).unwrap_or(10_000)
    }

    /// Whether this is at least so many hundredths of a percent; exactly.
    #[must_use]
    pub fn reaches(&self, hundredths: u32) -> bool {
        &self.num * 10_000u32 >= &self.den * hundredths
    }

    /// Whether this is more than so many hundredths of a percent; exactly.
    #[must_use]
    pub fn exceeds(&self, hundredths: u32) -> bool {
        &self.num * 10_000u32 > &self.den * hundredths
    }

    /// Whether no sheet is in it.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.num == BigUint::ZERO
    }

    /// Numerator and denominator in lowest terms.
    #[must_use]
    pub fn lowest(&self) -> (BigUint, BigUint) {
        let (mut a, mut b) = (self.num.clone(), self.den.clone());
        while a != BigUint::ZERO {
            (a, b) = (&b % &a, a);
        }
        (&self.num / &b, &self.den / &b)
    }
}
