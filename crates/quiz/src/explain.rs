//! Why a verdict came out as it did: what moved it toward and away from its two leading tracks; docs/scoring.md,
//! section 7.

use crate::fit::gcd;
use crate::{CompleteAnswers, Finished, QuestionIx, Quiz, TrackIx, Verdict};

/// How one answer moved the result between the two leading tracks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The question that was answered.
    pub question: QuestionIx,
    /// The one of the two leading tracks that the answer moved the result toward.
    pub toward: TrackIx,
    /// By how much of the difference between the two fits: a numerator above 0 ...
    pub num: u64,
    /// ... and a denominator, in lowest terms.
    pub den: u64,
}

/// The reasons for and against the leading track, largest first, ties in file order. An answer that moved nothing is
/// no reason.
#[must_use]
pub fn reasons(quiz: &Quiz, finished: &Finished) -> Vec<Reason> {
    let (answers, verdict) = (finished.answers(), finished.verdict());
    let (first, second) = verdict.score.leading();
    let moves = Moves::new(quiz, answers, verdict);
    let mut moved: Vec<(QuestionIx, i64)> =
        answers.answered().map(|(question, _)| (question, moves.of(question))).filter(|(_, by)| *by != 0).collect();
    moved.sort_by_key(|(_, by)| std::cmp::Reverse(by.unsigned_abs()));
    let reason = |(question, by): (QuestionIx, i64)| {
        let common = gcd(by.unsigned_abs(), moves.den);
        let toward = if by > 0 { first } else { second };
        Reason { question, toward, num: by.unsigned_abs() / common, den: moves.den / common }
    };
    moved.into_iter().map(reason).collect()
}

/// What each question moved, over one common denominator.
struct Moves<'a> {
    quiz: &'a Quiz,
    answers: &'a CompleteAnswers,
    /// The two leading tracks, each with what its part of a move is multiplied with to reach the denominator.
    sides: [(TrackIx, i64); 2],
    den: u64,
}

impl<'a> Moves<'a> {
    /// A move is `w * ((p - mid) / span)` for the first track less the same for the second. With `2 * span * span` as
    /// the denominator, midpoints and both divisions stay whole. A track that nothing moves (span 0) adds nothing.
    fn new(quiz: &'a Quiz, answers: &'a CompleteAnswers, verdict: &Verdict) -> Self {
        let (first, second) = verdict.score.leading();
        let span = |track: TrackIx| verdict.score.spans[track.index()];
        let (a, b) = (span(first), span(second));
        let factor = |own: i64, other: i64| if own == 0 { 0 } else { other.max(1) };
        let sides = [(first, factor(a, b)), (second, -factor(b, a))];
        Self { quiz, answers, sides, den: 2 * a.max(1).unsigned_abs() * b.max(1).unsigned_abs() }
    }

    fn of(&self, question: QuestionIx) -> i64 {
        let Some(answer) = self.answers.answer(question) else { return 0 };
        let side = |(track, factor): (TrackIx, i64)| {
            let range = self.quiz.range(question, track);
            let twice_off_mid = 2 * self.quiz.question(question).points(answer, track) - range.lo - range.hi;
            factor * twice_off_mid
        };
        self.answers.weight(self.quiz, question) * self.sides.into_iter().map(side).sum::<i64>()
    }
}
