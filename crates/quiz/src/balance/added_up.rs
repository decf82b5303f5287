//! All possible sheets of a quiz, added up: the shares of its outcomes, ties, and what decides nothing.

use num_bigint::BigUint;

use super::budget::Budget;
use super::share::Share;
use super::sheets::Sheets;
use super::{exact, sampled};
use crate::quiz::QuestionIx;
use crate::{OutcomeIx, Quiz};

/// How likely each outcome is.
#[derive(Clone, Debug)]
pub struct Balance {
    /// Whether all sheets were gone through, rather than some drawn.
    pub exact: bool,
    /// The share of each outcome, in file order.
    pub outcomes: Vec<Share>,
    /// The share of sheets on which the two highest fits are equal.
    pub ties: Share,
    /// The share of sheets on which these are equal or nearer than the quiz's margin, whatever gates decide.
    pub close: Share,
    /// Questions of which no answer makes a difference.
    pub idle: Vec<QuestionIx>,
    /// For p = 1 to 100, the largest gap that at least p percent of all sheets reach; see [`crate::closeness`].
    pub gaps: Vec<(u64, u64)>,
}

impl Balance {
    /// Adds up all possible sheets of a quiz, or draws some.
    #[must_use]
    pub fn of(quiz: &Quiz) -> Self {
        let sheets = Sheets::new(quiz);
        let exact = exact::totals(&sheets, Budget::BALANCE);
        let (exact, totals) = match exact {
            Some(totals) => (true, totals),
            None => (false, sampled::totals(&sheets)),
        };
        let share = |num: BigUint| Share { num, den: totals.all.clone() };
        Self {
            exact,
            idle: sheets.idle(),
            outcomes: totals.outcomes.into_iter().map(share).collect(),
            ties: share(totals.ties),
            close: share(totals.close),
            gaps: totals.gaps,
        }
    }

    /// The outcomes that no sheet led to. Where sheets were drawn, some may still exist.
    #[must_use]
    pub fn unreached(&self) -> Vec<OutcomeIx> {
        OutcomeIx::all(self.outcomes.len()).filter(|ix| self.outcomes[ix.index()].is_none()).collect()
    }
}
