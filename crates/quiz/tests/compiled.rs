//! What a quiz is when nothing of it may be lost or wrong: its edition, its compiled form, and the links in it.
#![allow(clippy::type_complexity, clippy::unit_arg, reason = "tables of closures, a line each")]

mod support;

use proptest::prelude::*;
use support::quiz;
use which_track_quiz::check::{Source as File, check};
use which_track_quiz::*;

/// Puts a source, or its address, into one place of a quiz.
type Put = fn(&mut QuizData, Option<Source>);

/// Changes one thing, where a quiz has it.
type Edit = fn(&mut QuizData) -> Option<()>;

fn first_quiz() -> Vec<Quiz> {
    let english = include_str!("../../../quizzes/pm-vs-sde.toml");
    let french = include_str!("../../../quizzes/pm-vs-sde.fr.toml");
    check(File { name: "pm-vs-sde.toml", text: english }, &[File { name: "pm-vs-sde.fr.toml", text: french }]).quizzes
}

fn edited(quiz: &Quiz, change: impl FnOnce(&mut QuizData)) -> Result<Quiz, Invalid> {
    let mut parts = QuizData::clone(quiz);
    change(&mut parts);
    Quiz::try_from(parts)
}

/// The first quiz has each of the structures that a quiz can have.
#[test]
fn every_structure_reads_back_as_itself() {
    for quiz in first_quiz() {
        let quiz = edited(&quiz, |parts| {
            parts.gaps = vec![(1, 2), (0, 1)];
            // What only pages around a quiz say stays with the builder.
            parts.words.as_mut().expect("words").texts.truncate(words::READER);
            parts.outcomes[0].action = Some(Action { label: "Go".to_owned(), url: "https://quiz.example/".to_owned() });
        });
        let quiz = quiz.expect("sound");
        let QuizData { advice, claims, article, outcomes, minutes, notice, gaps, .. } = &*quiz;
        assert!(article.is_some() && minutes.is_some() && notice.is_some() && !gaps.is_empty() && !claims.is_empty());
        assert!(
            outcomes.iter().any(|outcome| outcome.action.is_some())
                && claims.iter().any(|claim| claim.source.is_some())
        );
        for kind in [AdviceKind::Step, AdviceKind::Mistake, AdviceKind::Note, AdviceKind::Question] {
            assert!(advice.iter().any(|advice| advice.kind == kind), "{kind:?}");
        }
        assert!(advice.iter().any(|advice| advice.when.is_some() && advice.source.is_some()));
        assert_eq!(Quiz::of_compiled(quiz.compiled()), Ok(quiz));
    }
}

/// A compiled quiz may come from anywhere: no link in it is anything but a link.
#[test]
fn links_are_https_in_every_place() {
    let english = first_quiz().remove(0);
    let source = |url: &str| Some(Source { label: "S".to_owned(), url: Some(url.to_owned()) });
    let places: [(&str, Put); 5] = [
        ("a question", |parts, source| parts.questions[0].source = source),
        ("a claim", |parts, source| parts.claims[0].source = source),
        ("advice", |parts, source| parts.advice[0].source = source),
        ("the article", |parts, source| {
            let article = parts.article.as_mut().expect("an article");
            article.url = source.and_then(|source| source.url);
        }),
        ("an outcome's action", |parts, source| {
            let url = source.and_then(|source| source.url).expect("an address");
            parts.outcomes[0].action = Some(Action { label: "A".to_owned(), url });
        }),
    ];
    for (place, put) in places {
        for (url, is_link) in [
            ("https://quiz.example/a?b#c", true),
            ("javascript:alert(1)", false),
            ("JavaScript:alert(1)", false),
            ("http://quiz.example/", false),
            ("data:text/html,x", false),
            ("//quiz.example/", false),
            (" https://quiz.example/", false),
            ("https://", false),
            ("", false),
        ] {
            let read = edited(&english, |parts| put(parts, source(url)));
            assert_eq!(read.is_ok(), is_link, "{place}: {url:?}");
            if let Ok(quiz) = read {
                assert!(Quiz::of_compiled(quiz.compiled()).is_ok(), "{place}: {url:?}");
            }
        }
    }
}

/// A change of each thing that scores, where a quiz has it.
const SCORING: &[(&str, Edit)] = &[
    ("its id", |parts| Some(parts.id.push('x'))),
    ("the margin", |parts| Some(parts.margin += 1)),
    ("how many marks", |parts| Some(parts.max_marks += 1)),
    ("a track's id", |parts| {
        parts.outcomes.iter_mut().filter(|outcome| outcome.id == "t0").for_each(|outcome| outcome.id.push('x'));
        Some(parts.tracks[0].id.push('x'))
    }),
    ("an outcome's id", |parts| Some(parts.outcomes.iter_mut().find(|outcome| outcome.id == "other")?.id.push('x'))),
    ("a question's id", |parts| Some(parts.questions[0].id.push('x'))),
    ("a weight", |parts| Some(parts.questions[0].weight += 1)),
    ("whether it can be skipped", |parts| Some(parts.questions[0].optional ^= true)),
    ("a condition", |parts| {
        let when = parts.questions.last_mut()?.when.as_mut()?;
        Some(*when = Condition::Not(Box::new(when.clone())))
    }),
    ("a gate", |parts| {
        let gate = parts.gates.first_mut()?;
        Some(gate.when = Condition::Not(Box::new(gate.when.clone())))
    }),
    ("a gate's outcome", |parts| {
        let gate = parts.gates.first_mut()?;
        Some(gate.outcome.0 = u8::from(gate.outcome.0 == 0))
    }),
    ("no gates", |parts| parts.gates.pop().map(|_| ())),
    ("an option's id", |parts| Some(choices(parts)?.first_mut()?.id.push('x'))),
    ("points", |parts| Some(*choices(parts)?.first_mut()?.points.first_mut()? += 1)),
    ("the order of options", |parts| Some(choices(parts)?.swap(0, 1))),
    ("a scale's points", |parts| {
        parts.questions.iter_mut().find_map(|question| match &mut question.kind {
            Kind::Scale { points, .. } => points.first_mut().map(|points| *points += 1),
            _ => None,
        })
    }),
    ("how many may be chosen", |parts| {
        parts.questions.iter_mut().find_map(|question| match &mut question.kind {
            Kind::Multi { min, max, .. } if *min < *max => Some(*max -= 1),
            _ => None,
        })
    }),
    ("how many are ranked", |parts| {
        parts.questions.iter_mut().find_map(|question| match &mut question.kind {
            Kind::Rank { top, .. } if *top > 1 => Some(*top -= 1),
            _ => None,
        })
    }),
];

/// The options of the first question that has some.
fn choices(parts: &mut QuizData) -> Option<&mut Vec<Choice>> {
    parts.questions.iter_mut().find_map(|question| match &mut question.kind {
        Kind::Single(choices) | Kind::Multi { choices, .. } | Kind::Rank { choices, .. } => Some(choices),
        Kind::Scale { .. } => None,
    })
}

/// A change of each text.
fn reworded(parts: &mut QuizData) {
    let source = || Some(Source { label: "Elsewhere".to_owned(), url: None });
    parts.title.push('!');
    parts.description.push('!');
    parts.lang = "nl".to_owned();
    parts.minutes = Some(9);
    parts.notice = Some("N".to_owned());
    parts.article = Some(Article { title: "A".to_owned(), note: None, url: None });
    parts.tracks.iter_mut().for_each(|track| track.label.push('!'));
    for question in &mut parts.questions {
        question.prompt.push('!');
        (question.topic, question.help) = (Some("T".to_owned()), Some("H".to_owned()));
        question.source = source();
        match &mut question.kind {
            Kind::Scale { low, high, .. } => (low.push('!'), high.push('!')).0,
            Kind::Single(choices) | Kind::Multi { choices, .. } | Kind::Rank { choices, .. } => {
                choices.iter_mut().for_each(|choice| choice.label.push('!'));
                choices.iter_mut().for_each(|choice| choice.reason = Some("R".to_owned()));
            }
        }
    }
    parts.outcomes.iter_mut().for_each(|outcome| {
        outcome.title.push('!');
        outcome.summary.push('!');
    });
    parts.claims.clear();
    parts.advice.clear();
    parts.gaps.clear();
}

proptest! {
    #[test]
    fn other_words_are_the_same_edition_and_other_scoring_is_another(seed: u64) {
        let quiz = quiz(seed);
        let other = edited(&quiz, reworded).expect("sound");
        prop_assert_eq!(other.edition(), quiz.edition());
        for (what, change) in SCORING {
            let mut done = None;
            // What makes no quiz has no edition.
            let Ok(other) = edited(&quiz, |parts| done = change(parts)) else { continue };
            prop_assert_eq!(other.edition() != quiz.edition(), done.is_some(), "{}", what);
        }
    }
}

/// Each of the changes above is one in some quiz, so that none of them tests nothing.
#[test]
fn every_change_of_scoring_happens() {
    for (what, change) in SCORING {
        let happens = |seed: u64| {
            let mut done = None;
            edited(&quiz(seed), |parts| done = change(parts)).is_ok() && done.is_some()
        };
        assert!((0..200).any(happens), "{what}");
    }
}
