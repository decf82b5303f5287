//! Whether a condition can hold at all, found by going through everything that it could look at.
//!
//! Of each question's answers one stands for all that the condition cannot tell apart; fits and the leader are taken
//! to be independent of the answers. That is more than can really happen, so that "never" is certain and "possible"
//! is not. What would take too many looks is taken to be possible.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use crate::condition::{Facts, Sheets, one};
use crate::quiz::{Condition, Kind, Matches, Question, QuestionIx, TrackIx};
use crate::{Answer, ChoiceIx, legal};

/// How many looks are taken for one file: combinations of what a condition looks at, times its parts. That many take a
/// tenth of a second.
#[derive(Debug)]
pub(super) struct Looks(Cell<usize>);

impl Default for Looks {
    fn default() -> Self {
        Self(Cell::new(2_000_000))
    }
}

impl Looks {
    /// Takes some; whether there were as many left.
    pub fn take(&self, some: usize) -> bool {
        let left = self.0.get().checked_sub(some);
        self.0.set(left.unwrap_or(0));
        left.is_some()
    }
}

/// How many parts a condition may have, with those that decide whether its questions are shown.
const MOST_PARTS: usize = 200;

/// How many kinds of options of one question a condition may tell apart.
const MOST_KINDS: usize = 12;

/// Whether the condition may hold for some complete answers to these questions.
pub(super) fn possible(questions: &[Question], condition: &Condition, looks: &Looks) -> bool {
    Space::of(questions, condition, looks).is_none_or(|space| space.any(&mut World::default(), 0, condition))
}

/// Something that a condition looks at, with all that it could see there.
enum Axis {
    /// A question: answers that differ for the condition, and none.
    Question(QuestionIx, Vec<Option<Answer>>),
    /// A track's fit: for each threshold and for 0, the fit that is just there.
    Fit(TrackIx, Vec<u8>),
    /// Who leads: one of the tracks that the condition asks about, or none of them.
    Leader(Vec<Option<TrackIx>>),
}

impl Axis {
    fn size(&self) -> usize {
        match self {
            Self::Question(_, answers) => answers.len(),
            Self::Fit(_, fits) => fits.len(),
            Self::Leader(leaders) => leaders.len(),
        }
    }
}

/// One combination of what a condition looks at.
#[derive(Default)]
struct World {
    answers: BTreeMap<QuestionIx, Option<Answer>>,
    fits: BTreeMap<TrackIx, u8>,
    leader: Option<TrackIx>,
}

impl World {
    fn holds(&self, condition: &Condition) -> bool {
        condition.on(self) != 0
    }
}

impl Facts for World {
    fn is(&self, question: QuestionIx, matches: &Matches) -> Sheets {
        let answer = self.answers.get(&question).and_then(Option::as_ref);
        one(answer.is_some_and(|answer| matches.seen() & answer.seen() != 0))
    }

    fn leads(&self, track: TrackIx) -> Sheets {
        one(self.leader == Some(track))
    }

    fn reaches(&self, track: TrackIx, percent: u8) -> Sheets {
        one(self.fits.get(&track).is_some_and(|fit| *fit >= percent))
    }
}

/// All combinations of what a condition looks at: fits first, then questions in file order, including those that
/// decide whether others are shown.
struct Space<'a> {
    questions: &'a [Question],
    axes: Vec<Axis>,
    /// How many parts the condition has, with those that decide whether its questions are shown.
    parts: usize,
    looks: &'a Looks,
}

impl<'a> Space<'a> {
    /// `None` where there is too much to look at.
    fn of(questions: &'a [Question], condition: &'a Condition, looks: &'a Looks) -> Option<Self> {
        let leaves = leaves(condition);
        let (named, parts) = named(questions, &leaves)?;
        let mut axes = fit_axes(&leaves);
        for (question, matches) in named {
            axes.push(Axis::Question(question, seen(questions.get(question.index())?, &matches, looks)?));
        }
        let most = axes.iter().map(Axis::size).try_fold(parts, usize::checked_mul);
        most.filter(|most| *most <= looks.0.get()).map(|_| Self { questions, axes, parts, looks })
    }

    /// Whether the condition holds in some world that agrees with this one up to the axis at `place`.
    fn any(&self, world: &mut World, place: usize, condition: &Condition) -> bool {
        match self.axes.get(place) {
            None => !self.looks.take(self.parts) || world.holds(condition),
            Some(Axis::Leader(leaders)) => leaders.iter().any(|leader| {
                world.leader = *leader;
                self.any(world, place + 1, condition)
            }),
            Some(Axis::Fit(track, fits)) => fits.iter().any(|fit| {
                world.fits.insert(*track, *fit);
                self.any(world, place + 1, condition)
            }),
            Some(Axis::Question(question, answers)) => {
                let (answered, open) = self.may(world, *question);
                let may = |answer: &&Option<Answer>| if answer.is_some() { answered } else { open };
                answers.iter().filter(may).any(|answer| {
                    world.answers.insert(*question, answer.clone());
                    self.any(world, place + 1, condition)
                })
            }
        }
    }

    /// Whether the question may be answered, and whether it may be left open, after these answers to earlier ones.
    fn may(&self, world: &World, question: QuestionIx) -> (bool, bool) {
        let Some(question) = self.questions.get(question.index()) else { return (false, true) };
        let visible = question.when.as_ref().is_none_or(|when| world.holds(when));
        (visible, !visible || question.optional)
    }
}

/// The parts of a condition that look at something.
fn leaves(condition: &Condition) -> Vec<&Condition> {
    match condition {
        Condition::All(inner) | Condition::Any(inner) => inner.iter().flat_map(leaves).collect(),
        Condition::Not(inner) => leaves(inner),
        leaf => vec![leaf],
    }
}

/// What a condition can see of fits.
fn fit_axes(leaves: &[&Condition]) -> Vec<Axis> {
    let mut leaders = BTreeSet::from([None]);
    let mut thresholds: BTreeMap<TrackIx, BTreeSet<u8>> = BTreeMap::new();
    for leaf in leaves {
        match leaf {
            Condition::Leads(track) => _ = leaders.insert(Some(*track)),
            Condition::Below(track, percent) | Condition::AtLeast(track, percent) => {
                thresholds.entry(*track).or_insert_with(|| BTreeSet::from([0])).insert(*percent);
            }
            _ => {}
        }
    }
    let fits = thresholds.into_iter().map(|(track, fits)| Axis::Fit(track, fits.into_iter().collect()));
    fits.chain([Axis::Leader(leaders.into_iter().collect())]).collect()
}

/// What is looked for in each question.
type RawAnswer<'a> = BTreeMap<QuestionIx, Vec<&'a Matches>>;

/// The questions that a condition names, and those that their own conditions name, and how many parts that makes.
/// `None` where these are too many.
fn named<'a>(questions: &'a [Question], leaves: &[&'a Condition]) -> Option<(RawAnswer<'a>, usize)> {
    let mut named = RawAnswer::new();
    let mut open = leaves.to_vec();
    let mut parts = 0;
    // A question's own condition names earlier ones only, and is followed once: this ends.
    while let Some(leaf) = open.pop() {
        parts += 1;
        if parts > MOST_PARTS {
            return None;
        }
        let Condition::Is(ix, matches) = leaf else { continue };
        if !named.contains_key(ix) {
            let when = questions.get(ix.index()).and_then(|question| question.when.as_ref());
            open.extend(when.into_iter().flat_map(self::leaves));
        }
        let looked_for = named.entry(*ix).or_default();
        if !looked_for.contains(&matches) {
            looked_for.push(matches);
        }
    }
    Some((named, parts))
}

/// Answers to a question of which each looks different, and none. `None` where there are too many.
pub(super) fn seen(question: &Question, matches: &[&Matches], looks: &Looks) -> Option<Vec<Option<Answer>>> {
    let answers = match &question.kind {
        // Only the first place is looked at.
        Kind::Rank { choices, .. } => ChoiceIx::all(choices.len()).map(|first| Answer::Order(vec![first])).collect(),
        Kind::Multi { choices, min, max } => {
            sets(choices.len(), usize::from(*min)..=usize::from(*max), matches, looks)?
        }
        Kind::Single(_) | Kind::Scale { .. } => legal::all(question).collect(),
    };
    let mut kinds = BTreeSet::new();
    let kind =
        |answer: &Answer| matches.iter().map(|matches| matches.seen() & answer.seen() != 0).collect::<Vec<bool>>();
    let distinct = answers.into_iter().filter(|answer| kinds.insert(kind(answer))).map(Some);
    Some(distinct.chain([None]).collect())
}

/// Sets of choices that look different: choices that are looked for together are of one kind, and a set looks like
/// any other with the same kinds. `None` where there are too many kinds.
fn sets(count: usize, size: RangeInclusive<usize>, matches: &[&Matches], looks: &Looks) -> Option<Vec<Answer>> {
    let mut kinds: BTreeMap<Vec<bool>, Vec<ChoiceIx>> = BTreeMap::new();
    for choice in ChoiceIx::all(count) {
        let kind = matches.iter().map(|matches| matches.seen() >> choice.0 & 1 == 1).collect();
        kinds.entry(kind).or_default().push(choice);
    }
    let kinds: Vec<Vec<ChoiceIx>> = kinds.into_values().collect();
    let set = |kinds: Vec<&Vec<ChoiceIx>>| {
        let room: usize = kinds.iter().map(|kind| kind.len()).sum();
        // The first of each kind must be in the set; it is large enough with all of them.
        let fits = kinds.len() <= *size.end() && room >= *size.start();
        fits.then(|| Answer::Set(kinds.iter().filter_map(|kind| kind.first()).copied().collect()))
    };
    let with =
        |bits: usize| kinds.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1).map(|(_, kind)| kind).collect();
    let few = kinds.len() <= MOST_KINDS && looks.take(matches.len() << kinds.len());
    few.then(|| (0..1 << kinds.len()).filter_map(|bits| set(with(bits))).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::check::{Source, check};
    use crate::{Answers, Finished, Quiz};

    /// All kinds of questions, one of them optional and two not always shown.
    const QUIZ: &str = r#"
        id = "all"
        title = "All?"
        description = "All kinds."
        lang = "en"
        tracks = [{ id = "a", label = "A" }, { id = "b", label = "B" }]
        outcomes = [{ id = "a", title = "A", summary = "A." }, { id = "b", title = "B", summary = "B." }]
        [[questions]]
        id = "single"
        kind = "single"
        prompt = "One?"
        options = [{ id = "x", label = "X", points = { a = 1 } }, { id = "y", label = "Y" }, { id = "z", label = "Z" }]
        [[questions]]
        id = "multi"
        kind = "multi"
        prompt = "Some?"
        max = 2
        when = { question = "single", is = ["x", "y"] }
        options = [{ id = "x", label = "X", points = { b = 2 } }, { id = "y", label = "Y" }, { id = "z", label = "Z" }]
        [[questions]]
        id = "scale"
        kind = "scale"
        prompt = "How much?"
        optional = true
        low = "Little"
        high = "Much"
        points = { a = 1, b = -1 }
        [[questions]]
        id = "rank"
        kind = "rank"
        prompt = "In which order?"
        when = { not = { question = "multi", is = ["z"] } }
        options = [{ id = "x", label = "X", points = { b = 1 } }, { id = "y", label = "Y" }, { id = "z", label = "Z" }]
    "#;

    fn quiz() -> Quiz {
        let checked = check(Source { name: "all.toml", text: QUIZ }, &[]);
        checked.quizzes.into_iter().next().unwrap()
    }

    /// Every way to answer the quiz.
    fn sheets(quiz: &Quiz) -> Vec<Finished> {
        let all = quiz.indexes().fold(vec![Answers::none(quiz)], |sheets, ix| {
            let answers: Vec<Option<Answer>> = legal::all(quiz.question(ix)).map(Some).chain([None]).collect();
            let with = |sheet: &Answers, answer: &Option<Answer>| {
                let mut sheet = sheet.clone();
                sheet.set(quiz, ix, answer.clone());
                sheet
            };
            sheets.iter().flat_map(|sheet| answers.iter().map(move |answer| with(sheet, answer))).collect()
        });
        all.into_iter().filter_map(|sheet| Some(Finished::of(quiz, sheet.complete(quiz).ok()?))).collect()
    }

    /// Conditions on answers and, if `fits` says so, on fits.
    fn conditions(fits: bool) -> impl Strategy<Value = Condition> {
        let choices = prop::collection::vec((0..3u8).prop_map(ChoiceIx), 1..3).prop_map(Matches::Choices);
        let named = prop::sample::select(vec![0, 1, 3]).prop_map(QuestionIx);
        let is = (named, choices).prop_map(|(question, matches)| Condition::Is(question, matches));
        let steps = prop::collection::vec(-2..=2i8, 1..3);
        let scale = steps.prop_map(|steps| Condition::Is(QuestionIx(2), Matches::Steps(steps)));
        let track = || (0..2u8).prop_map(TrackIx);
        let below = (track(), 0..=100u8).prop_map(|(track, percent)| Condition::Below(track, percent));
        let least = (track(), 0..=100u8).prop_map(|(track, percent)| Condition::AtLeast(track, percent));
        let leads = track().prop_map(Condition::Leads);
        let weight = u32::from(fits);
        let leaf = prop_oneof![4 => is, 2 => scale, weight => below, weight => least, weight => leads];
        leaf.prop_recursive(4, 12, 3, |inner| {
            let several = prop::collection::vec(inner.clone(), 1..4);
            prop_oneof![
                3 => several.clone().prop_map(Condition::All),
                1 => several.prop_map(Condition::Any),
                1 => inner.prop_map(|inner| Condition::Not(Box::new(inner))),
            ]
        })
    }

    fn really_possible(quiz: &Quiz, sheets: &[Finished], condition: &Condition) -> bool {
        sheets.iter().any(|sheet| sheet.meets(quiz, condition))
    }

    #[test]
    fn conditions_on_answers_are_told_exactly() {
        let (quiz, mut runner) = (quiz(), proptest::test_runner::TestRunner::deterministic());
        let sheets = sheets(&quiz);
        let tested = runner.run(&conditions(false), |condition| {
            prop_assert_eq!(
                possible(&quiz.questions, &condition, &Looks::default()),
                really_possible(&quiz, &sheets, &condition)
            );
            Ok(())
        });
        assert_eq!(tested, Ok(()));
    }

    #[test]
    fn what_takes_too_many_looks_is_taken_to_be_possible() {
        let (quiz, choice) = (quiz(), |nth| Matches::Choices(vec![ChoiceIx(nth)]));
        let both =
            Condition::All(vec![Condition::Is(QuestionIx(0), choice(0)), Condition::Is(QuestionIx(0), choice(1))]);
        let looks = Looks(Cell::new(100));
        assert!(!possible(&quiz.questions, &both, &looks));
        let left = looks.0.get();
        assert!(left < 100, "looks are taken from all that a file has");
        looks.0.set(3);
        assert!(possible(&quiz.questions, &both, &looks));
    }

    #[test]
    fn what_can_hold_is_never_told_impossible() {
        let (quiz, mut runner) = (quiz(), proptest::test_runner::TestRunner::deterministic());
        let sheets = sheets(&quiz);
        let tested = runner.run(&conditions(true), |condition| {
            prop_assert!(
                possible(&quiz.questions, &condition, &Looks::default())
                    || !really_possible(&quiz, &sheets, &condition)
            );
            Ok(())
        });
        assert_eq!(tested, Ok(()));
    }
}
