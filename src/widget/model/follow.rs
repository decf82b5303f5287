//! What follows from a change of the session: where focus goes, what is said, and what the page is told.

use which_track_quiz::{Answer, Asking, ChoiceIx, Msg, QuestionIx, Quiz, Session};

use super::super::strings::Strings;
use super::{nudged, place};
use crate::host::{Event, Target};

/// A change of the session, to be read.
pub(super) struct Change<'a> {
    pub quiz: &'a Quiz,
    pub words: &'static Strings,
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
        let control = match (place(self.before), place(self.after)) {
            (Some(from), Some(to)) if to < from => "up",
            (Some(_), Some(_)) => "down",
            (None, None) => return None,
            _ => "place",
        };
        Some(Target::Control(format!("{control}-{}", choice.0)))
    }

    /// What is said to those who hear the page.
    pub fn status(&self) -> String {
        match (self.msg, self.after) {
            (_, Session::Asking(Asking { nudge: Some(nudge), at, .. })) => {
                nudged(self.words, self.quiz.question(*at), *nudge)
            }
            (Msg::Chose(question, choice) | Msg::Moved(question, choice, _), after) => {
                self.placed(after, *question, *choice)
            }
            _ => String::new(),
        }
    }

    fn placed(&self, after: &Session, ix: QuestionIx, choice: ChoiceIx) -> String {
        let (old, new) = (order(self.before, ix), order(after, ix));
        let Some(label) = self.quiz.question(ix).choices().get(choice.at()).map(|choice| choice.label.as_str()) else {
            return String::new();
        };
        match (old, new) {
            (_, Some(new)) if new.contains(&choice) => {
                let place = new.iter().position(|placed| *placed == choice).unwrap_or(0);
                (self.words.placed)(label, place + 1, new.len())
            }
            (Some(old), _) if old.contains(&choice) => (self.words.taken_out)(label),
            _ => String::new(),
        }
    }

    /// What the page around is told; of a verdict, the model knows more.
    pub fn tell(&self) -> Vec<Event> {
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
    Event::Step { index, total, question: quiz.question(asking.at).id.clone() }
}
