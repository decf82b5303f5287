//! The words of the interface: every language's file is as it must be, what is wrong with one is told with its place, and
//! sentences come out right.

use std::rc::Rc;

use which_track_quiz::check::{Checked, Problem, Source, check, language};
use which_track_quiz::languages::{self, FILES};
use which_track_quiz::words::{Native, READER, WORDS, Words, native};

const ENGLISH: &str = include_str!("../../../languages/en.toml");
const TEA: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
const TEA_IN_FRENCH: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.fr.toml");

fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

fn words(lang: &str) -> Words {
    let texts = languages::nearest(lang).texts.clone().beside(lang);
    let numbers = Native::new(&texts.lang, lang);
    Words::new(Rc::new(texts), lang, Rc::new(numbers))
}

#[test]
fn every_file_is_a_language_without_problems() {
    let (languages, problems) = languages::all();
    assert_eq!(told(problems), [""; 0]);
    let tags: Vec<&str> = languages.iter().map(|language| language.texts.lang.as_str()).collect();
    assert_eq!(tags, ["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt-BR", "uk", "zh-Hans"]);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../languages");
    assert_eq!(FILES.len(), std::fs::read_dir(folder).expect("the folder").count(), "all are built in");
}

#[test]
fn no_word_of_a_language_is_another_languages_or_has_typewriter_marks() {
    for (name, text) in FILES {
        for (line, number) in text.lines().zip(1..).filter(|(line, _)| !line.starts_with('#')) {
            let words = line.split_once(" = ").map_or("", |(_, words)| words);
            let typed = words.contains('\'') || words.contains("...") || words.contains(" -") || words.contains("\\\"");
            assert!(!typed, "{name}:{number}: {line}");
            assert!(!words.contains("  ") && !words.contains(" …\" }"), "{name}:{number}: {line}");
        }
    }
}

/// English with something in the place of something else, and what is told of it.
const BROKEN: &[(&str, &str, &[&str])] = &[
    (
        "\nnext = \"Next\"\n",
        "\n",
        &["7:1: error: the word `next` is missing\n  add `next`; it is for this: Goes on to the next question."],
    ),
    (
        "\nnext = \"Next\"\n",
        "\nnext = \"Ne\\u0007xt\"\n",
        &["20:11: error: `next` has a control character, U+0007\n  delete it"],
    ),
    ("\nnext = ", "\nnxet = ", &["20:1: error: unknown key `nxet` in `words` of the language\n  did you mean `next`?"]),
    (
        "\nnext = ",
        "\nzzz = \"Z\"\nnext = ",
        &[
            "20:1: error: unknown key `zzz` in `words` of the language\n  leave it out; the keys are `minutes`, `nothing_sent`, `question_of`, `optional`, `choose_all`, `choose_exactly`, `choose_up_to`, `choose_between`, `rank` or another of 165",
        ],
    ),
    (
        "{place} of {all}\"",
        "{place}\"",
        &["13:15: error: `question_of` lacks the place `{all}`\n  write it where its value belongs"],
    ),
    (
        "{place} of {all}\"",
        "{place} of {al}\"",
        &[
            "13:15: error: `question_of` has no place `{al}`\n  did you mean `all`?",
            "13:15: error: `question_of` lacks the place `{all}`\n  write it where its value belongs",
        ],
    ),
    (
        "\"Next\"",
        "\"Next {place}\"",
        &["20:8: error: `next` has no place `{place}`\n  leave it out; this word has no places"],
    ),
    (
        "\"Next\"",
        "\"Next }\"",
        &["20:8: error: a brace in `next` belongs to no place\n  leave it out; this word has no places"],
    ),
    ("\"Next\"", "\"\"", &["20:8: error: `next` is empty or too long\n  write up to 1,200 characters"]),
    ("\"Next\"", "7", &["20:8: error: `next` is a whole number\n  write text in quotes"]),
    ("\"Next\"", "{ other = \"Next\" }", &["20:8: error: `next` is a table\n  write text in quotes"]),
    (
        "{ one = \"{minutes} minute\", other",
        "{ other",
        &["9:11: error: `minutes` lacks the form `one`\n  write `{ one = \"…\", other = \"…\" }`"],
    ),
    (
        "{ one = \"{minutes} minute\", other",
        "{ few = \"{minutes} min\", one = \"{minutes} minute\", other",
        &["9:13: error: unknown key `few` in `minutes`\n  leave it out; the keys are `one` or `other`"],
    ),
    (
        "{ one = \"{minutes} minute\", other = \"{minutes} minutes\" }",
        "\"{minutes} minutes\"",
        &["9:11: error: `minutes` is text\n  write `{ one = \"…\", other = \"…\" }`"],
    ),
    (
        "\"{minutes} minutes\"",
        "\"minutes\"",
        &["9:47: error: `minutes` lacks the place `{minutes}`\n  write it where its value belongs"],
    ),
    (
        "lang = \"en\"",
        "lang = \"de\"",
        &["4:1: error: the file is called `en`, and its language is `de`\n  call the file `de.toml`"],
    ),
];

#[test]
fn what_is_wrong_with_a_language_is_told_with_its_place() {
    for (was, is, expected) in BROKEN {
        let text = ENGLISH.replacen(was, is, 1);
        assert_ne!(text, ENGLISH, "{was}");
        let (_, problems) = language(Source { name: "en.toml", text: &text });
        let expected: Vec<String> = expected.iter().map(|problem| format!("en.toml:{problem}")).collect();
        assert_eq!(told(&problems), expected, "{is}");
    }
}

#[test]
fn a_quiz_has_words_of_its_own_and_each_translation_too() {
    let english = format!(
        "{TEA}\n[words]\nnext = \"Pour\"\nmore_reasons = {{ one = \"One more sip\", other = \"{{count}} more sips\" }}\n"
    );
    let french = format!("{TEA_IN_FRENCH}\n[words]\nnext = \"Servir\"\n");
    let checked = tea(&english, &french);
    assert_eq!(told(&checked.problems), [""; 0]);
    let [english, french] = &checked.quizzes[..] else { panic!("two languages") };
    let said = |words: Words| [words.next(), words.back(), words.more_reasons(3)].map(|said| said.text.to_string());
    assert_eq!(said(native(english)), ["Pour", "Back", "3 more sips"]);
    assert_eq!(said(native(french)), ["Servir", "Retour", "Encore 3 raisons"]);
    let broken = format!("{TEA}\n[words]\nnext = \"Pour {{it}}\"\nbakc = \"Back\"\n");
    let lines = TEA.lines().count();
    let expected = [
        format!(
            "tea-or-coffee.toml:{}:8: error: `next` has no place `{{it}}`\n  leave it out; this word has no places",
            lines + 3
        ),
        format!(
            "tea-or-coffee.toml:{}:1: error: unknown key `bakc` in `words` of the quiz\n  did you mean `back`?",
            lines + 4
        ),
    ];
    assert_eq!(told(&tea(&broken, TEA_IN_FRENCH).problems), expected);
}

fn tea(english: &str, french: &str) -> Checked {
    let translation = Source { name: "tea-or-coffee.fr.toml", text: french };
    check(Source { name: "tea-or-coffee.toml", text: english }, &[translation])
}

#[test]
fn a_compiled_quiz_has_what_a_reader_needs_to_read_and_no_more() {
    let quiz = tea(TEA, TEA_IN_FRENCH).quizzes.remove(0);
    let compiled = quiz.compiled();
    let again = which_track_quiz::Quiz::of_compiled(compiled.clone()).expect("a quiz");
    assert_eq!(again.words.as_ref().map(|words| words.texts.len()), Some(READER));
    assert!(WORDS.len() > READER);
    assert_eq!(again.compiled(), compiled);
    assert_eq!(quiz.without_words(), again.without_words());
}

#[test]
fn words_in_another_language_than_the_quizs_are_marked() {
    for (quiz, words, marked) in [
        ("cs", "en", Some("en")),
        ("he", "en", Some("en")),
        ("pt-PT", "pt-BR", Some("pt-BR")),
        ("zh-TW", "zh-Hans", Some("zh-Hans")),
        ("de-AT", "de", None),
        ("pt", "pt-BR", None),
        ("en-GB", "en", None),
    ] {
        let found = self::words(quiz);
        assert_eq!((found.lang(), found.next().lang.as_deref()), (words, marked), "{quiz}");
    }
    assert_eq!(words("cs").beside("en-US").next().lang, None, "beside what is in English too");
    let own = TEA.replace("lang = \"en\"", "lang = \"cs\"") + "\n[words]\nnext = \"Dál\"\n";
    let quiz = check(Source { name: "tea-or-coffee.toml", text: &own }, &[]).quizzes.remove(0);
    let said =
        |quiz| [native(&quiz).next().lang, native(&quiz).back().lang].map(|lang| lang.map(|lang| lang.to_string()));
    assert_eq!(said(quiz), [None, Some("en".to_owned())], "an author's own word is in the author's language");
}

#[test]
fn sentences_have_the_form_that_goes_with_a_number() {
    for (lang, count, expected) in [
        ("en", 1, "One more reason"),
        ("en", 2, "2 more reasons"),
        ("fr", 1, "Encore une raison"),
        ("pl", 1, "Jeszcze jeden powód"),
        ("pl", 3, "Jeszcze 3 powody"),
        ("pl", 12, "Jeszcze 12 powodów"),
        ("pl", 21, "Jeszcze 21 powodów"),
        ("uk", 1, "Ще 1 причина"),
        ("uk", 21, "Ще 21 причина"),
        ("uk", 12, "Ще 12 причин"),
        ("ar", 2, "سببان آخران"),
        ("ar", 3, "3 أسباب أخرى"),
        ("ar", 11, "11 سببًا آخر"),
        ("ar", 100, "100 سبب آخر"),
        ("ar-EG", 3, "٣ أسباب أخرى"),
        ("ja", 1, "ほか1件の理由"),
        ("zh-TW", 2, "还有 2 条理由"),
    ] {
        assert_eq!(&*words(lang).more_reasons(count).text, expected, "{lang} {count}");
    }
}

#[test]
fn a_percentage_is_written_in_one_way() {
    for (lang, expected) in
        [("en", "62%"), ("fr", "62\u{202f}%"), ("de-CH", "62\u{202f}%"), ("ar", "62%"), ("ja", "62%")]
    {
        assert_eq!(&*words(lang).percent(62).text, expected, "{lang}");
        assert!(words(lang).closeness(62).text.contains(expected), "{lang}");
    }
}

#[test]
fn what_is_filled_in_keeps_its_direction() {
    assert_eq!(&*words("en").same_as_last("Tea").text, "“Tea” once more.");
    assert_eq!(&*words("ar").same_as_last("Tea").text, "«\u{2068}Tea\u{2069}» مرة أخرى.");
    assert_eq!(&*words("he").same_as_last("תה").text, "“\u{2068}תה\u{2069}” once more.");
}
