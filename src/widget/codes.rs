//! What a result comes to without a screen, behind a cut: codes and links, where the reader stands, what would change it,
//! and what a link brought.

use which_track_quiz::change::{Search, search};
use which_track_quiz::compiled::Tree;
use which_track_quiz::share::{Disclosure, ShareUrls, encode};
use which_track_quiz::{Finished, Invalid, Quiz};

use crate::cut::cut;
use crate::host::{ResultSummary, TrackFit};
use crate::same::Same;
use crate::widget::link::SharedLink;

/// Reads a link, as [`SharedLink::read`] does.
pub type ReadLink = fn(&str, &str, &Same<Quiz>, Option<&Same<Quiz>>) -> SharedLink;

/// What only results need of these.
pub struct Codes {
    /// The whole quiz, of what its questions need and of what only a result says; or what is wrong with the second.
    pub whole: fn(&Quiz, Tree) -> Result<Quiz, Invalid>,
    /// What a share link brings: its page, what follows its `#`, and the quiz in the edition that it was made with, where
    /// that is another.
    pub read_link: ReadLink,
    /// A result to keep, as a code with all answers.
    pub code: fn(&Quiz, &Finished) -> String,
    /// Where a reader at the verdict stands, with a link of this disclosure where there are share pages.
    pub summary: fn(&Quiz, &Finished, Option<&ShareUrls>, Disclosure) -> ResultSummary,
    /// What would change the result.
    pub search: fn(&Quiz, &Finished) -> Search,
}

cut! {
    /// What results need of these.
    pub fn codes() -> Codes {
        Codes {
            whole: Quiz::with_rest,
            read_link: SharedLink::read,
            code: |quiz, finished| encode(quiz, finished, Disclosure::Answers).to_string(),
            summary,
            search,
        }
    }
    __wasm_split_00result00_import_00000000000000000000000000000001_codes
    __wasm_split_00result00_export_00000000000000000000000000000001_codes
}

fn summary(quiz: &Quiz, finished: &Finished, pages: Option<&ShareUrls>, disclosure: Disclosure) -> ResultSummary {
    let fits = quiz.tracks.iter().zip(finished.percents());
    ResultSummary {
        quiz: quiz.id.clone(),
        edition: quiz.edition().to_string(),
        outcome: quiz.outcome(finished.outcome()).id.clone(),
        fits: fits.map(|(track, percent)| TrackFit { track: track.id.clone(), percent }).collect(),
        link: pages.map(|pages| pages.link(quiz, finished, disclosure)),
    }
}
