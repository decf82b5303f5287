//! Any payload, of any level, with the quiz's edition before it and the right check characters behind it: what chance
//! alone would hardly ever get past them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use which_track_fuzz::{ALPHABET, QUIZZES, hold};
use which_track_quiz::Quiz;
use which_track_quiz::share::{made_with, stamp};

const BASE: usize = ALPHABET.len();

fuzz_target!(|bytes: &[u8]| {
    let Some((head, payload)) = bytes.split_first() else { return };
    QUIZZES.iter().for_each(|quiz| hold(quiz, &sealed(quiz, *head, payload)));
});

/// A code as the format has it, its check characters worked out without the core. A head of 3 is a version that is not
/// known yet.
fn sealed(quiz: &Quiz, head: u8, payload: &[u8]) -> String {
    let digit = |character: u8| ALPHABET.iter().position(|known| *known == character).expect("of the alphabet");
    let mut digits = vec![usize::from(head % 4)];
    digits.extend(stamp(quiz).bytes().map(digit));
    digits.extend(payload.iter().map(|byte| usize::from(*byte) % BASE));
    let check = |weight: usize| digits.iter().fold(weight, |sum, digit| (sum + digit) * weight % BASE);
    let checks = [check(2), check(4)];
    let code: String = digits.iter().chain(&checks).map(|digit| char::from(ALPHABET[*digit])).collect();
    assert!(made_with(quiz, &code) || head % 4 == 3 || code.len() > 300, "a sound code is taken for one");
    code
}
