//! The one maker of a [`Quiz`]: parts from a checked file or from the network become a quiz, or nothing.

mod data;

use std::cmp::Reverse;
use std::fmt;
use std::ops::Deref;

use crate::fit::Range;
use crate::quiz::{Choice, Kind, Outcome, Question, QuestionIx, QuizData, Track};
use crate::{ChoiceIx, Edition, OutcomeIx, TrackIx, limits};

/// A quiz in which every index is in range and every number within its limits. Its parts can be read, never changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quiz {
    data: QuizData,
    edition: Edition,
    /// The outcome of each track, and that for ties.
    endings: (Vec<OutcomeIx>, Option<OutcomeIx>),
    /// For each question, for each track: the least and the most that a legal answer gives, before weights.
    pub(crate) ranges: Vec<Vec<Range>>,
}

impl Deref for Quiz {
    type Target = QuizData;

    fn deref(&self) -> &QuizData {
        &self.data
    }
}

/// The parts are not a quiz: somebody else made them, or they were damaged on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// What is wrong, for the person who built the quiz.
    pub what: &'static str,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a compiled quiz: {}", self.what)
    }
}

impl std::error::Error for Invalid {}

impl TryFrom<QuizData> for Quiz {
    type Error = Invalid;

    /// # Errors
    /// The first limit or reference that does not hold.
    fn try_from(data: QuizData) -> Result<Self, Invalid> {
        let quiz = Self::of_asked(data)?;
        data::valid_rest(&quiz.data).map_err(|what| Invalid { what })?;
        Ok(quiz)
    }
}

impl Quiz {
    /// The quiz as far as its questions need it: what only a result says is not looked at.
    pub(crate) fn of_asked(data: QuizData) -> Result<Self, Invalid> {
        data::valid_asked(&data).map_err(|what| Invalid { what })?;
        let edition = Edition::of(&data);
        let ranges = data.questions.iter().map(|question| question.ranges(data.tracks.len())).collect();
        let ending = |id: &str| OutcomeIx::all(data.outcomes.len()).find(|ix| data.outcomes[ix.index()].id == id);
        let tracks = data.tracks.iter().filter_map(|track| ending(&track.id)).collect();
        let endings = (tracks, ending("close-call"));
        let quiz = Self { data, edition, endings, ranges };
        match quiz.track_indexes().any(|track| quiz.span(track) > limits::SPAN) {
            true => Err(Invalid { what: "points that reach too far" }),
            false => Ok(quiz),
        }
    }
}

impl Quiz {
    /// The fingerprint of what decides scoring.
    #[must_use]
    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// The quiz without the words of the interface: an edition, which is shown with those of the current one.
    #[must_use]
    pub fn without_words(mut self) -> Self {
        self.data.words = None;
        self
    }

    /// A question of this quiz.
    #[must_use]
    pub fn question(&self, question: QuestionIx) -> &Question {
        &self.data.questions[question.index()]
    }

    /// An outcome of this quiz.
    #[must_use]
    pub fn outcome(&self, outcome: OutcomeIx) -> &Outcome {
        &self.data.outcomes[outcome.index()]
    }

    /// Each track with its part of these percentages, which are in file order: the highest first, ties in file order.
    #[must_use]
    pub fn best_first(&self, percents: &[u8]) -> Vec<(&Track, u8)> {
        let mut fits: Vec<(&Track, u8)> = self.data.tracks.iter().zip(percents.iter().copied()).collect();
        fits.sort_by_key(|(_, percent)| Reverse(*percent));
        fits
    }

    /// The questions in file order.
    pub fn indexes(&self) -> impl DoubleEndedIterator<Item = QuestionIx> + Clone + use<> {
        QuestionIx::all(self.data.questions.len())
    }

    /// The tracks in file order.
    pub fn track_indexes(&self) -> impl DoubleEndedIterator<Item = TrackIx> + Clone + use<> {
        TrackIx::all(self.data.tracks.len())
    }

    /// The question with this id.
    #[must_use]
    pub fn find_question(&self, id: &str) -> Option<QuestionIx> {
        self.indexes().find(|ix| self.question(*ix).id == id)
    }

    /// The outcome with this id.
    #[must_use]
    pub fn find_outcome(&self, id: &str) -> Option<OutcomeIx> {
        OutcomeIx::all(self.outcomes.len()).find(|ix| self.outcome(*ix).id == id)
    }

    /// How far a track's points reach from least to most, over all questions with their weights.
    pub(crate) fn span(&self, track: TrackIx) -> i64 {
        self.indexes().map(|ix| i64::from(self.question(ix).weight) * self.range(ix, track).span()).sum()
    }

    /// The outcome under a track's id, which every track has.
    #[must_use]
    pub(crate) fn outcome_of(&self, track: TrackIx) -> OutcomeIx {
        self.endings.0[track.index()]
    }

    /// The outcome for ties, if the quiz has it.
    #[must_use]
    pub(crate) fn close_call(&self) -> Option<OutcomeIx> {
        self.endings.1
    }
}

impl Question {
    /// What there is to choose; nothing for a scale.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match &self.kind {
            Kind::Single(choices) | Kind::Multi { choices, .. } | Kind::Rank { choices, .. } => choices,
            Kind::Scale { .. } => &[],
        }
    }

    /// The choice with this id.
    #[must_use]
    pub fn find_choice(&self, id: &str) -> Option<ChoiceIx> {
        ChoiceIx::all(self.choices().len()).find(|ix| self.choices()[ix.index()].id == id)
    }
}
