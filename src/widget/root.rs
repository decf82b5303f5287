//! The one component that holds state: it keeps the session, shows its screen, and hands what a change asks for to
//! the host.

use std::rc::Rc;

use which_track_quiz::change::Search;
use which_track_quiz::share::Pages;
use which_track_quiz::{CompleteAnswers, Msg, Quiz, Session};
use yew::prelude::*;

use super::change::use_change;
use super::friend::FriendScreen;
use super::model::{Action, Copyable, Model, Renewal};
use super::nav::quiet;
use super::opened::{Friend, Opened};
use super::perform::{perform, share};
use super::question::QuestionScreen;
use super::receipt::receipt;
use super::result::ResultScreen;
use super::review::ReviewScreen;
use super::share::SharePanel;
use super::strings::direction;
use super::text::text;
use crate::host::{SharedHost, Slot, Target};

/// What the widget needs.
#[derive(Properties)]
pub struct WidgetProps {
    /// The quiz, in the language that it is shown in.
    pub quiz: Rc<Quiz>,
    /// The surroundings.
    pub host: SharedHost,
    /// The level of the uppermost heading, 2 to 5.
    #[prop_or(2)]
    pub heading_level: u8,
    /// Where the quiz has its share pages, if it has any.
    #[prop_or_default]
    pub pages: Option<Pages>,
    /// What a share link brought.
    #[prop_or_default]
    pub opened: Option<Opened>,
}

impl PartialEq for WidgetProps {
    fn eq(&self, other: &Self) -> bool {
        // The rest is read once, at the beginning.
        Rc::ptr_eq(&self.quiz, &other.quiz) && self.heading_level == other.heading_level
    }
}

/// The quiz, from the first question to the verdict.
#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let model = {
        let WidgetProps { quiz, host, pages, opened, .. } = props;
        let (quiz, host, pages, opened) = (Rc::clone(quiz), host.clone(), pages.clone(), opened.clone());
        use_reducer(move || Model::new(quiz, pages, opened, &*host))
    };
    {
        let (host, model, redraw) = (props.host.clone(), model.clone(), use_force_update());
        use_effect_with(model.turn, move |_| {
            if perform(&host, &model) {
                redraw.force_update();
            }
        });
    }
    let act = {
        let (host, dispatcher) = (props.host.clone(), model.dispatcher());
        Callback::from(move |action: Action| {
            dispatcher.dispatch(renewed(&host, Some(action.clone())).unwrap_or(action));
        })
    };
    {
        let (host, dispatcher) = (props.host.clone(), model.dispatcher());
        use_effect_with((), move |()| {
            let watched = host.clone();
            host.watch(Callback::from(move |()| {
                renewed(&watched, None).into_iter().for_each(|action| dispatcher.dispatch(action))
            }));
            // The host must not hold on to a widget that is gone.
            move || host.watch(Callback::noop())
        });
    }
    let send = act.reform(Action::Told);
    let change = use_change(&model.quiz, model.finished(), &props.host);
    let shown = Shown { model: &model, host: &props.host, act: &act, send: &send, level: props.heading_level, change };
    html! {
        <div class="quiz" part="card" key={model.renewals.to_string()} lang={model.quiz.lang.clone()} dir={direction(&model.quiz.lang)}>
            { shown.status_bar() }
            { shown.screen() }
        </div>
    }
}

/// What another tab has written or deleted since this one last looked, before what the reader does here is heeded: the
/// newer answers are not to be overwritten.
fn renewed(host: &SharedHost, then: Option<Action>) -> Option<Action> {
    host.renew().then(|| {
        let kept = Slot::ALL.map(|slot| host.load(slot));
        Action::Renewed(Box::new(Renewal { kept, focused: host.has_focus(), then }))
    })
}

/// What the screens are made from.
struct Shown<'a> {
    model: &'a Model,
    host: &'a SharedHost,
    act: &'a Callback<Action>,
    send: &'a Callback<Msg>,
    level: u8,
    /// What would change the result, once that is worked out.
    change: Option<Rc<Search>>,
}

impl Shown<'_> {
    /// The one live region; seen only where everybody should know, and then with the way back of a restart.
    fn status_bar(&self) -> Html {
        let model = self.model;
        let undo = matches!(&model.session, Session::Asking(asking) if asking.before.is_some());
        let seen = if model.notice.is_empty() { "unseen" } else { "shown" };
        // What became of a link is as much to be read as who is waiting.
        let link = matches!(model.opened, Some(Opened::Unreadable(_))).then_some("waiting");
        html! {
            <div class={classes!("status-bar", seen, link.filter(|_| seen == "shown"))}>
                <p role="status">{ self.status() }</p>
                if undo {
                    { quiet(self.send, Msg::Unrestarted, model.words().undo) }
                }
            </div>
        }
    }

    /// The message. A new one is a new element even where its words are the same, or it would not be heard again.
    fn status(&self) -> Html {
        let Model { status, notice, turn, .. } = self.model;
        match status.is_empty() {
            true => text(*notice),
            false => html! { <span key={turn.to_string()}>{ status }</span> },
        }
    }

    fn screen(&self) -> Html {
        let Self { model, level, .. } = *self;
        let (quiz, send, words) = (Rc::clone(&model.quiz), self.send.clone(), model.words());
        if let (true, Some(friend)) = (model.visiting, model.opened.as_ref().and_then(Opened::friend)) {
            return self.friend(friend.clone());
        }
        match &model.session {
            Session::Asking(asking) => {
                html! {
                    <>
                        { self.waiting() }
                        <QuestionScreen {quiz} {words} asking={asking.clone()} {send} {level} />
                        if !self.kept().is_empty() {
                            { self.receipt() }
                        }
                    </>
                }
            }
            Session::Reviewing(answers) => html! {
                <>
                    { self.waiting() }
                    <ReviewScreen {quiz} {words} answers={answers.clone()} {send} {level} />
                    { self.receipt() }
                </>
            },
            Session::Finished(complete) => html! { <>{ self.result(complete) }{ self.receipt() }</> },
        }
    }

    fn friend(&self, friend: Friend) -> Html {
        let Self { model, act, level, .. } = *self;
        let (quiz, under_way) = (Rc::clone(&model.quiz), !model.session.answers().is_empty());
        let (host, act) = (self.host.clone(), act.clone());
        let take_up = Callback::from(move |()| {
            host.leave();
            act.emit(Action::TookUp);
        });
        html! { <FriendScreen {quiz} {friend} {under_way} {take_up} {level} /> }
    }

    /// Before the verdict: that a friend is waiting for it.
    fn waiting(&self) -> Html {
        match self.model.opened {
            Some(Opened::Invitation(_)) => html! { <p class="waiting">{ self.model.words().waiting }</p> },
            _ => Html::default(),
        }
    }

    fn result(&self, answers: &CompleteAnswers) -> Html {
        let Self { model, host, send, level, .. } = *self;
        let friend = model.opened.as_ref().and_then(Opened::friend).cloned();
        let to_share = {
            let host = host.clone();
            Callback::from(move |()| host.focus(&Target::Control("share".to_owned())))
        };
        let print = host.allowed().open.then(|| {
            let host = host.clone();
            Callback::from(move |()| host.print())
        });
        html! {
            <ResultScreen quiz={Rc::clone(&model.quiz)} words={model.words()} answers={answers.clone()} {friend}
                last={model.last.clone()} change={self.change.clone()} send={send.clone()} {to_share} {print} {level}>
                { self.sharing() }
            </ResultScreen>
        }
    }

    fn sharing(&self) -> Html {
        let Self { model, host, act, level, .. } = *self;
        let Some(card) = model.card() else { return Html::default() };
        let links = model.link(Copyable::Link).zip(model.link(Copyable::Invitation));
        let share = {
            let (host, model, act) = (host.clone(), model.clone(), act.clone());
            Callback::from(move |way| share(&host, &model, &act, way))
        };
        html! {
            <SharePanel words={model.words()} shown={model.level} {card} {links} copied={model.copied} unsaved={model.unsaved.then(|| model.picture())} server={model.server.clone()} allowed={host.allowed()} act={act.clone()} {share}
                level={level + 2} />
        }
    }

    /// What lies in this browser, as the last change left it.
    fn kept(&self) -> Vec<(String, String)> {
        let kept = |slot: &Slot| self.host.name(*slot).zip(self.model.kept(*slot));
        Slot::ALL.iter().filter_map(kept).collect()
    }

    fn receipt(&self) -> Html {
        receipt(self.model.words(), &self.kept(), &self.act.reform(|()| Action::Deleted))
    }
}
