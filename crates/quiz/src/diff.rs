//! What a change of a quiz moves: outcomes, ids, numbers, words, and links.

mod matching;
mod moves;
mod numbers;
mod words;

use crate::balance::answered_first;
use crate::share::{self, Disclosure};
use crate::{Edition, Quiz};
pub use matching::{Fate, Matching};
pub use moves::{Moves, SAMPLE};
pub use numbers::ChangedNumber;
pub use words::ChangedText;

/// All that differs between a quiz as it was and as it is.
#[derive(Clone, Debug)]
pub struct Diff {
    /// The editions of both.
    pub editions: (Edition, Edition),
    /// Which ids are gone, new or renamed.
    pub ids: Matching,
    /// What decides scoring and has another value.
    pub numbers: Vec<ChangedNumber>,
    /// Texts that have other words.
    pub texts: Vec<ChangedText>,
    /// From which outcomes to which others the same answers lead.
    pub moves: Moves,
    /// For each disclosure, whether links made with the old file open with the new one. `None` where nobody can finish
    /// the old quiz.
    pub links: Option<Vec<(Disclosure, bool)>>,
}

impl Diff {
    /// Compares two quizzes.
    #[must_use]
    pub fn of(old: &Quiz, new: &Quiz) -> Self {
        let ids = Matching::of(old, new);
        Self {
            editions: (old.edition(), new.edition()),
            numbers: numbers::changed(old, new, &ids),
            texts: words::changed(old, new),
            moves: Moves::of(old, new, &ids),
            links: links(old, new),
            ids,
        }
    }
}

/// Makes a code of each kind with the old quiz, and tries to open it with the new one.
fn links(old: &Quiz, new: &Quiz) -> Option<Vec<(Disclosure, bool)>> {
    let finished = answered_first(old)?;
    let opens = |disclosure| share::decode(new, share::encode(old, &finished, disclosure).as_str()).is_ok();
    Some(Disclosure::ALL.into_iter().map(|disclosure| (disclosure, old.id == new.id && opens(disclosure))).collect())
}
