//! The texts of a quiz, as the tree that they are in its file. A translation has these, and no others: checking one and
//! beginning one both go by this tree.

use crate::quiz::{Action, Advice, Article, Choice, Claim, Kind, Outcome, Question, QuizData, Source, Track};
use crate::{card, limits};

/// What a translation may have under a key.
pub enum Entry<'a> {
    /// A text that the quiz has, and every translation too.
    Text {
        /// Its key.
        key: &'static str,
        /// How many characters it has at most.
        most: usize,
        /// Whether words fit where this is shown, if there is little room.
        fits: Option<fn(&str) -> bool>,
        /// The quiz's own words, in whose place the translation's are put.
        text: &'a mut String,
    },
    /// A link, which a translation may lead elsewhere.
    Link {
        /// Its key.
        key: &'static str,
        /// Where it leads.
        url: Url<'a>,
    },
    /// What other quizzes have under this key, this one has not, and neither has a translation.
    Absent(&'static str),
    /// What a translation may have whether the quiz has it or not: words of the interface.
    Own(&'static str),
    /// A table.
    Table {
        /// Its key.
        key: &'static str,
        /// What is in it.
        entries: Vec<Entry<'a>>,
    },
    /// A list of tables, told apart by their ids.
    List {
        /// Its key.
        key: &'static str,
        /// What one of them is called.
        noun: &'static str,
        /// How many there are at most.
        most: usize,
        /// All that the quiz has; none where it has no such list.
        items: Vec<Item<'a>>,
    },
}

/// Where a link leads.
pub enum Url<'a> {
    /// To where the quiz says, if it says so.
    May(&'a mut Option<String>),
    /// To where the quiz says.
    Must(&'a mut String),
}

/// One table of a list.
pub struct Item<'a> {
    /// Its id.
    pub id: &'a str,
    /// What else is in it.
    pub entries: Vec<Entry<'a>>,
}

/// All texts of a quiz.
pub fn of(parts: &mut QuizData) -> Vec<Entry<'_>> {
    vec![
        on_card("title", card::fits_quiz_title, &mut parts.title),
        required("description", limits::LONG, &mut parts.description),
        optional("notice", limits::LONG, &mut parts.notice),
        table("article", parts.article.as_mut().map(article)),
        list("tracks", "track", limits::TRACKS.into_inner().1, parts.tracks.iter_mut().map(track)),
        list("questions", "question", limits::QUESTIONS.into_inner().1, parts.questions.iter_mut().map(question)),
        list("outcomes", "outcome", limits::OUTCOMES, parts.outcomes.iter_mut().map(outcome)),
        list("advice", "advice", limits::ADVICE, parts.advice.iter_mut().map(advice)),
        list("claims", "claim", limits::CLAIMS, parts.claims.iter_mut().map(claim)),
        Entry::Own("words"),
    ]
}

fn article(Article { title, note, url }: &mut Article) -> Vec<Entry<'_>> {
    vec![required("title", limits::SHORT, title), optional("note", limits::LONG, note), link(Url::May(url))]
}

fn source(Source { label, url }: &mut Source) -> Vec<Entry<'_>> {
    vec![required("label", limits::SHORT, label), link(Url::May(url))]
}

fn track(Track { id, label }: &mut Track) -> Item<'_> {
    Item { id, entries: vec![on_card("label", card::fits_label, label)] }
}

fn question(question: &mut Question) -> Item<'_> {
    let Question { id, prompt, topic, help, source: from, kind, .. } = question;
    let mut entries = vec![
        required("prompt", limits::LONG, prompt),
        optional("topic", limits::SHORT, topic),
        optional("help", limits::LONG, help),
        table("source", from.as_mut().map(source)),
    ];
    match kind {
        Kind::Scale { low, high, low_reason, high_reason, .. } => entries.extend([
            required("low", limits::LONG, low),
            required("high", limits::LONG, high),
            optional("low_reason", limits::LONG, low_reason),
            optional("high_reason", limits::LONG, high_reason),
            Entry::Absent("options"),
        ]),
        Kind::Single(choices) | Kind::Multi { choices, .. } | Kind::Rank { choices, .. } => {
            entries.extend(["low", "high", "low_reason", "high_reason"].map(Entry::Absent));
            entries.push(list("options", "option", limits::OPTIONS.into_inner().1, choices.iter_mut().map(choice)));
        }
    }
    Item { id, entries }
}

fn choice(Choice { id, label, reason, .. }: &mut Choice) -> Item<'_> {
    Item { id, entries: vec![required("label", limits::SHORT, label), optional("reason", limits::LONG, reason)] }
}

fn outcome(Outcome { id, title, summary, action: leads }: &mut Outcome) -> Item<'_> {
    let entries = vec![
        on_card("title", card::fits_title, title),
        required("summary", limits::LONG, summary),
        table("action", leads.as_mut().map(action)),
    ];
    Item { id, entries }
}

fn action(Action { label, url }: &mut Action) -> Vec<Entry<'_>> {
    vec![required("label", limits::SHORT, label), link(Url::Must(url))]
}

fn advice(Advice { id, title, text, instead, source: from, .. }: &mut Advice) -> Item<'_> {
    let entries = vec![
        required("title", limits::SHORT, title),
        required("text", limits::LONG, text),
        optional("instead", limits::LONG, instead),
        table("source", from.as_mut().map(source)),
    ];
    Item { id, entries }
}

fn claim(Claim { id, text, source: from, .. }: &mut Claim) -> Item<'_> {
    Item { id, entries: vec![required("text", limits::LONG, text), table("source", from.as_mut().map(source))] }
}

fn required<'a>(key: &'static str, most: usize, text: &'a mut String) -> Entry<'a> {
    Entry::Text { key, most, fits: None, text }
}

fn on_card<'a>(key: &'static str, fits: fn(&str) -> bool, text: &'a mut String) -> Entry<'a> {
    Entry::Text { key, most: limits::SHORT, fits: Some(fits), text }
}

fn optional<'a>(key: &'static str, most: usize, text: &'a mut Option<String>) -> Entry<'a> {
    text.as_mut().map_or(Entry::Absent(key), |text| required(key, most, text))
}

fn link(url: Url<'_>) -> Entry<'_> {
    Entry::Link { key: "url", url }
}

fn table<'a>(key: &'static str, entries: Option<Vec<Entry<'a>>>) -> Entry<'a> {
    entries.map_or(Entry::Absent(key), |entries| Entry::Table { key, entries })
}

fn list<'a>(key: &'static str, noun: &'static str, most: usize, items: impl Iterator<Item = Item<'a>>) -> Entry<'a> {
    Entry::List { key, noun, most, items: items.collect() }
}
