//! The pages that the builder makes of a quiz: one of its own, one for frames, and what hosts and crawlers look for.

use anyhow::Result;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::json;
use which_track::widget::strings::{direction, strings};
use which_track_quiz::{Kind, Question, Quiz};

use super::files::Out;
use super::{Base, Entry};

/// The least height that a frame has before it knows its own, in pixels.
const FRAME: u16 = 720;

/// Where a page in this language stands below its folder: the quiz's own language first, others in a folder each.
fn folder(kind: &str, entry: &Entry, quiz: &Quiz) -> String {
    let own = entry.languages.first().is_some_and(|first| first.lang == quiz.lang);
    if own { format!("{kind}/{}/", entry.id) } else { format!("{kind}/{}/{}/", entry.id, quiz.lang) }
}

/// Writes the pages of one quiz in all its languages.
pub fn write(out: &Out, entry: &Entry, base: Option<&Base>) -> Result<()> {
    for quiz in &entry.languages {
        let page = folder("q", entry, quiz);
        let head = html! {
            meta name="description" content=(quiz.description);
            @if let Some(Base(base)) = base {
                link rel="canonical" href={ (base) "/" (page) };
                link rel="alternate" type="application/json+oembed" href={ (base) "/" (oembed(quiz, entry)) } title=(quiz.title);
                @for other in &entry.languages {
                    link rel="alternate" hreflang=(other.lang) href={ (base) "/" (folder("q", entry, other)) };
                }
            }
        };
        out.write(&format!("{page}index.html"), &document(quiz, &page, head, "page", without_script(quiz)))?;
        let frame = folder("embed", entry, quiz);
        let head = html! { meta name="robots" content="noindex"; };
        out.write(&format!("{frame}index.html"), &document(quiz, &frame, head, "frame", without_script(quiz)))?;
        if let Some(base) = base {
            out.write(&oembed(quiz, entry), &described(quiz, &frame, base))?;
        }
    }
    Ok(())
}

fn oembed(quiz: &Quiz, entry: &Entry) -> String {
    folder("oembed", entry, quiz).trim_end_matches('/').to_owned() + ".json"
}

/// What a host learns that wants to embed the quiz (oembed.com, type rich).
fn described(quiz: &Quiz, frame: &str, Base(base): &Base) -> String {
    let frame = html! {
        iframe src={ (base) "/" (frame) } title=(quiz.title) width="100%" height=(FRAME) loading="lazy"
            allow="clipboard-write; web-share" style="border:0" data-which-track {}
    };
    json!({
        "version": "1.0", "type": "rich", "title": quiz.title, "provider_name": "Which Track", "provider_url": base,
        "width": 640, "height": FRAME, "html": frame.into_string(),
    })
    .to_string()
}

/// A page with the quiz in it. `within` is its own path, from which all addresses are relative: a site also works in a
/// folder of another one.
fn document(quiz: &Quiz, within: &str, head: Markup, kind: &str, fallback: Markup) -> String {
    let root = "../".repeat(within.matches('/').count());
    let page = html! {
        (DOCTYPE)
        html lang=(quiz.lang) dir=(direction(&quiz.lang)) data-which-track=(kind) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (quiz.title) }
                (head)
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                link rel="stylesheet" href={ (root) "page.css" };
                script type="module" src={ (root) "which-track.js" } {}
            }
            body { which-track quiz=(quiz.id) lang=(quiz.lang) loading="eager" heading-level="1" { (fallback) } }
        }
    };
    page.into_string()
}

/// The questions with all that is to be known about them, for a reader without script, and for search.
fn without_script(quiz: &Quiz) -> Markup {
    let words = strings(&quiz.lang);
    html! {
        h1 { (quiz.title) }
        p { (quiz.description) }
        @if let Some(notice) = &quiz.notice { p { (notice) } }
        p { (words.without_script) }
        form {
            @for question in &quiz.questions { (asked(quiz, question)) }
        }
    }
}

fn asked(quiz: &Quiz, question: &Question) -> Markup {
    let kind = if matches!(question.kind, Kind::Single(_)) { "radio" } else { "checkbox" };
    html! {
        fieldset {
            legend { (question.prompt) }
            @if let Some(help) = &question.help { p { (help) } }
            @match &question.kind {
                Kind::Scale { low, high, points, .. } => {
                    @for step in -2..=2i32 {
                        label {
                            input type="radio" name=(question.id) value=(step);
                            " " @if step == -2 { (low) } @else if step == 2 { (high) } @else { (step) }
                            " " (key(quiz, points, step))
                        }
                        br;
                    }
                }
                _ => @for choice in question.choices() {
                    label { input type=(kind) name=(question.id) value=(choice.id); " " (choice.label) " " (key(quiz, &choice.points, 1)) }
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

/// `robots.txt`, and the list of all pages where the site's address is known.
pub fn for_crawlers(out: &Out, entries: &[Entry], base: Option<&Base>) -> Result<()> {
    let Some(Base(base)) = base else {
        eprintln!("note: without --base-url there is no sitemap, no oEmbed and no canonical address");
        return out.write("robots.txt", "User-agent: *\nAllow: /\n");
    };
    let pages = entries.iter().flat_map(|entry| entry.languages.iter().map(|quiz| folder("q", entry, quiz)));
    let map = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            url { loc { (base) "/" } }
            @for page in pages { url { loc { (base) "/" (page) } } }
        }
    };
    out.write("sitemap.xml", &map.into_string())?;
    out.write("robots.txt", &format!("User-agent: *\nAllow: /\nSitemap: {base}/sitemap.xml\n"))
}
