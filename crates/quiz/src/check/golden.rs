//! Golden answers, `[[tests]]` in a quiz file: those of personas whose outcome must not change by accident.

use super::names::Ids;
use super::problem::{Notes, Span, Spanned};
use super::spelling::{any_of, quoted};
use super::table::{Table, in_range, what};
use crate::file::Value;
use crate::quiz::{Kind, OutcomeIx, Question, QuestionIx};
use crate::raw_answer::{RawAnswer, Refused};
use crate::{Answer, Answers, DecidedBy, Finished, Quiz, explain, limits};

/// The answers of one persona, and the outcome that they are to lead to.
pub(super) struct GoldenAnswers {
    /// How problems call them.
    name: String,
    /// Where the answers are ...
    span: Span,
    /// ... and each of them, or its question.
    answers: Vec<Spanned<(QuestionIx, Answer)>>,
    marks: Vec<Spanned<QuestionIx>>,
    outcome: Spanned<OutcomeIx>,
}

/// Reads golden answers, and notes what no such quiz can be answered with.
pub(super) struct Reader<'a> {
    questions: &'a [Question],
    ids: Ids<'a>,
    outcomes: &'a Ids<'a>,
    /// Whether the questions are what their author means: whether nothing else in the file is wrong.
    sure: bool,
}

impl<'a> Reader<'a> {
    pub fn new(questions: &'a [Question], outcomes: &'a Ids<'a>, notes: &Notes<'_>) -> Self {
        let ids = Ids::of("question", questions.iter().map(|question| question.id.as_str()));
        Self { questions, ids, outcomes, sure: !notes.failed() }
    }

    /// What a table has, where all of it can be read.
    pub fn read(&self, table: &Table<'_>) -> Option<GoldenAnswers> {
        let name = table.optional("name", limits::SHORT);
        let name = name.map_or(table.name.clone(), |name| format!("{} \"{}\"", table.name, quoted(&name)));
        table.require("answers", "answers = { … }");
        table.require("outcome", "outcome = \"…\"");
        let span = table.place("answers");
        let answers = table.table("answers").map(|answers| self.answers(&answers, &name));
        let marks = table.list("marks").map_or(Some(Vec::new()), |list| self.marks(table, &list.value));
        let written = table.name_at("outcome");
        table.done();
        let written = written?;
        let outcome = Spanned { span: written.span, value: OutcomeIx(self.outcomes.find(written, table.notes)?) };
        Some(GoldenAnswers { name, span, answers: answers??, marks: marks?, outcome })
    }

    fn answers(&self, table: &Table<'_>, name: &str) -> Option<Vec<Spanned<(QuestionIx, Answer)>>> {
        let answer = |(id, value): (Spanned<&str>, &Value<'_>)| {
            let place = self.ids.find(id, table.notes)?;
            let answer = self.answer(self.questions.get(usize::from(place))?, value, name, table.notes)?;
            Some(Spanned { span: id.span, value: (QuestionIx(place), answer) })
        };
        // All are read before any failure counts, so that the problems of all are found.
        let answers: Vec<_> = table.entries().map(answer).collect();
        answers.into_iter().collect()
    }

    fn answer(&self, question: &Question, value: &Value<'_>, name: &str, notes: &Notes<'_>) -> Option<Answer> {
        let answer = question.legal(&raw(question, value, notes)?);
        if let Err(Refused::WrongAnswer { takes, .. }) = &answer
            && self.sure
        {
            let message = format!("{name}: the answer to question `{}` must be {takes}", quoted(&question.id));
            notes.error(value.span(), message, format!("write `{} = {}`", quoted(&question.id), example(question)));
        }
        answer.ok()
    }

    fn marks(&self, table: &Table<'_>, list: &[&Value<'_>]) -> Option<Vec<Spanned<QuestionIx>>> {
        let mark = |value: &&Value<'_>| {
            let id = table.notes.name(value, "a question")?;
            Some(Spanned { span: id.span, value: QuestionIx(self.ids.find(id, table.notes)?) })
        };
        let marks: Vec<_> = list.iter().map(mark).collect();
        marks.into_iter().collect()
    }
}

/// The names in an answer; notes those of options that the question does not have, and what can be no answer at all.
fn raw<'a>(question: &Question, value: &'a Value<'a>, notes: &Notes<'_>) -> Option<RawAnswer<'a>> {
    let ids = Ids::of(
        format!("option of question `{}` called", quoted(&question.id)),
        question.choices().iter().map(|choice| choice.id.as_str()),
    );
    let id = |value: &'a Value<'a>| {
        let id = notes.name(value, "an option")?;
        ids.find(id, notes).map(|_| id.value)
    };
    let scale = matches!(question.kind, Kind::Scale { .. });
    let number = || value.get_ref().as_integer().and_then(|number| in_range(number, &(i64::MIN..=i64::MAX)));
    match (value.get_ref().as_array(), value.get_ref().as_str()) {
        (Some(list), _) if !scale => {
            let ids: Vec<_> = list.iter().map(id).collect();
            Some(RawAnswer::Several(ids.into_iter().collect::<Option<_>>()?))
        }
        (_, Some(_)) if !scale => id(value).map(RawAnswer::One),
        // Whatever else it is, it is none of the steps.
        _ if scale => Some(number().map_or(RawAnswer::One(""), RawAnswer::Number)),
        _ => {
            let message = format!("the answer to question `{}` is {}", quoted(&question.id), what(value.get_ref()));
            notes.error(value.span(), message, format!("write `{} = {}`", quoted(&question.id), example(question)));
            None
        }
    }
}

/// An answer to a question, as a file has it.
fn example(question: &Question) -> String {
    let ids = |count: u8| {
        let ids = question.choices().iter().take(count.into()).map(|choice| format!("\"{}\"", quoted(&choice.id)));
        ids.collect::<Vec<_>>().join(", ")
    };
    match &question.kind {
        Kind::Single(_) => ids(1),
        Kind::Multi { min, .. } => format!("[{}]", ids((*min).max(1))),
        Kind::Rank { top, .. } => format!("[{}]", ids(*top)),
        Kind::Scale { .. } => "1".to_owned(),
    }
}

impl GoldenAnswers {
    /// Notes where the answers lack something, or lead to another outcome.
    pub fn check(&self, quiz: &Quiz, notes: &Notes<'_>) {
        let mut answers = Answers::none(quiz);
        for Spanned { value: (question, answer), .. } in &self.answers {
            answers.set(quiz, *question, Some(answer.clone()));
        }
        for Spanned { span, value } in &self.marks {
            answers.mark(quiz, *value, true);
            if !answers.marked(*value) {
                let question = quoted(&quiz.question(*value).id);
                let message = format!("{} cannot mark question `{question}`", self.name);
                let most = quiz.max_marks;
                return notes.error(*span, message, format!("mark at most {most} questions, and only answered ones"));
            }
        }
        match answers.complete(quiz) {
            Err(incomplete) => self.lacks(quiz.question(incomplete.question), notes),
            Ok(complete) => self.compare(quiz, &Finished::of(quiz, complete), notes),
        }
    }

    fn lacks(&self, question: &Question, notes: &Notes<'_>) {
        let message = format!("{} has no answer to question `{}`", self.name, quoted(&question.id));
        notes.error(self.span, message, format!("add `{} = {}`", quoted(&question.id), example(question)));
    }

    fn compare(&self, quiz: &Quiz, finished: &Finished, notes: &Notes<'_>) {
        for Spanned { span, value: (question, _) } in &self.answers {
            if finished.answers().answer(*question).is_none() {
                let id = quoted(&quiz.question(*question).id);
                let message = format!("{} answers question `{id}`, which these answers do not show", self.name);
                notes.error(*span, message, "leave it out");
            }
        }
        let id = |outcome: OutcomeIx| quoted(&quiz.outcome(outcome).id);
        let (is, expected) = (id(finished.outcome()), id(self.outcome.value));
        if is != expected {
            let message = format!("{} leads to `{is}`, not to `{expected}`: {}", self.name, why(quiz, finished));
            let advice = format!("change what scores, or write `outcome = \"{is}\"` if that is right now");
            notes.error(self.outcome.span, message, advice);
        }
    }
}

/// What decided a verdict, in a few words.
fn why(quiz: &Quiz, finished: &Finished) -> String {
    let mut fits: Vec<(&str, u8)> =
        quiz.tracks.iter().map(|track| track.id.as_str()).zip(finished.percents()).collect();
    fits.sort_by_key(|(_, percent)| std::cmp::Reverse(*percent));
    let fits: Vec<String> = fits.iter().take(3).map(|(id, percent)| format!("`{id}` {percent}%")).collect();
    let fits = fits.join(", ");
    match finished.verdict().decided_by {
        DecidedBy::Gate(gate) => format!("gate {} decides ({fits})", gate + 1),
        DecidedBy::CloseCall => format!("the best fits are too close ({fits})"),
        DecidedBy::Fit => format!("it fits best ({fits}){}", moved_by(quiz, finished)),
    }
}

/// The questions that moved a verdict most.
fn moved_by(quiz: &Quiz, finished: &Finished) -> String {
    let leading = finished.verdict().score.leading().0;
    let reasons = explain::reasons(quiz, finished);
    let toward = reasons.iter().filter(|reason| reason.toward == leading).take(3);
    let ids: Vec<&str> = toward.map(|reason| quiz.question(reason.question).id.as_str()).collect();
    if ids.is_empty() { String::new() } else { format!(", most by {}", any_of(&ids).replace(" or ", " and ")) }
}
