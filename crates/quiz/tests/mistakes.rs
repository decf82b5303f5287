//! One mistake is one problem: whatever single character that holds a file together is left out of it or written twice,
//! and whatever else authors get wrong with one slip, they are told one thing.

use which_track_quiz::check::{Problem, Source, check};

const TEA: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
const FRENCH: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.fr.toml");
const LARGE: &str = include_str!("../../../quizzes/pm-vs-sde.toml");

/// What is told of each text from which a character is left out, or in which it is there twice, of which only every
/// `step`th is tried.
fn told_several_things(step: usize, text: &str, problems: impl Fn(&str) -> Vec<Problem>) -> Vec<String> {
    let holding = |(_, letter): &(usize, char)| "[]{}=,\"\n#".contains(*letter);
    let mut wrong = Vec::new();
    for (place, letter) in text.char_indices().filter(holding).step_by(step) {
        let (before, behind) = (&text[..place], &text[place + letter.len_utf8()..]);
        for (what, changed) in
            [("without", format!("{before}{behind}")), ("with two", format!("{before}{letter}{letter}{behind}"))]
        {
            let problems = problems(&changed);
            if problems.len() > 1 {
                let (line, letter) = (before.lines().count(), letter.escape_debug());
                let told: String = problems.iter().map(|problem| format!("{problem}\n")).collect();
                wrong.push(format!("line {line} {what} `{letter}`:\n{told}"));
            }
        }
    }
    wrong
}

#[test]
fn a_character_too_few_or_too_many_is_one_mistake() {
    let of_quiz = |name: &'static str| move |text: &str| check(Source { name, text }, &[]).problems;
    let tea = Source { name: "tea-or-coffee.toml", text: TEA };
    let of_french = |text: &str| check(tea, &[Source { name: "tea-or-coffee.fr.toml", text }]).problems;
    let wrong = [
        told_several_things(1, TEA, of_quiz("tea-or-coffee.toml")),
        told_several_things(1, FRENCH, of_french),
        told_several_things(23, LARGE, of_quiz("pm-vs-sde.toml")),
    ]
    .concat();
    assert!(wrong.is_empty(), "{} are told several things:\n{}", wrong.len(), wrong.join("\n"));
}
