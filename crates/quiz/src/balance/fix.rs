//! The smallest change found of points and weights that brings every outcome into bounds.
//!
//! Changes are tried on some thousand drawn sheets, first one number alone; then step by step the one that brings most
//! for its size. What is found is made smaller where it can be, and then balanced like any quiz: only what is in bounds
//! there is proposed.

mod edit;
mod pool;
mod search;

pub use edit::{Edit, Number};

use super::{Balance, Bounds};
use crate::quiz::{Condition, OutcomeIx};
use crate::{Quiz, TrackIx};
use search::Search;

/// How often what was found is balanced like any quiz.
const BALANCED: u32 = 4;

/// What looking for a change came to.
#[derive(Clone, Debug)]
pub enum Fix {
    /// All outcomes are in bounds as they are.
    Needless,
    /// No quiz with so many outcomes can be within these bounds.
    Impossible,
    /// A change that does it.
    Found(Change),
    /// None was found. The best one that was, where there is one that brings anything.
    None(Option<Change>),
}

/// Changes of a quiz, with what they make of it.
#[derive(Clone, Debug)]
pub struct Change {
    /// In the order of the file.
    pub edits: Vec<Edit>,
    /// The quiz with the changes ...
    pub quiz: Quiz,
    /// ... and its balance.
    pub balance: Balance,
}

/// Looks for a small change of a quiz, whose balance is known, that brings every outcome into bounds.
#[must_use]
pub fn fix(quiz: &Quiz, balance: &Balance, bounds: &Bounds) -> Fix {
    if bounds.missed(quiz, balance).is_empty() {
        return Fix::Needless;
    }
    if is_impossible(quiz, bounds) {
        return Fix::Impossible;
    }
    let mut search = Search::new(quiz, bounds);
    let mut best: Option<(u32, Change)> = None;
    for _ in 0..BALANCED {
        let within = search.run();
        let Some(change) = search.edits().and_then(|edits| changed(quiz, edits)) else { break };
        if bounds.missed(quiz, &change.balance).is_empty() {
            return Fix::Found(change);
        }
        let distance = distance(quiz, bounds, &change.balance);
        if distance < best.as_ref().map_or_else(|| self::distance(quiz, bounds, balance), |(best, _)| *best) {
            best = Some((distance, change));
        }
        if !within {
            break;
        }
        search.tighten();
    }
    Fix::None(best.map(|(_, change)| change))
}

fn changed(quiz: &Quiz, edits: Vec<Edit>) -> Option<Change> {
    let quiz = edit::edited(quiz, &edits)?;
    Some(Change { balance: Balance::of(&quiz), edits, quiz })
}

/// How far outcomes are out of bounds together, in hundredths of a percent.
fn distance(quiz: &Quiz, bounds: &Bounds, balance: &Balance) -> u32 {
    let of = |(ix, _)| {
        let share = balance.outcomes[OutcomeIx::index(ix)].hundredths();
        bounds.least(quiz, ix).saturating_sub(share).max(share.saturating_sub(bounds.max)).max(1)
    };
    bounds.missed(quiz, balance).into_iter().map(of).sum()
}

/// Whether shares within these bounds cannot add up to all sheets.
fn is_impossible(quiz: &Quiz, bounds: &Bounds) -> bool {
    let all = OutcomeIx::all(quiz.outcomes.len());
    let (free, bound): (Vec<OutcomeIx>, Vec<OutcomeIx>) = all.partition(|ix| bounds.except.contains(ix));
    let least: u32 = bound.iter().map(|ix| bounds.least(quiz, *ix)).sum();
    let most = bound.len() as u64 * u64::from(bounds.max);
    least > 10_000 || (free.is_empty() && most < 10_000)
}

/// Whether no points and weights can change how likely an outcome is: gates alone lead to it, and these, like those
/// before them, look at answers only.
#[must_use]
pub fn is_fixed(quiz: &Quiz, outcome: OutcomeIx) -> bool {
    let by_fits = quiz.track_indexes().any(|track: TrackIx| quiz.outcome_of(track) == outcome);
    if by_fits || quiz.close_call() == Some(outcome) {
        return false;
    }
    let last = quiz.gates.iter().rposition(|gate| gate.outcome == outcome).map_or(0, |last| last + 1);
    quiz.gates[..last].iter().all(|gate| looks_at_answers(&gate.when))
}

fn looks_at_answers(condition: &Condition) -> bool {
    let mut only = true;
    condition.each(&mut |looks| only &= matches!(looks, Condition::Is(..)));
    only
}
