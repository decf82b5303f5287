//! A session as a line of text, to be kept between visits: by id, so that it outlives changes of the quiz.
//!
//! `1;@pace;stage*=senior;shipped=kernels,latency;pace=-1;pay` reads: format 1, at question `pace`; each answer follows its
//! question, a star marks what matters most. `@+pace` is a question opened from the review; `@@review` and `@@result` are
//! the screens after the last question. No id has any of these signs. Unfinished answers are kept too.

use crate::quiz::{Kind, Question};
use crate::raw_answer::RawAnswer;
use crate::{Answers, Finished, Quiz, Session};

const FORMAT: &str = "1";
const REVIEW: &str = "@@review";
const RESULT: &str = "@@result";

impl Session {
    /// The session as text. What could be taken back of a restart is not in it.
    #[must_use]
    pub fn save(&self, quiz: &Quiz) -> String {
        let place = match self {
            Self::Asking(asking) if asking.revising => format!("@+{}", quiz.question(asking.question).id),
            Self::Asking(asking) => format!("@{}", quiz.question(asking.question).id),
            Self::Reviewing(_) => REVIEW.to_owned(),
            Self::Finished(_) => RESULT.to_owned(),
        };
        let answers = self.answers();
        let entries = quiz.indexes().filter_map(|ix| {
            let question = quiz.question(ix);
            let value = text(&question.raw(answers.given(ix)?));
            Some(format!("{}{}={value}", question.id, if answers.marked(ix) { "*" } else { "" }))
        });
        [FORMAT.to_owned(), place].into_iter().chain(entries).collect::<Vec<_>>().join(";")
    }

    /// The session that a text stands for, as far as it fits the quiz: what does not is left out, one by one. `None`
    /// where the text is no saved session or nothing in it fits.
    #[must_use]
    pub fn resume(quiz: &Quiz, saved: &str) -> Option<Self> {
        let mut fields = saved.split(';');
        fields.next().filter(|format| *format == FORMAT)?;
        let place = fields.next()?;
        let mut answers = Answers::none(quiz);
        fields.for_each(|entry| _ = restore(quiz, &mut answers, entry));
        if answers.is_empty() {
            return None;
        }
        Some(placed(quiz, answers, place))
    }
}

fn text(raw: &RawAnswer<'_>) -> String {
    match raw {
        RawAnswer::One(id) => (*id).to_owned(),
        RawAnswer::Several(ids) => ids.join(","),
        RawAnswer::Number(step) => step.to_string(),
    }
}

fn restore(quiz: &Quiz, answers: &mut Answers, entry: &str) -> Option<()> {
    let (id, value) = entry.split_once('=')?;
    let (id, marked) = id.strip_suffix('*').map_or((id, false), |id| (id, true));
    let ix = quiz.find_question(id)?;
    let question = quiz.question(ix);
    let answer = question.read(&raw(question, value)?).ok()?;
    answers.set(quiz, ix, Some(answer));
    if marked {
        answers.mark(quiz, ix, true);
    }
    Some(())
}

/// The names in a value. Options that the question no longer has are left out of sets and orders.
fn raw<'a>(question: &Question, value: &'a str) -> Option<RawAnswer<'a>> {
    match question.kind {
        Kind::Single(_) => Some(RawAnswer::One(value)),
        Kind::Scale { .. } => value.parse().ok().map(RawAnswer::Number),
        Kind::Multi { .. } | Kind::Rank { .. } => {
            let known = value.split(',').filter(|id| question.find_choice(id).is_some());
            Some(RawAnswer::Several(known.collect()))
        }
    }
}

/// The session at a place, or at the nearest one before it that the answers allow.
fn placed(quiz: &Quiz, answers: Answers, place: &str) -> Session {
    let asking = |answers: Answers, id: &str| Session::asking(quiz, answers, quiz.find_question(id));
    match (place, answers.clone().complete(quiz)) {
        (RESULT, Ok(complete)) => Session::Finished(Finished::of(quiz, complete)),
        (REVIEW, Ok(_)) => Session::Reviewing(answers),
        (RESULT | REVIEW, Err(incomplete)) => Session::asking(quiz, answers, Some(incomplete.question)),
        _ => match (place.strip_prefix("@+"), asking(answers.clone(), place.trim_start_matches(['@', '+']))) {
            (Some(_), Session::Asking(asking)) => Session::Asking(crate::Asking { revising: true, ..asking }),
            (_, session) => session,
        },
    }
}
