//! Numbers that follow from the first, so that the same quiz gives the same figures.

/// Where all drawing begins.
const SEED: u64 = 0x57_68_69_63_68; // "Which"

/// SplitMix64 (Steele, Lea and Flood 2014): a sequence fixed by its seed, not chance.
#[derive(Clone)]
pub(crate) struct SplitMix(u64);

impl SplitMix {
    /// The first of them.
    pub fn start() -> Self {
        Self(SEED)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound` (at most 50,000, so that the bias of multiplying is below one in 10^14).
    pub fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }
}
