//! `which-track balance`: how likely each outcome is over all possible answer sheets.

use std::path::Path;

use anyhow::Result;
use which_track_quiz::Quiz;
use which_track_quiz::balance::{Balance, DRAWN, Share};

use crate::exit::Exit;
use crate::report::BalanceReport;
use crate::{load, print};

/// Prints the balance as a table or as JSON.
pub fn run(quiz: &Path, as_json: bool) -> Result<Exit> {
    let Some(quiz) = load::quiz(quiz)? else { return Ok(Exit::Problems) };
    let balance = Balance::of(&quiz);
    match as_json {
        true => print::line(serde_json::to_string_pretty(&BalanceReport::of(&quiz, &balance))?)?,
        false => print::line(table(&quiz, &balance).trim_end())?,
    }
    Ok(if balance.unreached().is_empty() { Exit::Well } else { Exit::Problems })
}

/// A share as a percentage with two decimals.
fn percent(share: &Share) -> String {
    let hundredths = share.hundredths();
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn table(quiz: &Quiz, balance: &Balance) -> String {
    let widest = quiz.outcomes.iter().map(|outcome| outcome.id.chars().count()).max().unwrap_or(0);
    let row = |id: &str, share: &Share, note: &str| format!("{id:widest$}  {:>6}%{note}\n", percent(share));
    let outcomes = quiz
        .outcomes
        .iter()
        .zip(&balance.outcomes)
        .map(|(outcome, share)| row(&outcome.id, share, if share.is_none() { "  nobody gets here" } else { "" }));
    let how = match balance.exact {
        true => "Share of all possible answer sheets, each answer equally likely (exact):\n".to_owned(),
        false => {
            format!("Share of {DRAWN} answer sheets drawn with a fixed seed (there are too many to go through all):\n")
        }
    };
    let ties = format!("\nThe two best fits are equal on {}% of the sheets.\n", percent(&balance.ties));
    let idle = balance.idle.iter().map(|ix| format!("Question `{}` decides nothing.\n", quiz.question(*ix).id));
    [how].into_iter().chain(outcomes).chain([ties]).chain(idle).collect()
}
