//! The file about a site: what `build` makes of it, and what is said of one that is wrong.

mod support;

use std::fs;

use support::{Ended, Tea, attribute};
use tempfile::TempDir;

/// The smallest PNG file, one black pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\nIDAT\x78\x9c\x63\x60\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xae\x42\x60\x82";
const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40.5"><circle r="9"/></svg>"#;

const FONT: &[u8] = include_bytes!("../../../quizzes/examples/fonts/NotoSansJP-Bold-subset.ttf");

/// A quiz with a file about its site, pictures and fonts.
fn tea(site: &str) -> Tea {
    let tea = Tea::new();
    let write = |name: &str, bytes: &[u8]| fs::write(tea.folder().join(name), bytes).expect("written");
    write("which-track.toml", site.as_bytes());
    write("logo.svg", SVG.as_bytes());
    write("logo.png", PNG);
    write("svg.png", SVG.as_bytes());
    write("half.png", &PNG[..50]);
    write("page.svg", b"<!doctype html><title>A page</title>");
    write("large.svg", format!("{SVG}{}", " ".repeat(100_000)).as_bytes());
    write("wide.svg", SVG.replace("120", "2049").as_bytes());
    write("font.ttf", FONT);
    write("half.ttf", &FONT[..30_000]);
    write("packed.woff2", b"wOF2 and more");
    fs::create_dir(tea.folder().join("pictures")).expect("made");
    tea
}

fn built(site: &str) -> (TempDir, Ended) {
    tea(site).build(&[])
}

/// The only file of the site whose name begins and ends like this.
fn named(out: &TempDir, begun: &str, ending: &str) -> String {
    let names = fs::read_dir(out.path()).expect("there").flatten();
    let names = names.filter_map(|entry| entry.file_name().into_string().ok());
    let found: Vec<String> = names.filter(|name| name.starts_with(begun) && name.ends_with(ending)).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found.concat()
}

const PAGES: [&str; 6] = [
    "q/tea-or-coffee/index.html",
    "q/tea-or-coffee/fr/index.html",
    "r/tea-or-coffee/tea/index.html",
    "r/tea-or-coffee/compare/fr/index.html",
    "embed/tea-or-coffee/index.html",
    "404.html",
];

#[test]
fn a_logo_is_on_every_page_that_is_the_sites_own() {
    for (file, kind, size) in [("logo.svg", "image/svg+xml", ["120", "41"]), ("logo.png", "image/png", ["1", "1"])] {
        let (out, done) = built(&format!("[site]\nname = \"Tea & \\\"Co\\\"\"\nlogo = \"{file}\"\n"));
        assert_eq!(done.code, 0, "{done:?}");
        let (stem, ending) = file.split_once('.').expect("an ending");
        let name = named(&out, &format!("which-track-{stem}-"), &format!(".{ending}"));
        assert_eq!(
            fs::read(out.path().join(&name)).expect("there"),
            fs::read(tea("").folder().join(file)).expect("there")
        );
        for path in PAGES {
            let page = fs::read_to_string(out.path().join(path)).expect(path);
            let root = if path == "404.html" { "/".to_owned() } else { "../".repeat(path.matches('/').count()) };
            let (address, styles) = (format!("{root}{name}"), named(&out, "which-track-site-", ".css"));
            assert!(page.contains(&format!("<link rel=\"icon\" type=\"{kind}\" href=\"{address}\">")), "{page}");
            assert!(page.contains(&format!("page.css\"><link rel=\"stylesheet\" href=\"{root}{styles}\">")), "{page}");
            if path.starts_with("embed") {
                assert!(!page.contains("<img"), "{page}");
                continue;
            }
            assert!(page.contains("<body><header><img ") && page.matches("<img").count() == 1, "{page}");
            let said = ["src", "alt", "width", "height"].map(|name| attribute(&page, "img", name).expect(name));
            assert_eq!(said, [&address, "Tea & \"Co\"", size[0], size[1]], "{path}");
            // The name is read aloud once.
            let body = &page[page.find("<body>").expect("a body")..];
            assert_eq!(body.matches("Tea &amp; ").count(), 1, "{body}");
        }
    }
}

#[test]
fn an_accent_is_in_the_styles_of_every_page_and_in_the_pictures() {
    let picture = |out: &TempDir| fs::read(out.path().join("r/tea-or-coffee/tea/picture.png")).expect("a picture");
    let (plain, done) = built("[site]\nname = \"Tea\"\n");
    assert_eq!(done.code, 0, "{done:?}");
    let (usual, done) = built("[site]\naccent = \"#3a3db8\"\n");
    assert_eq!(done.code, 0, "{done:?}");
    assert!(picture(&plain) == picture(&usual), "the usual accent makes the usual picture");
    let (out, done) = built("[site]\naccent = \"#FD0\"\n");
    assert_eq!(done.code, 0, "{done:?}");
    assert!(picture(&plain) != picture(&out));
    let styles = named(&out, "which-track-site-", ".css");
    let text = fs::read_to_string(out.path().join(&styles)).expect("there");
    assert_eq!(
        text,
        ":root { --which-track-accent: #8c6a00; }\n\
         @supports (color: light-dark(red, red)) { :root { --which-track-accent: light-dark(#8c6a00, #ffdd00); } }\n\
         a { color: var(--which-track-accent); }\n"
    );
    for path in PAGES {
        let page = fs::read_to_string(out.path().join(path)).expect(path);
        assert!(
            page.contains(&format!("{styles}\">")) && page.contains("href=\"data:,\"") && !page.contains("<img"),
            "{page}"
        );
        let page = fs::read_to_string(plain.path().join(path)).expect(path);
        assert!(!page.contains("which-track-site") && !page.contains("<header"), "{page}");
    }
}

/// Each mistake is told with its place, by `build`, which then leaves everything as it is, and by `check`.
#[test]
fn what_is_wrong_with_the_file_is_told_with_its_place() {
    const COLOR: &str = "write a color as in `#3a3db8`: `#` and six hexadecimal digits, or three";
    const NAME: &str = "write its name as it is seen from the folder of this file";
    const SAVE: &str = "save it as one of the two, from the program that it was made with";
    const ANEW: &str = "get it anew, as a .ttf or .otf file";
    const ENDING: &str = "give its name the ending `.svg` or `.png`, by what it is";
    for (lines, expected) in [
        ("nam = \"x\"", "2:1: error: unknown key `nam` in `site` of the file\n  did you mean `name`?"),
        ("name = \" \"", "2:8: error: `name` of `site` of the file is empty\n  write its words"),
        ("name = 3", "2:8: error: `name` of `site` of the file is a whole number\n  write text in quotes"),
        (
            "url = \"http://blog.example\"",
            "2:7: error: `url` of the site: the address must begin with https://\n  write it as in `https://quiz.example`",
        ),
        ("accent = \"blue\"", &format!("2:10: error: `accent` of the site is `blue`\n  {COLOR}")),
        (
            "accent = #3a3db8",
            "2:10: error: a value is missing\n  write it behind the `=`: a text as `\"…\"`, or a whole number",
        ),
        (
            "logo = \"logo.svg\"",
            "2:8: error: the site has a `logo` and no `name`\n  add `name = \"…\"`: it stands for the logo where that is not seen",
        ),
        (
            "name = \"T\"\nlogo = \"none.svg\"",
            &format!("3:8: error: there is no file `none.svg` for the logo\n  {NAME}"),
        ),
        (
            "name = \"T\"\nlogo = \"pictures\"",
            "3:8: error: the logo `pictures` is a folder\n  write the name of an SVG or PNG file",
        ),
        (
            "name = \"T\"\nlogo = \"https://a.example/b.svg\"",
            "3:8: error: the logo `https://a.example/b.svg` is an address\n  put the picture beside this file, and write its name: pages load nothing from elsewhere",
        ),
        (
            "name = \"T\"\nlogo = \"large.svg\"",
            "3:8: error: the logo `large.svg` has 100087 bytes\n  use at most 100,000: whoever opens a page downloads it",
        ),
        (
            "name = \"T\"\nlogo = \"wide.svg\"",
            "3:8: error: the logo `wide.svg` has 2049 by 41 pixels\n  use at most 2,048 in either direction",
        ),
        (
            "name = \"T\"\nlogo = \"svg.png\"",
            &format!("3:8: error: the logo `svg.png` is an SVG file by what is in it\n  {ENDING}"),
        ),
        (
            "name = \"T\"\nlogo = \"half.png\"",
            &format!(
                "3:8: error: the logo `half.png` is neither an SVG nor a PNG that can be read: unexpected end of file\n  {SAVE}"
            ),
        ),
        (
            "name = \"T\"\nlogo = \"page.svg\"",
            &format!(
                "3:8: error: the logo `page.svg` is neither an SVG nor a PNG that can be read: SVG data parsing failed cause invalid name token at 1:2\n  {SAVE}"
            ),
        ),
        ("fonts = \"a.ttf\"", "2:9: error: `fonts` of `site` of the file is text\n  write a list: `[ … ]`"),
        (
            "fonts = [3]",
            "2:10: error: a whole number in `fonts` of `site` of the file\n  write the name of a font’s file in quotes",
        ),
        (
            "fonts = [\"\"]",
            "2:10: error: a text that names no file in `fonts` of `site` of the file\n  write the name of a font’s file in quotes",
        ),
        (
            "fonts = [\"font.ttf\", \"none.ttf\"]",
            &format!("2:22: error: there is no file `none.ttf` for the fonts\n  {NAME}"),
        ),
        (
            "fonts = [\n  \"pictures\",\n]",
            "3:3: error: the font `pictures` is a folder\n  write the name of a TrueType or OpenType file (.ttf, .otf)",
        ),
        (
            "fonts = [\"https://a.example/b.ttf\"]",
            "2:10: error: the font `https://a.example/b.ttf` is an address\n  put the font beside this file, and write its name: pictures are drawn without a network",
        ),
        (
            "fonts = [\"packed.woff2\"]",
            "2:10: error: the font `packed.woff2` is packed for browsers\n  use the same as a TrueType or OpenType file (.ttf, .otf)",
        ),
        (
            "fonts = [\"half.ttf\"]",
            &format!(
                "2:10: error: the font `half.ttf` is no TrueType or OpenType file that can be read: its end is missing\n  {ANEW}"
            ),
        ),
        (
            "fonts = [\"page.svg\"]",
            &format!(
                "2:10: error: the font `page.svg` is no TrueType or OpenType file that can be read: Invalid sfnt version 0x3C21646F\n  {ANEW}"
            ),
        ),
        ("accent = \"#12\"\nurl = \"\"", &format!("2:10: error: `accent` of the site is `#12`\n  {COLOR}")),
    ] {
        let tea = tea(&format!("[site]\n{lines}\n"));
        let (out, done) = tea.build(&[]);
        let told = without_lines(&done.err);
        assert!(
            done.code == 1 && told.starts_with(&format!("which-track.toml:{expected}")),
            "{lines}: {} {told}",
            done.code
        );
        assert!(!out.path().join("404.html").exists(), "{lines}");
        let checked = tea.call(&["check", "which-track.toml"], "");
        assert_eq!((checked.code, checked.err), (1, done.err), "{lines}");
    }
    for (text, expected) in [
        (
            "name = \"x\"\nurl = \"https://a.example\"\n",
            "1:1: error: the file has no `[site]`\n  write `[site]` above its keys",
        ),
        ("", "1:1: error: the file has no `[site]`\n  write `[site]` above its keys"),
        ("[sites]\nname = \"x\"\n", "1:2: error: unknown key `sites` in the file\n  did you mean `site`?"),
        ("[site\n", "1:6: error: the name of a table does not end\n  write `]` behind it"),
    ] {
        let (_, done) = built(text);
        let told = without_lines(&done.err);
        assert_eq!((done.code, told), (1, format!("which-track.toml:{expected}\n")), "{text}");
    }
}

/// What is said, without the lines of the file that are drawn.
fn without_lines(said: &str) -> String {
    let words = said
        .lines()
        .filter(|line| !line.trim_start().starts_with(|first: char| first == '|' || first.is_ascii_digit()));
    words.map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_file_about_a_site_is_checked_with_the_quizzes_beside_it() {
    let well =
        tea("[site]\nname = \"Tea\"\nurl = \"https://tea.example\"\naccent = \"#1d6341\"\nlogo = \"logo.svg\"\n");
    for paths in [".", "which-track.toml"] {
        assert_eq!(well.call(&["check", paths], ""), Ended::default(), "{paths}");
    }
}
