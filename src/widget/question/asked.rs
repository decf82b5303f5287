//! What the parts of a question's screen look at.

use which_track_quiz::words::Words;
use which_track_quiz::{Answer, Asking, Msg, Question, QuestionIx, Quiz};
use yew::prelude::*;

use super::drag::Drag;

/// A question as it is asked.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub quiz: &'a Quiz,
    pub words: &'a Words,
    pub asking: &'a Asking,
    pub send: &'a Callback<Msg>,
    pub drag: &'a Drag,
    /// The level of the uppermost heading.
    pub level: u8,
}

impl<'a> Asked<'a> {
    /// Which question it is.
    pub fn ix(self) -> QuestionIx {
        self.asking.question
    }

    /// The question.
    pub fn question(self) -> &'a Question {
        self.quiz.question(self.ix())
    }

    /// What the reader has answered.
    pub fn given(self) -> Option<&'a Answer> {
        self.asking.answers.given(self.ix())
    }
}
