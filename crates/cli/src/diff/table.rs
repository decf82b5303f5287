//! What differs between two quizzes as text.

use which_track_quiz::Outcome;
use which_track_quiz::balance::Share;
use which_track_quiz::diff::{ChangedNumber, Fate, SAMPLE};

use super::compared::{Compared, fates};
use crate::percent::percent;

/// How many texts and numbers are named.
const NAMED: usize = 12;

/// All of it, one part after the other.
pub fn table(compared: &Compared) -> String {
    let parts =
        [editions(compared), links(compared), ids(compared), numbers(compared), texts(compared), moves(compared)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn editions(compared: &Compared) -> String {
    let (old, new) = compared.diff.editions;
    match (old == new, compared.diff.texts.is_empty()) {
        (true, true) => format!("The same edition, {new}, and the same words.\n"),
        (true, false) => format!("The same edition, {new}: only words have changed, and scoring has not.\n"),
        (false, _) => format!("Another edition: {old} becomes {new}, because what decides scoring has changed.\n"),
    }
}

fn links(compared: &Compared) -> String {
    let Some(links) = &compared.diff.links else {
        return "Nobody can finish the old quiz: there are no links.\n".to_owned();
    };
    let names = ["the outcome", "the outcome and the fits", "all answers"];
    let line = |(name, (_, new)): (&str, &(_, bool))| {
        let state = match (*new, compared.opens(*new)) {
            (true, _) => "open as before",
            (false, true) => "open with the kept edition",
            (false, false) => "no longer open",
        };
        format!("  {name:24}  {state}\n")
    };
    let lines: String = names.into_iter().zip(links).map(line).collect();
    let dead = links.iter().any(|(_, new)| !compared.opens(*new));
    let advice = match (dead, compared.old.id == compared.new.id) {
        (false, _) => String::new(),
        (true, true) => format!(
            "They live on where edition {} is kept beside the new file: run `which-track keep` on the old one first.\n",
            compared.diff.editions.0
        ),
        (true, false) => {
            "The quiz has another id, and with it other addresses: keep the old quiz on the site.\n".to_owned()
        }
    };
    format!("Links made with the old file that share\n{lines}{advice}")
}

fn ids(compared: &Compared) -> String {
    let line = |(kind, fate): (String, &Fate)| match fate {
        Fate::Gone(id) => format!("gone: {kind} `{id}`\n"),
        Fate::New(id) => format!("new: {kind} `{id}`\n"),
        Fate::Renamed(from, to) => format!("renamed: {kind} `{from}` is now `{to}`\n"),
    };
    fates(compared).into_iter().map(line).collect()
}

fn numbers(compared: &Compared) -> String {
    let line = |number: &ChangedNumber| match (&number.was, &number.is) {
        (Some(was), Some(is)) => format!("{}: {was} is now {is}\n", number.place),
        _ => format!("{}: other conditions\n", number.place),
    };
    let numbers = &compared.diff.numbers;
    let lines: String = numbers.iter().take(NAMED).map(line).collect();
    if numbers.len() > NAMED { format!("{lines}and {} more numbers\n", numbers.len() - NAMED) } else { lines }
}

fn texts(compared: &Compared) -> String {
    let texts = &compared.diff.texts;
    if texts.is_empty() {
        return String::new();
    }
    let named = texts.iter().take(NAMED).map(|text| text.place.as_str()).collect::<Vec<_>>().join(", ");
    let more = if texts.len() > NAMED { ", …" } else { "" };
    format!("Texts with other words: {} ({named}{more})\n", texts.len())
}

/// The matrix: a line for each old outcome.
fn moves(compared: &Compared) -> String {
    let moves = &compared.diff.moves;
    let how = match moves.exact {
        true => "all answer sheets".to_owned(),
        false => format!("{SAMPLE} answer sheets drawn with a fixed seed"),
    };
    let again = moves.again.iter().any(|share| !share.is_none());
    let mut names: Vec<&str> = compared.new.outcomes.iter().map(|outcome| outcome.id.as_str()).collect();
    names.extend(again.then_some("(asks again)"));
    let widest = compared.old.outcomes.iter().map(|outcome| outcome.id.chars().count()).max().unwrap_or(0);
    let cell = |name: &str, share: &Share| {
        let text = if share.is_none() { "·".to_owned() } else { format!("{}%", percent(share.hundredths())) };
        format!("  {text:>width$}", width = name.chars().count().max(7))
    };
    let row = |(place, outcome): (usize, &Outcome)| {
        let shares = moves.matrix[place].iter().chain(&moves.again[place..=place]);
        let cells: String = names.iter().zip(shares).map(|(name, share)| cell(name, share)).collect();
        format!("{:widest$}{cells}\n", outcome.id)
    };
    let head: String =
        names.iter().map(|name| format!("  {name:>width$}", width = name.chars().count().max(7))).collect();
    let rows: String = compared.old.outcomes.iter().enumerate().map(row).collect();
    let stay = percent(moves.stays(&compared.diff.ids).hundredths());
    let about = if again { "The new quiz asks again where an answer is gone.\n" } else { "" };
    format!(
        "The same answers lead to the same outcome on {stay}% of the sheets ({how}).\n{about}From old outcomes (lines) to new \
         ones (columns):\n{:widest$}{head}\n{rows}",
        ""
    )
}
