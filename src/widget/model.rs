//! The widget's state, and what follows from a change of it: in one place, without doing any of it.

mod follow;

use std::rc::Rc;

use which_track_quiz::share::{Level, Pages, Shared, decode, encode};
use which_track_quiz::{Asking, CompleteAnswers, Msg, Nudge, Question, Quiz, Session, Verdict, update};
use yew::Reducible;

use super::opened::Opened;
use super::strings::{Strings, strings};
use crate::host::{Event, Host, Slot, Standing, Target};
use follow::Change;

/// The session with all that is beside it, and what the last change asks for.
#[derive(Clone)]
pub struct Model {
    pub quiz: Rc<Quiz>,
    /// Where share pages are, if there are any.
    pub pages: Option<Pages>,
    pub session: Session,
    /// What a share link brought.
    pub opened: Option<Opened>,
    /// Whether somebody else's result is on the screen rather than the reader's own quiz.
    pub visiting: bool,
    /// The result before the last new start.
    pub last: Option<CompleteAnswers>,
    /// How much of the result the reader wants to show.
    pub level: Level,
    /// What became of the last wish to copy something.
    pub copied: Option<(Copyable, bool)>,
    /// The reader's Mastodon server, as typed.
    pub server: String,
    /// The short message for those who hear the page.
    pub status: String,
    /// The short message for everybody, until the screen changes.
    pub notice: &'static str,
    /// What the last change asks of the host.
    pub asks: Asks,
    /// How many changes there have been.
    pub turn: u32,
}

/// What can be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copyable {
    /// The link to the result.
    Link,
    /// The link that invites a friend to compare.
    Invitation,
}

impl Copyable {
    /// The name of the field that shows it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Invitation => "invitation",
        }
    }
}

/// Something that happened: in the session, or beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// In the session.
    Told(Msg),
    /// The reader chose how much to show.
    Disclosed(Level),
    /// Something was copied, or could not be.
    Copied(Copyable, bool),
    /// The reader's Mastodon server was typed.
    Named(String),
    /// The reader left somebody's result for the quiz.
    TookUp,
    /// Everything that was kept is to be deleted.
    Deleted,
}

/// What is asked of the host after a change.
#[derive(Clone, Default)]
pub struct Asks {
    pub focus: Option<Target>,
    pub tell: Vec<Event>,
}

impl Model {
    /// The beginning, or where a saved session left off; before it, what a link brought.
    pub fn new(quiz: Rc<Quiz>, pages: Option<Pages>, opened: Option<Opened>, host: &dyn Host) -> Self {
        let words = strings(&quiz.lang);
        let resumed = host.load(Slot::Progress).and_then(|saved| Session::resume(&quiz, &saved));
        // At the verdict there is nothing to go on with.
        let midway = resumed.as_ref().is_some_and(|session| !matches!(session, Session::Finished(_)));
        let notice = match &opened {
            Some(Opened::Unreadable(why)) => (words.unreadable)(*why),
            _ if midway => words.resumed,
            _ => "",
        };
        let last = host.load(Slot::Last).and_then(|code| decode(&quiz, &code).ok());
        Self {
            visiting: matches!(opened, Some(Opened::Result(_))),
            last: last.and_then(|last| last.answers().cloned()),
            session: resumed.unwrap_or_else(|| Session::new(&quiz)),
            level: Level::Fits,
            copied: None,
            server: String::new(),
            status: String::new(),
            asks: Asks::default(),
            turn: 0,
            quiz,
            pages,
            opened,
            notice,
        }
    }

    /// The words of the quiz's language.
    pub fn words(&self) -> &'static Strings {
        strings(&self.quiz.lang)
    }

    /// The reader's own answers, once the verdict is there.
    pub fn finished(&self) -> Option<&CompleteAnswers> {
        match &self.session {
            Session::Finished(complete) => Some(complete),
            Session::Asking(_) | Session::Reviewing(_) => None,
        }
    }

    /// A link, of a finished reader where there are share pages.
    pub fn link(&self, which: Copyable) -> Option<String> {
        let (pages, answers) = (self.pages.as_ref()?, self.finished()?);
        Some(match which {
            Copyable::Link => pages.link(&self.quiz, answers, self.level),
            Copyable::Invitation => pages.invitation(&self.quiz, answers, self.level),
        })
    }

    /// Where a reader at the verdict stands.
    pub fn standing(&self) -> Option<Standing> {
        let verdict = Verdict::of(&self.quiz, self.finished()?);
        let fits = self.quiz.tracks.iter().zip(verdict.score.fits());
        Some(Standing {
            quiz: self.quiz.id.clone(),
            edition: self.quiz.edition().to_string(),
            outcome: self.quiz.outcome(verdict.outcome).id.clone(),
            fits: fits.map(|(track, fit)| (track.id.clone(), fit.percent())).collect(),
            link: self.link(Copyable::Link),
        })
    }

    /// What is kept of the session: nothing before the first answer.
    pub fn progress(&self) -> Option<String> {
        (!self.session.answers().is_empty()).then(|| self.session.save(&self.quiz))
    }

    /// What is kept of the result before the last new start.
    pub fn last_code(&self) -> Option<String> {
        self.last.as_ref().map(|last| encode(&self.quiz, last, Level::Answers).to_string())
    }

    /// The session after something happened in it, with what follows; nothing where it changes nothing.
    fn told(&self, msg: Msg) -> Option<Self> {
        let session = update(&self.quiz, &self.session, msg.clone());
        if session == self.session {
            return None;
        }
        let change =
            Change { quiz: &self.quiz, words: self.words(), before: &self.session, msg: &msg, after: &session };
        let (status, mut asks) = (change.status(), Asks { focus: change.focus(), tell: change.tell() });
        let notice = match msg {
            Msg::Restarted => self.words().restarted,
            _ if change.new_screen() => "",
            _ => self.notice,
        };
        let last = self.finished().filter(|_| msg == Msg::Restarted).or(self.last.as_ref()).cloned();
        let mut next = Self { session, status, notice, last, copied: None, ..self.clone() };
        asks.tell.extend(next.standing().map(Event::Result));
        next.asks = asks;
        Some(next)
    }

    /// What follows from something beside the session.
    fn beside(&self, action: Action) -> Option<Self> {
        let words = self.words();
        let heading = || Asks { focus: Some(Target::Heading), ..Asks::default() };
        let same = Self { asks: Asks::default(), status: String::new(), ..self.clone() };
        Some(match action {
            Action::Told(msg) => return self.told(msg),
            Action::Disclosed(level) => {
                let shared = Shared::of(&self.quiz, self.finished()?, level);
                let status = (words.reveals)(level, &self.quiz.outcome(shared.outcome(&self.quiz)).title);
                Self { level, status, copied: None, ..same }
            }
            Action::Copied(which, done) => {
                let focus = (!done).then(|| Target::Control(which.field().to_owned()));
                let status = (words.copied)(done).to_owned();
                Self { copied: Some((which, done)), status, asks: Asks { focus, ..Asks::default() }, ..same }
            }
            Action::Named(server) => Self { server, ..same },
            Action::TookUp => Self { visiting: false, asks: heading(), ..same },
            Action::Deleted => {
                let session = Session::new(&self.quiz);
                Self { session, last: None, copied: None, notice: words.deleted, asks: heading(), ..same }
            }
        })
    }
}

impl Reducible for Model {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match self.beside(action) {
            Some(next) => Rc::new(Self { turn: self.turn + 1, ..next }),
            None => self,
        }
    }
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
