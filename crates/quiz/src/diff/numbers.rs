//! What decides scoring and has another value than before.

use super::matching::{Matched, Matching};
use crate::Quiz;
use crate::quiz::{ChoiceIx, Condition, Gate, Kind, Matches, Question, QuestionIx, TrackIx};

/// Something that decides scoring, with what it was and is. A condition has no words for that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedNumber {
    /// Where it stands, as in `questions.morning.weight`.
    pub place: String,
    /// What it was ...
    pub was: Option<String>,
    /// ... and what it is.
    pub is: Option<String>,
}

/// All of them, in the order of the old file.
pub(super) fn changed(old: &Quiz, new: &Quiz, ids: &Matching) -> Vec<ChangedNumber> {
    let mut changes = Changes { old, new, ids, found: Vec::new() };
    changes.value("close_call_margin".to_owned(), &old.margin, &new.margin);
    changes.value("max_marks".to_owned(), &old.max_marks, &new.max_marks);
    for (before, after, options) in &ids.options {
        changes.question(old.question(*before), new.question(*after), options);
    }
    changes.gates();
    changes.found
}

struct Changes<'a> {
    old: &'a Quiz,
    new: &'a Quiz,
    ids: &'a Matching,
    found: Vec<ChangedNumber>,
}

impl Changes<'_> {
    fn value(&mut self, place: String, was: &(impl ToString + PartialEq), is: &(impl ToString + PartialEq)) {
        let (was, is) = (was.to_string(), is.to_string());
        if was != is {
            self.found.push(ChangedNumber { place, was: Some(was), is: Some(is) });
        }
    }

    fn question(&mut self, old: &Question, new: &Question, options: &Matched) {
        let place = format!("questions.{}", old.id);
        self.value(format!("{place}.kind"), &kind(&old.kind), &kind(&new.kind));
        self.value(format!("{place}.weight"), &old.weight, &new.weight);
        self.value(format!("{place}.optional"), &old.optional, &new.optional);
        if old.when.as_ref().map(|when| self.before(when)) != new.when.as_ref().map(|when| self.after(when)) {
            self.found.push(ChangedNumber { place: format!("{place}.when"), was: None, is: None });
        }
        match (&old.kind, &new.kind) {
            (Kind::Multi { min, max, .. }, Kind::Multi { min: least, max: most, .. }) => {
                self.value(format!("{place}.min"), min, least);
                self.value(format!("{place}.max"), max, most);
            }
            (Kind::Rank { top, .. }, Kind::Rank { top: places, .. }) => self.value(format!("{place}.top"), top, places),
            (Kind::Scale { points, .. }, Kind::Scale { points: others, .. }) => self.points(&place, points, others),
            _ => {}
        }
        for (ix, choice) in ChoiceIx::all(old.choices().len()).zip(old.choices()) {
            if let Some(other) = options.choice(ix).map(|other| &new.choices()[other.index()]) {
                self.points(&format!("{place}.options.{}", choice.id), &choice.points, &other.points);
            }
        }
    }

    fn points(&mut self, place: &str, old: &[i16], new: &[i16]) {
        for (at, track) in self.old.tracks.iter().enumerate() {
            if let Some(other) = self.ids.tracks.places[at] {
                self.value(format!("{place}.points.{}", track.id), &old[at], &new[other]);
            }
        }
    }

    fn gates(&mut self) {
        let outcome = |gate: &Gate| &self.new.outcome(gate.outcome).id;
        let before = self.old.gates.iter().map(|gate| {
            let place = self.ids.outcomes.places[gate.outcome.index()];
            (self.before(&gate.when), place.map(|place| &self.new.outcomes[place].id))
        });
        let after = self.new.gates.iter().map(|gate| (self.after(&gate.when), Some(outcome(gate))));
        if !before.eq(after) {
            self.found.push(ChangedNumber { place: "gates".to_owned(), was: None, is: None });
        }
    }

    fn before(&self, condition: &Condition) -> String {
        written(condition, &|name| match name {
            Name::Question(ix) => {
                self.ids.question(ix).map_or(&self.old.question(ix).id, |(new, _)| &self.new.question(new).id)
            }
            Name::Choice(ix, choice) => {
                let new = self.ids.question(ix).and_then(|(new, options)| Some((new, options.choice(choice)?)));
                let own = || &self.old.question(ix).choices()[choice.index()].id;
                new.map_or_else(own, |(new, choice)| &self.new.question(new).choices()[choice.index()].id)
            }
            Name::Track(track) => {
                let place = self.ids.tracks.places[track.index()];
                place.map_or(&self.old.tracks[track.index()].id, |place| &self.new.tracks[place].id)
            }
        })
    }

    fn after(&self, condition: &Condition) -> String {
        written(condition, &|name| match name {
            Name::Question(ix) => &self.new.question(ix).id,
            Name::Choice(ix, choice) => &self.new.question(ix).choices()[choice.index()].id,
            Name::Track(track) => &self.new.tracks[track.index()].id,
        })
    }
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Single(_) => "single",
        Kind::Multi { .. } => "multi",
        Kind::Scale { .. } => "scale",
        Kind::Rank { .. } => "rank",
    }
}

/// Something that a condition names.
enum Name {
    Question(QuestionIx),
    Choice(QuestionIx, ChoiceIx),
    Track(TrackIx),
}

/// A condition with ids of the new quiz in the place of indexes: the same where the same is meant.
fn written<'a>(condition: &Condition, id: &dyn Fn(Name) -> &'a String) -> String {
    let list = |inner: &[Condition]| inner.iter().map(|inner| written(inner, id)).collect::<Vec<_>>().join(",");
    match condition {
        Condition::Is(ix, matches) => {
            let names: Vec<String> = match matches {
                Matches::Choices(choices) => {
                    choices.iter().map(|choice| id(Name::Choice(*ix, *choice)).clone()).collect()
                }
                Matches::Steps(steps) => steps.iter().map(ToString::to_string).collect(),
            };
            format!("{}={}", id(Name::Question(*ix)), names.join("|"))
        }
        Condition::Leads(track) => format!("leads {}", id(Name::Track(*track))),
        Condition::Below(track, percent) => format!("{}<{percent}", id(Name::Track(*track))),
        Condition::AtLeast(track, percent) => format!("{}>={percent}", id(Name::Track(*track))),
        Condition::All(inner) => format!("all({})", list(inner)),
        Condition::Any(inner) => format!("any({})", list(inner)),
        Condition::Not(inner) => format!("not({})", written(inner, id)),
    }
}
