//! The widget's state, and what follows from a change of it: in one place, without doing any of it.

use std::rc::Rc;

use which_track_quiz::{Answer, Asking, ChoiceIx, Msg, Nudge, Question, QuestionIx, Quiz, Session, Verdict, update};
use yew::Reducible;

use super::strings::{Strings, strings};
use crate::host::{Event, Standing, Target};

/// The session with what the last change of it asks for.
#[derive(Clone, PartialEq)]
pub struct Model {
    pub quiz: Rc<Quiz>,
    pub session: Session,
    /// The short message for those who hear the page.
    pub status: String,
    /// The short message for everybody, until the screen changes.
    pub notice: &'static str,
    /// What the last change asks of the host.
    pub asks: Asks,
    /// How many changes there have been.
    pub turn: u32,
}

/// What is asked of the host after a change.
#[derive(Clone, Default, PartialEq)]
pub struct Asks {
    pub focus: Option<Target>,
    pub tell: Vec<Event>,
}

impl Model {
    /// The beginning, or where a saved session left off.
    pub fn new(quiz: Rc<Quiz>, saved: Option<&str>) -> Self {
        let words = strings(&quiz.lang);
        let resumed = saved.and_then(|saved| Session::resume(&quiz, saved));
        // At the verdict there is nothing to go on with.
        let midway = resumed.as_ref().is_some_and(|session| !matches!(session, Session::Finished(_)));
        let notice = if midway { words.resumed } else { "" };
        let session = resumed.unwrap_or_else(|| Session::new(&quiz));
        Self { quiz, session, status: String::new(), notice, asks: Asks::default(), turn: 0 }
    }

    /// The words of the quiz's language.
    pub fn words(&self) -> &'static Strings {
        strings(&self.quiz.lang)
    }
}

impl Reducible for Model {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        let session = update(&self.quiz, &self.session, msg.clone());
        if session == self.session {
            return self;
        }
        let change =
            Change { quiz: &self.quiz, words: self.words(), before: &self.session, msg: &msg, after: &session };
        let (status, asks) = (change.status(), Asks { focus: change.focus(), tell: change.tell() });
        let notice = match msg {
            Msg::Restarted => self.words().restarted,
            _ if change.new_screen() => "",
            _ => self.notice,
        };
        Rc::new(Self { quiz: Rc::clone(&self.quiz), status, notice, asks, session, turn: self.turn + 1 })
    }
}

/// A change of the session, to be read.
struct Change<'a> {
    quiz: &'a Quiz,
    words: &'static Strings,
    before: &'a Session,
    msg: &'a Msg,
    after: &'a Session,
}

impl Change<'_> {
    fn new_screen(&self) -> bool {
        let kind = |session: &Session| (std::mem::discriminant(session), session.question());
        kind(self.before) != kind(self.after) || matches!(self.msg, Msg::Restarted)
    }

    /// A new screen takes focus to its heading. A choice that moved takes it along.
    fn focus(&self) -> Option<Target> {
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

    fn status(&self) -> String {
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

    fn tell(&self) -> Vec<Event> {
        let started = self.before.answers().is_empty() && matches!(self.msg, Msg::Chose(..) | Msg::Rated(..));
        let start = started.then_some(Event::Start);
        let arrived = match self.after {
            Session::Asking(asking) if self.new_screen() => Some(step(self.quiz, asking)),
            Session::Finished(_) => standing(self.quiz, self.after).map(Event::Result),
            _ => None,
        };
        start.into_iter().chain(arrived).collect()
    }
}

/// Where a reader at the verdict stands.
pub fn standing(quiz: &Quiz, session: &Session) -> Option<Standing> {
    let Session::Finished(complete) = session else { return None };
    let verdict = Verdict::of(quiz, complete);
    let fits = quiz.tracks.iter().zip(verdict.score.fits());
    Some(Standing {
        quiz: quiz.id.clone(),
        edition: quiz.edition().to_string(),
        outcome: quiz.outcome(verdict.outcome).id.clone(),
        fits: fits.map(|(track, fit)| (track.id.clone(), fit.percent())).collect(),
    })
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

/// The place of the question among those shown, counted from 0, and how many are shown.
pub fn place(quiz: &Quiz, asking: &Asking) -> (usize, usize) {
    let shown = asking.answers.shown(quiz);
    let count = |shown: &[bool]| shown.iter().filter(|shown| **shown).count();
    (count(&shown[..asking.at.at()]), count(&shown))
}

/// A nudge in words.
pub fn nudged(words: &Strings, question: &Question, nudge: Nudge) -> String {
    let ranked = matches!(question.kind, which_track_quiz::Kind::Rank { .. });
    match nudge {
        Nudge::Unanswered => words.unanswered.to_owned(),
        Nudge::TooFew { need } if ranked => (words.too_few_places)(need),
        Nudge::TooFew { need } => (words.too_few)(need),
        Nudge::TooMany { most } => (words.too_many)(most),
    }
}
