//! What hosts answer where there is nothing: a page that says so and leads to the quizzes, with a script that puts
//! damaged share addresses right.

use anyhow::Result;
use maud::{DOCTYPE, html};
use which_track::widget::strings::direction;

use super::{Entry, Site};
use crate::base::Base;
use crate::load;

/// Writes both. All addresses are absolute, because the page stands in for one at any depth: without the site's own
/// address, from the root of its host.
pub fn write(site: &Site<'_>, entries: &[Entry]) -> Result<()> {
    let root = site.base.map_or("/".to_owned(), Base::folder);
    let own = entries.iter().filter_map(|entry| entry.languages.first()).next();
    let lang = own.map_or("en", |quiz| quiz.lang.as_str());
    let (title, sentence) = words(lang);
    let page = html! {
        (DOCTYPE)
        html lang=(lang) dir=(direction(lang)) data-which-track="missing" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                meta name="color-scheme" content="light dark";
                link rel="icon" href="data:,";
                link rel="stylesheet" href={ (root) "page.css" };
                script src={ (root) "404.js" } {}
            }
            body {
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
            }
        }
    };
    site.out.write("404.html", &page.into_string())?;
    site.out.write("404.js", include_str!("404.js"))
}

/// The page's words, in the language of the first quiz where that is one that the widget speaks.
fn words(lang: &str) -> (&'static str, &'static str) {
    match lang.split('-').next() {
        Some("fr") => {
            ("Il n’y a rien à cette adresse", "Peut-être qu’un lien a été abîmé en chemin. Voici ce qu’il y a\u{a0}:")
        }
        _ => ("There is nothing at this address", "A link may have been damaged on its way. Here is what there is:"),
    }
}
