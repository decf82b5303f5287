//! Any text at all where progress is stored.

#![no_main]

use libfuzzer_sys::fuzz_target;
use which_track_fuzz::{QUIZZES, holds};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    QUIZZES.iter().for_each(|quiz| holds::of_progress(quiz, &text));
});
