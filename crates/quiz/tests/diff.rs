//! What a change of a quiz moves, against scoring the same answers with both.

mod support;

use support::{all_sheets, quiz};
use which_track_quiz::balance::Balance;
use which_track_quiz::check::{Source, check};
use which_track_quiz::diff::{ChangedNumber, Diff, Fate};
use which_track_quiz::*;

const TEA: &str = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");

fn tea(edits: &[(&str, &str)]) -> Quiz {
    let text = edits.iter().fold(TEA.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replace(old, new)
    });
    let checked = check(Source { name: "tea-or-coffee.toml", text: &text }, &[]);
    checked.quizzes.into_iter().next().unwrap_or_else(|| panic!("{:?}", checked.problems))
}

#[test]
fn nothing_moves_where_nothing_has_changed() {
    for seed in 0..60 {
        let quiz = quiz(seed);
        let diff = Diff::of(&quiz, &quiz);
        let balance = Balance::of(&quiz);
        for (old, row) in diff.moves.matrix.iter().enumerate() {
            for (new, share) in row.iter().enumerate() {
                let hundredths = if old == new { balance.outcomes[old].hundredths() } else { 0 };
                assert_eq!(share.hundredths(), hundredths, "seed {seed}: {old} to {new}");
            }
        }
        assert!(diff.moves.exact && diff.numbers.is_empty() && diff.texts.is_empty(), "seed {seed}");
        assert!(diff.links.is_none_or(|links| links.iter().all(|(_, opens)| *opens)), "seed {seed}");
    }
}

#[test]
fn the_matrix_is_what_scoring_all_sheets_with_both_gives() {
    for seed in 0..40 {
        let old = quiz(seed);
        let mut data = QuizData::clone(&old);
        data.margin = (data.margin + 7) % 20;
        data.questions.iter_mut().for_each(|question| question.weight = question.weight % 3 + 1);
        let Ok(new) = Quiz::try_from(data) else { continue };
        let (before, after) = (all_sheets(&old), all_sheets(&new));
        let mut counts = vec![vec![0u64; new.outcomes.len()]; old.outcomes.len()];
        for ((one, _), (other, _)) in before.iter().zip(&after) {
            counts[one.outcome().index()][other.outcome().index()] += 1;
        }
        let moves = Diff::of(&old, &new).moves;
        for (row, counts) in moves.matrix.iter().zip(counts) {
            for (share, count) in row.iter().zip(counts) {
                assert_eq!(&share.num * before.len(), &share.den * count, "seed {seed}");
            }
        }
    }
}

#[test]
fn what_is_gone_new_renamed_or_reworded_is_named() {
    let gone = |id: &str| Fate::Gone(id.to_owned());
    let new = |id: &str| Fate::New(id.to_owned());
    let renamed = |from: &str, to: &str| Fate::Renamed(from.to_owned(), to.to_owned());
    let number = |place: &str, was: &str, is: &str| ChangedNumber {
        place: place.to_owned(),
        was: Some(was.to_owned()),
        is: Some(is.to_owned()),
    };
    for (edits, same, fates, numbers, texts) in [
        (vec![("gets you out of bed", "gets you up")], true, vec![], vec![], vec!["questions.morning.prompt"]),
        (
            vec![("coffee = 3, tea = -1", "coffee = 2, tea = -1")],
            false,
            vec![],
            vec![number("questions.morning.options.kick.points.coffee", "3", "2")],
            vec![],
        ),
        (vec![("\"never\"", "\"none\"")], false, vec![renamed("never", "none")], vec![], vec![]),
        (
            vec![("id = \"price\", label = \"Price\"", "id = \"cost\", label = \"What it costs\"")],
            false,
            vec![gone("price"), new("cost")],
            vec![],
            vec![],
        ),
        (
            vec![("weight = 2\n", "weight = 3\n")],
            false,
            vec![],
            vec![number("questions.morning.weight", "2", "3")],
            vec![],
        ),
    ] {
        let diff = Diff::of(&tea(&[]), &tea(&edits));
        let found: Vec<Fate> = diff.ids.options.iter().flat_map(|(.., matched)| matched.fates.clone()).collect();
        assert_eq!(found, fates, "{edits:?}");
        assert_eq!(diff.numbers, numbers, "{edits:?}");
        assert_eq!(diff.texts.iter().map(|text| text.place.as_str()).collect::<Vec<_>>(), texts, "{edits:?}");
        assert_eq!(diff.editions.0 == diff.editions.1, same, "{edits:?}");
        let opens: Vec<bool> = diff.links.expect("somebody can finish").iter().map(|(_, opens)| *opens).collect();
        assert_eq!(opens, [same; 3], "{edits:?}");
    }
}

#[test]
fn an_answer_that_is_gone_is_asked_for_again() {
    let moves =
        Diff::of(&tea(&[]), &tea(&[("id = \"price\", label = \"Price\"", "id = \"cost\", label = \"What it costs\"")]))
            .moves;
    // Of six rankings of two out of three, four have it.
    let again: u32 = moves.again.iter().map(|share| share.hundredths()).sum();
    assert!((6_665..=6_669).contains(&again), "{again}");
}
