//! The balance as JSON that people's programs rely on, as types. docs/balance.md describes it.

use serde::Serialize;
use which_track_quiz::balance::{Answered, Habit, Idle, IdleOption, LEANING, Miss, Pair, Share};
use which_track_quiz::{ChoiceIx, OutcomeIx, QuestionIx, Quiz, Track};

use super::judgment::Judgment;
use super::words;

/// How balanced a quiz is.
#[derive(Serialize)]
pub struct BalanceReport<'a> {
    quiz: &'a str,
    edition: String,
    /// `exact` or `sampled`.
    method: &'static str,
    outcomes: Vec<OutcomeShare<'a>>,
    ties: ShareReport,
    close_calls: ShareReport,
    unreachable: Vec<&'a str>,
    idle_questions: Vec<&'a str>,
    range: Option<Range<'a>>,
    influence: Influence<'a>,
    habits: Vec<HabitReport<'a>>,
    leaning: Vec<Leaning<'a>>,
    idle_options: Vec<OptionReport<'a>>,
    correlations: Vec<Correlation<'a>>,
}

#[derive(Serialize)]
struct OutcomeShare<'a> {
    outcome: &'a str,
    #[serde(flatten)]
    share: ShareReport,
}

/// A share of all sheets. The exact fraction is text, because a program that reads JSON may keep 53 bits of a number only.
#[derive(Serialize)]
struct ShareReport {
    percent: f64,
    num: String,
    den: String,
}

/// What `--min` and `--max` say, and who is out of it.
#[derive(Serialize)]
struct Range<'a> {
    min: f64,
    max: f64,
    out: Vec<OutOfRange<'a>>,
}

#[derive(Serialize)]
struct OutOfRange<'a> {
    outcome: &'a str,
    /// `below` or `above`.
    side: &'static str,
}

#[derive(Serialize)]
struct Influence<'a> {
    /// How many sheets were drawn.
    sheets: u32,
    /// How often another answer to a question alone changes the outcome.
    questions: Vec<QuestionShare<'a>>,
    /// Fits on average.
    fits: Vec<TrackShare<'a>>,
}

#[derive(Serialize)]
struct QuestionShare<'a> {
    question: &'a str,
    percent: f64,
}

#[derive(Serialize)]
struct TrackShare<'a> {
    track: &'a str,
    percent: f64,
}

#[derive(Serialize)]
struct HabitReport<'a> {
    #[serde(flatten)]
    habit: HabitName,
    outcome: &'a str,
    fits: Vec<Percent<'a>>,
}

/// `option` (with its place, counted from 1), `last` or `most`.
#[derive(Serialize)]
struct HabitName {
    habit: &'static str,
    place: Option<u8>,
}

#[derive(Serialize)]
struct Percent<'a> {
    track: &'a str,
    percent: u8,
}

#[derive(Serialize)]
struct Leaning<'a> {
    #[serde(flatten)]
    habit: HabitName,
    sheets: u32,
    outcomes: Vec<OutcomePercent<'a>>,
}

#[derive(Serialize)]
struct OutcomePercent<'a> {
    outcome: &'a str,
    percent: f64,
}

#[derive(Serialize)]
struct OptionReport<'a> {
    question: &'a str,
    option: &'a str,
    /// `no-gain`, `same-as` or `less-than`.
    why: &'static str,
    /// The other option.
    other: Option<&'a str>,
}

#[derive(Serialize)]
struct Correlation<'a> {
    tracks: [&'a str; 2],
    /// -1 to 1; `null` where one of the tracks never moves.
    correlation: Option<f64>,
}

impl<'a> BalanceReport<'a> {
    /// The report of a balance.
    pub fn of(judgment: &Judgment<'a>) -> Self {
        let Judgment { quiz, balance, details, .. } = *judgment;
        let outcome = |(ix, share)| OutcomeShare { outcome: outcome(quiz, ix), share: ShareReport::of(share) };
        Self {
            quiz: &quiz.id,
            edition: quiz.edition().to_string(),
            method: if balance.exact { "exact" } else { "sampled" },
            outcomes: judgment.outcomes().map(outcome).collect(),
            ties: ShareReport::of(&balance.ties),
            close_calls: ShareReport::of(&balance.close),
            unreachable: balance.unreached().iter().map(|ix| self::outcome(quiz, *ix)).collect(),
            idle_questions: balance.idle.iter().map(|ix| question(quiz, *ix)).collect(),
            range: Range::of(judgment),
            influence: Influence::of(judgment),
            habits: details.habits.iter().map(|answered| HabitReport::of(quiz, answered)).collect(),
            leaning: details.leaning.iter().map(|(habit, shares)| Leaning::of(quiz, *habit, shares)).collect(),
            idle_options: details.options.iter().map(|option| OptionReport::of(quiz, option)).collect(),
            correlations: details.pairs.iter().map(|pair| Correlation::of(quiz, pair)).collect(),
        }
    }
}

impl ShareReport {
    fn of(share: &Share) -> Self {
        let (num, den) = share.lowest();
        Self { percent: number(share.hundredths()), num: num.to_string(), den: den.to_string() }
    }
}

impl<'a> Range<'a> {
    fn of(judgment: &Judgment<'a>) -> Option<Self> {
        let bounds = judgment.bounds?;
        let side = |miss| match miss {
            Miss::Below => "below",
            Miss::Above => "above",
        };
        let out = judgment.missed.iter();
        let out = out.map(|(ix, miss)| OutOfRange { outcome: outcome(judgment.quiz, *ix), side: side(*miss) });
        Some(Self { min: number(bounds.min), max: number(bounds.max), out: out.collect() })
    }
}

impl<'a> Influence<'a> {
    fn of(judgment: &Judgment<'a>) -> Self {
        let (quiz, influence) = (judgment.quiz, &judgment.details.influence);
        let share = |(ix, share): (QuestionIx, &Share)| QuestionShare {
            question: question(quiz, ix),
            percent: number(share.hundredths()),
        };
        let fit =
            |(track, share): (&'a Track, &Share)| TrackShare { track: &track.id, percent: number(share.hundredths()) };
        Self {
            sheets: influence.drawn,
            questions: quiz.indexes().zip(&influence.questions).map(share).collect(),
            fits: quiz.tracks.iter().zip(&influence.fits).map(fit).collect(),
        }
    }
}

impl<'a> HabitReport<'a> {
    fn of(quiz: &'a Quiz, answered: &Answered) -> Self {
        let fit = |(track, percent): (&'a Track, u8)| Percent { track: &track.id, percent };
        Self {
            habit: HabitName::of(answered.habit),
            outcome: outcome(quiz, answered.finished.outcome()),
            fits: quiz.tracks.iter().zip(answered.finished.percents()).map(fit).collect(),
        }
    }
}

impl HabitName {
    fn of(habit: Habit) -> Self {
        let (habit, place) = match habit {
            Habit::Option(place) => ("option", Some(place + 1)),
            Habit::Last => ("last", None),
            Habit::Most => ("most", None),
        };
        Self { habit, place }
    }
}

impl<'a> Leaning<'a> {
    fn of(quiz: &'a Quiz, habit: Habit, shares: &[Share]) -> Self {
        let outcomes = quiz.outcomes.iter().zip(shares);
        let outcomes = outcomes
            .map(|(outcome, share)| OutcomePercent { outcome: &outcome.id, percent: number(share.hundredths()) });
        Self { habit: HabitName::of(habit), sheets: LEANING, outcomes: outcomes.collect() }
    }
}

impl<'a> OptionReport<'a> {
    fn of(quiz: &'a Quiz, option: &IdleOption) -> Self {
        let choices = quiz.question(option.question).choices();
        let (why, other) = match option.why {
            Idle::NoGain => ("no-gain", None),
            Idle::SameAs(other) => ("same-as", Some(other)),
            Idle::LessThan(other) => ("less-than", Some(other)),
        };
        let id = |choice: ChoiceIx| choices[choice.index()].id.as_str();
        let question = question(quiz, option.question);
        Self { question, option: id(option.choice), why, other: other.map(id) }
    }
}

impl<'a> Correlation<'a> {
    fn of(quiz: &'a Quiz, pair: &Pair) -> Self {
        let (one, two) = words::names(quiz, pair);
        Self { tracks: [one, two], correlation: pair.correlation.map(|value| f64::from(value) / 1000.0) }
    }
}

fn question(quiz: &Quiz, ix: QuestionIx) -> &str {
    &quiz.question(ix).id
}

fn outcome(quiz: &Quiz, ix: OutcomeIx) -> &str {
    &quiz.outcome(ix).id
}

/// Hundredths of a percent as a percentage.
fn number(hundredths: u32) -> f64 {
    f64::from(hundredths) / 100.0
}
