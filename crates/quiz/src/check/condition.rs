//! Reads conditions: what they name must be there, and they must be able to hold.

use super::format::Form;
use super::names::Ids;
use super::possible::possible;
use super::problem::Spanned;
use super::spelling::{any_of, quoted};
use super::table::{Table, in_range, what};
use crate::ChoiceIx;
use crate::file::Value;
use crate::limits;
use crate::quiz::{Condition, Kind, Matches, Question, QuestionIx, TrackIx};

/// What every condition has exactly one of.
pub const KINDS: [&str; 6] = ["question", "leads", "fit", "all", "any", "not"];

/// What conditions may name.
pub(super) struct Conditions<'a> {
    pub tracks: &'a Ids<'a>,
    pub questions: &'a [Question],
    /// The question that the condition is of, which may name earlier ones only, and no fits.
    pub of: Option<usize>,
}

impl Conditions<'_> {
    /// The condition under a key, if it is there and sound.
    pub fn read(&self, table: &Table<'_>, key: &'static str) -> Option<Condition> {
        table.describe(key, || Form::Condition);
        let name = format!("`{key}` of {}", table.name);
        let condition = self.one(table.value(key)?, &name, table, 0)?;
        if !possible(self.questions, &condition, &table.notes.looks) {
            let advice = "change it, or leave out what depends on it";
            table.notes.absent(table.place(key), format!("{name} can never hold"), advice);
        }
        Some(condition)
    }

    fn one<'a>(&self, value: &'a Value<'a>, name: &str, within: &Table<'a>, depth: usize) -> Option<Condition> {
        let table = Table::of(value, "condition", name.to_owned(), within.notes)?;
        if depth == limits::DEPTH {
            let message = format!("{name} is more than {} deep", limits::DEPTH);
            table.notes.error(table.span, message, "write it with fewer levels");
            return None;
        }
        let kinds: Vec<&str> = KINDS.into_iter().filter(|kind| table.has(kind)).collect();
        for (key, of) in [("is", "question"), ("below", "fit"), ("at_least", "fit")] {
            if table.has(key) && kinds.len() == 1 && kinds[..] != [of] {
                let message = format!("{name} has `{key}` without `{of}`");
                table.notes.error(table.place(key), message, "leave it out");
            }
        }
        let plain = table.done().is_empty();
        match kinds[..] {
            ["question"] => self.is(&table),
            ["leads"] => self.track(&table, "leads").map(Condition::Leads),
            ["fit"] => self.fit(&table),
            ["all"] => self.several(&table, "all", depth).map(Condition::All),
            ["any"] => self.several(&table, "any", depth).map(Condition::Any),
            [] => {
                if plain {
                    let advice = format!("write {}", any_of(&KINDS));
                    table.notes.absent(table.span, format!("{name} does not say what must hold"), advice);
                }
                None
            }
            // What is left of the kinds is `not`.
            [_] => Some(Condition::Not(Box::new(self.one(table.value("not")?, name, &table, depth + 1)?))),
            [first, second, ..] => {
                let message = format!("{name} has both `{first}` and `{second}`");
                table.notes.error(table.span, message, "write `{ all = [ … ] }` around two conditions");
                None
            }
        }
    }

    fn several(&self, table: &Table<'_>, key: &'static str, depth: usize) -> Option<Vec<Condition>> {
        let Spanned { span, value: list } = table.list(key)?;
        if list.is_empty() {
            table.notes.absent(span, format!("`{key}` of {} is empty", table.name), "write at least one condition");
            return None;
        }
        // All are read before any failure counts, so that the problems of all are found.
        let read: Vec<_> = list.into_iter().map(|value| self.one(value, &table.name, table, depth + 1)).collect();
        read.into_iter().collect()
    }

    fn track(&self, table: &Table<'_>, key: &'static str) -> Option<TrackIx> {
        if self.of.is_some() {
            let message = format!("{} asks about fits, which are known only at the end", table.name);
            table.notes.error(table.span, message, "ask about the answer to an earlier question");
            return None;
        }
        let track = table.name_at(key)?;
        self.tracks.find(track, table.notes).map(TrackIx)
    }

    fn fit(&self, table: &Table<'_>) -> Option<Condition> {
        let track = self.track(table, "fit");
        let percent = 0..=limits::HUNDRED;
        match (table.has("below"), table.has("at_least")) {
            (true, false) => table.number("below", &percent).and_then(|below| Some(Condition::Below(track?, below))),
            (false, true) => {
                table.number("at_least", &percent).and_then(|least| Some(Condition::AtLeast(track?, least)))
            }
            _ => {
                let message = format!("{} needs either `below` or `at_least` with `fit`", table.name);
                table.notes.absent(table.span, message, "write `below = 40` or `at_least = 40`");
                None
            }
        }
    }

    fn is(&self, table: &Table<'_>) -> Option<Condition> {
        if !table.has("is") {
            table.notes.absent(table.span, format!("{} has no `is`", table.name), "add `is = [\"…\"]`");
        }
        let list = table.list("is");
        let written = table.name_at("question")?;
        let ids = Ids::of("question", self.questions.iter().map(|question| question.id.as_str()));
        let place = ids.find(written, table.notes)?;
        if let Some(of) = self.of.filter(|of| *of <= usize::from(place)) {
            let which = if of == usize::from(place) { "the question itself" } else { "a later question" };
            let message = format!("{} names {which}", table.name);
            table.notes.error(written.span, message, "name a question that comes before this one");
            return None;
        }
        let list = list?;
        if list.value.is_empty() {
            table.notes.absent(list.span, format!("`is` of {} is empty", table.name), "write at least one answer");
            return None;
        }
        let matches = matches(table, self.questions.get(usize::from(place))?, &list.value)?;
        Some(Condition::Is(QuestionIx(place), matches))
    }
}

/// The answers to a question that a condition looks for.
fn matches(table: &Table<'_>, question: &Question, list: &[&Value<'_>]) -> Option<Matches> {
    if let Kind::Scale { .. } = question.kind {
        let steps: Vec<_> = list.iter().map(|value| step(table, question, value)).collect();
        return Some(Matches::Steps(steps.into_iter().collect::<Option<_>>()?));
    }
    let noun = format!("option of question `{}` called", quoted(&question.id));
    let ids = Ids::of(noun, question.choices().iter().map(|choice| choice.id.as_str()));
    let choices: Vec<_> =
        list.iter().map(|value| ids.find(table.notes.name(value, "an option")?, table.notes).map(ChoiceIx)).collect();
    Some(Matches::Choices(choices.into_iter().collect::<Option<_>>()?))
}

fn step(table: &Table<'_>, question: &Question, value: &Value<'_>) -> Option<i8> {
    let step = value.get_ref().as_integer().and_then(|number| in_range(number, &limits::STEPS));
    if step.is_none() {
        let written = value.get_ref().as_integer().map_or(what(value.get_ref()).to_owned(), ToString::to_string);
        let message = format!("{} is not a step of the scale `{}`", quoted(&written), quoted(&question.id));
        table.notes.error(value.span(), message, "write -2, -1, 0, 1 or 2");
    }
    step
}
