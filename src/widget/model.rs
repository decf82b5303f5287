//! The widget's state, and what follows from a change of it: in one place, without doing any of it.

mod action;
mod asked;
mod effects;
mod ended;
mod follow;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use which_track_quiz::change::Search;
use which_track_quiz::share::{Disclosure, ShareUrls};
use which_track_quiz::words::{Phrase, Words};
use which_track_quiz::{Answer, Finished, Msg, Outcome, Quiz, Session, update};

use crate::cut::ResultThere;
use crate::host::{Event, Host, ResultSummary, Slot, Slots, Target};
use crate::same::Same;
use crate::widget::codes::codes;
use crate::widget::link::SharedLink;
use crate::widget::phrases::{copied, reveals, saved, unreadable};
pub use action::{Action, Bring, Brought, Copyable, Renewal, ShareAction};
pub use asked::place;
pub use effects::Effects;
use follow::Change;

/// From how many questions before the end what only a result needs is to come.
const NEAR: usize = 3;

/// The session with all that is beside it.
pub struct Model {
    pub quiz: Same<Quiz>,
    /// What the interface says beside the quiz.
    pub words: Same<Words>,
    /// Where share pages are, if there are any.
    pub pages: Option<ShareUrls>,
    pub session: Session,
    /// What a share link brought.
    pub shared_link: Option<SharedLink>,
    /// Whether somebody else's result is on the screen rather than the reader's own quiz.
    pub visiting: bool,
    pub results: Results,
    pub sharing: Sharing,
    pub announced: Announced,
    /// What only a result needs, once it is there.
    pub there: Option<ResultThere>,
    /// What waits for it: whatever leads to a result.
    postponed: Option<Action>,
    /// How that stands, until the screen changes.
    pub awaited: Phrase,
    /// How often another tab's answers took the place of those on the screen, which is then drawn anew as a whole.
    pub renewals: u32,
}

/// What is known beside the reader's own result.
#[derive(Default)]
pub struct Results {
    /// The result before the last new start, as a code.
    pub last: Option<String>,
    /// What was the last result before that new start, in case it is taken back.
    before_last: Option<String>,
    /// Whether all of the result is on the page. The verdict and the fits come first, and what is below them once these are
    /// painted: on a slow phone all at once takes longer than anybody should look at the question before.
    pub whole: bool,
    /// What would change the result, once that is worked out.
    pub change: Option<Same<Search>>,
}

/// What the reader wants to share, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// How much of the result others may see.
    pub disclosure: Disclosure,
    /// What became of the last wish to copy something.
    pub copied: Option<(Copyable, bool)>,
    /// Whether the browser keeps the picture to itself.
    pub unsaved: bool,
    /// The reader's Mastodon server, as typed.
    pub server: String,
}

impl Sharing {
    fn of(disclosure: Disclosure) -> Self {
        Self { disclosure, copied: None, unsaved: false, server: String::new() }
    }
}

/// What the live region says.
#[derive(Default)]
pub struct Announced {
    /// The short message for screen readers.
    pub status: Phrase,
    /// The short message for everybody, until the screen changes.
    pub notice: Phrase,
    /// How many changes there have been: a message is another one even where its words are the same.
    pub turn: u32,
}

impl Model {
    /// The beginning, or where a saved session left off; before it, what a link brought.
    pub fn new(
        quiz: Same<Quiz>,
        words: Same<Words>,
        pages: Option<ShareUrls>,
        shared_link: Option<SharedLink>,
        there: Option<ResultThere>,
        host: &dyn Host,
    ) -> Self {
        let stored = Slot::ALL.map(|slot| host.load(slot));
        let Read { session: resumed, last, disclosure } = Read::of(&quiz, &stored);
        // At the verdict there is nothing to go on with.
        let midway = resumed.as_ref().is_some_and(|session| !matches!(session, Session::Finished(_)));
        let notice = match &shared_link {
            Some(SharedLink::Unreadable(why)) => unreadable(&words, *why),
            _ if midway => words.resumed(),
            _ => Phrase::default(),
        };
        Self {
            visiting: matches!(shared_link, Some(SharedLink::Result(_))) && !host.has_left(),
            session: resumed.unwrap_or_else(|| Session::new(&quiz)),
            results: Results { last, ..Results::default() },
            sharing: Sharing::of(disclosure),
            announced: Announced { notice, ..Announced::default() },
            there,
            postponed: None,
            awaited: Phrase::default(),
            renewals: 0,
            quiz,
            words,
            pages,
            shared_link,
        }
    }

    /// The reader's own result, once the verdict is there.
    pub fn finished(&self) -> Option<&Finished> {
        match &self.session {
            Session::Finished(finished) => Some(finished),
            Session::Asking(_) | Session::Reviewing(_) => None,
        }
    }

    /// The outcome of the reader's own result.
    pub fn outcome(&self) -> Option<&Outcome> {
        Some(self.quiz.outcome(self.finished()?.outcome()))
    }

    /// Where a reader at the verdict stands.
    pub fn summary(&self) -> Option<ResultSummary> {
        let (there, finished) = (self.there?, self.finished()?);
        Some((codes(there).summary)(&self.quiz, finished, self.pages.as_ref(), self.sharing.disclosure))
    }

    /// Whether starting over can be taken back.
    pub fn undoable(&self) -> bool {
        matches!(&self.session, Session::Asking(asking) if asking.before.is_some())
    }

    /// What is kept of the session: nothing before the first answer.
    fn progress(&self) -> Option<String> {
        (!self.session.answers().is_empty()).then(|| self.session.save(&self.quiz))
    }

    /// What is kept in a slot: nothing where it is as at the beginning.
    pub fn stored(&self, slot: Slot) -> Option<String> {
        match slot {
            Slot::Progress => self.progress(),
            Slot::Last => self.results.last.clone(),
            Slot::Disclosure => {
                (self.sharing.disclosure != Disclosure::Fits).then(|| (self.sharing.disclosure as u8).to_string())
            }
        }
    }

    /// Takes in what happened in the session. Nothing where it changes nothing.
    fn apply(&mut self, msg: Msg) -> Option<Effects> {
        let session = update(&self.quiz, &self.session, msg.clone());
        if self.lacks_what_shows(&session) {
            return Some(self.postpone(Action::Session(msg)));
        }
        let words = self.words.clone();
        let change = Change { quiz: &self.quiz, words: &words, before: &self.session, msg: &msg, after: &session };
        if session == self.session {
            self.announced.status = change.refused()?;
            return Some(Effects::default());
        }
        self.announced.status = change.status();
        let mut effects = Effects { focus: change.focus(), events: change.events(), ..Effects::save() };
        if change.new_screen() {
            self.awaited = Phrase::default();
            self.announced.notice = if msg == Msg::Restarted { words.restarted() } else { Phrase::default() };
        }
        match (msg, &self.session, &session) {
            (Msg::Restarted, Session::Finished(finished), _) => {
                let code = self.there.map(|there| (codes(there).code)(&self.quiz, finished));
                self.results.before_last = std::mem::replace(&mut self.results.last, code);
            }
            (Msg::Unrestarted, _, Session::Finished(_)) => self.results.last = self.results.before_last.take(),
            _ => {}
        }
        self.begin(session);
        effects.verdict = self.finished().is_some();
        effects.bring = self.there.is_none() && self.near_result();
        effects.events.extend(self.summary().map(Event::from));
        Some(effects)
    }

    /// Whether a session is at a result, for which something is still to come.
    fn lacks_what_shows(&self, session: &Session) -> bool {
        self.there.is_none() && matches!(session, Session::Finished(_))
    }

    /// Whether the reader will soon see a result: at one of the last questions or at the review.
    fn near_result(&self) -> bool {
        match &self.session {
            Session::Asking(asking) => {
                let (index, total) = place(&self.quiz, asking);
                asking.revising || index + NEAR >= total
            }
            Session::Reviewing(_) | Session::Finished(_) => true,
        }
    }

    /// Keeps something for when what only a result needs is there.
    fn postpone(&mut self, action: Action) -> Effects {
        self.postponed = Some(action);
        self.awaits(self.words.result_coming());
        Effects { bring: true, ..Effects::default() }
    }

    /// Says how it stands with a result that is waited for.
    fn awaits(&mut self, phrase: Phrase) {
        (self.awaited, self.announced.status) = (phrase.clone(), phrase);
    }

    /// What only a result needs came, and what waited for it can happen; or it did not come.
    fn brought(&mut self, brought: Option<Brought>) -> Option<Effects> {
        if let Some(Brought { there, quiz, words }) = brought {
            (self.there, self.quiz, self.words) = (Some(there), quiz, words);
        }
        let postponed = self.postponed.take()?;
        self.awaits(Phrase::default());
        if self.there.is_none() {
            self.awaits(self.words.result_missing());
            return Some(Effects::default());
        }
        self.update(postponed)
    }

    /// Another session: what was said of the one before is of no account.
    fn begin(&mut self, session: Session) {
        (self.session, self.sharing.copied) = (session, None);
        (self.results.whole, self.results.change) = (false, None);
    }

    /// Takes in what happened. Nothing where it changes nothing.
    pub fn update(&mut self, action: Action) -> Option<Effects> {
        // What was said before is not said again where nothing but the screen changes.
        let silent = matches!(action, Action::Stored | Action::Painted | Action::Searched(..));
        let effects = self.take_in(action)?;
        self.announced.turn += u32::from(!silent);
        Some(effects)
    }

    fn take_in(&mut self, action: Action) -> Option<Effects> {
        let words = self.words.clone();
        Some(match action {
            Action::Session(msg) => return self.apply(msg),
            Action::Shared(_) | Action::SoughtSharing | Action::Printed | Action::StoredElsewhere => return None,
            Action::Stored => Effects::default(),
            Action::Brought(brought) => return self.brought(brought),
            Action::Painted => {
                self.results.whole = true;
                Effects { search: true, ..Effects::default() }
            }
            Action::Searched(answers, search) => {
                (self.finished().map(Finished::answers) == Some(&answers))
                    .then(|| self.results.change = Some(search))?;
                Effects::default()
            }
            Action::Disclosed(disclosure) => {
                (self.sharing.disclosure, self.sharing.copied) = (disclosure, None);
                self.announced.status = self.revealed();
                Effects::save()
            }
            Action::Copied(which, done) => {
                self.sharing.copied = Some((which, done));
                self.announced.status = copied(&words, done);
                let focus = (!done).then(|| Target::Control(which.field().to_owned()));
                Effects {
                    focus,
                    events: Vec::from_iter(done.then_some(Event::Share { channel: "copy" })),
                    ..Effects::default()
                }
            }
            Action::Saved(handed) => {
                self.sharing.unsaved = !handed;
                self.announced.status = saved(&words, handed);
                Effects::default()
            }
            Action::ServerTyped(server) => {
                self.announced.status = Phrase::default();
                self.sharing.server = server;
                Effects::default()
            }
            Action::TookUp => {
                self.announced.status = Phrase::default();
                self.visiting = false;
                Effects { leave: true, ..Effects::focus(Target::Heading) }
            }
            Action::Deleted => {
                self.announced.status = Phrase::default();
                self.begin(Session::new(&self.quiz));
                (self.results.last, self.results.before_last, self.sharing.disclosure) = (None, None, Disclosure::Fits);
                self.announced.notice = words.deleted();
                Effects { save: true, ..Effects::focus(Target::Heading) }
            }
            Action::Renewed(renewal) => {
                self.announced.status = Phrase::default();
                self.renew(*renewal)
            }
        })
    }

    /// Takes up what another tab has left, and then what the reader did here, if that still means the same.
    fn renew(&mut self, renewal: Renewal) -> Effects {
        let mut effects = Effects::default();
        let Read { session, last, disclosure } = Read::of(&self.quiz, &renewal.stored);
        if session.as_ref().is_some_and(|session| self.lacks_what_shows(session)) {
            return self.postpone(Action::Renewed(Box::new(renewal)));
        }
        let Renewal { stored, focused, then } = renewal;
        (self.results.last, self.results.before_last, self.sharing.disclosure) = (last, None, disclosure);
        // What can be taken back of a restart goes with what is deleted.
        let deleted = self.undoable() && stored == Slots::default();
        let other_answers = deleted || self.progress() != stored[Slot::Progress as usize];
        if other_answers {
            let words = self.words.clone();
            self.begin(session.unwrap_or_else(|| Session::new(&self.quiz)));
            self.announced.notice =
                if stored == Slots::default() { words.cleared_elsewhere() } else { words.changed_elsewhere() };
            effects.focus = focused.then_some(Target::Heading);
            effects.verdict = self.finished().is_some();
            self.renewals += 1;
        }
        let notice = self.announced.notice.clone();
        let then = then.filter(|action| !other_answers || self.means_the_same(action));
        effects.extend(then.and_then(|action| self.update(action)).unwrap_or_default());
        if other_answers {
            self.announced.notice = notice;
        }
        effects
    }

    /// Whether an action still means what the reader meant, with other answers on the screen than they saw. What belongs
    /// to a question says so; whoever went on from one did not mean to go on from another, and whoever chose what is chosen
    /// already did not mean to take it back.
    fn means_the_same(&self, action: &Action) -> bool {
        match action {
            Action::Session(Msg::Chose(question, choice)) => match self.session.answers().given(*question) {
                Some(Answer::Set(set)) => !set.has(*choice),
                Some(Answer::Order(order)) => !order.contains(choice),
                _ => true,
            },
            Action::Session(Msg::Marked(question)) => !self.session.answers().marked(*question),
            Action::Session(msg) => matches!(msg, Msg::Rated(..) | Msg::Moved(..)),
            _ => true,
        }
    }

    /// What others may see of the result, in words.
    fn revealed(&self) -> Phrase {
        let reveals = |outcome: &Outcome| reveals(&self.words, self.sharing.disclosure, &outcome.title);
        self.outcome().map(reveals).unwrap_or_default()
    }
}

/// What is kept, as far as it fits the quiz.
struct Read {
    session: Option<Session>,
    last: Option<String>,
    disclosure: Disclosure,
}

impl Read {
    fn of(quiz: &Quiz, stored: &Slots) -> Self {
        let [progress, last, disclosure] = stored.each_ref().map(Option::as_deref);
        Self {
            session: progress.and_then(|saved| Session::resume(quiz, saved)),
            last: last.map(str::to_owned),
            disclosure: disclosure.and_then(self::disclosure).unwrap_or(Disclosure::Fits),
        }
    }
}

/// What a stored text stands for: its number.
fn disclosure(text: &str) -> Option<Disclosure> {
    Disclosure::ALL.get(text.parse::<usize>().ok()?).copied()
}
