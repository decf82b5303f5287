//! Short names for what the program's files and its glue hand to each other. wasm-bindgen names each import and export at
//! length; readers would download all of it, twice.

use std::collections::BTreeMap;

use crate::run::Result;

/// The program: its WebAssembly file, the file with the part for the result, and the glue of the first.
pub struct Program {
    pub main: Vec<u8>,
    pub result: Vec<u8>,
    pub glue: String,
}

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// The start of every WebAssembly file.
const HEADER: usize = 8;

impl Program {
    /// Gives every import and export a name of one or two letters, in all three alike, and drops the exports that neither
    /// the glue nor the other file asks for.
    pub fn shorten(self) -> Result<Self> {
        let Self { main, result, glue } = self;
        let asked: Vec<String> = imports(&result)?.into_iter().map(|(_, name)| name).collect();
        let mut exports = Names::default();
        let mut glue = replaced(&glue, "wasm.", |name| exports.short(name));
        asked.iter().for_each(|name| _ = exports.short(name));
        let mut imported = Names::default();
        for (module, name) in imports(&main)? {
            let short = imported.short(&name);
            glue = glue.replace(&format!(" {name}: "), &format!(" {short}: ")).replace(&module, MODULE);
        }
        let main = rewritten(&main, IMPORTS, |entry| Some(entry.named(&[MODULE, imported.0.get(entry.names[1])?])))?;
        let main = rewritten(&main, EXPORTS, |entry| Some(entry.named(&[exports.0.get(entry.names[0])?])))?;
        let result = rewritten(&result, IMPORTS, |entry| Some(entry.named(&[MODULE, exports.0.get(entry.names[1])?])))?;
        Ok(Self { main, result, glue })
    }
}

/// What every module is called.
const MODULE: &str = "_";

/// The short names that were given, by the long ones.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    fn short(&mut self, name: &str) -> String {
        let next = short(self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }
}

/// `a` to `z`, then `aa` and so on.
fn short(place: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(place % 26).unwrap_or_default());
    if place < 26 { letter.to_string() } else { short(place / 26 - 1) + &letter.to_string() }
}

/// A text with every name behind `before` replaced.
fn replaced(text: &str, before: &str, mut short: impl FnMut(&str) -> String) -> String {
    let mut pieces = text.split(before);
    let mut replaced = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece.find(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '$');
        let (name, rest) = piece.split_at(end.unwrap_or(piece.len()));
        replaced += &[before, &short(name), rest].concat();
    }
    replaced
}

/// An entry of the imports or exports: its names, and what follows them.
struct Entry<'a> {
    names: Vec<&'a str>,
    rest: &'a [u8],
}

impl Entry<'_> {
    fn named(&self, names: &[&str]) -> Vec<u8> {
        let named = names.iter().flat_map(|name| [&number(name.len())[..], name.as_bytes()].concat());
        named.chain(self.rest.iter().copied()).collect()
    }
}

fn imports(wasm: &[u8]) -> Result<Vec<(String, String)>> {
    let mut all = Vec::new();
    rewritten(wasm, IMPORTS, |entry| {
        all.push((entry.names[0].to_owned(), entry.names[1].to_owned()));
        None
    })?;
    Ok(all)
}

/// A file in which one section has the entries that `rewrite` makes of it.
fn rewritten(wasm: &[u8], section: u8, mut rewrite: impl FnMut(&Entry) -> Option<Vec<u8>>) -> Result<Vec<u8>> {
    let (mut rewritten, mut reader) =
        (wasm[..HEADER.min(wasm.len())].to_vec(), Reader(wasm.get(HEADER..).unwrap_or(&[])));
    while !reader.0.is_empty() {
        let id = reader.byte()?;
        let length = reader.number()?;
        let body = reader.bytes(length)?;
        let entries = if id == section { Some(entries(body, section, &mut rewrite)?) } else { None };
        let body = entries.as_deref().unwrap_or(body);
        rewritten.extend([&[id], &number(body.len())[..], body].concat());
    }
    Ok(rewritten)
}

fn entries(body: &[u8], section: u8, rewrite: &mut impl FnMut(&Entry) -> Option<Vec<u8>>) -> Result<Vec<u8>> {
    let mut reader = Reader(body);
    let count = reader.number()?;
    let mut made = Vec::new();
    for _ in 0..count {
        let names =
            (0..if section == IMPORTS { 2 } else { 1 }).map(|_| reader.name()).collect::<Result<Vec<&str>>>()?;
        let before = reader.0;
        reader.description(section)?;
        let rest = &before[..before.len() - reader.0.len()];
        made.extend(rewrite(&Entry { names, rest }));
    }
    Ok([number(made.len()), made.concat()].concat())
}

/// What is left to read of a WebAssembly file (webassembly.github.io/spec, binary format).
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn bytes(&mut self, count: usize) -> Result<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(count).ok_or("a WebAssembly file ends too early")?;
        self.0 = rest;
        Ok(bytes)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.bytes(1)?[0])
    }

    /// An unsigned number in LEB128.
    fn number(&mut self) -> Result<usize> {
        let byte = usize::from(self.byte()?);
        Ok(if byte < 128 { byte } else { (byte & 127) + (self.number()? << 7) })
    }

    fn name(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.bytes(length)?).map_err(|error| error.to_string())
    }

    /// What an import or an export is.
    fn description(&mut self, section: u8) -> Result {
        let kind = self.byte()?;
        match (section, kind) {
            (EXPORTS, _) | (_, 0) => _ = self.number()?,
            (_, 1) => {
                self.byte()?;
                self.limits()?;
            }
            (_, 2) => self.limits()?,
            (_, 3) => _ = self.bytes(2)?,
            _ => return Err(format!("an import of an unknown kind, {kind}")),
        }
        Ok(())
    }

    fn limits(&mut self) -> Result {
        let bounded = self.number()? & 1 == 1;
        (0..if bounded { 2 } else { 1 }).try_for_each(|_| self.number().map(|_| ()))
    }
}

/// A number in LEB128.
fn number(number: usize) -> Vec<u8> {
    let byte = u8::try_from(number & 127).unwrap_or_default();
    if number < 128 { vec![byte] } else { [vec![byte | 128], self::number(number >> 7)].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with these imported and exported functions.
    fn file(imports: &[(&str, &str)], exports: &[&str]) -> Vec<u8> {
        let name = |name: &str| [number(name.len()), name.as_bytes().to_vec()].concat();
        let section = |id: u8, entries: Vec<Vec<u8>>| {
            let body = [number(entries.len()), entries.concat()].concat();
            [vec![id], number(body.len()), body].concat()
        };
        let imports = imports.iter().map(|(module, import)| [name(module), name(import), vec![0, 0]].concat());
        let exports = exports.iter().map(|export| [name(export), vec![0, 0]].concat());
        let sections = [section(IMPORTS, imports.collect()), section(EXPORTS, exports.collect())];
        [b"\0asm\x01\0\0\0".to_vec(), sections.concat()].concat()
    }

    #[test]
    fn names_become_short_in_all_files_alike() {
        let program = Program {
            main: file(
                &[("./p_bg.js", "__wbg_get_1"), ("./p_bg.js", "__wbg_set_2")],
                &["memory", "unused", "mount", "table"],
            ),
            result: file(&[("__wasm_split", "memory"), ("__wasm_split", "table")], &[]),
            glue: "wasm.mount(wasm.memory.buffer); { __wbg_get_1: f, __wbg_set_2: g }; { \"./p_bg.js\": i }".to_owned(),
        };
        let Program { main, result, glue } = program.shorten().expect("files");
        assert_eq!(glue, "wasm.a(wasm.b.buffer); { a: f, b: g }; { \"_\": i }");
        assert_eq!(main, file(&[("_", "a"), ("_", "b")], &["b", "a", "c"]));
        assert_eq!(result, file(&[("_", "b"), ("_", "c")], &[]));
    }

    #[test]
    fn names_are_different_and_damaged_files_are_refused() {
        let names: std::collections::BTreeSet<String> = (0..1000).map(short).collect();
        assert_eq!(names.len(), 1000);
        assert_eq!(
            [short(0), short(25), short(26), short(27), short(701), short(702)],
            ["a", "z", "aa", "ab", "zz", "aaa"]
        );
        let whole = file(&[("m", "n")], &["e"]);
        let cut = |end: usize| Program { main: whole[..end].to_vec(), result: Vec::new(), glue: String::new() };
        let accepted = (HEADER + 1..whole.len()).filter(|end| cut(*end).shorten().is_ok());
        assert_eq!(accepted.count(), 1, "between the two sections");
    }
}
