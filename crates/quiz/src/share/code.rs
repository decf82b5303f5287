//! The share code itself: how a result becomes one, and what one tells.

use std::fmt;

use super::digits::{ALPHABET, Number, checks, digit};
use super::disclosure::Disclosure;
use super::shared::Shared;
use super::sheet;
use crate::{Finished, OutcomeIx, Quiz};

/// Longer codes are refused unread. The limits of a quiz allow 287 characters: six around the payload, and no more
/// than 281 digits to the base 61 for 100 questions with 50,001 answers each, all marked or not.
pub(super) const LONGEST: usize = 300;
/// The characters before the payload: the head and the edition.
const BEFORE: usize = 4;
/// The characters after the payload.
const CHECKS: usize = 2;
/// How many percentages a fit can show: 0 to 100.
const PERCENTS: u64 = 101;

/// A share code: 6 to 300 letters and digits. Made by [`encode`] alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareCode(String);

impl ShareCode {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ShareCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a text is not a share code of this quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShared {
    /// It is no share code, or no longer the one that it was.
    Damaged,
    /// It is sound, but of another quiz or of another edition of this one.
    Elsewhere,
    /// It is sound, but in a format that came later.
    Newer,
}

impl fmt::Display for NotShared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Damaged => "This is not a share code, or part of it was lost or changed on the way.",
            Self::Elsewhere => "This share code is from another quiz, or from another edition of this one.",
            Self::Newer => "This share code is from a newer version of this quiz than the one you see.",
        })
    }
}

impl std::error::Error for NotShared {}

/// The share code of a result of `quiz`.
#[must_use]
pub fn encode(quiz: &Quiz, finished: &Finished, disclosure: Disclosure) -> ShareCode {
    let mut number = Number::default();
    // What is to be read first is pushed last.
    for (radix, digit) in payload(quiz, finished, disclosure).into_iter().rev() {
        number.push(radix, digit);
    }
    let mut digits = vec![disclosure as u8];
    digits.extend(edition(quiz));
    digits.extend(number.digits());
    digits.extend(checks(&digits));
    ShareCode(digits.into_iter().map(|digit| char::from(ALPHABET[usize::from(digit)])).collect())
}

/// What a share code tells. Any text will do; what is around a code in a link is for [`super::code_of`] to remove.
///
/// # Errors
/// The first of these that applies. [`NotShared::Damaged`]: wrong length, characters or check characters.
/// [`NotShared::Newer`]: an unknown version. [`NotShared::Elsewhere`]: another quiz or edition. `Damaged` again: a
/// payload that [`encode`] would not have made.
pub fn decode(quiz: &Quiz, code: &str) -> Result<Shared, NotShared> {
    let parsed = open(code)?;
    if parsed.edition() != edition(quiz) {
        return Err(NotShared::Elsewhere);
    }
    let mut number = Number::written(parsed.payload()).ok_or(NotShared::Damaged)?;
    let shared = match parsed.disclosure {
        Disclosure::Outcome => Shared::Outcome(outcome(quiz, &mut number)),
        Disclosure::Fits => Shared::Fits {
            outcome: outcome(quiz, &mut number),
            percents: quiz.tracks.iter().map(|_| number.pop(PERCENTS) as u8).collect(),
        },
        Disclosure::Answers => {
            let answers = sheet::read(quiz, &mut number).map_err(|_| NotShared::Damaged)?;
            Shared::Answers(Finished::of(quiz, answers))
        }
    };
    if number.is_zero() { Ok(shared) } else { Err(NotShared::Damaged) }
}

/// Whether the text is a sound share code made with this edition of this quiz, so that [`decode`] is for this one to
/// do. For a caller who has several quizzes or editions; one in 226,981 others looks the same.
#[must_use]
pub fn made_with(quiz: &Quiz, code: &str) -> bool {
    open(code).is_ok_and(|parsed| parsed.edition() == edition(quiz))
}

/// The stamp of this edition: the second to fourth character of each of its share codes. Of two editions chosen at
/// random, one pair in 226,981 has the same stamp.
#[must_use]
pub fn stamp(quiz: &Quiz) -> String {
    edition(quiz).iter().map(|digit| char::from(ALPHABET[usize::from(*digit)])).collect()
}

/// A code whose check characters are right and whose version is known.
struct ParsedCode {
    disclosure: Disclosure,
    /// All but the check digits.
    digits: Vec<u8>,
}

impl ParsedCode {
    fn edition(&self) -> &[u8] {
        &self.digits[1..BEFORE]
    }

    fn payload(&self) -> &[u8] {
        &self.digits[BEFORE..]
    }
}

fn open(code: &str) -> Result<ParsedCode, NotShared> {
    if !(BEFORE + CHECKS..=LONGEST).contains(&code.len()) {
        return Err(NotShared::Damaged);
    }
    let mut digits = code.bytes().map(digit).collect::<Option<Vec<u8>>>().ok_or(NotShared::Damaged)?;
    let given = digits.split_off(digits.len() - CHECKS);
    if given != checks(&digits) {
        return Err(NotShared::Damaged);
    }
    let disclosure = *Disclosure::ALL.get(usize::from(digits[0])).ok_or(NotShared::Newer)?;
    Ok(ParsedCode { disclosure, digits })
}

/// The edition's fingerprint modulo 61^3, as three digits.
fn edition(quiz: &Quiz) -> [u8; 3] {
    let base = ALPHABET.len() as u64;
    let number = quiz.edition().number();
    [number / base / base, number / base, number].map(|number| (number % base) as u8)
}

/// Radix and digit of each part of the payload, the first to be read first.
fn payload(quiz: &Quiz, finished: &Finished, disclosure: Disclosure) -> Vec<(u64, u64)> {
    let (outcome, percents) = match Shared::of(finished, disclosure) {
        Shared::Answers(finished) => return sheet::digits(quiz, finished.answers()),
        Shared::Fits { outcome, percents } => (outcome, percents),
        Shared::Outcome(outcome) => (outcome, Vec::new()),
    };
    let percents = percents.into_iter().map(|percent| (PERCENTS, u64::from(percent)));
    std::iter::once((quiz.outcomes.len() as u64, u64::from(outcome.0))).chain(percents).collect()
}

fn outcome(quiz: &Quiz, number: &mut Number) -> OutcomeIx {
    OutcomeIx(number.pop(quiz.outcomes.len() as u64) as u8)
}
