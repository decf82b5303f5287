//! Any text at all, as it may stand behind the `#` of a link.

#![no_main]

use libfuzzer_sys::fuzz_target;
use which_track_fuzz::{ALPHABET, QUIZZES, hold};
use which_track_quiz::share::code_of;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let code = code_of(&text);
    assert!(code.len() <= 301 && code.bytes().all(|byte| ALPHABET.contains(&byte)), "only what a code may have");
    assert_eq!(code_of(&code), code, "a code is left as it is");
    QUIZZES.iter().for_each(|quiz| {
        hold(quiz, &text);
        hold(quiz, &code);
    });
});
