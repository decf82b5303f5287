//! Which of several words of the interface is the right one, where that is no matter of a number's form.

use which_track_quiz::share::{Disclosure, NotShared};
use which_track_quiz::words::{Phrase, Words};
use which_track_quiz::{Kind, Nudge, Question};

/// How many answers to choose or to put in order, where that is not plain.
pub fn how_to_answer(words: &Words, question: &Question) -> Option<Phrase> {
    match &question.kind {
        Kind::Multi { choices, min, max } => Some(choose(words, (*min).into(), (*max).into(), choices.len())),
        Kind::Rank { top, .. } => Some(words.rank((*top).into())),
        Kind::Single(_) | Kind::Scale { .. } => None,
    }
}

fn choose(words: &Words, least: usize, most: usize, all: usize) -> Phrase {
    match (least, most) {
        (0 | 1, most) if most >= all => words.choose_all(),
        (least, most) if least == most => words.choose_exactly(most),
        (0, most) => words.choose_up_to(most),
        (least, most) => words.choose_between(least, most),
    }
}

/// What keeps a reader from going on.
pub fn nudged(words: &Words, question: &Question, nudge: Nudge) -> Phrase {
    let ranked = matches!(question.kind, Kind::Rank { .. });
    match nudge {
        Nudge::Unanswered => words.unanswered(),
        Nudge::TooFew { need } if ranked => words.too_few_places(need.into()),
        Nudge::TooFew { need } => words.too_few(need.into()),
        Nudge::TooMany { most } => words.too_many(most.into()),
    }
}

/// A step of a scale between the author's words at its ends.
pub fn step(words: &Words, low: &str, high: &str, step: i8) -> Phrase {
    match step {
        -2 => low.into(),
        -1 => words.step_toward(low),
        1 => words.step_toward(high),
        2 => high.into(),
        _ => words.step_between(),
    }
}

/// That no change leads elsewhere: of 3 answers, or of as many as could be tried.
pub fn no_change(words: &Words, searched: usize) -> Phrase {
    match searched {
        0 => words.no_change_untried(),
        1 => words.no_change_one(),
        2 => words.no_change_two(),
        _ => words.no_change_three(),
    }
}

/// How much others may see.
pub fn disclosure(words: &Words, disclosure: Disclosure) -> Phrase {
    match disclosure {
        Disclosure::Outcome => words.level_outcome(),
        Disclosure::Fits => words.level_fits(),
        Disclosure::Answers => words.level_answers(),
    }
}

/// What a link tells of a result with this outcome.
pub fn reveals(words: &Words, disclosure: Disclosure, outcome: &str) -> Phrase {
    match disclosure {
        Disclosure::Outcome => words.reveals_outcome(outcome),
        Disclosure::Fits => words.reveals_fits(outcome),
        Disclosure::Answers => words.reveals_answers(outcome),
    }
}

/// Whether something was copied, and what to do next.
pub fn copied(words: &Words, done: bool) -> Phrase {
    if done { words.copied() } else { words.not_copied() }
}

/// Whether a picture was handed over to be saved.
pub fn saved(words: &Words, handed: bool) -> Phrase {
    if handed { words.saved() } else { words.not_saved() }
}

/// Why a link cannot be read, and what to do.
pub fn unreadable(words: &Words, why: NotShared) -> Phrase {
    match why {
        NotShared::Damaged => words.link_damaged(),
        NotShared::Elsewhere => words.link_elsewhere(),
        NotShared::Newer => words.link_newer(),
    }
}

/// Several texts as one, each put behind those before it.
pub fn joined(texts: impl Iterator<Item = String>, and: impl Fn(&str, &str) -> Phrase) -> String {
    texts.reduce(|before, after| and(&before, &after).text.to_string()).unwrap_or_default()
}
