//! What must hold for any share code, against a small quiz and the one that this site serves; and for what else anybody
//! may hand to the core.

#[path = "../../tests/support/holds.rs"]
pub mod holds;

use std::sync::LazyLock;

use which_track_quiz::Quiz;
use which_track_quiz::share::{Disclosure, Shared, decode, encode};

/// The characters of a share code.
pub const ALPHABET: &[u8; 61] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";

/// The quizzes that codes are read with.
pub static QUIZZES: LazyLock<[Quiz; 2]> = LazyLock::new(holds::quizzes);

/// Panics where a text is told to be what it cannot be.
pub fn hold(quiz: &Quiz, text: &str) {
    match decode(quiz, text) {
        Ok(Shared::Outcome(outcome)) => assert!(outcome.index() < quiz.outcomes.len()),
        Ok(Shared::Fits { outcome, percents }) => {
            assert!(outcome.index() < quiz.outcomes.len() && percents.len() == quiz.tracks.len());
            assert!(percents.iter().all(|percent| *percent <= 100));
        }
        Ok(Shared::Answers(answers)) => {
            assert_eq!(encode(quiz, &answers, Disclosure::Answers).as_str(), text, "one meaning has one code");
        }
        Err(_) => {}
    }
}
