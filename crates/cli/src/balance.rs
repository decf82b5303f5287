//! `which-track balance`: how likely each outcome is over all possible answer sheets, and how fair a quiz is otherwise.

mod fix;
mod judgment;
mod matrix;
mod page;
mod report;
mod rewrite;
mod table;
mod words;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use which_track_quiz::balance::{Balance, Bounds, Details};
use which_track_quiz::{OutcomeIx, Quiz};

use crate::exit::Exit;
use crate::percent::Percent;
use crate::print::Progress;
use crate::{load, print};
use fix::Fixing;
use judgment::Judgment;
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
    /// Proposes the smallest change of points and weights that brings every outcome into the range.
    #[arg(long, conflicts_with = "html")]
    fix: bool,
    /// With --fix: writes that change into the quiz's file, whose comments and layout stay.
    #[arg(long, requires = "fix")]
    write: bool,
}

/// Prints the balance as a table or as JSON, and writes the report where one is asked for.
pub fn run(args: &Args) -> Result<Exit> {
    let Some(quiz) = load::quiz(&args.quiz)? else { return Ok(Exit::Problems) };
    let bounds = args.bounds(&quiz)?;
    let progress = if args.json { Progress::hidden() } else { Progress::going() };
    progress.at("going through the answer sheets");
    let balance = Balance::of(&quiz);
    if args.fix {
        let bounds = bounds.unwrap_or_else(|| Bounds::usual(&quiz));
        progress.at("looking for the smallest change");
        let fixing = Fixing::new(&quiz, &balance, &bounds);
        drop(progress);
        return fix(args, fixing);
    }
    progress.at("looking at each question");
    let details = Details::of(&quiz);
    drop(progress);
    let judgment = Judgment::new(&quiz, &balance, &details, bounds.as_ref());
    let failures = judgment.failures();
    if let Some(file) = &args.html {
        load::write(file, page::page(&judgment).as_bytes())?;
    }
    match args.json {
        true => print::line(serde_json::to_string_pretty(&BalanceReport::of(&judgment))?)?,
        false => print::line(table::table(&judgment).trim_end())?,
    }
    failures.iter().try_for_each(|failure| print::note(format!("error: {failure}")))?;
    Ok(if failures.is_empty() && balance.unreached().is_empty() { Exit::Well } else { Exit::Problems })
}

/// Says what change was found, and writes it where that is asked for.
fn fix(args: &Args, mut fixing: Fixing<'_>) -> Result<Exit> {
    if args.write {
        let text = fs::read_to_string(&args.quiz).with_context(|| args.quiz.display().to_string())?;
        fixing.write(&args.quiz, &text)?;
    }
    match args.json {
        true => print::line(serde_json::to_string_pretty(&fixing.report())?)?,
        false => print::line(fixing.text(&args.quiz))?,
    }
    Ok(if fixing.is_well() { Exit::Well } else { Exit::Problems })
}

impl Args {
    /// How likely outcomes may be, where something is said about it.
    fn bounds(&self, quiz: &Quiz) -> Result<Option<Bounds>> {
        let except = self.except.iter().map(|id| outcome(quiz, id)).collect::<Result<Vec<OutcomeIx>>>()?;
        let (min, max) = (self.min.map(|Percent(min)| min), self.max.map(|Percent(max)| max));
        if min.is_none() && max.is_none() {
            return Ok(self.fix.then(|| Bounds { except, ..Bounds::usual(quiz) }));
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
