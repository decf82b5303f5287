//! How much the sheets with each gap between the two highest fits weigh.

use num_bigint::BigUint;

use super::weight::Weight;
use crate::fit::{compare, gcd};

/// How many bytes gaps may take.
const MOST_BYTES: usize = 48 * 1024 * 1024;

/// Gaps that came last, by a number made of them: the same few come again and again.
const RECENT: usize = 1 << 12;

/// A gap as numerator and denominator, with a weight.
type Entry<const W: usize> = ((u64, u64), Weight<W>);

pub(super) struct Gaps<const W: usize> {
    recent: Vec<Option<Entry<W>>>,
    all: Vec<Entry<W>>,
}

impl<const W: usize> Gaps<W> {
    pub fn new() -> Self {
        Self { recent: vec![None; RECENT], all: Vec::new() }
    }

    /// Adds sheets with this gap. `None` where there are too many different ones.
    pub fn add(&mut self, gap: (u64, u64), weight: &Weight<W>) -> Option<()> {
        let place = (gap.0 ^ gap.1.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52;
        match &mut self.recent[place as usize] {
            Some((known, sum)) if *known == gap => sum.add(weight),
            slot => {
                let before = slot.replace((gap, *weight));
                self.all.extend(before);
            }
        }
        let most = MOST_BYTES / size_of::<Entry<W>>();
        if self.all.len() < most {
            return Some(());
        }
        self.merge();
        (self.all.len() < most / 4 * 3).then_some(())
    }

    /// Sorts gaps, the largest first, and adds up those that are the same.
    fn merge(&mut self) {
        self.all.sort_unstable_by(|(one, _), (other, _)| compare(*other, *one));
        self.all.dedup_by(|(gap, weight), (kept, sum)| {
            let same = compare(*gap, *kept).is_eq();
            if same {
                sum.add(weight);
            }
            same
        });
    }

    /// All gaps, the largest first, each once.
    pub fn sorted(mut self) -> Self {
        self.all.extend(self.recent.drain(..).flatten());
        self.merge();
        self
    }

    /// How much the sheets weigh whose gap is such.
    pub fn weight(&self, such: impl Fn((u64, u64)) -> bool) -> BigUint {
        let mut sum = Weight::<W>::of(0);
        self.all.iter().filter(|(gap, _)| such(*gap)).for_each(|(_, weight)| sum.add(weight));
        sum.big()
    }

    /// Of sorted gaps, for p = 1 to 100, the largest one such that it and all larger ones together weigh at least p
    /// percent of all sheets.
    pub fn percentiles(&self, all: &BigUint) -> Vec<(u64, u64)> {
        let needed = |percent: u32| Weight::of_big(&((all * percent + 99u32) / 100u32));
        let (mut reached, mut percentiles) = (Weight::of(0), Vec::new());
        for ((num, den), weight) in &self.all {
            reached.add(weight);
            let common = gcd(*num, *den);
            while percentiles.len() < 100 && reached.reaches(&needed(percentiles.len() as u32 + 1)) {
                percentiles.push((num / common, den / common));
            }
        }
        percentiles
    }
}
