//! The pages that the builder makes of a quiz: one of its own, and one for frames, with what hosts learn about it.

use anyhow::Result;
use maud::{Markup, html};
use serde_json::json;
use which_track_quiz::card::ResultCard;
use which_track_quiz::words::native;
use which_track_quiz::{Kind, Question, Quiz};

use super::document::{Page, Preview, say};
use super::picture::Picture;
use super::site::{Entry, Site};
use crate::base::Base;
use crate::load;

/// The height that a frame has until it knows its own, in pixels: enough for a first question on a phone. Also in its
/// style, because many themes say `iframe { height: auto }`.
const FRAME: u16 = 1200;

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
        let head = html! {
            (previewed(site, &path(quiz), quiz, &languages)?)
            @if let Some(base) = site.settings.base.as_ref() {
                link rel="alternate" type="application/json+oembed" href=(base.to(&oembed(quiz, entry))) title=(quiz.title);
            }
        };
        document(site, &path(quiz), "page", quiz, head)?;
        let frame = folder("embed", entry, quiz);
        document(site, &frame, "frame", quiz, html! { meta name="robots" content="noindex"; })?;
        if let Some(base) = site.settings.base.as_ref() {
            site.out.write(&oembed(quiz, entry), &described(quiz, &frame, base, site.settings.name()))?;
        }
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
fn previewed(site: &Site, path: &str, quiz: &Quiz, languages: &[(String, String)]) -> Result<Markup> {
    let card = ResultCard::titled(quiz, &quiz.description, &quiz.title);
    let picture = Picture::draw(site, path, card)?;
    let (lang, title, description) = (&quiz.lang, &quiz.title, &quiz.description);
    Ok(Preview { path, lang, title, description, picture: picture.as_ref(), languages }.head(&site.settings))
}

fn oembed(quiz: &Quiz, entry: &Entry) -> String {
    folder("oembed", entry, quiz).trim_end_matches('/').to_owned() + ".json"
}

/// What a host learns that wants to embed the quiz (oembed.com, type rich).
fn described(quiz: &Quiz, frame: &str, base: &Base, name: Option<&str>) -> String {
    let frame = html! {
        iframe src=(base.to(frame)) title=(quiz.title) width="100%" height=(FRAME) loading="lazy"
            allow="clipboard-write; web-share" style={ "border:0;height:" (FRAME) "px" } data-which-track {}
    };
    json!({
        "version": "1.0", "type": "rich", "title": quiz.title, "provider_name": name, "provider_url": base.as_str(),
        "width": 640, "height": FRAME, "html": frame.into_string(),
    })
    .to_string()
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
