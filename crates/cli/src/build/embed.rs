//! The page on which a blogger chooses how the quiz comes to their blog, sees it, and copies the lines for it.

use anyhow::Result;
use maud::{Markup, PreEscaped, html};
use serde_json::{Value, json};
use which_track_quiz::Quiz;

use super::document::{to_root, whole};
use super::first;
use super::room::room;
use super::site::{Entry, Site};
use crate::load;

/// Where it stands.
const PLACE: &str = "embed/";

/// Where the lines are pasted: the name of the host, and what is special there.
const HOSTS: [(&str, &str); 8] = [
    ("Ghost", "An HTML card takes the lines."),
    (
        "WordPress",
        "A Custom HTML block takes the lines where you may post unfiltered HTML (as an administrator you may). Where \
         scripts and frames are taken away, paste the bare address on a line of its own: WordPress asks this site \
         what to show (oEmbed).",
    ),
    ("Eleventy, Jekyll, Astro, MkDocs, mdBook", "Paste the lines into a post; they go through Markdown as they are."),
    ("Hugo", "Markdown loses HTML there: put the lines into a shortcode, `layouts/shortcodes/which-track.html`."),
    (
        "VitePress",
        "The script goes into `head` in the configuration, with `isCustomElement` for `which-track`; the other two lines into a page.",
    ),
    (
        "Docusaurus",
        "The script goes into `scripts` in the configuration, the other two lines into a page, the first one as `<style>{\"…\"}</style>`.",
    ),
    (
        "React, Vue, Svelte",
        "The script once in the page, the element where the quiz belongs; the npm package `which-track` has the types.",
    ),
    (
        "Everything else",
        "Where a page takes HTML, the lines. Where it takes frames, the frame. Where it takes neither, a link to the quiz’s own page.",
    ),
];

/// The colors that can be chosen: what each is called, what it is for, and what it begins with.
const COLORS: [(&str, &str, &str); 3] = [
    ("accent", "for what is chosen", "#3a3db8"),
    ("paper", "for the ground", "#ffffff"),
    ("ink", "for the text", "#1b1b1f"),
];

/// Writes the page with its script and styles.
pub fn write(site: &Site, entries: &[Entry]) -> Result<()> {
    site.out.write("embed.js", include_str!("embed/embed.js"))?;
    site.out.write("embed.css", include_str!("embed/embed.css"))?;
    site.out.write(&format!("{PLACE}index.html"), &page(entries)?)
}

fn page(entries: &[Entry]) -> Result<String> {
    let root = to_root(PLACE);
    let first = entries.first().map_or("", |entry| &entry.id);
    let title = "Put a quiz on your page";
    let head = html! {
        meta name="robots" content="noindex";
        link rel="icon" href="data:,";
        link rel="stylesheet" href={ (root) "embed.css" };
        script type="application/json" id="quizzes" { (PreEscaped(quizzes(entries)?)) }
        script type="module" src={ (root) "which-track.js" } {}
        script type="module" src={ (root) "embed.js" } {}
    };
    let body = html! {
        header {
            h1 { (title) }
            p { "Choose, look, and copy. Nothing else on your page changes, and nothing is sent anywhere." }
            noscript { p { "This page needs JavaScript." } }
        }
        main {
            form id="choices" { (choices()) }
            section aria-label="How it looks" { which-track id="preview" quiz=(first) loading="eager" {} }
            section aria-label="What to copy" {
                (copied("lines", "The lines for your page", "Anywhere in the post. The first line keeps room, so that nothing moves when the quiz comes."))
                (copied("frame", "As a frame", "Where a page may not have scripts of ours."))
                (copied("address", "As an address", "For hosts that ask a site what to show (oEmbed), on a line of its own; and for everybody else."))
                (copied("policy", "If your page has a content security policy", "Add these to what it allows. Most pages have none."))
                p id="told" role="status" {}
            }
            section {
                h2 { "Where to paste it" }
                dl { @for (host, what) in HOSTS { dt { (host) } dd { (code(what)) } } }
            }
        }
    };
    Ok(whole("en", None, title, &head, &body))
}

/// What can be chosen.
fn choices() -> Markup {
    html! {
        label { "Quiz " select name="quiz" {} }
        label { "Language " select name="lang" {} }
        label { "Look "
            select name="theme" {
                option value="auto" { "as the page" }
                option value="light" { "light" }
                option value="dark" { "dark" }
            }
        }
        label { "Loading "
            select name="loading" {
                option value="lazy" { "when a reader shows interest" }
                option value="eager" { "at once" }
            }
        }
        @for (name, what, usual) in COLORS {
            fieldset {
                label { input type="checkbox" name={ "own-" (name) }; " My own color " (what) }
                input type="color" name=(name) aria-label={ "Color " (what) } value=(usual);
            }
        }
        p id="contrast" role="status" {}
    }
}

/// A field to copy from.
fn copied(id: &str, title: &str, what: &str) -> Markup {
    html! {
        div class="copied" {
            h2 { label for=(id) { (title) } }
            p { (what) }
            textarea id=(id) readonly rows="3" spellcheck="false" {}
            button type="button" data-copies=(id) { "Copy" }
        }
    }
}

/// A sentence with code between backquotes.
fn code(text: &str) -> Markup {
    html! { @for (at, part) in text.split('`').enumerate() { @if at % 2 == 1 { code { (part) } } @else { (part) } } }
}

/// The quizzes of the site, as JSON that can stand in a script.
fn quizzes(entries: &[Entry]) -> Result<String> {
    let quiz = |entry: &Entry| -> Result<Value> {
        let language = |quiz: &Quiz| -> Result<Value> {
            let folder = load::folder(&entry.languages, quiz);
            Ok(json!({ "lang": quiz.lang, "title": quiz.title, "folder": folder, "room": room(&first::screen(quiz)?) }))
        };
        let languages: Vec<Value> = entry.languages.iter().map(language).collect::<Result<_>>()?;
        Ok(json!({ "id": entry.id, "languages": languages }))
    };
    let all: Vec<Value> = entries.iter().map(quiz).collect::<Result<_>>()?;
    Ok(Value::from(all).to_string().replace('<', "\\u003c"))
}
