//! The compiled widget that a site is built around: freshly made in the folder of the site, or as the build before
//! left it there.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::files::Out;
use super::manifest::TOOL;
use super::target::Target;

/// Where the builder puts the addresses into a script, the styles that come with it, and into the loader those that keep room.
const SITE: &str = "SITE";
const STYLES: &str = "STYLES";
const ROOMS: &str = "ROOMS";

/// The files that have the same name before and after a build.
const AS_THEY_ARE: [&str; 2] = ["page.css", "frame.js"];

/// The files that a build is made from and that are not in the site as they are.
const SOURCES: [&str; 6] = [LOADER, MORE, QUESTIONS, RANK, LATER, RESULT];
/// The loader, with a place for the site, one for the styles of questions, and one for those that keep room.
pub const LOADER: &str = "which-track.js";
/// The rest of the loader, with a place for the site, and one for the styles that come with it.
const MORE: &str = "quiz.js";
const QUESTIONS: &str = "questions.css";
/// The styles of a ranking, which come with the loader where a quiz begins with one.
const RANK: &str = "rank.css";
/// Other styles that no first screen needs.
const LATER: &str = "later.css";
/// The styles of the result.
const RESULT: &str = "result.css";
/// The program's part for the result.
const RESULT_PART: &str = "result.wasm";

/// The compiled widget.
pub struct Widget {
    /// The name of its two files without their endings, which tells their contents apart.
    pub program: String,
    /// The program's part for the result, where that is a file of its own: its name, and what is in it.
    pub result: Option<(String, Vec<u8>)>,
    /// The texts that a build is made from, by name.
    pub sources: BTreeMap<String, String>,
    /// The files that go to the site as they are.
    pub files: Vec<String>,
}

/// What of a widget is called after its contents on a site.
pub struct Taken {
    /// The styles of the result.
    pub styles: String,
    /// The program's part for it, where that is a file of its own.
    pub result: Option<String>,
}

impl Widget {
    /// Whether a folder has one: a fresh one, or that of a build before by this version of the tool.
    pub fn is_in(target: &Target) -> bool {
        target.has(MORE) || target.manifest.as_ref().is_some_and(|before| before.tool == TOOL)
    }

    /// Finds all of it, or says all that is missing.
    pub fn find(target: &Target) -> Result<Self> {
        let before = target.manifest.as_ref();
        let there = |name: &str| target.has(name) || before.is_some_and(|before| before.sources.contains_key(name));
        let missing: Vec<&str> = SOURCES.into_iter().chain(AS_THEY_ARE).filter(|name| !there(name)).collect();
        if !missing.is_empty() {
            bail!(
                "{}: {} missing; a build begins with a compiled widget, as docs/deploying.md says",
                target.path().display(),
                missing.join(", ")
            );
        }
        let program = program(target)?;
        let before = before.and_then(|before| before.result.as_deref()).filter(|name| target.has(name));
        let part = if target.has(RESULT_PART) { Some(RESULT_PART) } else { before };
        let result = part.map(|name| Ok::<_, anyhow::Error>((name.to_owned(), target.read(name)?))).transpose()?;
        let themes = target.files().filter(|name| name.starts_with("themes/") && name.ends_with(".css"));
        let files = AS_THEY_ARE.into_iter().map(str::to_owned).chain(themes.map(str::to_owned));
        let files = files.chain([format!("{program}.js"), format!("{program}_bg.wasm")]).collect();
        let sources = SOURCES.into_iter().map(|name| Ok((name.to_owned(), source(target, name)?)));
        Ok(Self { sources: sources.collect::<Result<_>>()?, program, result, files })
    }

    /// Takes it over into a site, and gives the names of what is called after its contents there.
    pub fn take(&self, out: &Out, from: &Target) -> Result<Taken> {
        self.files.iter().try_for_each(|path| out.write_bytes(path, &from.read(path)?))?;
        let result = self.result.as_ref().map(|(_, bytes)| out.hashed("which-track-result.wasm", bytes)).transpose()?;
        Ok(Taken { styles: out.hashed("which-track-result.css", self.sources[RESULT].as_bytes())?, result })
    }

    /// The rest of the loader on a site, with the styles of a ranking or without.
    pub fn more(&self, site: Value, with_rank: bool) -> String {
        let styles = if with_rank { &[RANK, LATER][..] } else { &[LATER] };
        self.filled(MORE, [(SITE, site), (STYLES, self.styles(styles))])
    }

    /// The loader on a site, with the styles that keep room, and those of a ranking or without.
    pub fn loader(&self, site: Value, rooms: String, with_rank: bool) -> String {
        let styles = if with_rank { &[QUESTIONS, RANK][..] } else { &[QUESTIONS] };
        self.filled(LOADER, [(SITE, site), (STYLES, self.styles(styles)), (ROOMS, Value::String(rooms))])
    }

    fn styles(&self, names: &[&str]) -> Value {
        Value::String(names.iter().map(|name| self.sources[*name].as_str()).collect())
    }

    fn filled<const N: usize>(&self, script: &str, places: [(&str, Value); N]) -> String {
        let fill = |text: String, (place, value): (&str, Value)| text.replacen(place, &written(&value), 1);
        places.into_iter().fold(self.sources[script].clone(), fill)
    }

    /// Everything in the folder that this was found in.
    pub fn inputs(&self) -> Vec<String> {
        let result = self.result.iter().map(|(name, _)| name);
        self.sources.keys().chain(&self.files).chain(result).cloned().collect()
    }
}

/// What the builder puts into a script, in which no word of a quiz looks like a place for something.
fn written(site: &Value) -> String {
    let hidden = |text: String, place: &str| {
        text.replace(place, &format!("\\u{:04x}{}", u32::from(place.as_bytes()[0]), &place[1..]))
    };
    [SITE, STYLES, ROOMS].into_iter().fold(site.to_string(), hidden)
}

/// A text that a build is made from: a fresh one, or the one that the build before began with.
fn source(target: &Target, name: &str) -> Result<String> {
    let before = target.manifest.as_ref().and_then(|before| before.sources.get(name));
    // The loader has the same name before and after a build.
    let places: &[&str] = match name {
        LOADER => &[SITE, STYLES, ROOMS],
        MORE => &[SITE, STYLES],
        _ => &[],
    };
    if target.has(name) {
        let text = String::from_utf8(target.read(name)?).with_context(|| format!("{name}: not UTF-8"))?;
        if places.iter().all(|place| text.matches(place).count() == 1) {
            return Ok(text);
        }
    }
    before.cloned().with_context(|| format!("{name} is not that of a compiled widget: it has no place for the site"))
}

/// The name of the program's two files without their endings: of a fresh one, or of the one of the build before.
fn program(target: &Target) -> Result<String> {
    let (glue, wasm) = (fresh(target, ".js")?, fresh(target, "_bg.wasm")?);
    match (glue, wasm, &target.manifest) {
        (None, None, Some(before)) => Ok(before.program.clone()),
        (Some(glue), Some(wasm), _) => {
            let name = glue.trim_end_matches(".js");
            ensure!(wasm == format!("{name}_bg.wasm"), "{glue} and {wasm} are not of the same compiled widget");
            Ok(name.to_owned())
        }
        (glue, ..) => {
            let ending = if glue.is_none() { ".js" } else { "_bg.wasm" };
            bail!("{}: no compiled widget (which-track-*{ending}) here", target.path().display())
        }
    }
}

/// The widget's file with this ending that no build has made use of yet: `which-track-` and a hash before it.
fn fresh<'a>(target: &'a Target, ending: &str) -> Result<Option<&'a str>> {
    let known = |name: &str| target.manifest.as_ref().is_some_and(|before| before.files.contains_key(name));
    let is_one = |name: &&str| name.starts_with("which-track-") && name.ends_with(ending) && !known(name);
    let names: Vec<&str> = target.files().filter(is_one).collect();
    match names.as_slice() {
        [] => Ok(None),
        [name] => Ok(Some(name)),
        _ => bail!("{}: more than one compiled widget here: {}", target.path().display(), names.join(", ")),
    }
}
