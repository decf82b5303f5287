//! The compiled widget that a site is built around: freshly made in the folder of the site, or as the build before
//! left it there.

use anyhow::{Context, Result, bail, ensure};

use super::files::Out;
use super::target::Target;

/// Where the builder puts the addresses into the loader.
pub const PLACE: &str = "SITE";

/// The files that have the same name before and after a build, and those that a build uses up.
const AS_THEY_ARE: [&str; 2] = ["page.css", "frame.js"];
const LOADER: &str = "which-track.js";
const STYLES: &str = "which-track.css";

/// The compiled widget.
pub struct Widget {
    /// The name of its two files without their endings, which tells their contents apart.
    pub program: String,
    /// The loader, with the place where the addresses go.
    pub loader: String,
    /// Its styles.
    pub styles: Vec<u8>,
    /// The files that go to the site as they are.
    pub files: Vec<String>,
}

impl Widget {
    /// Finds all of it, or says all that is missing.
    pub fn find(target: &Target) -> Result<Self> {
        let before = target.manifest.as_ref();
        let needed = [STYLES, "page.css", LOADER, "frame.js"].into_iter();
        let missing: Vec<&str> =
            needed.filter(|name| !target.has(name) && (before.is_none() || *name != STYLES)).collect();
        if !missing.is_empty() {
            bail!(
                "{}: {} missing; a build begins with a compiled widget, as docs/deploying.md says",
                target.path().display(),
                missing.join(", ")
            );
        }
        let program = program(target)?;
        let styles = before.filter(|_| !target.has(STYLES)).map_or(STYLES, |before| before.styles.as_str());
        let themes = target.files().filter(|name| name.starts_with("themes/") && name.ends_with(".css"));
        let files = AS_THEY_ARE.into_iter().map(str::to_owned).chain(themes.map(str::to_owned));
        let files = files.chain([format!("{program}.js"), format!("{program}_bg.wasm")]).collect();
        Ok(Self { styles: target.read(styles)?, loader: loader(target)?, program, files })
    }

    /// Takes it over into a site, and gives the name of its styles there.
    pub fn take(&self, out: &Out, from: &Target) -> Result<String> {
        self.files.iter().try_for_each(|path| out.write_bytes(path, &from.read(path)?))?;
        out.hashed("which-track.css", &self.styles)
    }

    /// Everything in the folder that this was found in.
    pub fn inputs(&self) -> Vec<String> {
        [LOADER, STYLES].into_iter().map(str::to_owned).chain(self.files.iter().cloned()).collect()
    }
}

/// The loader: a fresh one, or the one that the build before began with.
fn loader(target: &Target) -> Result<String> {
    let text = String::from_utf8(target.read(LOADER)?).context("which-track.js: not UTF-8")?;
    if text.matches(PLACE).count() == 1 {
        return Ok(text);
    }
    let before = target.manifest.as_ref().map(|before| before.loader.clone());
    before.context("which-track.js is not the loader of a compiled widget: it has no place for the site")
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
