//! The one component that holds state: it keeps the session, shows its screen, and hands what a change asks for to
//! the host.

use std::rc::Rc;

use which_track_quiz::language::direction;
use which_track_quiz::share::Pages;
use which_track_quiz::words::Words;
use which_track_quiz::{CompleteAnswers, Msg, Quiz, Session};
use yew::prelude::*;

use crate::host::{SharedHost, Slot, Target};
use crate::widget::friend::FriendScreen;
use crate::widget::link::{Friend, Opened};
use crate::widget::model::{Action, Copyable, Effects, Model, Renewal};
use crate::widget::parts::button::quiet;
use crate::widget::parts::text::{say, text};
use crate::widget::perform::{perform, searched, share};
use crate::widget::question::QuestionScreen;
use crate::widget::receipt::receipt;
use crate::widget::result::ResultScreen;
use crate::widget::review::ReviewScreen;
use crate::widget::share::SharePanel;

/// What the widget needs.
#[derive(Properties)]
pub struct WidgetProps {
    /// The quiz, in the language that it is shown in.
    pub quiz: Rc<Quiz>,
    /// What the interface says beside it.
    pub words: Rc<Words>,
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
pub struct Widget {
    model: Model,
    /// What is to be done once the screen is drawn.
    due: Effects,
    act: Callback<Action>,
    send: Callback<Msg>,
}

impl Component for Widget {
    type Message = Action;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let WidgetProps { quiz, words, host, pages, opened, .. } = ctx.props();
        let mut model = Model::new(Rc::clone(quiz), Rc::clone(words), pages.clone(), opened.clone(), &**host);
        let due = Effects { search: host.paints(), ..Effects::default() };
        host.stand(model.standing());
        // Where nothing is painted, nobody waits.
        if let (Some(answers), false) = (model.finished().cloned(), due.search) {
            model.update(searched(quiz, &answers));
        }
        host.watch(ctx.link().callback(|()| Action::StoredElsewhere));
        let act = ctx.link().callback(|action| action);
        Self { model, due, send: act.reform(Action::Told), act }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let host = &ctx.props().host;
        if let Action::Shared(way) = action {
            share(host, &self.model, &self.act, way);
            return false;
        }
        let Some(effects) = self.model.update(renewed(host, action)) else { return false };
        host.stand(self.model.standing());
        self.due.extend(effects);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let WidgetProps { host, heading_level, .. } = ctx.props();
        let Self { model, act, send, .. } = self;
        let shown = Shown { model, host, act, send, level: *heading_level };
        html! {
            <div class="quiz" part="card" key={model.renewals.to_string()} lang={model.quiz.lang.clone()} dir={direction(&model.quiz.lang)}>
                { shown.status_bar() }
                { shown.screen() }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        perform(&ctx.props().host, &self.model, &self.act, &std::mem::take(&mut self.due));
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        // The host must not hold on to a widget that is gone.
        ctx.props().host.watch(Callback::noop());
    }
}

/// What another tab has written or deleted since this one last looked goes before what the reader does here: the newer
/// answers are not to be overwritten.
fn renewed(host: &SharedHost, action: Action) -> Action {
    if !host.renew() {
        return action;
    }
    let kept = Slot::ALL.map(|slot| host.load(slot));
    Action::Renewed(Box::new(Renewal { kept, focused: host.has_focus(), then: Some(action) }))
}

/// What the screens are made from.
struct Shown<'a> {
    model: &'a Model,
    host: &'a SharedHost,
    act: &'a Callback<Action>,
    send: &'a Callback<Msg>,
    level: u8,
}

impl Shown<'_> {
    /// The one live region; seen only where everybody should know, and then with the way back of a restart.
    fn status_bar(&self) -> Html {
        let model = self.model;
        let seen = if model.notice.is_empty() { "unseen" } else { "shown" };
        // What became of a link is as much to be read as who is waiting.
        let link = matches!(model.opened, Some(Opened::Unreadable(_))).then_some("waiting");
        html! {
            <div class={classes!("status-bar", seen, link.filter(|_| seen == "shown"))}>
                <p role="status">{ self.status() }</p>
                if model.undoable() {
                    { quiet(self.send, Msg::Unrestarted, model.words.undo()) }
                }
            </div>
        }
    }

    /// The message. A new one is a new element even where its words are the same, or it would not be heard again.
    fn status(&self) -> Html {
        let Model { status, notice, turn, .. } = self.model;
        match status.is_empty() {
            true => text(notice.clone()),
            false => html! { <span key={turn.to_string()}>{ say(status.clone()) }</span> },
        }
    }

    fn screen(&self) -> Html {
        let Self { model, level, .. } = *self;
        let (quiz, send, words) = (Rc::clone(&model.quiz), self.send.clone(), Rc::clone(&model.words));
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
        let (quiz, words) = (Rc::clone(&model.quiz), Rc::clone(&model.words));
        let under_way = !model.session.answers().is_empty();
        let take_up = act.reform(|()| Action::TookUp);
        html! { <FriendScreen {quiz} {words} {friend} {under_way} {take_up} {level} /> }
    }

    /// Before the verdict: that a friend is waiting for it.
    fn waiting(&self) -> Html {
        match self.model.opened {
            Some(Opened::Invitation(_)) => html! { <p class="waiting">{ say(self.model.words.waiting()) }</p> },
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
            <ResultScreen quiz={Rc::clone(&model.quiz)} words={Rc::clone(&model.words)} answers={answers.clone()} {friend}
                last={model.last.clone()} change={model.change.clone()} send={send.clone()} {to_share} {print} {level}>
                { self.sharing() }
            </ResultScreen>
        }
    }

    fn sharing(&self) -> Html {
        let Self { model, host, act, level, .. } = *self;
        let Some(card) = model.card() else { return Html::default() };
        let links = model.link(Copyable::Link).zip(model.link(Copyable::Invitation));
        let share = act.reform(Action::Shared);
        html! {
            <SharePanel words={Rc::clone(&model.words)} shown={model.level} {card} {links} copied={model.copied} unsaved={model.unsaved.then(|| model.picture())} server={model.server.clone()} allowed={host.allowed()} act={act.clone()} {share}
                level={level + 2} />
        }
    }

    /// What lies in this browser, as the last change left it.
    fn kept(&self) -> Vec<(String, String)> {
        let kept = |slot: &Slot| self.host.name(*slot).zip(self.model.kept(*slot));
        Slot::ALL.iter().filter_map(kept).collect()
    }

    fn receipt(&self) -> Html {
        receipt(&self.model.words, &self.kept(), &self.act.reform(|()| Action::Deleted))
    }
}
