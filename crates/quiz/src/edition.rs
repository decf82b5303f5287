//! The edition: a fingerprint of what decides scoring, and of nothing that only words it.

use std::fmt;

use crate::quiz::{Choice, Condition, Kind, Matches, Question, QuizData};

/// A fingerprint of ids, kinds, points, weights, conditions and gates: 40 bits, written as eight letters and digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edition(u64);

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LETTERS: u32 = 8;

impl Edition {
    /// The fingerprint of these parts: FNV-1a (Fowler, Noll, Vo; 64 bits), folded to 40 so that it stays short in
    /// links. It tells editions apart; it is no protection against somebody who wants two to look alike.
    pub(crate) fn of(data: &QuizData) -> Self {
        let mut hash = Hash(0xcbf2_9ce4_8422_2325);
        hash.text(&data.id).number(data.margin).number(data.max_marks);
        hash.number(data.tracks.len());
        data.tracks.iter().for_each(|track| _ = hash.text(&track.id));
        hash.number(data.questions.len());
        data.questions.iter().for_each(|question| hash.question(question));
        hash.number(data.gates.len());
        for gate in &data.gates {
            hash.condition(&gate.when);
            hash.number(gate.outcome.0);
        }
        hash.number(data.outcomes.len());
        data.outcomes.iter().for_each(|outcome| _ = hash.text(&outcome.id));
        Self((hash.0 ^ (hash.0 >> (5 * LETTERS))) & ((1 << (5 * LETTERS)) - 1))
    }

    /// The fingerprint as a number below 2^40.
    pub(crate) fn number(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Edition {
    /// Crockford's base 32, lower case.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..LETTERS).rev().try_for_each(|place| {
            let digit = DIGITS[(self.0 >> (5 * place) & 31) as usize];
            write!(f, "{}", char::from(digit))
        })
    }
}

/// FNV-1a over a text in which every list and every text is preceded by its length, so that no two quizzes read alike.
struct Hash(u64);

impl Hash {
    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn number(&mut self, number: impl TryInto<i64>) -> &mut Self {
        self.bytes(&number.try_into().unwrap_or(i64::MAX).to_le_bytes());
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.number(text.len()).bytes(text.as_bytes());
        self
    }

    fn points(&mut self, points: &[i16]) {
        points.iter().for_each(|points| _ = self.number(*points));
    }

    fn choices(&mut self, choices: &[Choice]) {
        self.number(choices.len());
        for choice in choices {
            self.text(&choice.id).points(&choice.points);
        }
    }

    fn question(&mut self, question: &Question) {
        self.text(&question.id).number(question.weight).number(u8::from(question.optional));
        self.conditions(question.when.as_slice());
        match &question.kind {
            Kind::Single(choices) => self.number(0).choices(choices),
            Kind::Multi { choices, min, max } => self.number(1).number(*min).number(*max).choices(choices),
            Kind::Scale { points, .. } => self.number(2).points(points),
            Kind::Rank { choices, top } => self.number(3).number(*top).choices(choices),
        }
    }

    fn conditions(&mut self, conditions: &[Condition]) {
        self.number(conditions.len());
        conditions.iter().for_each(|condition| self.condition(condition));
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Is(question, matches) => self.number(0).number(question.0).matches(matches),
            Condition::Leads(track) => _ = self.number(1).number(track.0),
            Condition::Below(track, percent) => _ = self.number(2).number(track.0).number(*percent),
            Condition::AtLeast(track, percent) => _ = self.number(3).number(track.0).number(*percent),
            Condition::All(inner) => self.number(4).conditions(inner),
            Condition::Any(inner) => self.number(5).conditions(inner),
            Condition::Not(inner) => self.number(6).condition(inner),
        }
    }

    fn matches(&mut self, matches: &Matches) {
        match matches {
            Matches::Choices(choices) => {
                self.number(choices.len());
                choices.iter().for_each(|choice| _ = self.number(choice.0));
            }
            Matches::Steps(steps) => {
                self.number(steps.len());
                steps.iter().for_each(|step| _ = self.number(*step));
            }
        }
    }
}
