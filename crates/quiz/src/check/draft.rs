//! Reads a quiz's own file into the parts of a quiz, with the places that warnings need.

use super::beside::beside;
use super::condition::Conditions;
use super::golden::{self, GoldenAnswers};
use super::language;
use super::names::{Ids, check_ids};
use super::problem::{Span, Spanned};
use super::question::{questions, source, whens};
use super::spelling::{grouped, nearest};
use super::table::Table;
use crate::fit::Range;
use crate::quiz::{
    Action, Advice, AdviceKind, Article, Claim, Condition, Gate, Outcome, OutcomeIx, Question, QuizData, Track,
};
use crate::{card, limits, quiz, share};

/// A quiz as far as it could be read, and where its parts stand.
pub(super) struct Draft {
    pub parts: QuizData,
    pub places: Places,
    /// What personas answer, and what is to come of it: no part of the quiz.
    pub golden: Vec<GoldenAnswers>,
}

/// Where the parts of a quiz begin in its file.
pub(super) struct Places {
    pub questions: Vec<Span>,
    pub options: Vec<Vec<Span>>,
    pub gates: Vec<Span>,
    pub outcomes: Vec<Span>,
    pub tracks: Vec<Span>,
}

/// The lists of a file, read once.
struct Lists<'a> {
    tracks: Vec<Table<'a>>,
    questions: Vec<Table<'a>>,
    gates: Vec<Table<'a>>,
    outcomes: Vec<Table<'a>>,
    advice: Vec<Table<'a>>,
    claims: Vec<Table<'a>>,
    tests: Vec<Table<'a>>,
}

/// Reads a quiz, and notes all that is wrong with it.
pub(super) fn draft(root: &Table<'_>, file: &str) -> Draft {
    root.check_id();
    root.check_folder();
    language::check_name(root, file);
    let head = head(root);
    let lists = Lists {
        tracks: root.tables("tracks", "track", limits::TRACKS),
        questions: root.tables("questions", "question", limits::QUESTIONS),
        gates: root.tables("gates", "gate", 0..=limits::GATES),
        outcomes: root.tables("outcomes", "outcome", 1..=limits::OUTCOMES),
        advice: root.tables("advice", "advice", 0..=limits::ADVICE),
        claims: root.tables("claims", "claim", 0..=limits::CLAIMS),
        tests: root.tables("tests", "test", 0..=limits::TESTS),
    };
    let words = Some(beside(root, &head.lang));
    if root.done().iter().any(|unread| unread.meant.is_some() && !unread.value.get_ref().is_str()) {
        // A list under another name: what refers to its entries is right.
        root.notes.lose();
    }
    check_ids(&lists.advice);
    check_ids(&lists.claims);
    let (tracks, outcomes) = check_endings(&lists);
    let (mut questions, options): (Vec<Question>, Vec<_>) = questions(&lists.questions, &tracks).into_iter().unzip();
    whens(&lists.questions, &tracks, &mut questions);
    check_spans(&lists.tracks, &questions);
    let endings =
        Endings { outcomes: &outcomes, when: Conditions { tracks: &tracks, questions: &questions, of: None } };
    let parts = QuizData {
        gates: lists.gates.iter().filter_map(|table| endings.gate(table)).collect(),
        outcomes: lists.outcomes.iter().map(outcome).collect(),
        advice: lists.advice.iter().map(|table| endings.advice(table)).collect(),
        claims: lists.claims.iter().map(|table| endings.claim(table)).collect(),
        tracks: lists.tracks.iter().map(track).collect(),
        questions: Vec::new(),
        words,
        ..head
    };
    let places = |tables: &[Table<'_>]| tables.iter().map(|table| table.span).collect();
    let places = Places {
        questions: places(&lists.questions),
        options,
        gates: places(&lists.gates),
        outcomes: places(&lists.outcomes),
        tracks: places(&lists.tracks),
    };
    let parts = QuizData { questions, ..parts };
    check_parts(root, &parts);
    let reader = golden::Reader::new(&parts.questions, &outcomes, root.notes);
    let golden = lists.tests.iter().filter_map(|table| reader.read(table)).collect();
    Draft { parts, places, golden }
}

/// What stands at the top of the file.
fn head(root: &Table<'_>) -> QuizData {
    let hundred = 0..=limits::HUNDRED;
    QuizData {
        id: root.id.to_owned(),
        title: root.card_text("title", card::fits_quiz_title),
        description: root.required("description", limits::LONG),
        lang: language::read(root),
        minutes: root.number("minutes", &limits::MINUTES),
        notice: root.optional("notice", limits::LONG),
        article: root.table("article").map(|table| article(&table)),
        margin: root.number_or("close_call_margin", &hundred, 0),
        max_marks: root.number_or("max_marks", &hundred, 3),
        tracks: Vec::new(),
        questions: Vec::new(),
        gates: Vec::new(),
        outcomes: Vec::new(),
        advice: Vec::new(),
        claims: Vec::new(),
        gaps: Vec::new(),
        words: None,
    }
}

fn article(table: &Table<'_>) -> Article {
    let article = Article {
        title: table.required("title", limits::SHORT),
        note: table.optional("note", limits::LONG),
        url: table.link("url"),
    };
    table.done();
    article
}

fn track(table: &Table<'_>) -> Track {
    let track = Track { id: table.id.to_owned(), label: table.card_text("label", card::fits_label) };
    table.done();
    track
}

fn outcome(table: &Table<'_>) -> Outcome {
    let outcome = Outcome {
        id: table.id.to_owned(),
        title: table.card_text("title", card::fits_title),
        summary: table.required("summary", limits::LONG),
        action: table.table("action").map(|table| action(&table)),
    };
    table.done();
    outcome
}

fn action(table: &Table<'_>) -> Action {
    let label = table.required("label", limits::SHORT);
    table.require("url", "url = \"https://…\"");
    let action = Action { label, url: table.link("url").unwrap_or_default() };
    table.done();
    action
}

/// The ids of tracks and outcomes. Notes a track that nothing can end on, and an outcome whose share page would be that
/// of invitations.
fn check_endings<'a>(lists: &Lists<'a>) -> (Ids<'a>, Ids<'a>) {
    check_ids(&lists.tracks);
    check_ids(&lists.outcomes);
    lists.outcomes.iter().for_each(Table::check_folder);
    for table in lists.outcomes.iter().filter(|table| table.id == share::COMPARE) {
        let message = format!("{} has the name of the page that invites to compare", table.name);
        table.notes.error(table.place("id"), message, "give it another `id`");
    }
    let tracks = Ids::of("track", lists.tracks.iter().map(|table| table.id));
    let outcomes = Ids::of("outcome", lists.outcomes.iter().map(|table| table.id));
    let by_gates: Vec<&str> =
        lists.gates.iter().filter_map(|gate| gate.value("outcome")?.get_ref().as_str()).chain(["close-call"]).collect();
    let is_free = |id: &&str| !lists.tracks.iter().any(|track| track.id == *id) && !by_gates.contains(id);
    let free: Vec<&str> = lists.outcomes.iter().map(|table| table.id).filter(is_free).collect();
    let without = |table: &&Table<'_>| limits::is_id(table.id) && !outcomes.may_have(table.id);
    let without: Vec<&Table<'_>> = lists.tracks.iter().filter(without).collect();
    let mut misspelled = false;
    for table in &without {
        let only = free.first().copied().filter(|_| free.len() == 1 && without.len() == 1);
        let meant = nearest(table.id, &free).or(only);
        misspelled |= meant.is_some();
        let advice = match meant {
            Some(meant) => format!("did you mean `{meant}`? A track and its outcome have the same `id`"),
            None => format!("add `[[outcomes]]` with `id = \"{}\"`", table.id),
        };
        let span = if meant.is_some() { table.place("id") } else { table.span };
        table.notes.absent(span, format!("{} has no outcome", table.name), advice);
    }
    // Whichever of the two ids is misspelled: what names the right one is no mistake.
    (tracks.unless(misspelled), outcomes.unless(misspelled))
}

/// Notes gates and questions whose conditions have too many parts together. Of each for itself, the length and depth have
/// been looked at.
fn check_parts(root: &Table<'_>, parts: &QuizData) {
    if parts.deciding().map(Condition::parts).sum::<usize>() > limits::PARTS {
        let most = grouped(limits::PARTS as u64);
        let message = format!("the conditions of gates and questions have more than {most} parts");
        root.notes.error(
            Span::FILE,
            message,
            "write fewer or shorter ones; each condition and each answer under `is` counts",
        );
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
        table.notes.error(table.span, message, advice);
    }
}

/// Reads what refers to outcomes.
struct Endings<'a> {
    outcomes: &'a Ids<'a>,
    when: Conditions<'a>,
}

impl Endings<'_> {
    fn gate(&self, table: &Table<'_>) -> Option<Gate> {
        table.require("when", "when = { … }");
        table.require("outcome", "outcome = \"…\"");
        table.done();
        let outcome = table.name_at("outcome").and_then(|id| self.outcomes.find(id, table.notes));
        let when = self.when.read(table, "when")?;
        Some(Gate { when, outcome: OutcomeIx(outcome?) })
    }

    fn advice(&self, table: &Table<'_>) -> Advice {
        use AdviceKind::{Mistake, Note, Question, Step};
        let kind =
            table.choice("kind", &[("step", Step), ("mistake", Mistake), ("note", Note), ("question", Question)]);
        let name = table.name.clone();
        let of_mistakes = table.only_if(kind.is_none_or(|kind| kind == Mistake), move |key| {
            let message = format!("{name} is not of kind `mistake`, and only these have `{key}`");
            (message, "leave it out, or write `kind = \"mistake\"`".to_owned())
        });
        let advice = Advice {
            id: table.id.to_owned(),
            kind: kind.unwrap_or(Note),
            outcomes: self.shown_by(table),
            when: self.when.read(table, "when"),
            first: self.when.read(table, "first"),
            title: table.required("title", limits::SHORT),
            text: table.required("text", limits::LONG),
            instead: of_mistakes.optional("instead", limits::LONG),
            source: source(table),
        };
        table.done();
        advice
    }

    fn claim(&self, table: &Table<'_>) -> Claim {
        table.require("source", "source = { label = \"…\" }");
        let claim = Claim {
            id: table.id.to_owned(),
            text: table.required("text", limits::LONG),
            outcomes: self.shown_by(table),
            when: self.when.read(table, "when"),
            source: source(table),
        };
        table.done();
        claim
    }

    /// The outcomes that show something.
    fn shown_by(&self, table: &Table<'_>) -> Vec<OutcomeIx> {
        let Some(Spanned { span, value: list }) = table.list("outcomes") else { return Vec::new() };
        if list.is_empty() {
            let message = format!("`outcomes` of {} is empty", table.name);
            table.notes.absent(span, message, "leave it out to show this with all outcomes");
        }
        let find = |id| self.outcomes.find(id, table.notes).map(OutcomeIx);
        list.into_iter().filter_map(|value| find(table.notes.name(value, "an outcome")?)).collect()
    }
}
