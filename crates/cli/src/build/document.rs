//! The frame of every page that holds nothing but a quiz, and what its head says to those who unfurl a link to it (its preview in chats and feeds).

use maud::{DOCTYPE, Markup, html};
use which_track_quiz::language::{direction, primary};
use which_track_quiz::languages;
use which_track_quiz::words::Phrase;

use super::look::Look;
use super::picture::{FORMAT, Picture};
use crate::site_file::Settings;

/// A page with a quiz in it.
pub struct Page<'a> {
    /// Its path, from which all addresses are relative: a site also works in a folder of another one.
    pub path: &'a str,
    /// `page`, or `frame` for one that is shown in another.
    pub kind: &'a str,
    pub lang: &'a str,
    pub title: &'a str,
    /// What else its head says.
    pub head: Markup,
    /// The quiz's id.
    pub quiz: &'a str,
    /// On a share page: the outcome's id, or the word for invitations.
    pub shared: Option<&'a str>,
    /// On a share page: where older editions are, as JSON.
    pub editions: Option<&'a str>,
    /// What is in the quiz's place until it comes.
    pub fallback: Markup,
    /// What the site looks like.
    pub look: &'a Look,
}

impl Page<'_> {
    /// The page as HTML.
    pub fn html(&self) -> String {
        let root = to_root(self.path);
        let page = html! {
            (DOCTYPE)
            html lang=(self.lang) dir=(direction(self.lang)) data-which-track=(self.kind) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) }
                    (self.head)
                    meta name="color-scheme" content="light dark";
                    (self.look.head(&root))
                    script type="module" src={ (root) "which-track.js" } {}
                    @if self.kind == "frame" { script type="module" src={ (root) "frame.js" } {} }
                }
                body {
                    @if self.kind != "frame" { (self.look.header(&root)) }
                    main {
                        which-track quiz=(self.quiz) lang=(self.lang) loading="eager" heading-level="1"
                            shared=[self.shared] editions=[self.editions] { (self.fallback) }
                    }
                }
            }
        };
        page.into_string()
    }
}

/// What the interface says, marked with its language where that is not the page's.
pub fn say(phrase: Phrase) -> Markup {
    html! {
        @match &phrase.lang {
            Some(lang) => span lang=(lang) dir=(direction(lang)) { (phrase.text) },
            None => (phrase.text),
        }
    }
}

/// From a page to the site.
pub fn to_root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// What a link to a page unfurls to: its preview.
pub struct Preview<'a> {
    pub path: &'a str,
    pub lang: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    pub picture: Option<&'a Picture>,
    /// The page in all its languages: their tags and paths.
    pub languages: &'a [(String, String)],
}

impl Preview<'_> {
    /// The lines of the page's head.
    pub fn head(&self, site: &Settings) -> Markup {
        let base = site.base.as_ref();
        html! {
            meta name="description" content=(self.description);
            @if let Some(base) = base {
                link rel="canonical" href=(base.to(self.path));
                meta property="og:url" content=(base.to(self.path));
            }
            meta property="og:type" content="website";
            @if let Some(name) = site.name() { meta property="og:site_name" content=(name); }
            meta property="og:title" content=(self.title);
            meta property="og:description" content=(self.description);
            @if let Some(locale) = locale(self.lang) { meta property="og:locale" content=(locale); }
            @if let Some(picture) = self.picture {
                meta property="og:image" content=(picture.address(base));
                meta property="og:image:type" content="image/png";
                meta property="og:image:width" content=(FORMAT.width());
                meta property="og:image:height" content=(FORMAT.height());
                meta property="og:image:alt" content=(picture.alt);
                meta name="twitter:card" content="summary_large_image";
            }
            @if let Some(base) = base {
                @for (lang, path) in self.languages { link rel="alternate" hreflang=(lang) href=(base.to(path)); }
            }
        }
    }
}

/// The language with a country, as Open Graph wants it: the tag's own, or that of the interface in the same language.
fn locale(lang: &str) -> Option<String> {
    let country = lang.split('-').skip(1).find(|part| part.len() == 2);
    if let Some(country) = country {
        return Some(format!("{}_{}", primary(lang).to_lowercase(), country.to_uppercase()));
    }
    let interface = languages::nearest(lang);
    (primary(&interface.texts.lang) == primary(lang)).then(|| interface.locale.clone())
}

#[cfg(test)]
mod tests {
    use super::locale;

    #[test]
    fn a_locale_has_a_country() {
        for (lang, expected) in [
            ("en", Some("en_US")),
            ("fr", Some("fr_FR")),
            ("pt-BR", Some("pt_BR")),
            ("zh-Hant-TW", Some("zh_TW")),
            ("sr-Latn", None),
            ("cs", None),
        ] {
            assert_eq!(locale(lang).as_deref(), expected, "{lang}");
        }
    }
}
