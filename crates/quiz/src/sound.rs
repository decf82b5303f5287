//! The one maker of a [`Quiz`]: parts from a checked file or from the network become a quiz, or nothing.

use std::fmt;
use std::ops::Deref;

use crate::quiz::{Choice, Condition, Kind, Matches, Outcome, Parts, Question, QuestionIx};
use crate::score::Range;
use crate::share::COMPARE;
use crate::{ChoiceIx, Edition, OutcomeIx, TrackIx, legal};

/// A quiz in which every index is in range and every number within its limits. Its parts can be read, never changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Quiz {
    parts: Parts,
    edition: Edition,
    /// For each question, for each track: the least and the most that a legal answer gives, before weights.
    pub(crate) ranges: Vec<Vec<Range>>,
}

impl Deref for Quiz {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

/// The parts are not a quiz: somebody else made them, or they were damaged on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsound {
    /// What is wrong, for the person who built the quiz.
    pub what: &'static str,
}

impl fmt::Display for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a compiled quiz: {}", self.what)
    }
}

impl std::error::Error for Unsound {}

impl TryFrom<Parts> for Quiz {
    type Error = Unsound;

    /// # Errors
    /// The first limit or reference that does not hold.
    fn try_from(parts: Parts) -> Result<Self, Unsound> {
        sound(&parts).map_err(|what| Unsound { what })?;
        let edition = Edition::of(&parts);
        let ranges = parts.questions.iter().map(|question| question.ranges(parts.tracks.len())).collect();
        let quiz = Self { parts, edition, ranges };
        let far = quiz.track_indexes().any(|track| quiz.span(track) > limits::SPAN);
        ensure(!far, "points that reach too far").map_err(|what| Unsound { what })?;
        Ok(quiz)
    }
}

impl Quiz {
    /// The fingerprint of what decides scoring.
    #[must_use]
    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// A question of this quiz.
    #[must_use]
    pub fn question(&self, question: QuestionIx) -> &Question {
        &self.parts.questions[question.at()]
    }

    /// An outcome of this quiz.
    #[must_use]
    pub fn outcome(&self, outcome: OutcomeIx) -> &Outcome {
        &self.parts.outcomes[outcome.at()]
    }

    /// The questions in file order.
    pub fn indexes(&self) -> impl DoubleEndedIterator<Item = QuestionIx> + Clone + use<> {
        QuestionIx::all(self.parts.questions.len())
    }

    /// The tracks in file order.
    pub fn track_indexes(&self) -> impl DoubleEndedIterator<Item = TrackIx> + Clone + use<> {
        TrackIx::all(self.parts.tracks.len())
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
        self.find_outcome(&self.tracks[track.at()].id).unwrap_or(OutcomeIx(0))
    }

    /// The outcome for ties, if the quiz has it.
    #[must_use]
    pub(crate) fn close_call(&self) -> Option<OutcomeIx> {
        self.find_outcome("close-call")
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
        ChoiceIx::all(self.choices().len()).find(|ix| self.choices()[ix.at()].id == id)
    }
}

/// The limits of the format, which docs/format.md states.
pub(crate) mod limits {
    use std::ops::RangeInclusive;

    /// Points of one option for one track.
    pub const POINTS: RangeInclusive<i16> = -1000..=1000;
    /// Weight, margin, marks: 0 to this.
    pub const HUNDRED: u8 = 100;
    /// How many tracks.
    pub const TRACKS: RangeInclusive<usize> = 2..=12;
    /// How many questions.
    pub const QUESTIONS: RangeInclusive<usize> = 1..=100;
    /// How many options a question has.
    pub const OPTIONS: RangeInclusive<usize> = 2..=20;
    /// How many outcomes at most.
    pub const OUTCOMES: usize = 40;
    /// How many gates at most.
    pub const GATES: usize = 50;
    /// How many pieces of advice at most.
    pub const ADVICE: usize = 200;
    /// How many claims at most.
    pub const CLAIMS: usize = 100;
    /// How deep conditions nest at most.
    pub const DEPTH: usize = 8;
    /// How far the points of one track may reach from least to most, over all questions with their weights.
    pub const SPAN: i64 = 30_000_000;
    /// How many legal answers a question has at most.
    pub const LEGAL: u64 = 50_000;
}

type Soundness = Result<(), &'static str>;

fn ensure(holds: bool, what: &'static str) -> Soundness {
    if holds { Ok(()) } else { Err(what) }
}

/// Whether no id is there twice. There are never many.
fn distinct<'a>(ids: impl Iterator<Item = &'a String> + Clone) -> bool {
    ids.clone().enumerate().all(|(place, id)| !ids.clone().take(place).any(|earlier| earlier == id))
}

fn sound(parts: &Parts) -> Soundness {
    ensure(limits::TRACKS.contains(&parts.tracks.len()), "number of tracks")?;
    ensure(limits::QUESTIONS.contains(&parts.questions.len()), "number of questions")?;
    ensure(parts.outcomes.len() <= limits::OUTCOMES, "number of outcomes")?;
    ensure(parts.gates.len() <= limits::GATES, "number of gates")?;
    ensure(parts.advice.len() <= limits::ADVICE, "number of advice")?;
    ensure(parts.claims.len() <= limits::CLAIMS, "number of claims")?;
    ensure(parts.margin <= limits::HUNDRED && parts.max_marks <= limits::HUNDRED, "margin or marks")?;
    ensure(parts.gaps.iter().all(|gap| gap.1 > 0), "a gap")?;
    ensure(names(parts).all(|id| is_id(id)), "an id")?;
    ensure(!parts.outcomes.iter().any(|outcome| outcome.id == COMPARE), "an outcome with the name of invitations")?;
    let has_outcome = |id: &String| parts.outcomes.iter().any(|outcome| outcome.id == *id);
    ensure(parts.tracks.iter().all(|track| has_outcome(&track.id)), "a track without an outcome")?;
    ensure(distinct(parts.questions.iter().map(|question| &question.id)), "two questions with one id")?;
    QuestionIx::all(parts.questions.len()).try_for_each(|ix| sound_question(parts, ix))?;
    sound_endings(parts)
}

/// All ids that stand in addresses, in saved progress or in links.
fn names(parts: &Parts) -> impl Iterator<Item = &String> {
    let questions = parts.questions.iter();
    let choices = questions.clone().flat_map(|question| question.choices().iter().map(|choice| &choice.id));
    let tracks = parts.tracks.iter().map(|track| &track.id);
    let outcomes = parts.outcomes.iter().map(|outcome| &outcome.id);
    std::iter::once(&parts.id)
        .chain(tracks)
        .chain(outcomes)
        .chain(questions.map(|question| &question.id))
        .chain(choices)
}

/// Whether a text is written as ids are: in small letters, digits and hyphens, of which none means something in an
/// address, in a file's name or between answers.
#[must_use]
pub fn is_id(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn sound_question(parts: &Parts, ix: QuestionIx) -> Soundness {
    let question = &parts.questions[ix.at()];
    ensure(question.weight <= limits::HUNDRED, "a weight")?;
    if let Some(when) = &question.when {
        sound_condition(parts, when, Scope::Before(ix), 0)?;
    }
    let row = |points: &Vec<i16>| {
        points.len() == parts.tracks.len() && points.iter().all(|points| limits::POINTS.contains(points))
    };
    let count = question.choices().len();
    let in_range = match &question.kind {
        Kind::Scale { points, .. } => return ensure(row(points), "points"),
        Kind::Single(_) => true,
        Kind::Multi { min, max, .. } => min <= max && (1..=count).contains(&usize::from(*max)),
        Kind::Rank { top, .. } => (1..=count).contains(&usize::from(*top)),
    };
    ensure(limits::OPTIONS.contains(&count) && in_range, "number of choices")?;
    ensure(distinct(question.choices().iter().map(|choice| &choice.id)), "two choices with one id")?;
    ensure(question.choices().iter().all(|choice| row(&choice.points)), "points")?;
    ensure(legal::count(question) <= limits::LEGAL, "number of legal answers")
}

/// Where the quiz links to. Only https: a compiled quiz may come from anywhere, and a link could be a script.
fn links(parts: &Parts) -> impl Iterator<Item = &String> {
    let sources = parts.questions.iter().filter_map(|question| question.source.as_ref());
    let sources = sources.chain(parts.advice.iter().filter_map(|advice| advice.source.as_ref()));
    let sources = sources.chain(parts.claims.iter().filter_map(|claim| claim.source.as_ref()));
    let actions = parts.outcomes.iter().filter_map(|outcome| outcome.action.as_ref());
    let article = parts.article.iter().filter_map(|article| article.url.as_ref());
    sources.filter_map(|source| source.url.as_ref()).chain(actions.map(|action| &action.url)).chain(article)
}

fn sound_endings(parts: &Parts) -> Soundness {
    ensure(links(parts).all(|url| url.starts_with("https://")), "a link that is not https")?;
    let outcome = |ix: &OutcomeIx| ensure(ix.at() < parts.outcomes.len(), "an outcome");
    let condition = |when: &Condition| sound_condition(parts, when, Scope::All, 0);
    for gate in &parts.gates {
        outcome(&gate.outcome).and(condition(&gate.when))?;
    }
    for advice in &parts.advice {
        advice.outcomes.iter().try_for_each(outcome)?;
        advice.when.iter().chain(&advice.first).try_for_each(condition)?;
    }
    for claim in &parts.claims {
        claim.outcomes.iter().try_for_each(outcome)?;
        claim.when.iter().try_for_each(condition)?;
    }
    Ok(())
}

/// Which questions a condition may name, and whether it may speak of fits.
#[derive(Clone, Copy)]
enum Scope {
    Before(QuestionIx),
    All,
}

fn sound_condition(parts: &Parts, condition: &Condition, scope: Scope, depth: usize) -> Soundness {
    ensure(depth < limits::DEPTH, "a condition too deep")?;
    let fits = matches!(scope, Scope::All);
    match condition {
        Condition::Is(question, matches) => sound_matches(parts, *question, matches, scope),
        Condition::Leads(track) => ensure(fits && track.at() < parts.tracks.len(), "a condition on a track"),
        Condition::Below(track, percent) | Condition::AtLeast(track, percent) => {
            ensure(fits && track.at() < parts.tracks.len() && *percent <= limits::HUNDRED, "a condition on a fit")
        }
        Condition::All(inner) | Condition::Any(inner) => {
            inner.iter().try_for_each(|inner| sound_condition(parts, inner, scope, depth + 1))
        }
        Condition::Not(inner) => sound_condition(parts, inner, scope, depth + 1),
    }
}

fn sound_matches(parts: &Parts, ix: QuestionIx, matches: &Matches, scope: Scope) -> Soundness {
    ensure(!matches!(scope, Scope::Before(limit) if ix >= limit), "a condition on a later question")?;
    let question = parts.questions.get(ix.at()).ok_or("a condition on no question")?;
    let scale = matches!(question.kind, Kind::Scale { .. });
    ensure(
        match matches {
            Matches::Choices(choices) => !scale && choices.iter().all(|choice| choice.at() < question.choices().len()),
            Matches::Steps(steps) => scale && steps.iter().all(|step| (-2..=2).contains(step)),
        },
        "a condition on no answer",
    )
}
