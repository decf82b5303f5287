//! What is said of letters that no font has: pictures show boxes in their place.

use std::collections::BTreeSet;
use std::rc::Rc;

use anyhow::Result;
use unicode_properties::UnicodeEmoji;
use which_track_quiz::card::{Format, ResultCard};
use which_track_quiz::check::{Pictured, Problem, Severity, Source};

use crate::drawn::DrawnProblem;
use crate::print;
use crate::raster::{Drawing, Fonts};

/// How many letters are named at most.
const MOST: usize = 8;

const NAME_A_FONT: &str =
    "name a font that has them in which-track.toml, as in `fonts = [\"NotoSansJP-Bold.ttf\"]` below `[site]`";
const NAME_ONE_FONT: &str =
    "write them in one script, or name a font that has all of them below `[site]` in which-track.toml";
const LEAVE_OUT: &str = "leave it out here: no font of outlines has colored emoji; or name one that has it in one \
                         color, as in `fonts = [\"NotoEmoji-Bold.ttf\"]` below `[site]` in which-track.toml";

/// Warns of each text that stands on a picture and has letters that come out as boxes. Each comes with the text of its file.
pub fn warnings(pictured: &[(Pictured, Rc<str>)], fonts: &Fonts) -> Vec<DrawnProblem> {
    let about = |(pictured, file): &(Pictured, Rc<str>)| {
        let warning = |(what, letters, advice): (&str, Vec<String>, &str)| {
            let some = (!letters.is_empty()).then(|| some(&letters))?;
            let message = format!("{} has {what}, and pictures show boxes there: {some}", pictured.name);
            Some(DrawnProblem::within(warning(pictured, file, message, advice), file))
        };
        kinds(missing(&pictured.text, fonts), fonts).into_iter().filter_map(warning).collect::<Vec<_>>()
    };
    pictured.iter().flat_map(about).collect()
}

/// What is said of missing letters: of each kind what they are, which, and what to do.
fn kinds(missing: BTreeSet<String>, fonts: &Fonts) -> [(&'static str, Vec<String>, &'static str); 3] {
    let (mixed, nowhere): (Vec<String>, Vec<String>) = missing.into_iter().partition(|letter| fonts.have(letter));
    // Without those that no font has, the others may well find theirs.
    let mixed = if nowhere.is_empty() { mixed } else { Vec::new() };
    let is_emoji = |letter: &String| letter.chars().any(UnicodeEmoji::is_emoji_char);
    let (emoji, letters) = nowhere.into_iter().partition(is_emoji);
    [
        ("letters that no font has", letters, NAME_A_FONT),
        ("emoji that no font has", emoji, LEAVE_OUT),
        ("letters of several scripts that no font has together", mixed, NAME_ONE_FONT),
    ]
}

/// Says which letters pictures show as boxes, now that they are drawn.
pub fn warn(missing: BTreeSet<String>) -> Result<()> {
    let missing: Vec<String> = missing.into_iter().collect();
    if missing.is_empty() {
        return Ok(());
    }
    let (some, more) = (some(&missing), "`which-track check` says where they are and what helps");
    print::note(format!("warning: no font has these letters, and pictures show boxes there: {some}\n  {more}"))
}

/// Letters as a message lists them: not all of many.
fn some(letters: &[String]) -> String {
    let listed = letters.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(" ");
    match letters.len().saturating_sub(MOST) {
        0 => listed,
        more => format!("{listed} and {more} more"),
    }
}

/// The letters of words on a picture that no font has: of as many words as there is room for.
fn missing(words: &str, fonts: &Fonts) -> BTreeSet<String> {
    let (quiz, outcome) = (words.to_owned(), String::new());
    let card = ResultCard { quiz, outcome, fits: Vec::new(), site: None, right_to_left: false };
    // Of what cannot be drawn at all, whoever draws it says so.
    Drawing::of(&card.svg(Format::Wide), fonts).map(|drawing| drawing.missing()).unwrap_or_default()
}

fn warning(pictured: &Pictured, text: &str, message: String, advice: &str) -> Problem {
    let (name, span) = (pictured.file.as_str(), pictured.span);
    let problem = match span.is_file() {
        true => Problem::of_file(name, message, advice),
        false => Problem::within(Source { name, text }, span, message, advice),
    };
    Problem { severity: Severity::Warning, ..problem }
}
