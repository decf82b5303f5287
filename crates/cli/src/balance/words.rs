//! Sentences that the table and the page have in common.

use which_track_quiz::balance::{Answered, DRAWN, Habit, Idle, IdleOption, Pair};
use which_track_quiz::{Kind, Quiz};

use super::judgment::Judgment;
use crate::percent::percent;

/// How the shares were found.
pub fn method(judgment: &Judgment<'_>) -> String {
    match judgment.balance.exact {
        true => "Share of all possible answer sheets, each answer equally likely (exact)".to_owned(),
        false => {
            format!("Share of {DRAWN} answer sheets drawn with a fixed seed (there are too many to go through all)")
        }
    }
}

/// Ties and close calls.
pub fn ties(judgment: &Judgment<'_>) -> String {
    let ties = format!("The two best fits are equal on {}% of the sheets", percent(judgment.balance.ties.hundredths()));
    match judgment.quiz.margin {
        0 => format!("{ties}."),
        margin => {
            let close = percent(judgment.balance.close.hundredths());
            format!("{ties}, and equal or less than {margin} percentage points apart on {close}%.")
        }
    }
}

/// A habit, as what somebody does.
pub fn habit(quiz: &Quiz, habit: Habit) -> String {
    let scales = quiz.questions.iter().all(|question| matches!(question.kind, Kind::Scale { .. }));
    match habit {
        Habit::Option(0) if scales => "the low end of every scale".to_owned(),
        Habit::Last if scales => "the high end of every scale".to_owned(),
        Habit::Option(2) if scales => "the middle of every scale".to_owned(),
        Habit::Option(0) => "the first option of every question".to_owned(),
        Habit::Option(place) if scales => format!("step {} of every scale", place + 1),
        Habit::Option(place) => format!("option {} of every question", place + 1),
        Habit::Last => "the last option of every question".to_owned(),
        Habit::Most => "as many options as may be chosen".to_owned(),
    }
}

/// What readers do who lean to a habit.
pub fn leaning(quiz: &Quiz, habit: Habit) -> String {
    let does = self::habit(quiz, habit).replace("every", "every second");
    format!("Readers who choose {does}, or so, and answer the others in any way")
}

/// The ids of two tracks.
pub fn names<'a>(quiz: &'a Quiz, pair: &Pair) -> (&'a str, &'a str) {
    (&quiz.tracks[pair.tracks.0.index()].id, &quiz.tracks[pair.tracks.1.index()].id)
}

/// How well the tracks fit that lead, best first.
pub fn leaders(quiz: &Quiz, answered: &Answered) -> String {
    let best = quiz.best_first(&answered.finished.percents());
    best.iter().take(3).map(|(track, percent)| format!("{} {percent}%", track.id)).collect::<Vec<_>>().join(", ")
}

/// Why nobody gains by an option.
pub fn why(quiz: &Quiz, option: &IdleOption) -> String {
    let choices = quiz.question(option.question).choices();
    match option.why {
        Idle::NoGain => "no track gains by it".to_owned(),
        Idle::SameAs(other) => format!("it gives the same points as `{}`", choices[other.index()].id),
        Idle::LessThan(other) => {
            format!("it gives no track more than `{}` does, and some less", choices[other.index()].id)
        }
    }
}

/// A correlation in thousandths, with two decimals.
pub fn correlation(thousandths: i16) -> String {
    let sign = if thousandths < 0 { "−" } else { "" };
    let hundredths = (thousandths.unsigned_abs() + 5) / 10;
    format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100)
}
