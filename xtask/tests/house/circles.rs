//! Which files of a crate use which others, and whether they go around in circles.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{self, Visit};
use syn::{Attribute, File, Item, ItemMod, ItemUse, UseTree, Visibility};

type Path = Vec<String>;

/// The groups of files of a crate each of which uses, in some way, all others of its group. `files` have their names below
/// the crate's folder of sources, and their texts.
pub fn circles(files: &[(String, String)]) -> Vec<Vec<String>> {
    let parsed: BTreeMap<Path, File> = files
        .iter()
        .filter(|(name, _)| !name.ends_with("tests.rs"))
        .map(|(name, text)| (module(name), syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {error}"))))
        .collect();
    let passed_on: BTreeMap<Path, Path> = parsed.iter().flat_map(|(at, file)| passed_on(at, file)).collect();
    let uses: BTreeMap<&Path, BTreeSet<Path>> = parsed
        .iter()
        .map(|(at, file)| {
            let mut found = Uses { at, found: BTreeSet::new() };
            found.visit_file(file);
            let of_file = |path: &Path| file_of(path, &parsed, &passed_on);
            let used = found.found.iter().filter_map(of_file).filter(|used| used != at).collect();
            (at, used)
        })
        .collect();
    groups(&uses).into_iter().map(|group| group.iter().map(|at| name(at)).collect()).collect()
}

/// `card/svg.rs` is `[card, svg]`, and `lib.rs` is `[]`.
fn module(name: &str) -> Path {
    let path = name.strip_suffix(".rs").unwrap_or(name);
    if ["lib", "main"].contains(&path) { Path::new() } else { path.split('/').map(str::to_owned).collect() }
}

fn name(at: &[String]) -> String {
    if at.is_empty() { "lib.rs".to_owned() } else { format!("{}.rs", at.join("/")) }
}

/// The file that a path leads into, past names that other files only pass on.
fn file_of(path: &Path, files: &BTreeMap<Path, File>, passed_on: &BTreeMap<Path, Path>) -> Option<Path> {
    for length in (0..=path.len()).rev() {
        // A name that is passed on may be that of its file too.
        if files.contains_key(&path[..length]) {
            return Some(path[..length].to_vec());
        }
        if let Some(onward) = passed_on.get(&path[..length]) {
            return file_of(&[onward.as_slice(), &path[length..]].concat(), files, passed_on);
        }
    }
    None
}

/// What a file passes on under a name of its own, by that name.
fn passed_on(at: &Path, file: &File) -> Vec<(Path, Path)> {
    let mut found = Vec::new();
    for item in &file.items {
        if let Item::Use(ItemUse { vis, tree, .. }) = item
            && !matches!(vis, Visibility::Inherited)
        {
            leaves(tree, &mut Vec::new(), &mut |path, known_as| {
                if let Some(target) = absolute(at, path) {
                    found.push(([at.as_slice(), &[known_as.to_owned()]].concat(), target));
                }
            });
        }
    }
    // A name that is passed on from where it is would go around for ever.
    found.retain(|(from, to)| from != to);
    found
}

/// Calls `see` with every path of a `use`, and the name that it has from then on.
fn leaves(tree: &UseTree, before: &mut Path, see: &mut dyn FnMut(&[String], &str)) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            leaves(&path.tree, before, see);
            before.pop();
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, before, see)),
        UseTree::Name(name) if name.ident == "self" => see(before, before.last().map_or("", String::as_str)),
        UseTree::Name(name) => see(&[before.as_slice(), &[name.ident.to_string()]].concat(), &name.ident.to_string()),
        UseTree::Rename(rename) => {
            see(&[before.as_slice(), &[rename.ident.to_string()]].concat(), &rename.rename.to_string());
        }
        UseTree::Glob(_) => see(before, "*"),
    }
}

/// A path as seen from the crate's root; `None` where it leads out of the crate, or begins with a name of this file.
fn absolute(at: &[String], path: &[String]) -> Option<Path> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => Some([at, rest].concat()),
        "super" => {
            let ups = path.iter().take_while(|part| *part == "super").count();
            Some([&at[..at.len().checked_sub(ups)?], &path[ups..]].concat())
        }
        _ => Some([at, path].concat()),
    }
}

/// All paths in a file, those of its tests aside.
struct Uses<'a> {
    at: &'a Path,
    found: BTreeSet<Path>,
}

impl Visit<'_> for Uses<'_> {
    fn visit_item(&mut self, item: &Item) {
        let attributes: &[Attribute] = match item {
            Item::Mod(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            _ => &[],
        };
        let of_tests = |attribute: &Attribute| {
            attribute.path().is_ident("cfg")
                && attribute.meta.require_list().is_ok_and(|list| list.tokens.to_string().contains("test"))
        };
        if !attributes.iter().any(of_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, _: &ItemMod) {}

    fn visit_item_use(&mut self, item: &ItemUse) {
        leaves(&item.tree, &mut Vec::new(), &mut |path, _| self.found.extend(absolute(self.at, path)));
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let segments: Path = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if segments.len() > 1 {
            self.found.extend(absolute(self.at, &segments));
        }
        visit::visit_path(self, path);
    }

    /// What stands in a macro is not parsed; its paths are found by their beginning.
    fn visit_macro(&mut self, found: &syn::Macro) {
        let text = found.tokens.to_string().replace(' ', "");
        for (place, _) in text.match_indices("crate::").chain(text.match_indices("super::")) {
            let path = text[place..].split(|sign: char| !(sign.is_alphanumeric() || "_:".contains(sign))).next();
            let segments: Path = path.unwrap_or_default().split("::").map(str::to_owned).collect();
            self.found.extend(absolute(self.at, &segments));
        }
    }
}

/// The strongly connected groups of more than one.
fn groups(uses: &BTreeMap<&Path, BTreeSet<Path>>) -> Vec<Vec<Path>> {
    let reaches = |from: &Path| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.clone()]);
        while let Some(at) = next.pop() {
            for used in uses.get(&at).into_iter().flatten() {
                if seen.insert(used.clone()) {
                    next.push(used.clone());
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&Path, BTreeSet<Path>> = uses.keys().map(|at| (*at, reaches(at))).collect();
    let mut groups: Vec<Vec<Path>> = Vec::new();
    for (at, far) in &reached {
        let group: Vec<Path> = far.iter().filter(|other| reached[*other].contains(*at)).cloned().collect();
        if far.contains(*at) && !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

#[test]
fn a_circle_is_found() {
    let files = |texts: &[(&str, &str)]| {
        texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect::<Vec<_>>()
    };
    let circle = [
        ("lib.rs", "mod a; mod b; pub use a::A;"),
        ("a.rs", "use crate::b::B; pub struct A;"),
        ("b.rs", "use crate::A; pub struct B;"),
    ];
    assert_eq!(circles(&files(&circle)), [["a.rs", "b.rs"]]);
    let child = [
        ("lib.rs", "mod a;"),
        ("a.rs", "mod c; use c::C; pub struct A;"),
        ("a/c.rs", "pub struct C; fn f() { super::A; }"),
    ];
    assert_eq!(circles(&files(&child)), [["a.rs", "a/c.rs"]]);
    let tests = [
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "use crate::b::B; pub struct A;"),
        ("b.rs", "pub struct B; #[cfg(test)] mod tests { use crate::a::A; }"),
    ];
    assert!(circles(&files(&tests)).is_empty());
}
