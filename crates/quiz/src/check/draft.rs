//! Reads a quiz's own file into the parts of a quiz, with the places that warnings need.

use super::beside::beside;
use super::condition::Conditions;
use super::language;
use super::names::check_ids;
use super::question::{questions, source, whens};
use super::spelling::grouped;
use super::table::{At, Table};
use crate::fit::Range;
use crate::quiz::{
    Action, Advice, AdviceKind, Article, Claim, Condition, Gate, Outcome, OutcomeIx, Parts, Question, Track,
};
use crate::{card, limits, quiz, share};

/// A quiz as far as it could be read, and where its parts stand.
pub(super) struct Draft {
    pub parts: Parts,
    pub places: Places,
}

/// Where the parts of a quiz begin in its file.
pub(super) struct Places {
    pub questions: Vec<usize>,
    pub options: Vec<Vec<usize>>,
    pub gates: Vec<usize>,
    pub outcomes: Vec<usize>,
    pub tracks: Vec<usize>,
}

const KEYS: [&str; 16] = [
    "id",
    "title",
    "description",
    "lang",
    "minutes",
    "notice",
    "close_call_margin",
    "max_marks",
    "article",
    "tracks",
    "questions",
    "gates",
    "outcomes",
    "advice",
    "claims",
    "words",
];

/// The lists of a file, read once.
struct Lists<'a> {
    tracks: Vec<Table<'a>>,
    questions: Vec<Table<'a>>,
    gates: Vec<Table<'a>>,
    outcomes: Vec<Table<'a>>,
}

/// Reads a quiz, and notes all that is wrong with it.
pub(super) fn draft(root: &Table<'_>, file: &str) -> Draft {
    root.only(&KEYS);
    root.check_id();
    root.check_folder();
    language::check_name(root, file);
    let lists = Lists {
        tracks: root.tables("tracks", "track", limits::TRACKS),
        questions: root.tables("questions", "question", limits::QUESTIONS),
        gates: root.tables("gates", "gate", 0..=limits::GATES),
        outcomes: root.tables("outcomes", "outcome", 1..=limits::OUTCOMES),
    };
    let tracks: Vec<&str> = lists.tracks.iter().map(|table| table.id).collect();
    let outcomes: Vec<&str> = lists.outcomes.iter().map(|table| table.id).collect();
    let (mut questions, options): (Vec<Question>, Vec<_>) = questions(&lists.questions, &tracks).into_iter().unzip();
    whens(&lists.questions, &tracks, &mut questions);
    check_spans(&lists.tracks, &questions);
    check_endings(&lists, &tracks, &outcomes);
    let endings =
        Endings { outcomes: &outcomes, when: Conditions { tracks: &tracks, questions: &questions, of: None } };
    let parts = Parts {
        gates: lists.gates.iter().filter_map(|table| endings.gate(table)).collect(),
        outcomes: lists.outcomes.iter().map(outcome).collect(),
        advice: endings.advice(root),
        claims: endings.claims(root),
        tracks: lists.tracks.iter().map(track).collect(),
        questions: Vec::new(),
        ..head(root)
    };
    let places = |tables: &[Table<'_>]| tables.iter().map(|table| table.at).collect();
    let places = Places {
        questions: places(&lists.questions),
        options,
        gates: places(&lists.gates),
        outcomes: places(&lists.outcomes),
        tracks: places(&lists.tracks),
    };
    let parts = Parts { questions, ..parts };
    check_parts(root, &parts);
    Draft { parts, places }
}

/// What stands at the top of the file.
fn head(root: &Table<'_>) -> Parts {
    let hundred = 0..=limits::HUNDRED;
    let lang = language::read(root);
    Parts {
        words: Some(beside(root, &lang)),
        id: root.id.to_owned(),
        title: root.card_text("title", card::fits_quiz_title),
        description: root.needed("description", limits::LONG),
        lang,
        minutes: root.number("minutes", &limits::MINUTES),
        notice: root.words("notice", limits::LONG),
        article: root.table("article").map(|table| article(&table)),
        margin: root.number("close_call_margin", &hundred).unwrap_or(0),
        max_marks: root.number("max_marks", &hundred).unwrap_or(3),
        tracks: Vec::new(),
        questions: Vec::new(),
        gates: Vec::new(),
        outcomes: Vec::new(),
        advice: Vec::new(),
        claims: Vec::new(),
        gaps: Vec::new(),
    }
}

fn article(table: &Table<'_>) -> Article {
    table.only(&["title", "note", "url"]);
    Article {
        title: table.needed("title", limits::SHORT),
        note: table.words("note", limits::LONG),
        url: table.link("url"),
    }
}

fn track(table: &Table<'_>) -> Track {
    table.only(&["id", "label"]);
    Track { id: table.id.to_owned(), label: table.card_text("label", card::fits_label) }
}

fn outcome(table: &Table<'_>) -> Outcome {
    table.only(&["id", "title", "summary", "action"]);
    Outcome {
        id: table.id.to_owned(),
        title: table.card_text("title", card::fits_title),
        summary: table.needed("summary", limits::LONG),
        action: table.table("action").map(|table| {
            table.only(&["label", "url"]);
            table.missing("url", "url = \"https://…\"");
            Action { label: table.needed("label", limits::SHORT), url: table.link("url").unwrap_or_default() }
        }),
    }
}

/// Notes a track that nothing can end on, and an outcome whose share page would be that of invitations.
fn check_endings(lists: &Lists<'_>, tracks: &[&str], outcomes: &[&str]) {
    check_ids(&lists.tracks);
    check_ids(&lists.outcomes);
    lists.outcomes.iter().for_each(Table::check_folder);
    for table in lists.outcomes.iter().filter(|table| table.id == share::COMPARE) {
        let message = format!("{} has the name of the page that invites to compare", table.name);
        table.notes.error(table.place("id"), message, "give it another `id`");
    }
    for (table, track) in lists.tracks.iter().zip(tracks).filter(|(_, id)| !id.is_empty() && !outcomes.contains(id)) {
        let advice = format!("add `[[outcomes]]` with `id = \"{track}\"`");
        table.notes.absent(table.at, format!("{} has no outcome", table.name), advice);
    }
}

/// Notes gates and questions whose conditions have too many parts together. Of each for itself, the length and depth have
/// been looked at.
fn check_parts(root: &Table<'_>, parts: &Parts) {
    if parts.deciding().map(Condition::parts).sum::<usize>() > limits::PARTS {
        let most = grouped(limits::PARTS as u64);
        let message = format!("the conditions of gates and questions have more than {most} parts");
        root.notes.error(0, message, "write fewer or shorter ones; each condition and each answer under `is` counts");
    }
}

/// Notes a track whose points do not fit into exact arithmetic.
fn check_spans(tracks: &[Table<'_>], questions: &[Question]) {
    let whole =
        |question: &&Question| matches!(question.kind, quiz::Kind::Scale { .. }) || !question.choices().is_empty();
    let mut spans = vec![0; tracks.len()];
    for question in questions.iter().filter(whole) {
        let weighted = |range: Range| i64::from(question.weight) * range.span();
        spans.iter_mut().zip(question.ranges(tracks.len())).for_each(|(span, range)| *span += weighted(range));
    }
    for (table, span) in tracks.iter().zip(spans).filter(|(_, span)| *span > limits::SPAN) {
        let message = format!("the points of {} reach {} from least to most", table.name, grouped(span.unsigned_abs()));
        let advice = format!("use smaller points or weights; at most {} fit", grouped(limits::SPAN.unsigned_abs()));
        table.notes.error(table.at, message, advice);
    }
}

/// Reads what refers to outcomes.
struct Endings<'a> {
    outcomes: &'a [&'a str],
    when: Conditions<'a>,
}

impl Endings<'_> {
    fn gate(&self, table: &Table<'_>) -> Option<Gate> {
        table.only(&["when", "outcome"]);
        table.missing("when", "when = { … }");
        table.missing("outcome", "outcome = \"…\"");
        let outcome = table.name_at("outcome").and_then(|id| table.notes.find(id, "outcome", self.outcomes));
        let when = self.when.read(table, "when")?;
        Some(Gate { when, outcome: OutcomeIx(outcome?) })
    }

    fn advice(&self, root: &Table<'_>) -> Vec<Advice> {
        let tables = root.tables("advice", "advice", 0..=limits::ADVICE);
        check_ids(&tables);
        tables.iter().map(|table| self.piece(table)).collect()
    }

    fn piece(&self, table: &Table<'_>) -> Advice {
        use AdviceKind::{Mistake, Note, Question, Step};
        table.only(&["id", "kind", "outcomes", "when", "first", "title", "text", "instead", "source"]);
        let kind =
            table.choice("kind", &[("step", Step), ("mistake", Mistake), ("note", Note), ("question", Question)]);
        if table.has("instead") && kind.is_some_and(|kind| kind != Mistake) {
            let message = format!("{} is not of kind `mistake`, and only these have `instead`", table.name);
            table.notes.error(table.place("instead"), message, "leave it out, or write `kind = \"mistake\"`");
        }
        Advice {
            id: table.id.to_owned(),
            kind: kind.unwrap_or(Note),
            outcomes: self.shown_by(table),
            when: self.when.read(table, "when"),
            first: self.when.read(table, "first"),
            title: table.needed("title", limits::SHORT),
            text: table.needed("text", limits::LONG),
            instead: table.words("instead", limits::LONG),
            source: source(table),
        }
    }

    fn claims(&self, root: &Table<'_>) -> Vec<Claim> {
        let tables = root.tables("claims", "claim", 0..=limits::CLAIMS);
        check_ids(&tables);
        tables.iter().map(|table| self.claim(table)).collect()
    }

    fn claim(&self, table: &Table<'_>) -> Claim {
        table.only(&["id", "text", "outcomes", "when", "source"]);
        table.missing("source", "source = { label = \"…\" }");
        Claim {
            id: table.id.to_owned(),
            text: table.needed("text", limits::LONG),
            outcomes: self.shown_by(table),
            when: self.when.read(table, "when"),
            source: source(table),
        }
    }

    /// The outcomes that show something.
    fn shown_by(&self, table: &Table<'_>) -> Vec<OutcomeIx> {
        let Some(At { at, value: list }) = table.list("outcomes") else { return Vec::new() };
        if list.is_empty() {
            let message = format!("`outcomes` of {} is empty", table.name);
            table.notes.absent(at, message, "leave it out to show this with all outcomes");
        }
        let find = |id| table.notes.find(id, "outcome", self.outcomes).map(OutcomeIx);
        list.into_iter().filter_map(|value| find(table.notes.name(value, "an outcome")?)).collect()
    }
}
