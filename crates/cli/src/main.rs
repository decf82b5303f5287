//! The command line of Which Track: reads arguments, calls one command, and turns what it says into an exit code.

mod answers;
mod balance;
mod base;
mod build;
mod card;
mod check;
mod compile;
mod diff;
mod drawn;
mod editions;
mod exit;
mod import;
mod json;
mod keep;
mod letters;
mod link;
mod load;
mod new;
mod open;
mod percent;
mod print;
mod raster;
mod replace;
mod report;
mod schema;
mod score;
mod serve;
mod site_file;
mod splice;
mod translate;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use exit::Exit;

/// Checks quizzes, scores answers, tells how balanced a quiz is, and builds the site.
#[derive(Parser)]
#[command(name = "which-track", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Names every problem of quiz files: file, line, column, what is wrong, what to write instead.
    Check {
        /// Quiz files, or folders whose quizzes are all checked; each is read with the translations beside it.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Warnings fail too.
        #[arg(long)]
        strict: bool,
        /// One JSON object a problem, one a line.
        #[arg(long)]
        json: bool,
    },
    /// Scores answers: JSON in, JSON out.
    Score {
        /// The quiz file.
        quiz: PathBuf,
        /// The answers, or - for standard input.
        #[arg(long, value_name = "FILE|-")]
        answers: PathBuf,
        /// One set of answers a line.
        #[arg(long)]
        jsonl: bool,
        /// Leaves out reasons, what would change it, and closeness.
        #[arg(long)]
        no_explain: bool,
    },
    /// Tells how likely each outcome is over all possible answer sheets.
    Balance(balance::Args),
    /// Makes the files of a site from quizzes and a compiled widget.
    Build(build::Args),
    /// Compiles a quiz for the element's `src`.
    Compile(compile::Args),
    /// Draws the result card of an outcome.
    Card(card::Args),
    /// Tells what a change of a quiz moves: outcomes, ids, numbers, words, and links.
    Diff(diff::Args),
    /// Makes a quiz of a peer's file: SurveyJS, H5P Personality Quiz, or statements as 8values has them.
    Import(import::Args),
    /// Keeps the current editions of quizzes, so that links to their results outlive changes. Run again, it keeps
    /// their present words.
    Keep {
        /// Quiz files.
        #[arg(required = true)]
        quizzes: Vec<PathBuf>,
    },
    /// Makes the link that shares a result.
    Link(link::Args),
    /// Writes a small quiz to begin with.
    New(new::Args),
    /// Tells what a link shares, as JSON.
    Open {
        /// The link.
        link: String,
        /// Where to look for the quiz; quizzes and the current folder where left out.
        #[arg(long, value_name = "FOLDER", default_values = ["quizzes", "."])]
        quizzes: Vec<PathBuf>,
    },
    /// Prints the JSON Schema of quiz files, with which editors complete and explain keys.
    Schema,
    /// Shows quizzes in the browser while they are written.
    Serve(serve::Args),
    /// Begins the translation of a quiz, or adds to it what is missing, with the quiz's own words above each text.
    Translate(translate::Args),
}

fn main() -> ExitCode {
    let done = Cli::try_parse().map_or_else(|usage| about_usage(&usage), |cli| run(cli.command));
    match done {
        Ok(Exit::Well) => ExitCode::SUCCESS,
        Ok(Exit::Problems) => ExitCode::from(1),
        Ok(Exit::Usage) => ExitCode::from(2),
        Err(error) => print::failure(&error),
    }
}

/// Prints what is wrong with the arguments, or the help that they ask for.
fn about_usage(usage: &clap::Error) -> anyhow::Result<Exit> {
    let text = usage.render().to_string();
    match usage.use_stderr() {
        true => print::note(text.trim_end()).map(|()| Exit::Usage),
        false => print::line(text.trim_end()).map(|()| Exit::Well),
    }
}

fn run(command: Command) -> anyhow::Result<Exit> {
    match command {
        Command::Check { paths, strict, json } => check::run(&paths, strict, json),
        Command::Score { quiz, answers, jsonl, no_explain } => score::run(&quiz, &answers, jsonl, !no_explain),
        Command::Balance(args) => balance::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Compile(args) => compile::run(&args),
        Command::Card(args) => card::run(args),
        Command::Diff(args) => diff::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Keep { quizzes } => keep::run(&quizzes),
        Command::Link(args) => link::run(&args),
        Command::New(args) => new::run(&args),
        Command::Open { link, quizzes } => open::run(&link, &quizzes),
        Command::Schema => schema::run(),
        Command::Serve(args) => serve::run(&args),
        Command::Translate(args) => translate::run(&args),
    }
}
