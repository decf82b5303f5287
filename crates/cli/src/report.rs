//! The JSON that people's programs rely on, as types: what `score` and `open` print. docs/scoring.md, section 6,
//! describes it.

use serde::{Serialize, Serializer};
use which_track_quiz::raw_answer::RawAnswer;
use which_track_quiz::share::Shared;
use which_track_quiz::{Answer, DecidedBy, Finished, QuestionIx, Quiz, Track, change, closeness, explain};

/// A result, and where it was asked for, why it is one.
#[derive(Serialize)]
pub struct Report<'a> {
    quiz: &'a str,
    edition: String,
    outcome: &'a str,
    decided_by: &'static str,
    /// The gate's place in the file, counted from 0.
    gate: Option<usize>,
    fits: Vec<Fit<'a>>,
    #[serde(flatten)]
    explanation: Option<Explanation<'a>>,
}

/// How well a track fits, exactly: `num / den` in lowest terms.
#[derive(Serialize)]
struct Fit<'a> {
    track: &'a str,
    percent: u8,
    num: u64,
    den: u64,
}

#[derive(Serialize)]
struct Explanation<'a> {
    reasons: Vec<Reason<'a>>,
    what_would_change_it: Option<Change<'a>>,
    closer_than_percent: Option<u8>,
    /// How many changed answers were searched for what would change it.
    searched: usize,
}

#[derive(Serialize)]
struct Reason<'a> {
    question: &'a str,
    toward: &'a str,
    num: u64,
    den: u64,
}

#[derive(Serialize)]
struct Change<'a> {
    changes: Vec<Changed<'a>>,
    outcome: &'a str,
}

#[derive(Serialize)]
struct Changed<'a> {
    question: &'a str,
    answer: GivenAnswer<'a>,
}

/// An answer as `score` takes it.
#[derive(Serialize)]
#[serde(untagged)]
pub enum GivenAnswer<'a> {
    One(&'a str),
    Several(Vec<&'a str>),
    Number(i64),
}

/// What a link tells.
#[derive(Serialize)]
pub struct LinkReport<'a> {
    pub quiz: &'a str,
    pub edition: String,
    /// `result` or `invitation`.
    pub kind: &'static str,
    /// `outcome`, `fits` or `answers`.
    pub level: &'static str,
    pub outcome: &'a str,
    #[serde(flatten)]
    pub details: Details<'a>,
}

/// What a link tells beside the outcome.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Details<'a> {
    /// Nothing.
    Nothing {},
    /// How well each track fits.
    Fits { fits: Vec<Percent<'a>> },
    /// The answers as `score` takes them, and the result as it gives it.
    Answers {
        #[serde(serialize_with = "as_map")]
        answers: Vec<(&'a str, GivenAnswer<'a>)>,
        marks: Vec<&'a str>,
        result: Box<Report<'a>>,
    },
}

/// How well a track fits, as a whole percentage.
#[derive(Serialize)]
pub struct Percent<'a> {
    track: &'a str,
    percent: u8,
}

impl<'a> Report<'a> {
    /// The report of a result; `explained` is whether it tells why.
    pub fn of(quiz: &'a Quiz, finished: &Finished, explained: bool) -> Self {
        let verdict = finished.verdict();
        let (decided_by, gate) = match verdict.decided_by {
            DecidedBy::Gate(gate) => ("gate", Some(gate)),
            DecidedBy::CloseCall => ("close-call", None),
            DecidedBy::Fit => ("fit", None),
        };
        let fit = |(track, fit): (&'a Track, &which_track_quiz::Fit)| {
            let (num, den) = fit.lowest();
            Fit { track: &track.id, percent: fit.percent(), num, den }
        };
        Self {
            quiz: &quiz.id,
            edition: quiz.edition().to_string(),
            outcome: &quiz.outcome(finished.outcome()).id,
            decided_by,
            gate,
            fits: quiz.tracks.iter().zip(verdict.score.fits()).map(fit).collect(),
            explanation: explained.then(|| Explanation::of(quiz, finished)),
        }
    }
}

impl<'a> Explanation<'a> {
    fn of(quiz: &'a Quiz, finished: &Finished) -> Self {
        let change::Search { change, searched } = change::search(quiz, finished);
        let reason = |explain::Reason { question, toward, num, den }| Reason {
            question: id(quiz, question),
            toward: &quiz.tracks[toward.index()].id,
            num,
            den,
        };
        Self {
            reasons: explain::reasons(quiz, finished).into_iter().map(reason).collect(),
            what_would_change_it: change.map(|change| Change::of(quiz, &change)),
            closer_than_percent: closeness::closer_than_percent(quiz, finished),
            searched,
        }
    }
}

impl<'a> Change<'a> {
    fn of(quiz: &'a Quiz, change: &change::Change) -> Self {
        let changed = |(question, answer): &(QuestionIx, Answer)| Changed {
            question: id(quiz, *question),
            answer: GivenAnswer::of(quiz, *question, answer),
        };
        Self { changes: change.answers.iter().map(changed).collect(), outcome: &quiz.outcome(change.outcome).id }
    }
}

impl<'a> GivenAnswer<'a> {
    fn of(quiz: &'a Quiz, question: QuestionIx, answer: &Answer) -> Self {
        match quiz.question(question).raw(answer) {
            RawAnswer::One(id) => Self::One(id),
            RawAnswer::Several(ids) => Self::Several(ids),
            RawAnswer::Number(step) => Self::Number(step),
        }
    }
}

impl<'a> Details<'a> {
    /// What a link of this much tells.
    pub fn of(quiz: &'a Quiz, shared: &Shared) -> Self {
        match shared {
            Shared::Outcome(_) => Self::Nothing {},
            Shared::Fits { percents, .. } => {
                let fit = |(track, percent): (&'a Track, &u8)| Percent { track: &track.id, percent: *percent };
                Self::Fits { fits: quiz.tracks.iter().zip(percents).map(fit).collect() }
            }
            Shared::Answers(finished) => {
                let complete = finished.answers();
                let given = |(ix, answer)| (id(quiz, ix), GivenAnswer::of(quiz, ix, answer));
                let marked = complete.answered().map(|(ix, _)| ix).filter(|ix| complete.answers().marked(*ix));
                Self::Answers {
                    answers: complete.answered().map(given).collect(),
                    marks: marked.map(|ix| id(quiz, ix)).collect(),
                    result: Box::new(Report::of(quiz, finished, true)),
                }
            }
        }
    }
}

fn id(quiz: &Quiz, question: QuestionIx) -> &str {
    &quiz.question(question).id
}

/// Pairs as an object, in their order.
fn as_map<S: Serializer>(pairs: &[(&str, GivenAnswer<'_>)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(pairs.iter().map(|(name, value)| (name, value)))
}
