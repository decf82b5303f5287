//! One reader's way through a quiz: a state, the facts that change it, and the reducer.

use crate::quiz::{Kind, Question};
use crate::{Answer, Answers, ChoiceIx, ChoiceSet, Finished, QuestionIx, Quiz, Step};

/// Where a reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Session {
    /// At a question.
    Asking(Asking),
    /// Looking over all answers before the verdict.
    Reviewing(Answers),
    /// At the verdict.
    Finished(Finished),
}

/// A reader at a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    /// What has been answered so far.
    pub answers: Answers,
    /// The question, which is shown.
    pub question: QuestionIx,
    /// What keeps the reader here, after trying to go on.
    pub nudge: Option<Nudge>,
    /// Whether the reader came from the review to change this answer, and goes back there.
    pub revising: bool,
    /// What there was before starting over, so that it can be taken back.
    pub before: Option<Box<Session>>,
}

/// What keeps a reader at a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nudge {
    /// There is no answer yet.
    Unanswered,
    /// Fewer are chosen or placed than needed.
    TooFew {
        /// How many are needed.
        need: u8,
    },
    /// More are chosen than allowed.
    TooMany {
        /// How many are allowed.
        most: u8,
    },
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// A choice was chosen (single), ticked or unticked (multi), or put into or taken out of the order (rank).
    Chose(QuestionIx, ChoiceIx),
    /// A step of a scale was chosen.
    Rated(QuestionIx, Step),
    /// A choice was moved to another place in the order; first is 0.
    Moved(QuestionIx, ChoiceIx, usize),
    /// The question was marked as mattering most, or its mark taken away.
    Marked(QuestionIx),
    /// The reader went on.
    WentOn,
    /// The reader went on without an answer.
    Skipped,
    /// The reader went back.
    WentBack,
    /// A question was opened from the review or the verdict to change its answer.
    Reopened(QuestionIx),
    /// All answers were opened to look them over.
    Reviewed,
    /// The verdict was asked for.
    Finished,
    /// The reader started over.
    Restarted,
    /// Starting over was taken back.
    Unrestarted,
}

impl Session {
    /// The beginning: nothing answered, at the first question.
    #[must_use]
    pub fn new(quiz: &Quiz) -> Self {
        Self::asking(quiz, Answers::none(quiz), None)
    }

    /// What has been answered so far.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        match self {
            Self::Asking(asking) => &asking.answers,
            Self::Reviewing(answers) => answers,
            Self::Finished(finished) => finished.answers().answers(),
        }
    }

    /// The question that the reader is at.
    #[must_use]
    pub fn question(&self) -> Option<QuestionIx> {
        match self {
            Self::Asking(asking) => Some(asking.question),
            Self::Reviewing(_) | Self::Finished(_) => None,
        }
    }

    /// At a question, or at the first one where that is not shown or not given.
    pub(crate) fn asking(quiz: &Quiz, answers: Answers, question: Option<QuestionIx>) -> Self {
        let visible = answers.visible(quiz);
        let question = question
            .filter(|question| visible.get(question.index()).is_some_and(|visible| *visible))
            .unwrap_or(QuestionIx(0));
        Self::Asking(Asking { answers, question, nudge: None, revising: false, before: None })
    }

    fn revising(quiz: &Quiz, answers: Answers, question: QuestionIx) -> Self {
        match Self::asking(quiz, answers, Some(question)) {
            Self::Asking(asking) => Self::Asking(Asking { revising: true, ..asking }),
            other => other,
        }
    }
}

/// What becomes of a session when something happens. Total and silent: a message that means nothing where the reader
/// is leaves the session as it was.
#[must_use]
pub fn update(quiz: &Quiz, session: &Session, msg: Msg) -> Session {
    match (session, msg) {
        (_, Msg::Restarted) => restarted(quiz, session),
        (Session::Asking(asking), msg) => asked(quiz, asking, msg),
        (_, Msg::Reopened(question)) => Session::revising(quiz, session.answers().clone(), question),
        (_, Msg::Reviewed) => Session::Reviewing(session.answers().clone()),
        (Session::Reviewing(answers), Msg::Finished) => finished(quiz, answers.clone()),
        (Session::Reviewing(answers), Msg::WentBack) => {
            let last = visible(quiz, answers).next_back();
            Session::asking(quiz, answers.clone(), last)
        }
        (Session::Finished(_), Msg::WentBack) => Session::Reviewing(session.answers().clone()),
        _ => session.clone(),
    }
}

fn asked(quiz: &Quiz, asking: &Asking, msg: Msg) -> Session {
    let question = asking.question;
    match msg {
        Msg::Chose(question, choice) => {
            answered(quiz, asking, question, |question, given| question.chosen(given, choice))
        }
        Msg::Rated(question, step) => answered(quiz, asking, question, |_, _| Some(Answer::Step(step))),
        Msg::Moved(question, choice, to) => answered(quiz, asking, question, |_, given| moved(given, choice, to)),
        Msg::Marked(question) => {
            let mut answers = asking.answers.clone();
            answers.mark(quiz, question, !answers.marked(question));
            Session::Asking(Asking { answers, ..asking.clone() })
        }
        Msg::WentOn => went_on(quiz, asking),
        Msg::Skipped if quiz.question(question).optional => {
            let mut answers = asking.answers.clone();
            answers.set(quiz, question, None);
            next(quiz, answers, asking)
        }
        Msg::WentBack if asking.revising => Session::Reviewing(asking.answers.clone()),
        Msg::WentBack => match visible(quiz, &asking.answers).rfind(|ix| *ix < question) {
            Some(previous) => Session::asking(quiz, asking.answers.clone(), Some(previous)),
            None => Session::Asking(asking.clone()),
        },
        Msg::Unrestarted => {
            asking.before.as_ref().map_or_else(|| Session::Asking(asking.clone()), |before| *before.clone())
        }
        _ => Session::Asking(asking.clone()),
    }
}

/// The questions that are shown, in file order.
fn visible(quiz: &Quiz, answers: &Answers) -> impl DoubleEndedIterator<Item = QuestionIx> + use<> {
    let visible = answers.visible(quiz);
    quiz.indexes().filter(move |ix| visible[ix.index()])
}

fn answered(
    quiz: &Quiz,
    asking: &Asking,
    ix: QuestionIx,
    answer: impl FnOnce(&Question, Option<&Answer>) -> Option<Answer>,
) -> Session {
    let Some(question) = quiz.questions.get(ix.index()).filter(|_| ix == asking.question) else {
        return Session::Asking(asking.clone());
    };
    let mut answers = asking.answers.clone();
    let given = answer(question, answers.given(ix));
    answers.set(quiz, ix, given);
    Session::Asking(Asking { answers, nudge: None, ..asking.clone() })
}

impl Question {
    fn chosen(&self, given: Option<&Answer>, choice: ChoiceIx) -> Option<Answer> {
        match (&self.kind, given) {
            (Kind::Single(_), _) => Some(Answer::One(choice)),
            (Kind::Multi { .. }, Some(Answer::Set(set))) => Some(Answer::Set(set.toggled(choice))),
            (Kind::Multi { .. }, _) => Some(Answer::Set(ChoiceSet::default().toggled(choice))),
            (Kind::Rank { top, .. }, Some(Answer::Order(order))) => Some(Answer::Order(placed(order, choice, *top))),
            (Kind::Rank { .. }, _) => Some(Answer::Order(vec![choice])),
            (Kind::Scale { .. }, given) => given.cloned(),
        }
    }

    /// What keeps an answer from being legal.
    fn nudge(&self, given: Option<&Answer>) -> Option<Nudge> {
        let missing = given.is_none_or(|given| !self.accepts(given));
        missing.then(|| match (&self.kind, given) {
            (Kind::Multi { max, .. }, Some(Answer::Set(set))) if set.len() > usize::from(*max) => {
                Nudge::TooMany { most: *max }
            }
            (Kind::Multi { min, .. }, Some(_)) => Nudge::TooFew { need: *min },
            (Kind::Rank { top, .. }, Some(_)) => Nudge::TooFew { need: *top },
            _ => Nudge::Unanswered,
        })
    }
}

/// An order with a choice at its end, while there is room, or without it where it was there.
fn placed(order: &[ChoiceIx], choice: ChoiceIx, top: u8) -> Vec<ChoiceIx> {
    let without: Vec<ChoiceIx> = order.iter().copied().filter(|placed| *placed != choice).collect();
    let room = order.len() < usize::from(top);
    if without.len() == order.len() && room { [order, &[choice]].concat() } else { without }
}

/// An order with a choice moved to another place, or to the end where there are fewer.
fn moved(given: Option<&Answer>, choice: ChoiceIx, to: usize) -> Option<Answer> {
    let Some(Answer::Order(order)) = given else { return given.cloned() };
    let mut without: Vec<ChoiceIx> = order.iter().copied().filter(|placed| *placed != choice).collect();
    if without.len() < order.len() {
        without.insert(to.min(without.len()), choice);
    }
    Some(Answer::Order(without))
}

fn went_on(quiz: &Quiz, asking: &Asking) -> Session {
    let (ix, mut answers) = (asking.question, asking.answers.clone());
    let question = quiz.question(ix);
    let none = Answer::Set(ChoiceSet::default());
    if answers.given(ix).is_none() && question.accepts(&none) {
        answers.set(quiz, ix, Some(none));
    }
    match question.nudge(answers.given(ix)) {
        Some(nudge) if !question.optional || answers.given(ix).is_some() => {
            Session::Asking(Asking { nudge: Some(nudge), ..asking.clone() })
        }
        _ => next(quiz, answers, asking),
    }
}

/// The next question, or the review after the last one; for a reader who came from the review, the next question that
/// the change brought up without an answer, or the review.
fn next(quiz: &Quiz, answers: Answers, asking: &Asking) -> Session {
    if !asking.revising {
        return match visible(quiz, &answers).find(|ix| *ix > asking.question) {
            Some(question) => Session::asking(quiz, answers, Some(question)),
            None => Session::Reviewing(answers),
        };
    }
    match answers.clone().complete(quiz) {
        Err(incomplete) => Session::revising(quiz, answers, incomplete.question),
        Ok(_) => Session::Reviewing(answers),
    }
}

fn finished(quiz: &Quiz, answers: Answers) -> Session {
    match answers.clone().complete(quiz) {
        Ok(complete) => Session::Finished(Finished::of(quiz, complete)),
        Err(incomplete) => Session::revising(quiz, answers, incomplete.question),
    }
}

fn restarted(quiz: &Quiz, session: &Session) -> Session {
    let before = match session {
        // Nothing was answered since the last restart: what that one can take back, this one can.
        Session::Asking(Asking { before: Some(before), answers, .. }) if answers.is_empty() => before.clone(),
        session => Box::new(session.clone()),
    };
    let fresh =
        Asking { answers: Answers::none(quiz), question: QuestionIx(0), nudge: None, revising: false, before: None };
    Session::Asking(Asking { before: Some(before).filter(|before| !before.answers().is_empty()), ..fresh })
}
