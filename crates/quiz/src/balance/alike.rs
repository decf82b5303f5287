//! Tracks that are alike: how far the points of two go together, over all answers.
//!
//! The correlation of two fits where every question is shown. Questions are answered independently, so that covariances
//! add up: exact fractions, of which only the root at the end is rounded.

use num_bigint::{BigInt, BigUint, Sign};

use super::sheets::{Asked, Sheets};
use crate::TrackIx;

/// Two tracks, and how far they go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The tracks, in file order.
    pub tracks: (TrackIx, TrackIx),
    /// The correlation of their fits in thousandths, -1000 to 1000, rounded toward 0. `None` where one never moves.
    pub correlation: Option<i16>,
}

/// From here on, in thousandths, two tracks are alike.
pub const ALIKE: i16 = 800;

/// All pairs of tracks.
pub(super) fn pairs(sheets: &Sheets<'_>) -> Vec<Pair> {
    let count = sheets.quiz.tracks.len();
    let covariances = Covariances::of(sheets, count);
    let pairs =
        TrackIx::all(count).flat_map(|one| TrackIx::all(count).skip(one.index() + 1).map(move |two| (one, two)));
    pairs.map(|tracks| Pair { tracks, correlation: covariances.correlation(tracks) }).collect()
}

/// Covariances of the points of tracks, times a number that all have in common.
struct Covariances(Vec<Vec<BigInt>>);

impl Covariances {
    fn of(sheets: &Sheets<'_>, tracks: usize) -> Self {
        // A question's covariance has the square of its number of answers below the line.
        let common = sheets.asked.iter().fold(BigUint::from(1u32), |common, asked| lcm(common, asked.count));
        let mut sums = vec![vec![BigInt::ZERO; tracks]; tracks];
        for asked in &sheets.asked {
            let part = BigInt::from(&common / asked.count);
            let factor = &part * &part;
            for (one, row) in sums.iter_mut().enumerate() {
                for (two, sum) in row.iter_mut().enumerate().skip(one) {
                    *sum += covariance(asked, one, two) * &factor;
                }
            }
        }
        Self(sums)
    }

    fn correlation(&self, (one, two): (TrackIx, TrackIx)) -> Option<i16> {
        let (one, two) = (one.index(), two.index());
        let variances = &self.0[one][one] * &self.0[two][two];
        if variances == BigInt::ZERO {
            return None;
        }
        let together = &self.0[one][two];
        let squared: BigInt = together * together * 1_000_000 / variances;
        let root = i16::try_from(squared.sqrt()).unwrap_or(1000);
        Some(if together.sign() == Sign::Minus { -root } else { root })
    }
}

/// How the points of two tracks go together at one question, times the square of its number of answers.
fn covariance(asked: &Asked<'_>, one: usize, two: usize) -> BigInt {
    let sum = |value: &dyn Fn(usize) -> i128| -> i128 {
        asked.counts.iter().enumerate().map(|(effect, count)| i128::from(*count) * value(effect)).sum()
    };
    let points = |effect: usize, track: usize| i128::from(asked.rows[effect][track]);
    let product = sum(&|effect| points(effect, one) * points(effect, two));
    let (first, second) = (sum(&|effect| points(effect, one)), sum(&|effect| points(effect, two)));
    BigInt::from(i128::from(asked.count) * product - first * second)
}

/// The least number that both divide.
fn lcm(one: BigUint, two: u64) -> BigUint {
    let common = crate::fit::gcd(u64::try_from(&one % two).unwrap_or(0), two);
    one * (two / common)
}
