//! The gallery: a card for each quiz, with its picture. It is also the page at the site itself, where no other is there;
//! of a site with one quiz it is nothing else.

use anyhow::Result;
use maud::{Markup, html};
use which_track_quiz::Quiz;
use which_track_quiz::language::direction;
use which_track_quiz::share::PICTURE;

use super::document::{to_root, whole};
use super::picture::FORMAT;
use super::site::{Entry, Site};
use crate::load;

/// Where it stands.
const PLACE: &str = "q/";

/// Writes the gallery, and gives the paths of the pages that it is. `has_index` is whether the site has a page of its own.
pub fn write(site: &Site, entries: &[Entry], has_index: bool) -> Result<Vec<String>> {
    let places: &[&str] = match (entries.len() > 1, has_index) {
        (true, true) => &[PLACE],
        (true, false) => &[PLACE, ""],
        (false, false) => &[""],
        (false, true) => return Ok(Vec::new()),
    };
    site.out.write("gallery.css", include_str!("gallery.css"))?;
    let write = |place: &&str| {
        site.out.write(&format!("{place}index.html"), &page(site, entries, place))?;
        Ok((*place).to_owned())
    };
    places.iter().map(write).collect()
}

/// The page at a place, as HTML.
fn page(site: &Site, entries: &[Entry], place: &str) -> String {
    let own: Vec<&Quiz> = entries.iter().filter_map(|entry| entry.languages.first()).collect();
    let titles = || own.iter().map(|quiz| quiz.title.as_str()).collect::<Vec<_>>().join(" · ");
    let title = site.settings.name().map_or_else(titles, str::to_owned);
    let lang = site.settings.lang.as_deref().or_else(|| own.first().map(|quiz| quiz.lang.as_str())).unwrap_or("en");
    let (root, base) = (to_root(place), site.settings.base.as_ref());
    let head = html! {
        @if let Some(base) = base { link rel="canonical" href=(base.to(if entries.len() > 1 { PLACE } else { "" })); }
        link rel="icon" href="data:,";
        link rel="stylesheet" href={ (root) "gallery.css" };
    };
    let body = html! {
        main {
            @if site.settings.name().is_some() { h1 { (title) } }
            ul { @for entry in entries { (card(entry, &root)) } }
        }
    };
    whole(lang, None, &title, &head, &body)
}

/// A quiz in its own language, with links to the others.
fn card(entry: &Entry, root: &str) -> Markup {
    let link = |quiz: &Quiz| format!("{root}q/{}/{}", entry.id, load::folder(&entry.languages, quiz));
    html! {
        @if let Some((own, others)) = entry.languages.split_first() {
            li lang=(own.lang) dir=(direction(&own.lang)) {
                img src={ (link(own)) (PICTURE) } alt="" width=(FORMAT.width()) height=(FORMAT.height()) loading="lazy";
                h2 { a href=(link(own)) { (own.title) } }
                p { (own.description) }
                @if !others.is_empty() {
                    p.others {
                        @for quiz in others {
                            a href=(link(quiz)) lang=(quiz.lang) hreflang=(quiz.lang) dir=(direction(&quiz.lang)) { (quiz.title) }
                        }
                    }
                }
            }
        }
    }
}
