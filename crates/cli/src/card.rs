//! `which-track card`: the picture of an outcome, as a PNG or an SVG file.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use which_track_quiz::card::{Format, ResultCard};
use which_track_quiz::{OutcomeIx, Quiz};

use crate::exit::Exit;
use crate::raster::{Drawing, Fonts};
use crate::site_file::Settings;
use crate::{letters, load};

/// What picture of what.
#[derive(clap::Args)]
pub struct Args {
    /// The quiz file.
    quiz: PathBuf,
    /// The outcome's id.
    #[arg(long, value_name = "ID")]
    outcome: String,
    /// The picture: a file that ends in .png or .svg.
    #[arg(short, long, value_name = "FILE", value_parser = Picture::parse)]
    output: Picture,
    /// The language, where the quiz has several.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// For a phone's screen, 1080 by 1920, rather than for a page, 1200 by 630.
    #[arg(long)]
    tall: bool,
    /// The name of the site, to be told in small type.
    #[arg(long, value_name = "NAME")]
    site: Option<String>,
}

/// A file to write, whose ending tells the kind of picture.
#[derive(Clone)]
enum Picture {
    Png(PathBuf),
    Svg(PathBuf),
}

impl Picture {
    fn parse(path: &str) -> Result<Self, &'static str> {
        let path = PathBuf::from(path);
        match path.extension().map(|ending| ending.to_ascii_lowercase()) {
            Some(ending) if ending == "png" => Ok(Self::Png(path)),
            Some(ending) if ending == "svg" => Ok(Self::Svg(path)),
            _ => Err("the picture’s name must end in .png or .svg"),
        }
    }
}

/// Draws the picture and writes it.
pub fn run(args: Args) -> Result<Exit> {
    let Some(settings) = Settings::load(None, None)? else { return Ok(Exit::Problems) };
    let Some(languages) = load::languages(&args.quiz)? else { return Ok(Exit::Problems) };
    let quiz = load::in_language(&languages, args.lang.as_deref())?;
    let card = ResultCard::of_outcome(quiz, outcome(quiz, &args.outcome)?).on_site(args.site);
    let format = if args.tall { Format::Tall } else { Format::Wide };
    let svg = card.svg(format);
    match args.output {
        Picture::Svg(path) => write(&path, svg.as_bytes())?,
        Picture::Png(path) => {
            let drawing = Drawing::of(&svg, &Fonts::with(&settings.fonts))?;
            write(&path, &drawing.png(format.width().into(), format.height().into())?)?;
            letters::warn(drawing.missing())?;
        }
    }
    Ok(Exit::Well)
}

fn outcome(quiz: &Quiz, id: &str) -> Result<OutcomeIx> {
    quiz.find_outcome(id).with_context(|| {
        let there = load::listed(quiz.outcomes.iter().map(|outcome| outcome.id.as_str()));
        format!("the quiz has no outcome `{id}`: it has {there}")
    })
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| path.display().to_string())
}
