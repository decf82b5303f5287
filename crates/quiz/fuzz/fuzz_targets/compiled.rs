//! A compiled quiz with any damage.

#![no_main]

use libfuzzer_sys::fuzz_target;
use which_track_fuzz::{QUIZZES, holds};

fuzz_target!(|bytes: &[u8]| {
    QUIZZES.iter().for_each(|quiz| holds::of_compiled(quiz, bytes));
});
