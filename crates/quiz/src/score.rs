//! From complete answers to how well each track fits; docs/scoring.md, sections 2 and 3.

use crate::fit::Range;
use crate::quiz::{Kind, Question};
use crate::{Answer, CompleteAnswers, Fit, QuestionIx, Quiz, Step, TrackIx};

impl Question {
    /// The points that an answer gives a track, before weights; 0 where the answer is not to this question.
    #[must_use]
    pub fn points(&self, answer: &Answer, track: TrackIx) -> i64 {
        let of = |choice: crate::ChoiceIx| {
            self.choices().get(choice.index()).map_or(0, |choice| i64::from(choice.points[track.index()]))
        };
        match (&self.kind, answer) {
            (Kind::Single(_), Answer::One(choice)) => of(*choice),
            (Kind::Multi { .. }, Answer::Set(set)) => set.iter().map(of).sum(),
            (Kind::Scale { points, .. }, Answer::Step(step)) => {
                i64::from(step.value()) * i64::from(points[track.index()])
            }
            (Kind::Rank { top, .. }, Answer::Order(order)) => {
                order.iter().zip((1..=i64::from(*top)).rev()).map(|(choice, factor)| factor * of(*choice)).sum()
            }
            _ => 0,
        }
    }

    /// For each track, the least and the most that a legal answer gives it, before weights.
    pub(crate) fn ranges(&self, tracks: usize) -> Vec<Range> {
        TrackIx::all(tracks).map(|track| self.range(track)).collect()
    }

    fn range(&self, track: TrackIx) -> Range {
        let mut points: Vec<i64> =
            self.choices().iter().map(|choice| i64::from(choice.points[track.index()])).collect();
        points.sort_unstable();
        let least = |points: &[i64]| match &self.kind {
            Kind::Single(_) => points.first().copied().unwrap_or(0),
            Kind::Multi { min, max, .. } => {
                let (must, may) = points[..usize::from(*max)].split_at(usize::from(*min));
                must.iter().chain(may.iter().filter(|points| **points < 0)).sum()
            }
            Kind::Scale { points, .. } => -i64::from(Step::ALL[4].value()) * i64::from(points[track.index()]).abs(),
            Kind::Rank { top, .. } => {
                points.iter().zip((1..=i64::from(*top)).rev()).map(|(points, factor)| factor * points).sum()
            }
        };
        let lo = least(&points);
        // The most is the least of the opposite points.
        points.iter_mut().for_each(|points| *points = -*points);
        points.reverse();
        Range { lo, hi: -least(&points) }
    }
}

/// How well each track fits a reader's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    fits: Vec<Fit>,
    /// For each track, how far its points could have reached.
    pub(crate) spans: Vec<i64>,
}

impl Score {
    /// Scores complete answers.
    #[must_use]
    pub fn of(quiz: &Quiz, answers: &CompleteAnswers) -> Self {
        let tally = |track: TrackIx| {
            answers.answered().fold((0, Range::default()), |(sum, range), (ix, answer)| {
                let (weight, one) = (answers.weight(quiz, ix), quiz.range(ix, track));
                let sum = sum + weight * quiz.question(ix).points(answer, track);
                (sum, Range { lo: range.lo + weight * one.lo, hi: range.hi + weight * one.hi })
            })
        };
        let tallies: Vec<(i64, Range)> = quiz.track_indexes().map(tally).collect();
        Self {
            fits: tallies.iter().map(|(sum, range)| fit(*sum, *range)).collect(),
            spans: tallies.iter().map(|(_, range)| range.span()).collect(),
        }
    }

    /// The fit of each track, in track order.
    #[must_use]
    pub fn fits(&self) -> &[Fit] {
        &self.fits
    }

    /// The two tracks with the highest fits, the highest first, ties in file order.
    #[must_use]
    pub fn leading(&self) -> (TrackIx, TrackIx) {
        leading(&self.fits)
    }
}

/// The fit of a sum within the range that it could have had.
pub(crate) fn fit(sum: i64, range: Range) -> Fit {
    Fit::new((sum - range.lo).unsigned_abs(), range.span().unsigned_abs())
}

/// The two tracks with the highest of these fits, the highest first, ties in file order.
pub(crate) fn leading(fits: &[Fit]) -> (TrackIx, TrackIx) {
    let ahead = |one: TrackIx, other: TrackIx| fits[one.index()] > fits[other.index()];
    let (mut first, mut second) =
        if ahead(TrackIx(1), TrackIx(0)) { (TrackIx(1), TrackIx(0)) } else { (TrackIx(0), TrackIx(1)) };
    for track in TrackIx::all(fits.len()).skip(2) {
        if !ahead(track, second) {
            continue;
        }
        (first, second) = if ahead(track, first) { (track, first) } else { (first, track) };
    }
    (first, second)
}

impl Quiz {
    /// The least and the most that a legal answer to the question gives the track, before weights.
    pub(crate) fn range(&self, question: QuestionIx, track: TrackIx) -> Range {
        self.ranges[question.index()][track.index()]
    }
}
