//! How likely each outcome is over all possible answer sheets; docs/scoring.md, section 5.
//!
//! A sheet's weight is the product, over its shown questions, of one over the number of their legal answers. The
//! answers to questions that conditions name are gone through one by one; of all other questions only the points
//! matter, so that these are convolved. Where that takes too much, sheets are drawn instead.

mod added_up;
mod alike;
mod bounds;
mod budget;
mod details;
mod exact;
pub mod fix;
mod gaps;
mod habits;
mod influence;
mod options;
mod sampled;
mod share;
mod sheets;
mod splitmix;
mod sums;
mod tally;
mod trials;
mod weight;

use num_bigint::BigUint;

use crate::{OutcomeIx, Quiz, legal};
pub use added_up::Balance;
pub use alike::{ALIKE, Pair};
pub use bounds::{Bounds, Miss};
use budget::Budget;
pub use details::{Details, LEANING};
pub(crate) use habits::answered_first;
pub use habits::{Answered, Habit};
pub use influence::Influence;
pub use options::{Idle, IdleOption};
pub use share::Share;
pub(crate) use sheets::Sheets;
pub(crate) use splitmix::SplitMix;
pub use tally::{DRAWN, MOST_STATES};
pub(crate) use trials::Trials;

/// How many sheets are drawn to see whether all tracks are reached.
const GLANCE: u32 = 512;

/// How many legal answers all questions together may have, for tracks that are not reached to be looked for.
const FEW_ANSWERS: u64 = 200_000;

/// The outcomes that no sheet of a quiz leads to, where some track's may be among them and that can be told in a moment.
#[must_use]
pub fn unreachable(quiz: &Quiz) -> Option<Vec<OutcomeIx>> {
    let answers: u64 = quiz.questions.iter().map(legal::count).sum();
    if answers > FEW_ANSWERS || sampled::reach_all_tracks(quiz, GLANCE) {
        return None;
    }
    let totals = exact::totals(&Sheets::new(quiz), Budget::CHECK)?;
    let none = |ix: &OutcomeIx| totals.outcomes[ix.index()] == BigUint::ZERO;
    Some(OutcomeIx::all(quiz.outcomes.len()).filter(none).collect())
}
