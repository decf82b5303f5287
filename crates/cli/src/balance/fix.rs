//! `which-track balance --fix`: what small change brings every outcome into the range, and what it makes of the shares.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;
use which_track_quiz::balance::fix::{Change, Edit, Fix, Number, fix, is_fixed};
use which_track_quiz::balance::{Balance, Bounds, Share};
use which_track_quiz::{Outcome, Quiz, TrackIx};

use super::rewrite::rewritten;
use crate::percent::{percent, short};
use crate::replace::replace;

/// What looking for a change came to, with the quiz and the range.
pub struct Fixing<'a> {
    quiz: &'a Quiz,
    balance: &'a Balance,
    bounds: &'a Bounds,
    fix: Fix,
    /// Whether the change is in the file.
    written: bool,
}

impl<'a> Fixing<'a> {
    /// Looks for a change.
    pub fn new(quiz: &'a Quiz, balance: &'a Balance, bounds: &'a Bounds) -> Self {
        Self { quiz, balance, bounds, fix: fix(quiz, balance, bounds), written: false }
    }

    /// Puts the change into the quiz's file, where one was found.
    pub fn write(&mut self, path: &Path, text: &str) -> Result<()> {
        let Fix::Found(change) = &self.fix else { return Ok(()) };
        let name = path.display().to_string();
        let text = rewritten(&name, text, &change.edits, &change.quiz)?;
        replace(path, &text).with_context(|| format!("{name}: it cannot be written"))?;
        self.written = true;
        Ok(())
    }

    /// Whether all outcomes are in the range, now that it is written or not.
    pub fn is_well(&self) -> bool {
        matches!(self.fix, Fix::Needless) || self.written
    }

    /// All of it as text.
    pub fn text(&self, path: &Path) -> String {
        let range = format!("from {}% to {}%", short(self.bounds.min), short(self.bounds.max));
        match &self.fix {
            Fix::Needless => format!("All outcomes are in the range {range}: there is nothing to change."),
            Fix::Impossible => {
                format!("No shares of these outcomes can all be in the range {range}: name another one.")
            }
            Fix::Found(change) => {
                let change = self.change(change);
                let next = match self.written {
                    true => format!("Written: {}", path.display()),
                    false => format!("Not written; --write puts it into {}", path.display()),
                };
                let edition = "It makes a new edition: `which-track keep` the old one first where links to its results are to live on.";
                format!("This change brings all outcomes into the range {range}:\n{change}\n{next}.\n{edition}")
            }
            Fix::None(best) => {
                let stuck = self.bounds.missed(self.quiz, self.balance).into_iter().map(|(ix, _)| ix);
                let stuck = stuck.filter(|ix| is_fixed(self.quiz, *ix)).map(|ix| &self.quiz.outcome(ix).id);
                let stuck: String = stuck
                    .map(|id| format!("\nOnly gates on answers lead to `{id}`, and no points: change these, or leave it out with --except {id}."))
                    .collect();
                let best = best.as_ref().map(|change| format!("\nNearest comes this change:\n{}", self.change(change)));
                let best = best.unwrap_or_default();
                format!(
                    "No change of points and weights was found that brings all outcomes into the range {range}.{stuck}{best}"
                )
            }
        }
    }

    /// What is changed, and each share before and after.
    fn change(&self, change: &Change) -> String {
        let edits: String = change.edits.iter().map(|edit| format!("  {}\n", sentence(self.quiz, edit))).collect();
        let widest = self.quiz.outcomes.iter().map(|outcome| outcome.id.chars().count()).max().unwrap_or(0);
        let shares = self.balance.outcomes.iter().zip(&change.balance.outcomes);
        let row = |(outcome, (before, after)): (&Outcome, (&Share, &Share))| {
            let (before, after) = (percent(before.hundredths()), percent(after.hundredths()));
            format!("  {:widest$}  {before:>6}%  {after:>6}%\n", outcome.id)
        };
        let rows: String = self.quiz.outcomes.iter().zip(shares).map(row).collect();
        format!("{edits}Shares before and after:\n{rows}").trim_end().to_owned()
    }

    /// All of it as JSON.
    pub fn report(&self) -> FixReport<'a> {
        let (status, change) = match &self.fix {
            Fix::Needless => ("needless", None),
            Fix::Impossible => ("impossible", None),
            Fix::Found(change) => ("found", Some(change)),
            Fix::None(change) => ("none", change.as_ref()),
        };
        let changes = change.map(|change| change.edits.iter().map(|edit| EditReport::of(self.quiz, edit)).collect());
        let number = |hundredths: u32| f64::from(hundredths) / 100.0;
        let outcome = |(place, outcome): (usize, &'a Outcome)| BeforeAfter {
            outcome: &outcome.id,
            before: number(self.balance.outcomes[place].hundredths()),
            after: change.map(|change| number(change.balance.outcomes[place].hundredths())),
        };
        FixReport {
            quiz: &self.quiz.id,
            min: number(self.bounds.min),
            max: number(self.bounds.max),
            status,
            changes,
            outcomes: self.quiz.outcomes.iter().enumerate().map(outcome).collect(),
            written: self.written,
        }
    }
}

/// A change of a number as a line.
fn sentence(quiz: &Quiz, edit: &Edit) -> String {
    let Edit { from, to, .. } = edit;
    let question = quiz.question(edit.question);
    let track = |track: TrackIx| &quiz.tracks[track.index()].id;
    match edit.number {
        Number::Weight => format!("question `{}`, weight: {from} becomes {to}", question.id),
        Number::Step(of) => format!("question `{}`, points for `{}`: {from} becomes {to}", question.id, track(of)),
        Number::Option(choice, of) => {
            let option = &question.choices()[choice.index()].id;
            let place = format!("question `{}`, option `{option}`, points for `{}`", question.id, track(of));
            format!("{place}: {from} becomes {to}")
        }
    }
}

/// What `--fix` found.
#[derive(Serialize)]
pub struct FixReport<'a> {
    quiz: &'a str,
    min: f64,
    max: f64,
    /// `needless`, `found`, `none` (and then with the nearest change, if there is one) or `impossible`.
    status: &'static str,
    changes: Option<Vec<EditReport<'a>>>,
    outcomes: Vec<BeforeAfter<'a>>,
    written: bool,
}

#[derive(Serialize)]
struct EditReport<'a> {
    question: &'a str,
    /// `weight` or `points`.
    number: &'static str,
    option: Option<&'a str>,
    track: Option<&'a str>,
    from: i16,
    to: i16,
}

#[derive(Serialize)]
struct BeforeAfter<'a> {
    outcome: &'a str,
    before: f64,
    /// The share with the change.
    after: Option<f64>,
}

impl<'a> EditReport<'a> {
    fn of(quiz: &'a Quiz, edit: &Edit) -> Self {
        let question = quiz.question(edit.question);
        let (option, track) = match edit.number {
            Number::Weight => (None, None),
            Number::Step(track) => (None, Some(track)),
            Number::Option(choice, track) => (Some(question.choices()[choice.index()].id.as_str()), Some(track)),
        };
        Self {
            question: &question.id,
            number: if track.is_some() { "points" } else { "weight" },
            option,
            track: track.map(|track| quiz.tracks[track.index()].id.as_str()),
            from: edit.from,
            to: edit.to,
        }
    }
}
