//! Any text at all, as it may stand behind the `#` of a link.

#![no_main]

use libfuzzer_sys::fuzz_target;
use which_track_fuzz::{QUIZZES, hold};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    QUIZZES.iter().for_each(|quiz| hold(quiz, &text));
});
