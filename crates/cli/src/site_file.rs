//! The file in which an author says what a site is: its name, its address, its accent, its logo and its fonts.

mod accent;
mod font;
mod logo;
mod mistake;

use std::fs;
use std::path::Path;

use which_track_quiz::check::{self, Problem, Source, Spanned};

use crate::base::Base;
use crate::drawn::DrawnProblem;
use crate::raster::Font;
use crate::{load, print};
pub use accent::Accent;
pub use logo::Logo;
use mistake::Mistake;

/// The file about a site, where no other is named.
const FILE: &str = "which-track.toml";

/// What its author says of a site.
#[derive(Default)]
pub struct Settings {
    /// The name that previews of links show above a title.
    name: Option<String>,
    /// The language of that name, where it is said.
    pub lang: Option<String>,
    /// Its address, where it is known.
    pub base: Option<Base>,
    /// Its color.
    pub accent: Option<Accent>,
    /// Its picture.
    pub logo: Option<Logo>,
    /// The fonts for letters that the bundled ones do not have.
    pub fonts: Vec<Font>,
}

impl Settings {
    /// As [`Settings::read`], or `None` where something is wrong, which is then printed.
    pub fn load(path: Option<&Path>, base: Option<&Base>) -> anyhow::Result<Option<Self>> {
        match Self::read(path, base) {
            Ok(settings) => Ok(Some(settings)),
            Err(problems) => problems.iter().try_for_each(print::note).map(|()| None),
        }
    }

    /// Reads the file at `path`, or the usual one where none is named and it is there. `base`, from the command line, goes
    /// before what the file says.
    pub fn read(path: Option<&Path>, base: Option<&Base>) -> Result<Self, Vec<DrawnProblem>> {
        let usual = Path::new(FILE);
        let path = path.or_else(|| Some(usual).filter(|usual| usual.is_file()));
        let mut settings = path.map_or_else(|| Ok(Self::default()), Self::of_file)?;
        settings.base = base.cloned().or(settings.base);
        Ok(settings)
    }

    /// The site's name: its own, or that of its host.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref().or_else(|| self.base.as_ref().map(Base::host))
    }

    fn of_file(path: &Path) -> Result<Self, Vec<DrawnProblem>> {
        let (name, text) = load::text(path).map_err(|problem| vec![problem.into()])?;
        let source = Source { name: &name, text: &text };
        let (site, mut problems) = check::site(source);
        let base = understood(source, site.url, address, &mut problems);
        let accent = understood(source, site.accent, Accent::parse, &mut problems);
        let logo = understood(source, site.logo, |logo| Logo::beside(path, logo), &mut problems);
        let fonts = site.fonts.into_iter();
        let fonts =
            fonts.filter_map(|name| understood(source, Some(name), |name| font::beside(path, name), &mut problems));
        let fonts = fonts.collect();
        if !problems.is_empty() {
            problems.sort_by_key(|problem| problem.span);
            return Err(problems.into_iter().map(|problem| DrawnProblem::within(problem, &text)).collect());
        }
        Ok(Self { name: site.name.map(|name| name.value), lang: site.lang, base, accent, logo, fonts })
    }
}

/// Everything that is wrong with the file at `path`; nothing where it is about no site.
pub fn problems(path: &Path) -> Option<Vec<DrawnProblem>> {
    let (_, text) = load::text(path).ok()?;
    check::is_site(&text).then(|| Settings::of_file(path).err().unwrap_or_default())
}

/// What the file says that is read where no other is named, if it is there.
pub fn contents() -> Option<Vec<u8>> {
    fs::read(FILE).ok()
}

/// Whether this is the file that is read where no other is named.
pub fn is_usual(path: &Path) -> bool {
    path.canonicalize().is_ok_and(|path| Path::new(FILE).canonicalize().is_ok_and(|usual| usual == path))
}

/// A value as it is meant; nothing where there is none, or where it means nothing, which is then noted.
fn understood<T>(
    source: Source<'_>,
    written: Option<Spanned<String>>,
    read: impl FnOnce(&str) -> Result<T, Mistake>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let written = written?;
    let note = |Mistake { message, advice }| {
        problems.push(Problem::within(source, written.span, message, advice));
    };
    read(&written.value).map_err(note).ok()
}

fn address(url: &str) -> Result<Base, Mistake> {
    Base::parse(url).map_err(|why| Mistake {
        message: format!("`url` of the site: {why}"),
        advice: "write it as in `https://quiz.example`",
    })
}
