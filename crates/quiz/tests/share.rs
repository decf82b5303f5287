//! Share codes: what goes in comes out at every level, and what is no code, or no longer the same, is refused.

mod support;

use proptest::prelude::*;
use support::{Numbers, quiz, sheet};
use which_track_quiz::check::{Source, check};
use which_track_quiz::share::{Disclosure, NotShared, Shared, code_of, decode, encode, made_with, stamp};
use which_track_quiz::{Finished, Kind, Question, Quiz, QuizData, Session};

const LEVELS: [Disclosure; 3] = [Disclosure::Outcome, Disclosure::Fits, Disclosure::Answers];
const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";
const DOCUMENTATION: &str = include_str!("../../../docs/share-code.md");
const CORPUS: &str = include_str!("corpus/share-codes.txt");

fn read(name: &str, text: &str) -> Quiz {
    check(Source { name, text }, &[]).quizzes.remove(0)
}

fn tea() -> Quiz {
    read("tea-or-coffee.toml", include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml"))
}

fn pm_vs_sde() -> Quiz {
    read("pm-vs-sde.toml", include_str!("../../../quizzes/pm-vs-sde.toml"))
}

/// A quiz in which everything changed by `change`, with all that follows from it.
fn edited(quiz: &Quiz, change: impl FnOnce(&mut QuizData)) -> Quiz {
    let mut parts = QuizData::clone(quiz);
    change(&mut parts);
    Quiz::try_from(parts).unwrap()
}

fn code(quiz: &Quiz, answers: &Finished, level: Disclosure) -> String {
    encode(quiz, answers, level).to_string()
}

/// A code's beginning with the right check characters, worked out as docs/share-code.md says and the core does not.
fn sealed(body: &str) -> String {
    let digits = || std::iter::once(1).chain(body.chars().map(|known| ALPHABET.find(known).unwrap()));
    let check = |base: usize| {
        let weight = |place: usize| (0..=body.len() - place).fold(1, |power, _| power * base % 61);
        let sum: usize = digits().enumerate().map(|(place, digit)| digit * weight(place)).sum();
        char::from(ALPHABET.as_bytes()[sum % 61])
    };
    format!("{body}{}{}", check(2), check(4))
}

/// What a code tells, as a line of text.
fn told(quiz: &Quiz, code: &str) -> String {
    let id = |outcome| &quiz.outcome(outcome).id;
    match decode(quiz, code) {
        Ok(Shared::Outcome(outcome)) => format!("outcome {}", id(outcome)),
        Ok(Shared::Fits { outcome, percents }) => format!("fits {} {percents:?}", id(outcome)),
        Ok(Shared::Answers(answers)) => format!("answers {}", Session::Finished(answers).save(quiz)),
        Err(not) => format!("{not:?}"),
    }
}

/// The answers that count, with their marks.
fn counting(finished: &Finished) -> Vec<String> {
    let answers = finished.answers();
    answers.answered().map(|(ix, answer)| format!("{ix:?} {answer:?} {}", answers.answers().marked(ix))).collect()
}

/// Any text of letters and digits of the alphabet.
fn scribble(numbers: &mut Numbers, len: u64) -> String {
    (0..len).map(|_| char::from(ALPHABET.as_bytes()[usize::try_from(numbers.below(61)).unwrap()])).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_goes_in_comes_out(seed: u64, answers: u64) {
        let quiz = quiz(seed);
        let answers = sheet(&quiz, answers);
        let outcome = answers.outcome();
        prop_assert_eq!(decode(&quiz, &code(&quiz, &answers, Disclosure::Outcome)), Ok(Shared::Outcome(outcome)));
        let fits = Shared::Fits { outcome, percents: answers.percents() };
        prop_assert_eq!(decode(&quiz, &code(&quiz, &answers, Disclosure::Fits)), Ok(fits));
        let all = code(&quiz, &answers, Disclosure::Answers);
        let Ok(Shared::Answers(decoded)) = decode(&quiz, &all) else { panic!("answers") };
        prop_assert_eq!(counting(&decoded), counting(&answers));
        prop_assert_eq!(decoded.answers().visible(), answers.answers().visible());
        prop_assert_eq!(decoded.verdict(), answers.verdict());
        prop_assert_eq!(code(&quiz, &decoded, Disclosure::Answers), all, "nothing hidden was in it");
        for ix in quiz.indexes().filter(|ix| !answers.answers().visible()[ix.index()]) {
            prop_assert_eq!(decoded.answers().answers().given(ix), None, "hidden answers stay hidden");
        }
    }

    #[test]
    fn any_sound_text_is_the_one_code_of_what_it_tells(seed: u64, answers: u64, payload: u64, len in 0..12u64) {
        let quiz = quiz(seed);
        let sheet = sheet(&quiz, answers);
        for level in LEVELS {
            let before = code(&quiz, &sheet, level)[..4].to_owned();
            let text = sealed(&(before + &scribble(&mut Numbers(payload), len)));
            prop_assert!(made_with(&quiz, &text));
            match decode(&quiz, &text) {
                Ok(Shared::Answers(answers)) => prop_assert_eq!(code(&quiz, &answers, level), text),
                Ok(Shared::Outcome(outcome)) => prop_assert!(outcome.index() < quiz.outcomes.len() && text.len() <= 7),
                Ok(Shared::Fits { outcome, percents }) => {
                    prop_assert!(outcome.index() < quiz.outcomes.len() && percents.len() == quiz.tracks.len());
                    prop_assert!(percents.iter().all(|percent| *percent <= 100));
                }
                Err(not) => prop_assert_eq!(not, NotShared::Damaged),
            }
        }
    }

    #[test]
    fn what_is_around_a_code_is_left_out(
        seed: u64, answers: u64,
        before in "[ \t\u{a0}\u{ad}\u{2009}\u{200b}-\u{200f}\u{202a}-\u{202f}\u{2060}\u{2066}\u{feff}\u{3000}]{0,4}",
        behind in "([^A-Za-km-z0-9%]\\PC{0,12})?", encoded: bool,
    ) {
        let quiz = quiz(seed);
        let code = code(&quiz, &sheet(&quiz, answers), Disclosure::Answers);
        let plain = format!("{before}{code}{behind}");
        let percent = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
        let text = if encoded { percent(&plain) } else { plain };
        prop_assert_eq!(code_of(&text), code, "{:?}", text);
    }

    #[test]
    fn of_any_text_only_what_a_code_may_have_is_left(text in "(\\PC|%[0-9a-fA-F]{0,2}|[A-Za-z0-9]){0,40}") {
        let code = code_of(&text);
        prop_assert!(code.len() <= 301 && code.chars().all(|letter| ALPHABET.contains(letter)));
        prop_assert_eq!(code_of(&code), code);
    }

    #[test]
    fn a_level_tells_nothing_of_a_later_one(seed: u64, one: u64, other: u64) {
        let quiz = quiz(seed);
        let (one, other) = (sheet(&quiz, one), sheet(&quiz, other));
        let told = |finished: &Finished| (finished.outcome(), finished.percents());
        let same = |level| code(&quiz, &one, level) == code(&quiz, &other, level);
        prop_assert_eq!(same(Disclosure::Outcome), told(&one).0 == told(&other).0);
        prop_assert_eq!(same(Disclosure::Fits), told(&one) == told(&other));
        prop_assert_eq!(same(Disclosure::Answers), counting(&one) == counting(&other));
    }

    #[test]
    fn any_text_is_told_or_refused(seed: u64, text in "\\PC{0,40}", len in 0..400u64) {
        let quiz = quiz(seed);
        prop_assert!(decode(&quiz, &text).is_err());
        prop_assert!(decode(&quiz, &scribble(&mut Numbers(seed), len)).is_err());
    }
}

#[test]
fn every_wrong_character_and_every_swap_of_neighbors_is_noticed() {
    let (tea, pm) = (tea(), pm_vs_sde());
    for (quiz, seed) in [&tea, &pm].into_iter().flat_map(|quiz| (0..10).map(move |seed| (quiz, seed))) {
        let code = code(quiz, &sheet(quiz, seed), LEVELS[usize::try_from(seed).unwrap() % 3]);
        for place in 0..code.len() {
            for other in (0..=127u8).map(char::from).filter(|other| !code[place..].starts_with(*other)) {
                let wrong = format!("{}{other}{}", &code[..place], &code[place + 1..]);
                assert_eq!(decode(quiz, &wrong), Err(NotShared::Damaged), "{wrong} for {code}");
            }
            let mut swapped: Vec<char> = code.chars().collect();
            swapped.swap(place, (place + 1).min(code.len() - 1));
            let swapped: String = swapped.into_iter().collect();
            assert!(swapped == code || decode(quiz, &swapped) == Err(NotShared::Damaged), "{swapped} for {code}");
        }
    }
}

#[test]
fn no_random_text_is_a_code() {
    let (quiz, numbers) = (pm_vs_sde(), &mut Numbers(1));
    for _ in 0..1_000_000 {
        let len = 6 + numbers.below(20);
        let text = scribble(numbers, len);
        assert!(decode(&quiz, &text).is_err(), "{text}");
    }
}

/// How many characters the longest code of a quiz has at most: those around the payload, and as many as the product of
/// all radixes takes, were every question shown and answered.
fn bound(quiz: &Quiz) -> usize {
    let radix = |question: &Question| {
        let legal = if matches!(question.kind, Kind::Scale { .. }) { 5 } else { support::legal(question).len() };
        legal as u128 + u128::from(question.optional)
    };
    let choose = |size: u128| (0..size).fold(1, |all, i| all * (quiz.questions.len() as u128 - i) / (i + 1));
    let marks: u128 = (0..=u128::from(quiz.max_marks)).map(choose).sum();
    let product = quiz.questions.iter().map(radix).product::<u128>() * marks;
    6 + usize::try_from((product - 1).ilog(61)).unwrap() + 1
}

/// The lengths that docs/share-code.md tells.
#[test]
fn codes_are_short() {
    let quiz = pm_vs_sde();
    let sheets: Vec<Finished> = (0..3_000).map(|seed| sheet(&quiz, seed)).collect();
    let longest = |level| sheets.iter().map(|answers| code(&quiz, answers, level).len()).max().unwrap();
    assert_eq!(LEVELS.map(longest), [7, 10, 14]);
    assert_eq!(bound(&quiz), 14);
}

#[test]
fn the_example_of_the_documentation_is_right() {
    use which_track_quiz::raw_answer::{RawAnswer, read};
    let quiz = tea();
    let answers = [
        ("morning", RawAnswer::One("slow")),
        ("moments", RawAnswer::Several(vec!["friends"])),
        ("ritual", RawAnswer::Number(1)),
        ("values", RawAnswer::Several(vec!["calm", "price"])),
    ];
    let answers = Finished::of(&quiz, read(&quiz, answers, ["morning"]).unwrap());
    for (level, expected) in LEVELS.into_iter().zip(["A2rbHL", "B2rboZ34", "C2rbJdGb"]) {
        assert_eq!(code(&quiz, &answers, level), expected);
        assert!(DOCUMENTATION.contains(&format!("`{expected}`")), "{expected}");
    }
    assert_eq!((quiz.edition().to_string().as_str(), stamp(&quiz).as_str()), ("tpyx82qn", "2rb"));
    assert!(DOCUMENTATION.contains(ALPHABET));
}

#[test]
fn a_quiz_at_its_limits_fits_in_the_longest_code() {
    let question = |place: usize| {
        let mut question = tea().questions[3].clone();
        question.id = format!("q{place}");
        let Kind::Rank { choices, top } = &mut question.kind else { panic!("ranking") };
        *choices = (0..20).map(|at| which_track_quiz::Choice { id: format!("c{at}"), ..choices[0].clone() }).collect();
        *top = 3;
        question
    };
    let quiz = edited(&tea(), |parts| {
        parts.questions = (0..100).map(question).collect();
        parts.gates.clear();
        parts.max_marks = 100;
    });
    for seed in 0..2 {
        let answers = sheet(&quiz, seed);
        let Ok(Shared::Answers(decoded)) = decode(&quiz, &code(&quiz, &answers, Disclosure::Answers)) else { panic!() };
        assert_eq!(decoded, answers);
    }
}

#[test]
fn what_is_no_code_of_the_quiz_is_refused_with_the_reason() {
    use NotShared::{Damaged, Elsewhere, Newer};
    let quiz = tea();
    let right = code(&quiz, &sheet(&quiz, 0), Disclosure::Answers);
    let before = |level: char, payload: &str| sealed(&format!("{level}{}{payload}", &right[1..4]));
    let cases = [
        (String::new(), Damaged, "empty"),
        ("AAAAA".to_owned(), Damaged, "too short"),
        ("A".repeat(301), Damaged, "too long"),
        (sealed(&"A".repeat(299)), Damaged, "too long, otherwise sound"),
        (format!(" {right}"), Damaged, "a space in front"),
        (right.replace(&right[1..2], "l"), Damaged, "a letter that is not in the alphabet"),
        (right.replace(&right[1..2], "é"), Damaged, "not ASCII"),
        ("☕☕☕".to_owned(), Damaged, "not ASCII at all"),
        (right[..right.len() - 1].to_owned(), Damaged, "cut off"),
        (right.to_lowercase(), Damaged, "in small letters"),
        (sealed("D"), Damaged, "too short for any version"),
        (sealed("DAAA"), Newer, "the first head of a later version"),
        (sealed("9AAAanything"), Newer, "the last head"),
        (sealed("AAAA"), Elsewhere, "another edition"),
        (sealed("AAAAAAA"), Elsewhere, "another edition, before the payload is looked at"),
        (before('A', "A"), Damaged, "a zero in front"),
        (before('A', "E"), Damaged, "the fifth of four outcomes"),
        (before('A', "BB"), Damaged, "a longer number"),
        (before('B', "Lw5"), Damaged, "the first outcome, 0 and 101 percent"),
        (before('B', "9999"), Damaged, "fits out of range"),
        (before('C', "9999999"), Damaged, "answers out of range"),
    ];
    for (text, not, why) in cases {
        assert_eq!(decode(&quiz, &text), Err(not), "{why}: {text}");
    }
    for (not, words) in [(Damaged, "not a share code"), (Elsewhere, "another quiz"), (Newer, "newer version")] {
        assert!(not.to_string().contains(words), "{not}");
    }
}

#[test]
fn the_host_of_share_pages_is_what_a_card_shows() {
    use which_track_quiz::share::ShareUrls;
    for (base, host) in [
        ("https://quiz.example/", Some("quiz.example")),
        ("https://quiz.example/sub/", Some("quiz.example")),
        ("http://127.0.0.1:8080/", Some("127.0.0.1:8080")),
        ("", None),
    ] {
        let pages = ShareUrls { base: base.to_owned(), folder: String::new() };
        assert_eq!(pages.host(), host, "{base}");
    }
}

#[test]
fn a_code_belongs_to_one_edition() {
    let quiz = tea();
    let reworded = edited(&quiz, |parts| parts.questions[0].prompt = "Why get up?".to_owned());
    let reweighed = edited(&quiz, |parts| parts.questions[0].weight += 1);
    for (level, seed) in LEVELS.into_iter().zip(0..) {
        let code = code(&quiz, &sheet(&quiz, seed), level);
        assert!(code[1..].starts_with(&stamp(&quiz)) && stamp(&reworded) == stamp(&quiz));
        assert!(made_with(&quiz, &code) && made_with(&reworded, &code) && !made_with(&reweighed, &code));
        assert_eq!(decode(&reworded, &code), decode(&quiz, &code), "words may change");
        assert_eq!(decode(&reweighed, &code), Err(NotShared::Elsewhere));
        assert_eq!(decode(&pm_vs_sde(), &code), Err(NotShared::Elsewhere));
    }
    assert!(!made_with(&quiz, "") && !made_with(&quiz, &sealed("DAAA")));
}

/// Links that people have sent must go on telling the same: a line here is never changed, only added.
#[test]
fn codes_made_long_ago_tell_the_same() {
    let quiz = tea();
    let lines = CORPUS.lines().filter(|line| !line.starts_with('#'));
    for (code, meaning) in lines.filter_map(|line| line.split_once(' ')) {
        assert_eq!(told(&quiz, code), meaning, "{code}");
    }
}

#[test]
fn a_code_is_found_in_what_mailers_and_chats_make_of_a_link() {
    for behind in [
        "",
        ".",
        ")",
        ",",
        "%20",
        " ",
        "\u{200b}",
        "%E2%80%8B",
        "&utm_source=x",
        "?fbclid=x",
        "%3Ffbclid%3Dx",
        "\u{201d}",
        "%",
        "%4",
        "%zz",
        "%ff",
        "é",
        "l",
    ] {
        for before in
            ["", " ", "%20", "\u{200b}", "\u{feff}\u{a0}", "%EF%BB%BF", "\u{ad}\u{2060}", "%e2%80%8c%E2%80%8d"]
        {
            assert_eq!(code_of(&format!("{before}A2rbHL{behind}")), "A2rbHL", "{before:?} {behind:?}");
        }
    }
    for (text, left) in
        [("%412rbHL", "A2rbHL"), (".A2rbHL", ""), ("é", ""), ("A2r bHL", "A2r"), ("A2rbHLand", "A2rbHLand"), ("", "")]
    {
        assert_eq!(code_of(text), left, "{text}");
    }
    assert_eq!(code_of(&"A".repeat(400)).len(), 301, "too long, and not cut to a length that could be right");
}
