//! What decides scoring and has another value than before.

use super::matching::{Matched, Matching};
use crate::quiz::{Condition, Gate, Kind, Question};
use crate::{ChoiceIx, Quiz};

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
        let of = |gate: &Gate, when: String, quiz: &Quiz| (when, quiz.outcome(gate.outcome).id.clone());
        let before: Vec<_> = self.old.gates.iter().map(|gate| of(gate, self.before(&gate.when), self.old)).collect();
        let after: Vec<_> = self.new.gates.iter().map(|gate| of(gate, self.after(&gate.when), self.new)).collect();
        if before != after {
            self.found.push(ChangedNumber { place: "gates".to_owned(), was: None, is: None });
        }
    }

    fn before(&self, condition: &Condition) -> String {
        written(condition, self.old)
    }

    fn after(&self, condition: &Condition) -> String {
        written(condition, self.new)
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

/// A condition with ids in the place of indexes: the same where the same is meant.
fn written(condition: &Condition, quiz: &Quiz) -> String {
    let list = |inner: &[Condition]| inner.iter().map(|inner| written(inner, quiz)).collect::<Vec<_>>().join(",");
    let track = |track: crate::TrackIx| &quiz.tracks[track.index()].id;
    match condition {
        Condition::Is(question, matches) => {
            let question = quiz.question(*question);
            let names = match matches {
                crate::Matches::Choices(choices) => {
                    choices.iter().map(|choice| question.choices()[choice.index()].id.clone()).collect::<Vec<_>>()
                }
                crate::Matches::Steps(steps) => steps.iter().map(ToString::to_string).collect(),
            };
            format!("{}={}", question.id, names.join("|"))
        }
        Condition::Leads(leader) => format!("leads {}", track(*leader)),
        Condition::Below(low, percent) => format!("{}<{percent}", track(*low)),
        Condition::AtLeast(high, percent) => format!("{}>={percent}", track(*high)),
        Condition::All(inner) => format!("all({})", list(inner)),
        Condition::Any(inner) => format!("any({})", list(inner)),
        Condition::Not(inner) => format!("not({})", written(inner, quiz)),
    }
}
