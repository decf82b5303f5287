//! How close a result was, against all possible sheets; docs/scoring.md, section 7.
//!
//! Going through all sheets takes too long for a page, so [`crate::balance`] does it once, when the quiz is compiled,
//! and leaves behind what answers every question about gaps: for p = 1, 2, ... percent, the largest gap that at least
//! p percent of all sheets reach or exceed.

use crate::fit::compare;
use crate::{Finished, Quiz};

/// The share of all possible sheets whose gap between the two highest fits is larger than this result's: a whole
/// percentage, rounded down. `None` where the quiz was compiled without its gaps.
#[must_use]
pub fn closer_than_percent(quiz: &Quiz, finished: &Finished) -> Option<u8> {
    if quiz.gaps.is_empty() {
        return None;
    }
    let score = &finished.verdict().score;
    let (first, second) = score.leading();
    let gap = score.fits()[first.index()].gap(score.fits()[second.index()]);
    // At least p percent have a larger gap exactly where this gap is below the largest that p percent reach.
    let below = |larger: &(u64, u64)| compare(gap, *larger).is_lt();
    Some(u8::try_from(quiz.gaps.iter().take_while(|gap| below(gap)).count()).unwrap_or(100))
}
