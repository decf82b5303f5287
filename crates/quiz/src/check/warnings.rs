//! What a quiz has that does nothing.

use std::collections::BTreeSet;

use super::draft::Places;
use super::possible::possible;
use super::problem::{Notes, Span};
use super::spelling::{grouped, quoted};
use super::together;
use crate::balance;
use crate::change;
use crate::quiz::{Condition, Kind, Matches, Question, QuestionIx};
use crate::{ChoiceIx, OutcomeIx, Quiz};

/// Notes all that a sound quiz could do without.
pub(super) fn warnings(quiz: &Quiz, places: &Places, notes: &Notes<'_>) {
    for (ix, (span, options)) in quiz.indexes().zip(places.questions.iter().zip(&places.options)) {
        question(quiz, ix, *span, options, notes);
    }
    search(quiz, notes);
    gates(quiz, places, notes);
    outcomes(quiz, places, notes);
    tracks(quiz, places, notes);
}

/// Warns of tracks that no answers lead to. Where there are too many sheets to go through all, nobody can tell.
fn tracks(quiz: &Quiz, places: &Places, notes: &Notes<'_>) {
    let Some(unreached) = balance::unreachable(quiz) else { return };
    for (track, span) in quiz.tracks.iter().zip(&places.tracks) {
        if unreached.iter().any(|outcome| quiz.outcome(*outcome).id == track.id) {
            let message = format!("nobody can reach track `{}`: no answers lead to its outcome", quoted(&track.id));
            notes.warn(*span, message, "give it more points, change the gates, or leave it out");
        }
    }
}

/// Warns where so many answers are possible that a result cannot be told what would change it.
fn search(quiz: &Quiz, notes: &Notes<'_>) {
    let visible = together::most_answers(quiz, &notes.looks);
    let sheets = change::sheets(visible.iter().map(|ix| change::others(quiz, *ix)));
    let Some(size) = sheets.iter().position(|sheets| *sheets > change::BUDGET) else { return };
    let (searched, next) = ([0, 1, 2][size], grouped(sheets[size]));
    let message = format!(
        "what would change a result is searched for up to {searched} changed answers only: {} would make {next} sheets",
        searched + 1
    );
    let advice = format!(
        "have fewer answers to choose from, so that there are at most {}, or let the page say that more would be needed",
        grouped(change::BUDGET)
    );
    notes.warn(Span::FILE, message, advice);
}

/// Warns of a question that changes nothing, and of options of a `multi` that do not.
fn question(quiz: &Quiz, ix: QuestionIx, span: Span, options: &[Span], notes: &Notes<'_>) {
    let question = quiz.question(ix);
    let named: Vec<&Matches> = quiz
        .conditions()
        .flat_map(Condition::names)
        .filter(|(named, _)| *named == ix)
        .map(|(_, matches)| matches)
        .collect();
    let still = quiz.track_indexes().all(|track| quiz.range(ix, track).span() == 0);
    if named.is_empty() && (still || question.weight == 0) {
        let message = format!("question `{}` changes nothing", quoted(&question.id));
        return notes.warn(span, message, "give its answers different points, name it in a condition, or leave it out");
    }
    let idle = idle_options(question, &named);
    for choice in idle {
        let Some((span, choice)) = options.get(choice.index()).zip(question.choices().get(choice.index())) else {
            continue;
        };
        let message =
            format!("choosing option `{}` of question `{}` changes nothing", quoted(&choice.id), quoted(&question.id));
        notes.warn(*span, message, "give it points, name it in a condition, or leave it out");
    }
}

/// The options of a `multi` that give no points and that no condition looks for. Where something must be chosen, one
/// such option is what readers choose to whom no other applies.
fn idle_options(question: &Question, named: &[&Matches]) -> Vec<ChoiceIx> {
    let Kind::Multi { choices, min, .. } = &question.kind else { return Vec::new() };
    let looked_for = |choice: ChoiceIx| {
        named.iter().any(|matches| matches!(matches, Matches::Choices(all) if all.contains(&choice)))
    };
    let pointless = |choice: &ChoiceIx| choices[choice.index()].points.iter().all(|points| *points == 0);
    let idle: Vec<ChoiceIx> =
        ChoiceIx::all(choices.len()).filter(pointless).filter(|choice| !looked_for(*choice)).collect();
    if idle.len() == 1 && *min > 0 { Vec::new() } else { idle }
}

/// Warns of gates that are never the first to hold.
fn gates(quiz: &Quiz, places: &Places, notes: &Notes<'_>) {
    let mut earlier: Vec<Condition> = Vec::new();
    for (place, (gate, span)) in quiz.gates.iter().zip(&places.gates).enumerate() {
        let not = Condition::Not(Box::new(gate.when.clone()));
        let first = Condition::All(earlier.iter().cloned().chain([gate.when.clone()]).collect());
        if !possible(&quiz.questions, &first, &notes.looks) {
            let message = format!("gate {} never decides: where it holds, an earlier one does", place + 1);
            notes.warn(*span, message, "move it up, change its `when`, or leave it out");
        }
        if !possible(&quiz.questions, &not, &notes.looks) {
            let message = format!("gate {} always holds, so that no later gate and no fit ever decides", place + 1);
            return notes.warn(*span, message, "change its `when`, or leave it out");
        }
        earlier.push(not);
    }
}

/// Warns of outcomes that nothing leads to. Close calls can always happen.
fn outcomes(quiz: &Quiz, places: &Places, notes: &Notes<'_>) {
    let gates: BTreeSet<OutcomeIx> = quiz.gates.iter().map(|gate| gate.outcome).collect();
    for (ix, span) in OutcomeIx::all(quiz.outcomes.len()).zip(&places.outcomes) {
        let id = quiz.outcome(ix).id.as_str();
        if id != "close-call" && !gates.contains(&ix) && quiz.tracks.iter().all(|track| track.id != id) {
            let message = format!("nothing leads to outcome `{}`", quoted(id));
            notes.warn(*span, message, "add a gate that leads to it, or leave it out");
        }
    }
}
