//! How much sheets weigh: exact whole numbers of a fixed size, large enough for all sheets of a quiz together.

use num_bigint::BigUint;

/// A number of `W` times 64 bits, the lowest first. The sheets of one quiz never add up to more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weight<const W: usize>([u64; W]);

impl<const W: usize> Weight<W> {
    /// A small number.
    pub fn of(number: u64) -> Self {
        let mut limbs = [0; W];
        limbs[0] = number;
        Self(limbs)
    }

    /// Adds another weight.
    pub fn add(&mut self, other: &Self) {
        let mut carry = false;
        for (limb, other) in self.0.iter_mut().zip(other.0) {
            let (sum, over) = limb.overflowing_add(other);
            let (sum, more) = sum.overflowing_add(u64::from(carry));
            (*limb, carry) = (sum, over || more);
        }
    }

    /// So many times this weight.
    pub fn times(mut self, times: u64) -> Self {
        let mut carry = 0;
        for limb in &mut self.0 {
            let product = u128::from(*limb) * u128::from(times) + carry;
            (*limb, carry) = (product as u64, product >> 64);
        }
        self
    }

    /// The product of two weights.
    pub fn product(&self, other: &Self) -> Self {
        let small = |weight: &Self| weight.0[1..].iter().all(|limb| *limb == 0);
        match (small(self), small(other)) {
            (_, true) => return self.times(other.0[0]),
            (true, _) => return other.times(self.0[0]),
            _ => {}
        }
        let mut product = Self::of(0);
        for (place, limb) in other.0.iter().enumerate().filter(|(_, limb)| **limb != 0) {
            let mut shifted = Self::of(0);
            shifted.0[place..].copy_from_slice(&self.times(*limb).0[..W - place]);
            product.add(&shifted);
        }
        product
    }

    /// Whether this weight is at least the other.
    pub fn reaches(&self, other: &Self) -> bool {
        self.0.iter().rev().cmp(other.0.iter().rev()).is_ge()
    }

    /// The weight as a number of any size.
    pub fn big(&self) -> BigUint {
        BigUint::from_bytes_le(&self.0.map(u64::to_le_bytes).concat())
    }

    /// A number of any size, as far as it fits.
    pub fn of_big(number: &BigUint) -> Self {
        let mut limbs = [0; W];
        limbs.iter_mut().zip(number.to_u64_digits()).for_each(|(limb, digit)| *limb = digit);
        Self(limbs)
    }
}
