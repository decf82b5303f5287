//! From fits to an outcome: conditions, gates, close calls; docs/scoring.md, sections 4 and 5.

use crate::quiz::{Condition, Matches, QuestionIx};
use crate::score::leading;
use crate::{Answer, Answers, CompleteAnswers, Fit, OutcomeIx, Quiz, Score, TrackIx};

/// What decided a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidedBy {
    /// The gate at this place in file order.
    Gate(usize),
    /// The two highest fits were too close to tell, or equal.
    CloseCall,
    /// One track fits best.
    Fit,
}

/// The outcome that the answers lead to, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The outcome.
    pub outcome: OutcomeIx,
    /// What decided it.
    pub decided_by: DecidedBy,
    /// The fits behind it.
    pub score: Score,
}

impl Verdict {
    /// The verdict on complete answers.
    #[must_use]
    pub fn of(quiz: &Quiz, answers: &CompleteAnswers) -> Self {
        let score = Score::of(quiz, answers);
        let (outcome, decided_by) = decide(quiz, score.fits(), |condition| {
            condition.holds_for(quiz, answers.answers(), answers.shown(), score.fits())
        });
        Self { outcome, decided_by, score }
    }
}

/// Decides from the fits and from what conditions hold.
pub(crate) fn decide(quiz: &Quiz, fits: &[Fit], holds: impl Fn(&Condition) -> bool) -> (OutcomeIx, DecidedBy) {
    if let Some(gate) = quiz.gates.iter().position(|gate| holds(&gate.when)) {
        return (quiz.gates[gate].outcome, DecidedBy::Gate(gate));
    }
    let (first, second) = leading(fits);
    if is_close(fits[first.at()], fits[second.at()], quiz.margin) {
        return (quiz.close_call().unwrap_or_else(|| quiz.outcome_of(first)), DecidedBy::CloseCall);
    }
    (quiz.outcome_of(first), DecidedBy::Fit)
}

/// Whether `(first - second) * 100 < margin`, or the two are equal.
fn is_close(first: Fit, second: Fit, margin: u8) -> bool {
    let (num, den) = first.gap(second);
    num == 0 || num * 100 < u64::from(margin) * den
}

impl Condition {
    /// Whether the condition holds for complete answers with this verdict.
    #[must_use]
    pub fn holds(&self, quiz: &Quiz, answers: &CompleteAnswers, verdict: &Verdict) -> bool {
        self.holds_for(quiz, answers.answers(), answers.shown(), verdict.score.fits())
    }

    /// Whether the condition holds for answers of which those to the questions in `shown` count. A question beyond
    /// the end of `shown` is not shown; a track beyond the end of `fits` neither leads nor reaches anything.
    pub(crate) fn holds_for(&self, quiz: &Quiz, answers: &Answers, shown: &[bool], fits: &[Fit]) -> bool {
        self.holds_where(fits, &|question, matches| {
            shown.get(question.at()).is_some_and(|shown| *shown)
                && answers.legal(quiz, question).is_some_and(|answer| matches.has(answer))
        })
    }

    /// Whether the condition holds where `is` tells about answers and `fits` about tracks.
    pub(crate) fn holds_where(&self, fits: &[Fit], is: &impl Fn(QuestionIx, &Matches) -> bool) -> bool {
        let fit = |track: TrackIx, percent: u8| fits.get(track.at()).map(|fit| fit.compare_percent(percent));
        match self {
            Self::Is(question, matches) => is(*question, matches),
            Self::Leads(track) => fits
                .get(track.at())
                .is_some_and(|leader| fits.iter().enumerate().all(|(other, fit)| other == track.at() || fit < leader)),
            Self::Below(track, percent) => fit(*track, *percent).is_some_and(std::cmp::Ordering::is_lt),
            Self::AtLeast(track, percent) => fit(*track, *percent).is_some_and(std::cmp::Ordering::is_ge),
            Self::All(inner) => inner.iter().all(|inner| inner.holds_where(fits, is)),
            Self::Any(inner) => inner.iter().any(|inner| inner.holds_where(fits, is)),
            Self::Not(inner) => !inner.holds_where(fits, is),
        }
    }

    /// The questions that the condition names, with what it looks for.
    pub(crate) fn names(&self) -> Vec<(QuestionIx, &Matches)> {
        match self {
            Self::Is(question, matches) => vec![(*question, matches)],
            Self::All(inner) | Self::Any(inner) => inner.iter().flat_map(Self::names).collect(),
            Self::Not(inner) => inner.names(),
            Self::Leads(_) | Self::Below(..) | Self::AtLeast(..) => Vec::new(),
        }
    }
}

impl Matches {
    /// Whether the answer is, contains, or has in first place one of these.
    pub(crate) fn has(&self, answer: &Answer) -> bool {
        match (self, answer) {
            (Self::Choices(choices), Answer::One(choice)) => choices.contains(choice),
            (Self::Choices(choices), Answer::Set(set)) => choices.iter().any(|choice| set.has(*choice)),
            (Self::Choices(choices), Answer::Order(order)) => {
                order.first().is_some_and(|first| choices.contains(first))
            }
            (Self::Steps(steps), Answer::Step(step)) => steps.contains(&step.value()),
            _ => false,
        }
    }
}
