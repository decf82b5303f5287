//! The pages that the builder makes of a quiz: one of its own, and one for frames, with what hosts learn about it.

use anyhow::Result;
use maud::{Markup, html};
use which_track_quiz::card::ResultCard;
use which_track_quiz::words::native;
use which_track_quiz::{Kind, Question, Quiz};

use super::document::{Page, Preview, say};
use super::oembed::Described;
use super::picture::Picture;
use super::site::{Entry, Site};
use crate::load;

/// Where a page in this language stands below its folder: the quiz's own language first, others in a folder each.
fn folder(kind: &str, entry: &Entry, quiz: &Quiz) -> String {
    format!("{kind}/{}/{}", entry.id, load::folder(&entry.languages, quiz))
}

/// Where a page in a language stands, or in the quiz's own where the quiz is not in that one.
pub fn nearest(kind: &str, entry: &Entry, lang: &str) -> String {
    let same = entry.languages.iter().find(|quiz| quiz.lang == lang);
    same.map_or_else(|| format!("{kind}/{}/", entry.id), |quiz| folder(kind, entry, quiz))
}

/// Writes the pages of one quiz in all its languages, and gives the paths of those that are to be found.
pub fn write(site: &Site, entry: &Entry) -> Result<Vec<String>> {
    let path = |quiz: &Quiz| folder("q", entry, quiz);
    let languages: Vec<(String, String)> = entry.languages.iter().map(|quiz| (quiz.lang.clone(), path(quiz))).collect();
    for quiz in &entry.languages {
        let frame = folder("embed", entry, quiz);
        let picture = Picture::draw(site, &path(quiz), ResultCard::titled(quiz, &quiz.description, &quiz.title))?;
        let described = Described {
            path: folder("oembed", entry, quiz).trim_end_matches('/').to_owned() + ".json",
            title: &quiz.title,
            picture: picture.as_ref(),
            frame: Some(&frame),
        };
        let head = html! {
            (previewed(site, &path(quiz), quiz, picture.as_ref(), &languages))
            (described.write(site)?)
        };
        document(site, &path(quiz), "page", quiz, head)?;
        document(site, &frame, "frame", quiz, html! { meta name="robots" content="noindex"; })?;
    }
    Ok(languages.into_iter().map(|(_, path)| path).collect())
}

fn document(site: &Site, path: &str, kind: &str, quiz: &Quiz, head: Markup) -> Result<()> {
    let page = Page {
        path,
        kind,
        lang: &quiz.lang,
        title: &quiz.title,
        head,
        quiz: &quiz.id,
        shared: None,
        editions: None,
        fallback: without_script(quiz),
        look: &site.look,
    };
    site.out.write(&format!("{path}index.html"), &page.html())
}

/// What a link to the quiz unfurls to: its title in large type, below what it is.
fn previewed(
    site: &Site,
    path: &str,
    quiz: &Quiz,
    picture: Option<&Picture>,
    languages: &[(String, String)],
) -> Markup {
    let (lang, title, description) = (&quiz.lang, &quiz.title, &quiz.description);
    Preview { path, lang, title, description, picture, languages }.head(&site.settings)
}

/// The questions with all that is to be known about them, for a reader without script, and for search.
fn without_script(quiz: &Quiz) -> Markup {
    let words = native(quiz);
    html! {
        h1 { (quiz.title) }
        p { (quiz.description) }
        @if let Some(notice) = &quiz.notice { p { (notice) } }
        p { (say(words.without_script())) }
        @for (place, question) in quiz.questions.iter().enumerate() { (asked(quiz, place, question)) }
    }
}

/// No form, and no name that says anything: nothing can be sent from here, whatever is pressed.
fn asked(quiz: &Quiz, place: usize, question: &Question) -> Markup {
    let kind = if matches!(question.kind, Kind::Single(_)) { "radio" } else { "checkbox" };
    html! {
        fieldset {
            legend { (question.prompt) }
            @if let Some(help) = &question.help { p { (help) } }
            @match &question.kind {
                Kind::Scale { low, high, points, .. } => {
                    @for step in -2..=2i32 {
                        label {
                            input type="radio" name=(place);
                            " " @if step == -2 { (low) } @else if step == 2 { (high) } @else { (step) }
                            " " (key(quiz, points, step))
                        }
                        br;
                    }
                }
                _ => @for choice in question.choices() {
                    label { input type=(kind) name=(place); " " (choice.label) " " (key(quiz, &choice.points, 1)) }
                    br;
                }
            }
        }
    }
}

/// What an answer gives each track, where it gives something: an option's points once, a step's times the step.
fn key(quiz: &Quiz, points: &[i16], times: i32) -> Markup {
    let given = quiz.tracks.iter().zip(points).filter(|(_, points)| i32::from(**points) * times != 0);
    let given: Vec<String> =
        given.map(|(track, points)| format!("{} {:+}", track.label, i32::from(*points) * times)).collect();
    html! { @if !given.is_empty() { small { "(" (given.join(", ")) ")" } } }
}
