//! Which tracks, questions, options and outcomes of one quiz are which of another: by their ids, and where an id is gone,
//! by the same words.

use crate::Quiz;
use crate::quiz::{Choice, ChoiceIx, QuestionIx};

/// What became of something with an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is gone.
    Gone(String),
    /// It is new.
    New(String),
    /// It has another id, and the same words.
    Renamed(String, String),
}

/// Things that are in both quizzes, and what became of the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// For each of the old ones its place among the new ones.
    pub(super) places: Vec<Option<usize>>,
    /// What is gone, renamed, and new.
    pub fates: Vec<Fate>,
}

/// What is the same in two quizzes.
#[derive(Clone, Debug)]
pub struct Matching {
    /// Tracks.
    pub tracks: Matched,
    /// Questions.
    pub questions: Matched,
    /// Outcomes.
    pub outcomes: Matched,
    /// For each question that is in both, its old and its new place, and its options.
    pub options: Vec<(QuestionIx, QuestionIx, Matched)>,
}

impl Matching {
    pub(super) fn of(old: &Quiz, new: &Quiz) -> Self {
        let tracks = |quiz: &Quiz| quiz.tracks.iter().map(|track| pair(&track.id, &track.label)).collect();
        let questions =
            |quiz: &Quiz| quiz.questions.iter().map(|question| pair(&question.id, &question.prompt)).collect();
        let outcomes = |quiz: &Quiz| quiz.outcomes.iter().map(|outcome| pair(&outcome.id, &outcome.title)).collect();
        let questions = Matched::of(questions(old), questions(new));
        let options = old.indexes().filter_map(|ix| {
            let other = QuestionIx(u8::try_from(questions.places[ix.index()]?).ok()?);
            let matched = Matched::of(words(old.question(ix).choices()), words(new.question(other).choices()));
            Some((ix, other, matched))
        });
        Self {
            tracks: Matched::of(tracks(old), tracks(new)),
            outcomes: Matched::of(outcomes(old), outcomes(new)),
            options: options.collect(),
            questions,
        }
    }

    /// The question of the new quiz that an old one has become, with its options.
    pub(super) fn question(&self, old: QuestionIx) -> Option<(QuestionIx, &Matched)> {
        self.options.iter().find(|(ix, ..)| *ix == old).map(|(_, new, options)| (*new, options))
    }
}

fn pair(id: &str, words: &str) -> (String, String) {
    (id.to_owned(), words.to_owned())
}

fn words(choices: &[Choice]) -> Vec<(String, String)> {
    choices.iter().map(|choice| pair(&choice.id, &choice.label)).collect()
}

impl Matched {
    fn of(old: Vec<(String, String)>, new: Vec<(String, String)>) -> Self {
        let by_id = |(id, _): &(String, String)| new.iter().position(|(other, _)| other == id);
        let mut places: Vec<Option<usize>> = old.iter().map(by_id).collect();
        for (at, (_, words)) in old.iter().enumerate() {
            let taken = |place: usize| places.contains(&Some(place));
            let alike = |place: &usize| new[*place].1.trim() == words.trim() && !taken(*place);
            places[at] = places[at].or_else(|| (0..new.len()).find(alike));
        }
        let gone = old.iter().zip(&places).filter_map(|((id, _), place)| match place {
            None => Some(Fate::Gone(id.clone())),
            Some(place) if new[*place].0 != *id => Some(Fate::Renamed(id.clone(), new[*place].0.clone())),
            Some(_) => None,
        });
        let is_new = |place: &usize| !places.contains(&Some(*place));
        let fresh = (0..new.len()).filter(is_new).map(|place| Fate::New(new[place].0.clone()));
        Self { fates: gone.chain(fresh).collect(), places }
    }

    /// The new place of an old choice.
    pub(super) fn choice(&self, old: ChoiceIx) -> Option<ChoiceIx> {
        self.places[old.index()].and_then(|place| u8::try_from(place).ok()).map(ChoiceIx)
    }
}
