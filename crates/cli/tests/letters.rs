//! Letters that no font has: where `check` says that pictures show boxes, and that a font which the site names draws them.

mod support;

use std::fs;

use support::Tea;

const TEA: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
const FONT: &[u8] = include_bytes!("../../../quizzes/examples/fonts/NotoSansJP-Bold-subset.ttf");

/// A quiz with letters of Japanese and an emoji in its titles, and its translation.
fn tea() -> Tea {
    let tea = Tea::new();
    tea.edit("Tea or coffee?", "朝 or 湯?");
    tea.edit("Thé ou café", "Thé 🍵 ou 湯");
    tea.edit("title = \"You are a tea person\"", "title = \"\\u6e6f 👩‍🔬 ☕\"");
    tea
}

fn name_the_font(tea: &Tea) {
    fs::write(tea.folder().join("which-track.toml"), "[site]\nfonts = [\"fonts/jp.ttf\"]\n").expect("written");
    fs::create_dir_all(tea.folder().join("fonts")).expect("made");
    fs::write(tea.folder().join("fonts/jp.ttf"), FONT).expect("written");
}

/// What is said, without the lines of the file that are drawn.
fn without_lines(said: &str) -> String {
    let drawn = |line: &&str| line.trim_start().starts_with(|first: char| first == '|' || first.is_ascii_digit());
    said.lines().filter(|line| !drawn(line)).map(|line| format!("{line}\n")).collect()
}

const NAME_A_FONT: &str =
    "name a font that has them in which-track.toml, as in `fonts = [\"NotoSansJP-Bold.ttf\"]` below `[site]`";
const LEAVE_OUT: &str = "leave it out here: no font of outlines has colored emoji; or name one that has it in one \
                         color, as in `fonts = [\"NotoEmoji-Bold.ttf\"]` below `[site]` in which-track.toml";

#[test]
fn each_text_on_a_picture_whose_letters_no_font_has_is_told_with_its_place() {
    let tea = tea();
    let (own, french) = ("tea-or-coffee.toml", "tea-or-coffee.fr.toml");
    let letters = |place: &str, what: &str, which: &str| {
        let boxes = "has letters that no font has, and pictures show boxes there:";
        format!("{place}: warning: {what} {boxes} {which}\n  {NAME_A_FONT}\n")
    };
    let emoji = |place: &str, what: &str, which: &str| {
        let boxes = "has emoji that no font has, and pictures show boxes there:";
        format!("{place}: warning: {what} {boxes} {which}\n  {LEAVE_OUT}\n")
    };
    let expected = [
        letters(&format!("{own}:2:9"), "`title` of the quiz", "朝 湯"),
        letters(&format!("{own}:67:9"), "`title` of outcome `tea`", "湯"),
        emoji(&format!("{own}:67:9"), "`title` of outcome `tea`", "☕ 👩‍🔬"),
        letters(&format!("{french}:2:9"), "`title` of the translation", "湯"),
        emoji(&format!("{french}:2:9"), "`title` of the translation", "🍵"),
    ]
    .concat();
    let told = tea.call(&["check", own], "");
    assert_eq!((told.code, without_lines(&told.err)), (0, expected));
    assert_eq!(tea.call(&["check", "--strict", own], "").code, 1);
    let json = tea.call(&["check", "--json", own], "").out;
    let first: serde_json::Value = serde_json::from_str(json.lines().next().expect("a line")).expect("JSON");
    let message = "`title` of the quiz has letters that no font has, and pictures show boxes there: 朝 湯";
    assert_eq!(
        first,
        serde_json::json!({
            "severity": "warning", "file": own, "line": 2, "column": 9, "message": message, "advice": NAME_A_FONT,
        })
    );
}

#[test]
fn of_many_letters_some_are_told() {
    let tea = Tea::new();
    tea.edit("Tea or coffee?", "一二三四五六七八九十?");
    let told = tea.call(&["check", "--json", "tea-or-coffee.toml"], "").json();
    let message = "`title` of the quiz has letters that no font has, and pictures show boxes there: 一 七 三 九 二 五 八 六 and 2 more";
    assert_eq!(told["message"], message);
}

/// Some letters of Arabic have several glyphs, so that none of them can be put among those of another font.
#[test]
fn letters_that_no_font_has_together_are_told_as_such() {
    let tea = Tea::new();
    let told = |title: &str| {
        fs::write(tea.folder().join("tea-or-coffee.toml"), TEA.replacen("Tea or coffee?", title, 1)).expect("written");
        tea.call(&["check", "--json", "tea-or-coffee.toml"], "").out
    };
    assert_eq!(told("شاي أم قهوة؟"), "");
    let emoji = told("شاي 🍵 أم قهوة؟");
    assert!(
        emoji.lines().count() == 1 && emoji.contains("has emoji that no font has, and pictures show boxes there: 🍵")
    );
    name_the_font(&tea);
    let mixed: serde_json::Value = serde_json::from_str(&told("شاي 朝")).expect("one line");
    assert_eq!(
        mixed["message"],
        "`title` of the quiz has letters of several scripts that no font has together, and pictures show boxes there: \
         ا ش ي 朝"
    );
    assert_eq!(
        mixed["advice"],
        "write them in one script, or name a font that has all of them below `[site]` in which-track.toml"
    );
}

/// The words on the picture of an invitation are the interface’s, or the quiz’s own.
#[test]
fn the_words_of_an_invitation_are_told_too() {
    let tea = Tea::new();
    fs::remove_file(tea.folder().join("tea-or-coffee.fr.toml")).expect("removed");
    let told = |tea: &Tea| tea.call(&["check", "--json", "tea-or-coffee.toml"], "").json();
    tea.edit("lang = \"en\"", "lang = \"ja\"");
    let whole = told(&tea);
    assert_eq!((whole["line"].as_u64(), whole["column"].as_u64()), (None, None));
    assert_eq!(
        whole["message"],
        "`invitation` of the interface has letters that no font has, and pictures show boxes there: 、 う か ず そ べ ま よ and 5 more"
    );
    tea.edit("lang = \"ja\"", "lang = \"en\"\nwords = { invitation = \"茶?\" }");
    let own = told(&tea);
    assert_eq!((own["line"].as_u64(), own["column"].as_u64()), (Some(5), Some(24)));
    assert_eq!(
        own["message"],
        "`invitation` of the interface has letters that no font has, and pictures show boxes there: 茶"
    );
}

#[test]
fn a_font_that_the_site_names_draws_them_the_same_each_time() {
    let tea = tea();
    let picture =
        |out: &tempfile::TempDir| fs::read(out.path().join("q/tea-or-coffee/picture.png")).expect("a picture");
    let boxes = "warning: no font has these letters, and pictures show boxes there: ☕ 朝 湯 🍵 👩‍🔬\n  \
                 `which-track check` says where they are and what helps\n";
    let (plain, done) = tea.build(&[]);
    assert!(done.code == 0 && done.err.contains(boxes), "{done:?}");
    name_the_font(&tea);
    let (drawn, done) = tea.build(&[]);
    let emoji = "warning: no font has these letters, and pictures show boxes there: ☕ 🍵 👩‍🔬\n";
    assert!(done.code == 0 && done.err.contains(emoji), "{done:?}");
    assert!(picture(&plain) != picture(&drawn));
    assert!(picture(&tea.build(&[]).0) == picture(&drawn));
    let told = tea.call(&["check", "tea-or-coffee.toml"], "");
    let messages = without_lines(&told.err);
    assert_eq!((told.code, messages.matches("has letters").count(), messages.matches("has emoji").count()), (0, 0, 2));
    // English is drawn as it was.
    let english =
        |tea: &Tea| fs::read(tea.build(&[]).0.path().join("r/tea-or-coffee/coffee/picture.png")).expect("there");
    let other = Tea::new();
    let before = english(&other);
    name_the_font(&other);
    assert!(english(&other) == before);
}

/// A file about the site that is wrong is told, since nobody then knows which fonts there are; once, where it is checked
/// itself.
#[test]
fn a_wrong_file_about_the_site_is_told_in_the_place_of_letters() {
    let tea = tea();
    fs::write(tea.folder().join("which-track.toml"), "[site]\nfonts = [\"none.ttf\"]\n").expect("written");
    let expected = "which-track.toml:2:10: error: there is no file `none.ttf` for the fonts\n  \
                    write its name as it is seen from the folder of this file\n";
    for paths in ["tea-or-coffee.toml", "."] {
        let told = tea.call(&["check", paths], "");
        assert_eq!((told.code, without_lines(&told.err).trim_start_matches("./")), (1, expected), "{paths}");
    }
}
