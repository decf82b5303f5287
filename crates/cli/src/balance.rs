//! `which-track balance`: how likely each outcome is over all possible answer sheets, and how fair a quiz is otherwise.

mod judgment;
mod matrix;
mod page;
mod percent;
mod report;
mod table;
mod words;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use which_track_quiz::balance::{Balance, Bounds, Details};
use which_track_quiz::{OutcomeIx, Quiz};

use crate::exit::Exit;
use crate::{load, print};
use judgment::Judgment;
use percent::Percent;
use report::BalanceReport;

/// Which quiz, what of it, and how.
#[derive(clap::Args)]
pub struct Args {
    /// The quiz file.
    quiz: PathBuf,
    /// As JSON.
    #[arg(long)]
    json: bool,
    /// Writes a report with charts, which also prints, as one HTML file.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Fails where an outcome's share is smaller.
    #[arg(long, value_name = "PERCENT", value_parser = Percent::parse)]
    min: Option<Percent>,
    /// Fails where an outcome's share is larger.
    #[arg(long, value_name = "PERCENT", value_parser = Percent::parse)]
    max: Option<Percent>,
    /// An outcome that may be as rare or as likely as it is; can be given more than once.
    #[arg(long, value_name = "OUTCOME")]
    except: Vec<String>,
}

/// Prints the balance as a table or as JSON, and writes the report where one is asked for.
pub fn run(args: &Args) -> Result<Exit> {
    let Some(quiz) = load::quiz(&args.quiz)? else { return Ok(Exit::Problems) };
    let bounds = args.bounds(&quiz)?;
    let (balance, details) = (Balance::of(&quiz), Details::of(&quiz));
    let judgment = Judgment::new(&quiz, &balance, &details, bounds.as_ref());
    if let Some(file) = &args.html {
        load::write(file, page::page(&judgment).as_bytes())?;
    }
    match args.json {
        true => print::line(serde_json::to_string_pretty(&BalanceReport::of(&judgment))?)?,
        false => print::line(table::table(&judgment).trim_end())?,
    }
    judgment.failures().iter().try_for_each(|failure| print::note(format!("error: {failure}")))?;
    Ok(if judgment.failures().is_empty() && balance.unreached().is_empty() { Exit::Well } else { Exit::Problems })
}

impl Args {
    /// How likely outcomes may be, where something is said about it.
    fn bounds(&self, quiz: &Quiz) -> Result<Option<Bounds>> {
        let except = self.except.iter().map(|id| outcome(quiz, id)).collect::<Result<Vec<OutcomeIx>>>()?;
        let (min, max) = (self.min.map(|Percent(min)| min), self.max.map(|Percent(max)| max));
        if min.is_none() && max.is_none() {
            return Ok(None);
        }
        let bounds = Bounds { min: min.unwrap_or(0), max: max.unwrap_or(10_000), except };
        if bounds.min > bounds.max {
            bail!("--min is more than --max");
        }
        Ok(Some(bounds))
    }
}

fn outcome(quiz: &Quiz, id: &str) -> Result<OutcomeIx> {
    quiz.find_outcome(id).with_context(|| {
        let there = load::listed(quiz.outcomes.iter().map(|outcome| outcome.id.as_str()));
        format!("the quiz has no outcome `{}`: it has {there}", id.escape_debug())
    })
}
