//! `which-track build`: a whole site of static files, made from quizzes around a compiled widget.

mod crawlers;
mod document;
mod embed;
mod embedded;
mod files;
mod first;
mod gallery;
mod live;
mod loader;
mod look;
mod manifest;
mod missing;
mod oembed;
mod pages;
mod picture;
mod room;
mod share;
mod site;
mod target;
mod widget;

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use which_track_quiz::Quiz;

use crate::base::Base;
use crate::editions::{self, Kept};
use crate::exit::Exit;
use crate::print::Progress;
use crate::site_file::Settings;
use crate::{letters, load, print};
use files::Out;
use manifest::{Manifest, TOOL};
use site::{Entry, Site};
use target::Target;
use widget::{Taken, Widget};

pub use live::LiveSite;

/// What to build, and where.
#[derive(clap::Args)]
pub struct Args {
    /// Quiz files.
    #[arg(required = true)]
    quizzes: Vec<PathBuf>,
    /// Where the site goes.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,
    /// The address that the site will have, https://…; without it, what needs one is left out.
    #[arg(long, value_name = "URL", value_parser = Base::parse)]
    base_url: Option<Base>,
    /// A file about the site: its name, address, accent, logo and fonts. which-track.toml in the current folder where left out, if it is
    /// there.
    #[arg(long, value_name = "FILE")]
    site: Option<PathBuf>,
    /// The site as it was built before, where that is another folder: what browsers may still ask for is taken over.
    #[arg(long, value_name = "FOLDER")]
    before: Option<PathBuf>,
    /// A folder with a compiled widget. Without it, the one in the folder of the site, freshly made or from the build before
    /// by this version of the tool, or else the one inside of the tool.
    #[arg(long, value_name = "FOLDER")]
    widget: Option<PathBuf>,
    /// A text file of your own in the folder, to be compressed like the site's.
    #[arg(long, value_name = "FILE")]
    pack: Vec<String>,
    /// Leaves away what takes most of the time: pictures, and packed copies. For a look while something changes.
    #[arg(long, hide = true)]
    draft: bool,
}

/// Compiles quizzes and makes everything of the site, which takes the place of what was in the folder when all is there.
pub fn run(args: &Args) -> Result<Exit> {
    let Args { quizzes: paths, out, base_url, site, before, widget, pack, draft } = args;
    let Some(settings) = Settings::load(site.as_deref(), base_url.as_ref())? else { return Ok(Exit::Problems) };
    let Some(quizzes) = load::all(paths)? else { return Ok(Exit::Problems) };
    let entries = entries(paths, quizzes)?;
    let target = Target::new(out)?;
    let before = before.as_deref().map(Target::new).transpose()?;
    if target.is_somebody_elses() && !Widget::is_in(&target) {
        bail!(
            "{}: there are files in it, and none is a build’s own; name a folder that is empty, or not there yet",
            target.path().display()
        );
    }
    let given = widget.as_deref().map(Target::new).transpose()?;
    let unpacked = if given.is_none() && !Widget::is_in(&target) { embedded::unpack()? } else { None };
    let from = given.as_ref().or(unpacked.as_ref().map(|unpacked| &unpacked.target)).unwrap_or(&target);
    let widget = Widget::find(from)?;
    let out = Out::beside(&target)?;
    let progress = (!draft).then(|| Progress::through(entries.iter().map(pictures).sum()));
    let site = Site::new(out, settings, progress)?;
    let taken = widget.take(&site.out, from)?;
    let addresses = entries
        .iter()
        .enumerate()
        .map(|(at, entry)| Ok((entry.id.clone(), loader::addresses(&site.out, entry, at == 0)?)));
    loader::write(&site.out, &widget, &taken, &addresses.collect::<Result<_>>()?, &entries)?;
    // The page that a blogger may have at the site itself.
    let has_index = target.has_own("index.html");
    let mut paths = if has_index { vec![String::new()] } else { Vec::new() };
    for entry in &entries {
        paths.extend(pages::write(&site, entry)?);
        paths.extend(share::write(&site, entry)?);
    }
    paths.extend(gallery::write(&site, &entries, has_index)?);
    letters::warn(site.missing.take())?;
    crawlers::write(&site, &paths)?;
    missing::write(&site, &entries)?;
    embed::write(&site, &entries)?;
    site.out.write("_headers", include_str!("build/_headers"))?;
    if let Some(progress) = &site.pictures {
        progress.at("compressing");
        site.out.compress()?;
        pack.iter().try_for_each(|path| site.out.pack(path, &target.read(path)?))?;
    }
    let made = where_to_look(&site, &entries);
    finish(site.out, &target, before.as_ref(), widget, taken)?;
    print::line(format!("written: {}", target.path().display()))?;
    made.into_iter().try_for_each(print::line)?;
    Ok(Exit::Well)
}

/// Where the pages are that a blogger looks for: by their addresses, or without that of the site by their paths in it.
fn where_to_look(site: &Site, entries: &[Entry]) -> Vec<String> {
    let at = |path: &str| site.settings.base.as_ref().map_or_else(|| path.to_owned(), |base| base.to(path));
    let quizzes = entries.iter().map(|entry| format!("a page of its own: {}", at(&format!("q/{}/", entry.id))));
    quizzes.chain([format!("the lines for your blog: {}", at("embed/"))]).collect()
}

/// Adds what is not of this build, and puts the site in its place.
fn finish(out: Out, target: &Target, before: Option<&Target>, widget: Widget, taken: Taken) -> Result<()> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock is before 1970")?.as_secs();
    let sites: Vec<&Target> = [target].into_iter().chain(before).collect();
    let files = out.keep(&sites, now)?;
    out.take_others(target, &widget.inputs())?;
    let Widget { sources, program, .. } = widget;
    out.note(&Manifest { sources, program, result: taken.result, tool: TOOL.to_owned(), files })?;
    out.swap(target)
}

/// The quizzes of files, with all that has to be worked out for them.
fn entries(paths: &[PathBuf], quizzes: Vec<Vec<Quiz>>) -> Result<Vec<Entry>> {
    let progress = Progress::through(paths.len());
    let entry = |(path, languages): (&PathBuf, Vec<Quiz>)| {
        progress.at(format!("how close results of {} can be", path.display()));
        let entry = entry(path, load::all_with_gaps(languages)?)?;
        progress.step();
        Ok(entry)
    };
    paths.iter().zip(quizzes).map(entry).collect()
}

/// How many pictures there are of a quiz: one for its own page in each language, and one for each share page.
fn pictures(entry: &Entry) -> usize {
    entry.languages.len() + share::count(entry)
}

/// The quiz of a file, with its kept editions.
fn entry(path: &Path, languages: Vec<Quiz>) -> Result<Entry> {
    let own = languages.first().context("a quiz without a language")?;
    let (id, current) = (own.id.clone(), own.edition().to_string());
    let kept = editions::kept(path, own)?;
    let (current_too, older): (Vec<Kept>, Vec<Kept>) = kept.into_iter().partition(|kept| kept.edition == current);
    if current_too.is_empty() {
        let keep = format!("`which-track keep {}` keeps it", path.display());
        print::note(format!(
            "note: edition `{current}` of `{id}` is not kept; {keep}, so that links to its results outlive later changes of the quiz"
        ))?;
    }
    let all = older.iter().flat_map(|kept| &kept.languages).chain(&languages);
    if let Some((one, other)) = editions::alike(all) {
        let stamp = which_track_quiz::share::stamp(one);
        let (one, other) = (one.edition(), other.edition());
        bail!(
            "editions `{one}` and `{other}` of `{id}` look alike in links (`{stamp}`): delete the kept files of one of them, or change something that scores"
        );
    }
    Ok(Entry { id, languages, older })
}
