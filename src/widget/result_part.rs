//! What only a result needs, behind one door: on a site for readers it is a file of its own, which comes while they
//! answer. Whoever holds a [`Part`] has it; without one there is no way to a result.

use std::fmt;
use std::ops::Deref;
use std::ptr;
use std::rc::Rc;

use which_track_quiz::change::search;
use which_track_quiz::compiled::Tree;
use which_track_quiz::share::{Disclosure, encode};
use which_track_quiz::words::Words;
use which_track_quiz::{Finished, Invalid, Quiz};
use yew::prelude::*;

use crate::host::{ResultSummary, SharedHost};
use crate::widget::friend::FriendScreen;
use crate::widget::link::{Friend, SharedLink};
use crate::widget::model::{Action, Model, ShareAction};
use crate::widget::perform;
use crate::widget::result::result;
use crate::widget::root::WidgetProps;

/// What only a result needs.
pub trait ResultPart: Sync {
    /// The whole quiz, of what its questions need and of what only a result says.
    ///
    /// # Errors
    /// What is wrong with the second.
    fn whole(&self, quiz: &Quiz, rest: Tree) -> Result<Quiz, Invalid>;
    /// What a share link brings: its page, what follows its `#`, and the quiz in the edition that it was made with, where
    /// that is another.
    fn read_link(&self, page: &str, fragment: &str, quiz: &Rc<Quiz>, earlier: Option<&Rc<Quiz>>) -> SharedLink;
    /// A result to keep, as a code with all answers.
    fn code(&self, quiz: &Quiz, finished: &Finished) -> String;
    /// Where a reader at the verdict stands.
    fn summary(&self, model: &Model) -> Option<ResultSummary>;
    /// Works out what would change the result.
    fn searched(&self, quiz: &Quiz, finished: &Finished) -> Action;
    /// The screen of a finished reader.
    fn screen(&self, model: &Model, props: &WidgetProps, finished: &Finished, act: &Callback<Action>) -> Html;
    /// The screen of somebody else's result.
    fn friend_screen(&self, model: &Model, props: &WidgetProps, friend: &Friend, act: &Callback<Action>) -> Html;
    /// Gets the picture ready, where the host can share one.
    fn prepare(&self, host: &SharedHost, model: &Model);
    /// Shares the result.
    fn share(&self, host: &SharedHost, model: &Model, act: &Callback<Action>, share_action: ShareAction);
}

/// The one there is.
struct Whole;

/// What only a result needs, for whoever has it.
pub static WHOLE: &dyn ResultPart = &Whole;

impl ResultPart for Whole {
    fn whole(&self, quiz: &Quiz, rest: Tree) -> Result<Quiz, Invalid> {
        quiz.with_rest(rest)
    }

    fn read_link(&self, page: &str, fragment: &str, quiz: &Rc<Quiz>, earlier: Option<&Rc<Quiz>>) -> SharedLink {
        SharedLink::read(page, fragment, quiz, earlier)
    }

    fn code(&self, quiz: &Quiz, finished: &Finished) -> String {
        encode(quiz, finished, Disclosure::Answers).to_string()
    }

    fn summary(&self, model: &Model) -> Option<ResultSummary> {
        model.summary()
    }

    fn searched(&self, quiz: &Quiz, finished: &Finished) -> Action {
        Action::Searched(finished.answers().clone(), Rc::new(search(quiz, finished)))
    }

    fn screen(&self, model: &Model, props: &WidgetProps, finished: &Finished, act: &Callback<Action>) -> Html {
        result(model, props, finished, act)
    }

    fn friend_screen(&self, model: &Model, props: &WidgetProps, friend: &Friend, act: &Callback<Action>) -> Html {
        let (quiz, words, level) = (&model.quiz, &model.words, props.heading_level);
        let under_way = !model.session.answers().is_empty();
        html! { <FriendScreen {quiz} {words} friend={friend.clone()} {under_way} {act} {level} /> }
    }

    fn prepare(&self, host: &SharedHost, model: &Model) {
        perform::prepare(host, model);
    }

    fn share(&self, host: &SharedHost, model: &Model, act: &Callback<Action>, share_action: ShareAction) {
        perform::share(host, model, act, share_action);
    }
}

/// A [`ResultPart`] that is there.
#[derive(Clone, Copy)]
pub struct Part(pub &'static dyn ResultPart);

impl Deref for Part {
    type Target = dyn ResultPart;

    fn deref(&self) -> &Self::Target {
        self.0
    }
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        ptr::addr_eq(self.0, other.0)
    }
}

impl Eq for Part {}

impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Part")
    }
}

/// What a result needs, as it comes.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// What only a result needs of the program.
    pub part: Part,
    /// The whole quiz.
    pub quiz: Rc<Quiz>,
    /// All words beside it.
    pub words: Rc<Words>,
}

/// How that comes: asked with whom to tell of it, or of nothing where it did not come.
pub type Bring = Callback<Callback<Option<Brought>>>;
