//! What differs between two quizzes as JSON, as types. docs/balance.md describes it.

use serde::Serialize;
use which_track_quiz::Quiz;
use which_track_quiz::balance::Share;
use which_track_quiz::diff::{Fate, SAMPLE};
use which_track_quiz::share::Disclosure;

use super::compared::{Compared, fates};

/// What a change of a quiz moves.
#[derive(Serialize)]
pub struct DiffReport<'a> {
    old: Side<'a>,
    new: Side<'a>,
    same_edition: bool,
    links: Option<Vec<Link>>,
    ids: Vec<Id<'a>>,
    numbers: Vec<Number<'a>>,
    texts: Vec<Text<'a>>,
    /// `exact` or `sampled`.
    method: &'static str,
    /// How many sheets were drawn, where not all were gone through.
    sheets: Option<u32>,
    same_outcome_percent: f64,
    moves: Vec<Move<'a>>,
}

#[derive(Serialize)]
struct Side<'a> {
    quiz: &'a str,
    edition: String,
}

/// Whether links open that were made with the old file.
#[derive(Serialize)]
struct Link {
    /// `outcome`, `fits` or `answers`.
    level: &'static str,
    opens_with_new: bool,
    opens_with_kept_edition: bool,
}

#[derive(Serialize)]
struct Id<'a> {
    kind: String,
    /// `gone`, `new` or `renamed`.
    fate: &'static str,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

#[derive(Serialize)]
struct Number<'a> {
    place: &'a str,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

#[derive(Serialize)]
struct Text<'a> {
    place: &'a str,
    old: &'a str,
    new: &'a str,
}

/// From an old outcome to a new one; to `null` where an answer is gone and asked for again.
#[derive(Serialize)]
struct Move<'a> {
    old: &'a str,
    new: Option<&'a str>,
    percent: f64,
}

impl<'a> DiffReport<'a> {
    /// The report of a comparison.
    pub fn of(compared: &'a Compared) -> Self {
        let diff = &compared.diff;
        let links = diff.links.as_ref().map(|links| links.iter().map(|link| Link::of(compared, *link)).collect());
        let numbers = diff.numbers.iter();
        let texts = diff.texts.iter();
        Self {
            old: Side::of(&compared.old),
            new: Side::of(&compared.new),
            same_edition: diff.editions.0 == diff.editions.1,
            links,
            ids: fates(compared).into_iter().map(|(kind, fate)| Id::of(kind, fate)).collect(),
            numbers: numbers
                .map(|number| Number { place: &number.place, old: number.was.as_deref(), new: number.is.as_deref() })
                .collect(),
            texts: texts.map(|text| Text { place: &text.place, old: &text.was, new: &text.is }).collect(),
            method: if diff.moves.exact { "exact" } else { "sampled" },
            sheets: (!diff.moves.exact).then_some(SAMPLE),
            same_outcome_percent: percent(&diff.moves.stays(&diff.ids)),
            moves: moves(compared),
        }
    }
}

impl<'a> Side<'a> {
    fn of(quiz: &'a Quiz) -> Self {
        Self { quiz: &quiz.id, edition: quiz.edition().to_string() }
    }
}

impl Link {
    fn of(compared: &Compared, (disclosure, with_new): (Disclosure, bool)) -> Self {
        let level = match disclosure {
            Disclosure::Outcome => "outcome",
            Disclosure::Fits => "fits",
            Disclosure::Answers => "answers",
        };
        Self { level, opens_with_new: with_new, opens_with_kept_edition: compared.opens(false) }
    }
}

impl<'a> Id<'a> {
    fn of(kind: String, fate: &'a Fate) -> Self {
        match fate {
            Fate::Gone(id) => Self { kind, fate: "gone", old: Some(id), new: None },
            Fate::New(id) => Self { kind, fate: "new", old: None, new: Some(id) },
            Fate::Renamed(from, to) => Self { kind, fate: "renamed", old: Some(from), new: Some(to) },
        }
    }
}

fn moves(compared: &Compared) -> Vec<Move<'_>> {
    let moves = &compared.diff.moves;
    let of = |place: usize| {
        let names = compared.new.outcomes.iter().map(|outcome| Some(outcome.id.as_str())).chain([None]);
        let shares = moves.matrix[place].iter().chain(&moves.again[place..=place]);
        let some = names.zip(shares).filter(|(_, share)| !share.is_none());
        let old = compared.old.outcomes[place].id.as_str();
        some.map(|(new, share)| Move { old, new, percent: percent(share) }).collect::<Vec<_>>()
    };
    (0..compared.old.outcomes.len()).flat_map(of).collect()
}

fn percent(share: &Share) -> f64 {
    f64::from(share.hundredths()) / 100.0
}
