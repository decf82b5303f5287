//! What follows from a change of the session: where focus goes, what is said, and what the page is told.

use which_track_quiz::words::{Phrase, Words};
use which_track_quiz::{Answer, Asking, ChoiceIx, Kind, Msg, QuestionIx, Quiz, Session};

use super::asked::place;
use crate::host::{Event, Target};
use crate::widget::phrases::nudged;

/// A change of the session, to be read.
pub(super) struct Change<'a> {
    pub quiz: &'a Quiz,
    pub words: &'a Words,
    pub before: &'a Session,
    pub msg: &'a Msg,
    pub after: &'a Session,
}

impl Change<'_> {
    /// Whether another screen is shown.
    pub fn new_screen(&self) -> bool {
        let kind = |session: &Session| (std::mem::discriminant(session), session.question());
        kind(self.before) != kind(self.after) || matches!(self.msg, Msg::Restarted)
    }

    /// A new screen takes focus to its heading. A choice that moved takes it along.
    pub fn focus(&self) -> Option<Target> {
        if self.new_screen() {
            return Some(Target::Heading);
        }
        let (question, choice) = match self.msg {
            Msg::Chose(question, choice) | Msg::Moved(question, choice, _) => (*question, *choice),
            _ => return None,
        };
        let place = |session: &Session| order(session, question)?.iter().position(|placed| *placed == choice);
        let control = |name: &str, choice: ChoiceIx| Some(Target::Control(format!("{name}-{}", choice.0)));
        match (place(self.before), place(self.after)) {
            (Some(from), Some(to)) if to < from => control("up", choice),
            (Some(_), Some(_)) => control("down", choice),
            (Some(_), None) => control("place", choice),
            // On to the next one that can be added, so that pressing twice does not take it out again.
            (None, Some(_)) => {
                self.open(question, choice).map_or_else(|| control("up", choice), |next| control("place", next))
            }
            (None, None) => None,
        }
    }

    /// The choice after this one, or else the first, that can still be added to the order.
    fn open(&self, ix: QuestionIx, choice: ChoiceIx) -> Option<ChoiceIx> {
        let (question, order) = (self.quiz.question(ix), order(self.after, ix)?);
        if matches!(question.kind, Kind::Rank { top, .. } if order.len() == usize::from(top)) {
            return None;
        }
        let open = ChoiceIx::all(question.choices().len()).filter(|choice| !order.contains(choice));
        open.clone().find(|next| *next > choice).or_else(|| open.clone().next())
    }

    /// What is said where nothing changed although something was wanted: to go on, or to add to an order that is full.
    pub fn refused(&self) -> Option<Phrase> {
        match (self.msg, self.after) {
            (Msg::WentOn, Session::Asking(Asking { nudge: Some(_), .. })) => Some(self.status()),
            (Msg::Chose(question, _), _) => match self.quiz.questions.get(question.index())?.kind {
                Kind::Rank { top, .. } => Some(self.words.full(top.into())),
                _ => None,
            },
            _ => None,
        }
    }

    /// What is said to screen readers.
    pub fn status(&self) -> Phrase {
        match (self.msg, self.after) {
            (_, Session::Asking(Asking { nudge: Some(nudge), question, .. })) => {
                nudged(self.words, self.quiz.question(*question), *nudge)
            }
            (Msg::Chose(question, choice) | Msg::Moved(question, choice, _), after) => {
                self.placed(after, *question, *choice)
            }
            _ => Phrase::default(),
        }
    }

    fn placed(&self, after: &Session, ix: QuestionIx, choice: ChoiceIx) -> Phrase {
        let (old, new) = (order(self.before, ix), order(after, ix));
        let Some(label) = self.quiz.question(ix).choices().get(choice.index()).map(|choice| choice.label.as_str())
        else {
            return Phrase::default();
        };
        match (old, new) {
            (_, Some(new)) if new.contains(&choice) => {
                let place = new.iter().position(|placed| *placed == choice).unwrap_or(0);
                let places = match self.quiz.question(ix).kind {
                    Kind::Rank { top, .. } => usize::from(top),
                    _ => new.len(),
                };
                self.words.placed(label, place + 1, places)
            }
            (Some(old), _) if old.contains(&choice) => self.words.taken_out(label),
            _ => Phrase::default(),
        }
    }

    /// What the page around is told; of a verdict, the model knows more.
    pub fn events(&self) -> Vec<Event> {
        let started = self.before.answers().is_empty() && matches!(self.msg, Msg::Chose(..) | Msg::Rated(..));
        let start = started.then_some(Event::Start);
        let arrived = match self.after {
            Session::Asking(asking) if self.new_screen() => Some(step(self.quiz, asking)),
            _ => None,
        };
        start.into_iter().chain(arrived).collect()
    }
}

/// The order given to a ranking.
fn order(session: &Session, question: QuestionIx) -> Option<&[ChoiceIx]> {
    match session.answers().given(question) {
        Some(Answer::Order(order)) => Some(order),
        _ => None,
    }
}

fn step(quiz: &Quiz, asking: &Asking) -> Event {
    let (index, total) = place(quiz, asking);
    Event::Step { index, total, question: quiz.question(asking.question).id.clone() }
}
