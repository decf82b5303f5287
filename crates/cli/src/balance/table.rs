//! The balance as text.

use which_track_quiz::OutcomeIx;
use which_track_quiz::balance::{Answered, Habit, IdleOption, LEANING, Pair, Share};

use super::judgment::Judgment;
use super::words;
use crate::percent::{change, percent};

/// All of it, one part after the other.
pub fn table(judgment: &Judgment<'_>) -> String {
    let idle = judgment.balance.idle.iter().map(|ix| &judgment.quiz.question(*ix).id);
    let idle: String = idle.map(|id| format!("Question `{id}` decides nothing.\n")).collect();
    let parts = [
        outcomes(judgment),
        format!("{}\n{idle}", words::ties(judgment)),
        questions(judgment),
        habits(judgment),
        leaning(judgment),
        options(judgment),
        alike(judgment),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Lines of a name with a percentage and a note.
fn rows(rows: &[(&str, &Share, String)]) -> String {
    let widest = rows.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0);
    let row = |(name, share, note): &(&str, &Share, String)| {
        let row = format!("{name:widest$}  {:>6}%  {note}", percent(share.hundredths()));
        format!("{}\n", row.trim_end())
    };
    rows.iter().map(row).collect()
}

fn outcomes(judgment: &Judgment<'_>) -> String {
    let row = |(ix, share)| (judgment.quiz.outcome(ix).id.as_str(), share, judgment.note(ix).to_owned());
    format!("{}:\n{}", words::method(judgment), rows(&judgment.outcomes().map(row).collect::<Vec<_>>()))
}

fn questions(judgment: &Judgment<'_>) -> String {
    let influence = &judgment.details.influence;
    let questions = judgment.quiz.questions.iter().zip(&influence.questions);
    let rows =
        rows(&questions.map(|(question, share)| (question.id.as_str(), share, String::new())).collect::<Vec<_>>());
    format!(
        "How often another answer to one question alone changes the outcome ({} sheets drawn):\n{rows}",
        influence.drawn
    )
}

fn habits(judgment: &Judgment<'_>) -> String {
    let (quiz, habits) = (judgment.quiz, &judgment.details.habits);
    let names: Vec<String> = habits.iter().map(|answered| words::habit(quiz, answered.habit)).collect();
    let widest = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    let row = |(name, answered): (&String, &Answered)| {
        let outcome = &quiz.outcome(answered.finished.outcome()).id;
        format!("{name:widest$}  {outcome} ({})\n", words::leaders(quiz, answered))
    };
    let rows: String = names.iter().zip(habits).map(row).collect();
    format!("Answering without reading leads to:\n{rows}")
}

fn leaning(judgment: &Judgment<'_>) -> String {
    let part = |(habit, shares): &(Habit, Vec<Share>)| {
        let row = |((ix, before), now): ((OutcomeIx, &Share), _)| {
            (judgment.quiz.outcome(ix).id.as_str(), now, change(before, now))
        };
        let rows = rows(&judgment.outcomes().zip(shares).map(row).collect::<Vec<_>>());
        format!("{} ({LEANING} sheets drawn; change in points):\n{rows}", words::leaning(judgment.quiz, *habit))
    };
    judgment.details.leaning.iter().map(part).collect::<Vec<_>>().join("\n")
}

fn options(judgment: &Judgment<'_>) -> String {
    let line = |option: &IdleOption| {
        let question = judgment.quiz.question(option.question);
        let id = &question.choices()[option.choice.index()].id;
        format!("Option `{id}` of question `{}`: {}.\n", question.id, words::why(judgment.quiz, option))
    };
    judgment.details.options.iter().map(line).collect()
}

fn alike(judgment: &Judgment<'_>) -> String {
    let line = |pair: &Pair| {
        let (one, two) = words::names(judgment.quiz, pair);
        let value = words::correlation(pair.correlation.unwrap_or(0));
        format!("Tracks `{one}` and `{two}` are alike: their fits have a correlation of {value}.\n")
    };
    judgment.alike().into_iter().map(line).collect()
}
