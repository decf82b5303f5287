//! The frame of every page, that of pages that hold nothing but a quiz, and what their heads say to those who unfurl a link
//! to them (its preview in chats and feeds).

use maud::{DOCTYPE, Markup, PreEscaped, html};
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
        let head = html! {
            (self.head)
            (self.look.head(&root))
            script type="module" src={ (root) "which-track.js" } {}
            @if self.kind == "frame" { script type="module" src={ (root) "frame.js" } {} }
        };
        let body = html! {
            @if self.kind != "frame" { (self.look.header(&root)) }
            main {
                which-track quiz=(self.quiz) lang=(self.lang) loading="eager" heading-level="1"
                    shared=[self.shared] editions=[self.editions] { (self.fallback) }
            }
        };
        whole(self.lang, Some(self.kind), self.title, &head, &body)
    }
}

/// Some hosts serve a folder's page without the slash at the end of its address, from which then all others are reckoned
/// one folder too high. To send the reader to the right address would go round in circles where a host sends them back.
const IN_FOLDER: &str = r#"/(\/|\/index|\.html)$/.test(location.pathname)||document.head.prepend(Object.assign(document.createElement("base"),{href:location.pathname+"/"}))"#;

/// A page of the site in a language, as HTML: with its kind, by which styles and scripts know it, what else its head says, and
/// its body. All addresses in it are relative to its folder, but on the page for what is missing, which may be anywhere.
pub fn whole(lang: &str, kind: Option<&str>, title: &str, head: &Markup, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(lang) dir=(direction(lang)) data-which-track=[kind] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                @if kind != Some(MISSING) { script { (PreEscaped(IN_FOLDER)) } }
                title { (title) }
                (head)
            }
            body { (body) }
        }
    };
    page.into_string()
}

/// The kind of the page for what is missing.
pub const MISSING: &str = "missing";

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
