//! Answers by name: how answers from outside (JSON, a saved session) become a quiz's own, or why they do not.

use std::fmt;

use crate::quiz::{Kind, Question};
use crate::{Answer, Answers, ChoiceIx, ChoiceSet, CompleteAnswers, QuestionIx, Quiz, Step};

/// An answer as it comes from outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawAnswer<'a> {
    /// The id of one option.
    One(&'a str),
    /// The ids of several options.
    Several(Vec<&'a str>),
    /// A step of a scale.
    Number(i64),
}

/// Why answers from outside are refused. Each names the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No question has this id.
    UnknownQuestion(String),
    /// The question has no such option.
    UnknownOption {
        /// The question's id.
        question: String,
        /// The option that it does not have.
        option: String,
    },
    /// The value is not one that such a question takes.
    WrongAnswer {
        /// The question's id.
        question: String,
        /// What it takes.
        takes: String,
    },
    /// A shown question that needs an answer has none.
    Missing(String),
    /// A marked question has no answer.
    MarkWithoutAnswer(String),
    /// More questions are marked than the quiz allows.
    TooManyMarks {
        /// The first question beyond the limit.
        question: String,
        /// How many may be marked.
        max: u8,
    },
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownQuestion(question) => write!(f, "question `{question}`: the quiz has no such question"),
            Self::UnknownOption { question, option } => write!(f, "question `{question}`: it has no option `{option}`"),
            Self::WrongAnswer { question, takes } => write!(f, "question `{question}`: the answer must be {takes}"),
            Self::Missing(question) => write!(f, "question `{question}`: it needs an answer"),
            Self::MarkWithoutAnswer(question) => write!(f, "question `{question}`: marked, but not answered"),
            Self::TooManyMarks { question, max } => write!(f, "question `{question}`: at most {max} may be marked"),
        }
    }
}

impl std::error::Error for Refused {}

/// Reads answers and marks by name into complete answers.
///
/// # Errors
/// The first thing that does not fit the quiz, naming the question.
pub fn read<'a>(
    quiz: &Quiz,
    answers: impl IntoIterator<Item = (&'a str, RawAnswer<'a>)>,
    marks: impl IntoIterator<Item = &'a str>,
) -> Result<CompleteAnswers, Refused> {
    let find = |id: &str| quiz.find_question(id).ok_or_else(|| Refused::UnknownQuestion(id.to_owned()));
    let mut read = Answers::none(quiz);
    for (id, raw) in answers {
        let ix = find(id)?;
        read.set(quiz, ix, Some(quiz.question(ix).legal(&raw)?));
    }
    for id in marks {
        mark(quiz, &mut read, find(id)?)?;
    }
    read.complete(quiz).map_err(|incomplete| Refused::Missing(quiz.question(incomplete.question).id.clone()))
}

fn mark(quiz: &Quiz, answers: &mut Answers, ix: QuestionIx) -> Result<(), Refused> {
    let question = quiz.question(ix).id.clone();
    if answers.given(ix).is_none() {
        return Err(Refused::MarkWithoutAnswer(question));
    }
    answers.mark(quiz, ix, true);
    if answers.marked(ix) { Ok(()) } else { Err(Refused::TooManyMarks { question, max: quiz.max_marks }) }
}

impl Question {
    /// The legal answer that these names mean.
    pub(crate) fn legal(&self, raw: &RawAnswer<'_>) -> Result<Answer, Refused> {
        let answer = self.read(raw)?;
        if self.accepts(&answer) { Ok(answer) } else { Err(self.wrong()) }
    }

    /// The answer that these names mean, finished or not.
    pub(crate) fn read(&self, raw: &RawAnswer<'_>) -> Result<Answer, Refused> {
        match (&self.kind, raw) {
            (Kind::Single(_), RawAnswer::One(id)) => self.choice(id).map(Answer::One),
            (Kind::Multi { .. }, RawAnswer::Several(ids)) => {
                let set: ChoiceSet = self.each(ids)?.into_iter().collect();
                if set.len() == ids.len() { Ok(Answer::Set(set)) } else { Err(self.wrong()) }
            }
            (Kind::Scale { .. }, RawAnswer::Number(value)) => {
                Step::new(*value).map(Answer::Step).ok_or_else(|| self.wrong())
            }
            (Kind::Rank { .. }, RawAnswer::Several(ids)) => self.each(ids).map(Answer::Order),
            _ => Err(self.wrong()),
        }
    }

    /// The names of an answer to this question.
    #[must_use]
    pub fn raw<'a>(&'a self, answer: &Answer) -> RawAnswer<'a> {
        let id = |choice: &ChoiceIx| self.choices().get(choice.index()).map_or("", |choice| choice.id.as_str());
        match answer {
            Answer::One(choice) => RawAnswer::One(id(choice)),
            Answer::Set(set) => RawAnswer::Several(set.iter().map(|choice| id(&choice)).collect()),
            Answer::Step(step) => RawAnswer::Number(i64::from(step.value())),
            Answer::Order(order) => RawAnswer::Several(order.iter().map(id).collect()),
        }
    }

    fn choice(&self, id: &str) -> Result<ChoiceIx, Refused> {
        let unknown = || Refused::UnknownOption { question: self.id.clone(), option: id.to_owned() };
        self.find_choice(id).ok_or_else(unknown)
    }

    fn each(&self, ids: &[&str]) -> Result<Vec<ChoiceIx>, Refused> {
        ids.iter().map(|id| self.choice(id)).collect()
    }

    fn wrong(&self) -> Refused {
        let takes = match &self.kind {
            Kind::Single(_) => "one option's id".to_owned(),
            Kind::Multi { min, max, .. } => format!("a list of {min} to {max} different option ids"),
            Kind::Scale { .. } => "-2, -1, 0, 1 or 2".to_owned(),
            Kind::Rank { top, .. } => format!("a list of {top} different option ids, first place first"),
        };
        Refused::WrongAnswer { question: self.id.clone(), takes }
    }
}
