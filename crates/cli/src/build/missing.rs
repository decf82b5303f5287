//! What hosts answer where there is nothing: a page that says so and leads to the quizzes, with a script that puts
//! damaged share addresses right.

use anyhow::{Context, Result};
use maud::html;
use which_track_quiz::language::direction;
use which_track_quiz::words::native;

use super::document::{MISSING, whole};
use super::site::{Entry, Site};
use crate::base::Base;
use crate::load;

/// Writes both. All addresses are absolute, because the page stands in for one at any depth: without the site's own
/// address, from the root of its host.
pub fn write(site: &Site, entries: &[Entry]) -> Result<()> {
    let root = site.settings.base.as_ref().map_or("/".to_owned(), Base::folder);
    let own = entries.iter().filter_map(|entry| entry.languages.first()).next();
    let words = own.map(native).context("a site without a quiz")?;
    let (lang, title, sentence) = (words.lang(), words.nothing_here().text, words.nothing_here_help().text);
    let head = html! {
        (site.look.head(&root))
        script src={ (root) "404.js" } {}
    };
    let body = html! {
        (site.look.header(&root))
        main {
            h1 { (title) }
            p { (sentence) }
            ul {
                @for entry in entries { @for quiz in &entry.languages {
                    li {
                        a lang=(quiz.lang) dir=(direction(&quiz.lang))
                            href={ (root) "q/" (entry.id) "/" (load::folder(&entry.languages, quiz)) } { (quiz.title) }
                    }
                } }
            }
        }
    };
    site.out.write("404.html", &whole(lang, Some(MISSING), &title, &head, &body))?;
    site.out.write("404.js", include_str!("404.js"))
}
