//! The languages that the interface speaks: the files of languages/, which are built into every tool.

use std::sync::OnceLock;

use crate::check::{Language, Problem, Source, language};
use crate::language as tags;

/// The files, each with its name: the list that build.rs makes of the folder.
pub const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The one that stands in for all that there are not.
const USUAL: &str = "en";

/// All languages, and what is wrong with their files: nothing, unless somebody is at work on one.
pub fn all() -> &'static (Vec<Language>, Vec<Problem>) {
    static ALL: OnceLock<(Vec<Language>, Vec<Problem>)> = OnceLock::new();
    ALL.get_or_init(|| {
        let read = FILES.iter().map(|(name, text)| language(Source { name, text }));
        let (languages, problems): (Vec<_>, Vec<_>) = read.unzip();
        (languages, problems.concat())
    })
}

/// The language that is nearest to a wanted one, or English.
#[must_use]
pub fn nearest(wanted: &str) -> &'static Language {
    let languages = &all().0;
    let tags = languages.iter().map(|language| language.texts.lang.as_str());
    let nearest = tags::nearest(wanted, tags).unwrap_or(USUAL);
    languages.iter().find(|language| language.texts.lang == nearest).unwrap_or(&languages[0])
}
