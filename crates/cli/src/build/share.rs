//! The share pages: one for each outcome, which tells it and nothing else, and one for invitations, which tells nothing.

mod page;
mod page_text;

use anyhow::Result;
use maud::html;
use serde_json::{Map, Value};
use which_track_quiz::Quiz;
use which_track_quiz::share::{COMPARE, ShareUrls, stamp};

use super::document::{Page, Preview, to_root};
use super::oembed::Described;
use super::picture::Picture;
use super::site::{Entry, Site, compile};
use crate::load;
use page::SharePage;
use page_text::PageText;

/// Writes the share pages of a quiz in all their languages, and gives the paths of those that are to be found.
pub fn write(site: &Site, entry: &Entry) -> Result<Vec<String>> {
    let older = compile_older(site, entry)?;
    let mut paths = Vec::new();
    for name in names(entry) {
        let pages = in_each_language(entry, name);
        let languages: Vec<(String, String)> =
            pages.iter().map(|page| (page.quiz.lang.clone(), page.path.clone())).collect();
        for page in &pages {
            page.write(site, entry, &languages, editions(&older, page).as_deref())?;
        }
        if name != COMPARE {
            paths.extend(languages.into_iter().map(|(_, path)| path));
        }
    }
    Ok(paths)
}

/// How many pages they are.
pub fn count(entry: &Entry) -> usize {
    names(entry).into_iter().map(|name| in_each_language(entry, name).len()).sum()
}

/// The quiz of each edition in its languages, the current edition first.
fn quizzes(entry: &Entry) -> impl Iterator<Item = &Quiz> {
    entry.languages.iter().chain(entry.older.iter().flat_map(|kept| &kept.languages))
}

/// The names of all pages: the outcomes of any edition, and the one for invitations.
fn names(entry: &Entry) -> Vec<&str> {
    let mut names = vec![COMPARE];
    for outcome in quizzes(entry).flat_map(|quiz| &quiz.outcomes) {
        if !names.contains(&outcome.id.as_str()) {
            names.push(&outcome.id);
        }
    }
    names
}

/// The page of this name in each language, with the words of the first edition that has both: a link that was once
/// right goes on opening.
fn in_each_language<'a>(entry: &'a Entry, name: &str) -> Vec<SharePage<'a>> {
    let mut pages: Vec<SharePage<'a>> = Vec::new();
    for quiz in quizzes(entry) {
        let outcome = quiz.outcomes.iter().find(|outcome| outcome.id == name);
        let there = pages.iter().any(|page| page.quiz.lang == quiz.lang);
        if !there && (outcome.is_some() || name == COMPARE) {
            let folders = ShareUrls { base: String::new(), folder: load::folder(&entry.languages, quiz) };
            pages.push(SharePage { quiz, outcome, path: folders.outcome(&entry.id, name) });
        }
    }
    pages
}

impl SharePage<'_> {
    /// Draws the picture and writes the page. `languages` are those of the page, with their paths.
    fn write(&self, site: &Site, entry: &Entry, languages: &[(String, String)], editions: Option<&str>) -> Result<()> {
        let PageText { title, description, card, fallback } = PageText::on(self, entry);
        let picture = Picture::draw(site, &self.path, card)?;
        let preview = Preview {
            path: &self.path,
            lang: &self.quiz.lang,
            title: &title,
            description: &description,
            picture: picture.as_ref(),
            languages,
        };
        // Nothing is framed: what was shared is behind the `#`, which no host hands on.
        let path = format!("oembed/{}.json", self.path.trim_end_matches('/'));
        let described = Described { path, title: &title, picture: picture.as_ref(), frame: None };
        let head = html! { (preview.head(&site.settings)) (described.write(site)?) };
        let page = Page {
            path: &self.path,
            kind: "page",
            lang: &self.quiz.lang,
            title: &title,
            head,
            quiz: &entry.id,
            shared: Some(self.outcome.map_or(COMPARE, |outcome| &outcome.id)),
            editions,
            fallback,
            look: &site.look,
        };
        site.out.write(&format!("{}index.html", self.path), &page.html())
    }
}

/// An older edition: its stamp, and the address of the quiz in each language, its own first.
type Older = (String, Vec<(String, String)>);

/// Writes the compiled quizzes of older editions.
fn compile_older(site: &Site, entry: &Entry) -> Result<Vec<Older>> {
    let mut older = Vec::new();
    for kept in &entry.older {
        let address = |quiz: &Quiz| Ok((quiz.lang.clone(), compile(quiz, &site.out)?));
        let addresses = kept.languages.iter().map(address).collect::<Result<_>>()?;
        older.push((kept.languages.first().map(stamp).unwrap_or_default(), addresses));
    }
    Ok(older)
}

/// Where older editions are, as JSON: for each stamp the address, from the page, of the quiz in the page's language or
/// else in its own. Under no stamp, the page's own edition, where that is an older one.
fn editions(older: &[Older], page: &SharePage<'_>) -> Option<String> {
    let nearest = |addresses: &[(String, String)]| {
        let same = addresses.iter().find(|(lang, _)| *lang == page.quiz.lang).or(addresses.first());
        same.map(|(_, address)| Value::String(to_root(&page.path) + address))
    };
    let mut all: Map<String, Value> =
        older.iter().filter_map(|(stamp, addresses)| Some((stamp.clone(), nearest(addresses)?))).collect();
    // For a link that has lost its code: the edition that the page is from.
    if let Some(own) = all.get(&stamp(page.quiz)).cloned() {
        all.insert(String::new(), own);
    }
    (!all.is_empty()).then(|| Value::Object(all).to_string())
}
