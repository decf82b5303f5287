//! What a reader has answered so far, and the proof that nothing is missing.

use crate::quiz::{Kind, Question, QuestionIx, Step};
use crate::{ChoiceIx, Quiz};

/// A set of choices of one question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChoiceSet(u32);

impl ChoiceSet {
    /// Whether the choice is in it.
    #[must_use]
    pub fn has(self, choice: ChoiceIx) -> bool {
        self.0 & Self::bit(choice) != 0
    }

    /// The set with the choice added, or taken away where it was in it.
    #[must_use]
    pub fn toggled(self, choice: ChoiceIx) -> Self {
        Self(self.0 ^ Self::bit(choice))
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those in it, in file order.
    pub fn iter(self) -> impl Iterator<Item = ChoiceIx> {
        ChoiceIx::all(32).filter(move |choice| self.has(*choice))
    }

    /// A bit for each choice.
    pub(crate) fn bits(self) -> u32 {
        self.0
    }

    fn bit(choice: ChoiceIx) -> u32 {
        1u32.checked_shl(u32::from(choice.0)).unwrap_or(0)
    }
}

impl FromIterator<ChoiceIx> for ChoiceSet {
    fn from_iter<I: IntoIterator<Item = ChoiceIx>>(choices: I) -> Self {
        Self(choices.into_iter().fold(0, |bits, choice| bits | Self::bit(choice)))
    }
}

/// An answer to one question, perhaps still unfinished (too few chosen, places left open).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// To a single choice.
    One(ChoiceIx),
    /// To a multiple choice.
    Set(ChoiceSet),
    /// To a scale.
    Step(Step),
    /// To a ranking: first place first.
    Order(Vec<ChoiceIx>),
}

impl Question {
    /// Whether the answer is legal: of this question's kind, in range, and finished.
    #[must_use]
    pub fn accepts(&self, answer: &Answer) -> bool {
        let known = |choice: ChoiceIx| choice.index() < self.choices().len();
        match (&self.kind, answer) {
            (Kind::Single(_), Answer::One(choice)) => known(*choice),
            (Kind::Multi { min, max, .. }, Answer::Set(set)) => {
                (usize::from(*min)..=usize::from(*max)).contains(&set.len()) && set.iter().all(known)
            }
            (Kind::Scale { .. }, Answer::Step(_)) => true,
            (Kind::Rank { top, .. }, Answer::Order(order)) => {
                order.len() == usize::from(*top) && self.may_become(answer)
            }
            _ => false,
        }
    }

    /// Whether the answer is of this question's kind and could be finished by adding to it or taking away.
    #[must_use]
    pub(crate) fn may_become(&self, answer: &Answer) -> bool {
        let known = |choice: ChoiceIx| choice.index() < self.choices().len();
        match (&self.kind, answer) {
            (Kind::Multi { .. }, Answer::Set(set)) => set.iter().all(known),
            (Kind::Rank { top, .. }, Answer::Order(order)) => {
                let distinct: ChoiceSet = order.iter().copied().collect();
                order.len() <= usize::from(*top) && order.iter().all(|c| known(*c)) && distinct.len() == order.len()
            }
            _ => self.accepts(answer),
        }
    }
}

/// The answers and marks of one reader of one quiz, perhaps with gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    given: Vec<Option<Answer>>,
    marks: Vec<bool>,
}

impl Answers {
    /// Nothing answered, nothing marked.
    #[must_use]
    pub fn none(quiz: &Quiz) -> Self {
        Self { given: vec![None; quiz.questions.len()], marks: vec![false; quiz.questions.len()] }
    }

    /// What was given for a question, finished or not, shown or not.
    #[must_use]
    pub fn given(&self, question: QuestionIx) -> Option<&Answer> {
        self.given.get(question.index())?.as_ref()
    }

    /// The legal answer to a question, shown or not.
    #[must_use]
    pub fn legal(&self, quiz: &Quiz, question: QuestionIx) -> Option<&Answer> {
        self.given(question).filter(|answer| quiz.question(question).accepts(answer))
    }

    /// Whether the question is marked as mattering most.
    #[must_use]
    pub fn marked(&self, question: QuestionIx) -> bool {
        self.marks.get(question.index()).is_some_and(|marked| *marked)
    }

    /// How many questions are marked.
    #[must_use]
    pub fn marks(&self) -> usize {
        self.marks.iter().filter(|marked| **marked).count()
    }

    /// Whether nothing was given at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.iter().all(Option::is_none)
    }

    /// Gives or takes back an answer. One that does not belong to the question changes nothing; an empty one counts
    /// as none, but for a question that none may be chosen in. A question without an answer loses its mark.
    pub(crate) fn set(&mut self, quiz: &Quiz, question: QuestionIx, answer: Option<Answer>) {
        let Some(asked) = quiz.questions.get(question.index()) else { return };
        if answer.as_ref().is_some_and(|answer| !asked.may_become(answer)) {
            return;
        }
        let empty = |answer: &Answer| match answer {
            Answer::Set(set) => set.is_empty() && !asked.accepts(answer),
            Answer::Order(order) => order.is_empty(),
            Answer::One(_) | Answer::Step(_) => false,
        };
        self.given[question.index()] = answer.filter(|answer| !empty(answer));
        self.marks[question.index()] &= self.given[question.index()].is_some();
    }

    /// Puts a legal answer in the place of another; the mark stays.
    #[cfg(feature = "author")]
    pub(crate) fn replace(&mut self, question: QuestionIx, answer: Answer) {
        self.given[question.index()] = Some(answer);
    }

    /// Marks a question or takes its mark away. Only a question with an answer can be marked, and only while fewer
    /// than `max_marks` are.
    pub(crate) fn mark(&mut self, quiz: &Quiz, question: QuestionIx, marked: bool) {
        let room = self.marks() < usize::from(quiz.max_marks) && self.given(question).is_some();
        if let Some(mark) = self.marks.get_mut(question.index()) {
            *mark = marked && (*mark || room);
        }
    }

    /// For each question whether it is shown, given the answers to those before it.
    #[must_use]
    pub fn visible(&self, quiz: &Quiz) -> Vec<bool> {
        let mut visible = Vec::with_capacity(quiz.questions.len());
        for question in &quiz.questions {
            let holds = question.when.as_ref().is_none_or(|when| when.holds(quiz, self, &visible, &[]));
            visible.push(holds);
        }
        visible
    }

    /// The proof that every shown question that needs an answer has a legal one.
    ///
    /// # Errors
    /// The first shown question, in file order, whose answer is missing or unfinished.
    pub fn complete(self, quiz: &Quiz) -> Result<CompleteAnswers, Incomplete> {
        let visible = self.visible(quiz);
        let missing = quiz.indexes().find(|ix| {
            let legal = self.legal(quiz, *ix).is_some();
            let left_out = quiz.question(*ix).optional && self.given(*ix).is_none();
            visible[ix.index()] && !legal && !left_out
        });
        match missing {
            Some(question) => Err(Incomplete { question }),
            None => Ok(CompleteAnswers { answers: self, visible }),
        }
    }
}

/// A shown question that still needs an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incomplete {
    /// The first one in file order.
    pub question: QuestionIx,
}

/// Answers in which nothing is missing: the only thing that can be scored. Made by [`Answers::complete`] alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompleteAnswers {
    answers: Answers,
    visible: Vec<bool>,
}

impl CompleteAnswers {
    /// The answers themselves.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Whether each question is shown.
    #[must_use]
    pub fn visible(&self) -> &[bool] {
        &self.visible
    }

    /// The answer to a question, where it is shown and was not skipped.
    #[must_use]
    pub fn answer(&self, question: QuestionIx) -> Option<&Answer> {
        self.answers.given(question).filter(|_| self.visible.get(question.index()).is_some_and(|visible| *visible))
    }

    /// The questions that count, with their answers, in file order.
    pub fn answered(&self) -> impl Iterator<Item = (QuestionIx, &Answer)> {
        QuestionIx::all(self.visible.len()).filter_map(|ix| self.answer(ix).map(|answer| (ix, answer)))
    }

    /// How much a question counts: its weight, doubled where it is marked.
    #[must_use]
    pub(crate) fn weight(&self, quiz: &Quiz, question: QuestionIx) -> i64 {
        i64::from(quiz.question(question).weight) * if self.answers.marked(question) { 2 } else { 1 }
    }
}
