//! `which-track new`: a small quiz to begin with, in a file of its own.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;
use which_track_quiz::check::{Problem, is_device};
use which_track_quiz::language::primary;
use which_track_quiz::limits::{self, is_id, is_language_tag};

use crate::exit::Exit;
use crate::{print, schema};

/// What to call the quiz, and in which language it is.
#[derive(clap::Args)]
pub struct Args {
    /// The quiz's name in addresses and links, as in `tea-or-coffee`, with the folder that it goes to before it.
    #[arg(value_parser = Name::parse)]
    name: Name,
    /// The language of its words, as in `de` or `pt-BR`.
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = Starter::parse)]
    lang: Starter,
}

/// The name of a quiz and the file that it is in.
#[derive(Clone)]
struct Name {
    id: String,
    file: PathBuf,
}

/// A quiz to begin with, in some language.
#[derive(Clone)]
struct Starter {
    lang: String,
    /// The language that it is written in, which may be the same without a country.
    written_in: &'static str,
    text: &'static str,
}

/// All of them, by language.
const STARTERS: [(&str, &str); 12] = [
    ("en", include_str!("new/starter.en.toml")),
    ("ar", include_str!("new/starter.ar.toml")),
    ("de", include_str!("new/starter.de.toml")),
    ("es", include_str!("new/starter.es.toml")),
    ("fr", include_str!("new/starter.fr.toml")),
    ("it", include_str!("new/starter.it.toml")),
    ("ja", include_str!("new/starter.ja.toml")),
    ("nl", include_str!("new/starter.nl.toml")),
    ("pl", include_str!("new/starter.pl.toml")),
    ("pt-BR", include_str!("new/starter.pt-BR.toml")),
    ("uk", include_str!("new/starter.uk.toml")),
    ("zh-Hans", include_str!("new/starter.zh-Hans.toml")),
];

/// The file that tells editors which keys there are, as the first line of the quiz names it.
const SCHEMA: &str = "which-track.schema.json";

impl Name {
    fn parse(name: &str) -> Result<Self, String> {
        let path = Path::new(name);
        let id = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if id.ends_with(".toml") {
            return Err(format!("write it without its ending: `{}`", name.trim_end_matches(".toml")));
        }
        if !is_id(&id) {
            return Err(format!("use only a to z, 0 to 9 and hyphens, {} at most", limits::ID));
        }
        if is_device(&id) {
            return Err("this is the name of a device on Windows; one more word will do".to_owned());
        }
        let file = path.with_file_name(format!("{id}.toml"));
        Ok(Self { id, file })
    }
}

impl Starter {
    fn parse(tag: &str) -> Result<Self, String> {
        if !is_language_tag(tag) {
            return Err("write a language tag, as in `en`, `fr` or `pt-BR`".to_owned());
        }
        let alike = |same: fn(&str, &str) -> bool| STARTERS.iter().find(|(lang, _)| same(lang, tag));
        let found = alike(|lang, tag| lang == tag).or_else(|| alike(|lang, tag| primary(lang) == primary(tag)));
        let Some((written_in, text)) = found else {
            let there = STARTERS.map(|(lang, _)| format!("`{lang}`")).join(", ");
            return Err(format!(
                "there is no quiz to begin with in this language yet, only in {there}; begin in one of these, and then let \
                 `which-track translate QUIZ --to {tag}` write down what to translate"
            ));
        };
        Ok(Self { lang: tag.to_owned(), written_in, text })
    }

    /// The quiz under a name.
    fn text(&self, id: &str) -> String {
        let lang = |lang: &str| format!("lang = \"{lang}\"");
        self.text.replace("NAME", id).replace(&lang(self.written_in), &lang(&self.lang))
    }
}

/// Writes the quiz, and beside it the schema for editors where there is none yet.
pub fn run(args: &Args) -> Result<Exit> {
    let Args { name: Name { id, file }, lang } = args;
    if let Err(error) = create(file, &lang.text(id)) {
        let (message, advice) = match error.kind() {
            ErrorKind::AlreadyExists => ("it is there already".to_owned(), "use another name, or change that file"),
            ErrorKind::NotFound => ("there is no such folder".to_owned(), "make the folder first"),
            _ => (format!("it cannot be written: {error}"), "see to it that you may write there"),
        };
        print::note(Problem::of_file(&file.display().to_string(), message, advice))?;
        return Ok(Exit::Problems);
    }
    print::line(format!("written: {}", file.display()))?;
    let beside = file.with_file_name(SCHEMA);
    match create(&beside, &format!("{}\n", schema::text()?)) {
        Ok(()) => print::line(format!("written: {}, which tells editors the keys", beside.display()))?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => print::note(format!("note: {} cannot be written: {error}", beside.display()))?,
    }
    print::line(format!("next: which-track serve {}", file.display()))?;
    Ok(Exit::Well)
}

/// Makes a file, which must not be there.
fn create(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}
