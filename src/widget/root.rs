//! The one component that holds state: it keeps the session, shows its screen, and hands what a change asks for to
//! the host.

use which_track_quiz::language::direction;
use which_track_quiz::share::ShareUrls;
use which_track_quiz::words::Words;
use which_track_quiz::{Msg, Quiz, Session};
use yew::prelude::*;

use crate::cut::ResultThere;
use crate::host::{SharedHost, Slot, Target};
use crate::same::Same;
use crate::widget::link::SharedLink;
use crate::widget::model::{Action, Announced, Bring, Effects, Model, Renewal};
use crate::widget::parts::button::quiet;
use crate::widget::parts::text::{say, text};
use crate::widget::perform::{perform, searched};
use crate::widget::question::{Asked, Drag, question_screen};
use crate::widget::receipt::receipt;
use crate::widget::review::review_screen;
use crate::widget::screens::screens;

/// What the widget needs.
#[derive(Properties, PartialEq)]
pub struct WidgetProps {
    /// The quiz, in the language that it is shown in.
    pub quiz: Same<Quiz>,
    /// What the interface says beside it.
    pub words: Same<Words>,
    /// The host.
    pub host: SharedHost,
    /// The level of the uppermost heading, 1 to 6.
    #[prop_or(2)]
    pub heading_level: u8,
    /// Where the quiz has its share pages, if it has any.
    #[prop_or_default]
    pub pages: Option<ShareUrls>,
    /// What a share link brought.
    #[prop_or_default]
    pub shared_link: Option<SharedLink>,
    /// What only a result needs, if that is there.
    #[prop_or(Some(ResultThere::known()))]
    pub there: Option<ResultThere>,
    /// How it comes, if it is not.
    #[prop_or_default]
    pub bring: Bring,
}

/// The quiz, from the first question to the verdict.
pub struct Widget {
    model: Model,
    /// What is to be done once the screen is drawn.
    due: Effects,
    drag: Drag,
    act: Callback<Action>,
    send: Callback<Msg>,
}

impl Component for Widget {
    type Message = Action;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let WidgetProps { quiz, words, host, pages, shared_link, there, .. } = ctx.props();
        let link = shared_link.clone();
        let mut model = Model::new(quiz.clone(), words.clone(), pages.clone(), link, *there, &**host);
        let due = Effects { verdict: host.paints() && model.finished().is_some(), ..Effects::default() };
        host.publish(model.summary());
        // Where nothing is painted, nobody waits.
        if let (Some(there), Some(finished), false) = (there, model.finished().cloned(), host.paints()) {
            model.update(Action::Painted);
            model.update(searched(*there, quiz, &finished));
        }
        host.watch(ctx.link().callback(|()| Action::StoredElsewhere));
        let act = ctx.link().callback(|action| action);
        Self { model, due, drag: Drag::default(), send: act.reform(Action::Session), act }
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let host = &ctx.props().host;
        match action {
            Action::Shared(share_action) => {
                if let Some(there) = self.model.there {
                    (screens(there).share)(host, &self.model, &self.act, share_action);
                }
            }
            Action::SoughtSharing => host.focus(&Target::Control("share".to_owned())),
            Action::Printed => host.print(),
            action => return self.take_in(host, action),
        }
        false
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Self { model, .. } = self;
        let lang = &model.quiz.lang;
        html! {
            <div class="quiz" part="card" key={model.renewals.to_string()} lang={lang.clone()} dir={direction(lang)}>
                { self.status_bar() }
                { self.screen(ctx.props()) }
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let WidgetProps { host, bring, .. } = ctx.props();
        perform(host, bring, &self.model, &self.act, &std::mem::take(&mut self.due));
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
    let stored = Slot::ALL.map(|slot| host.load(slot));
    Action::Renewed(Box::new(Renewal { stored, focused: host.has_focus(), then: Some(action) }))
}

impl Widget {
    /// Takes in what happened, and tells whether anything is to be drawn anew.
    fn take_in(&mut self, host: &SharedHost, action: Action) -> bool {
        let Some(effects) = self.model.update(renewed(host, action)) else { return false };
        host.publish(self.model.summary());
        if effects.focus.is_some() || effects.search {
            host.hold();
        }
        self.due.extend(effects);
        true
    }

    /// The one live region; seen only where everybody should know, and then with the way back of a restart.
    fn status_bar(&self) -> Html {
        let Self { model, send, .. } = self;
        let seen = if model.announced.notice.is_empty() { "visually-hidden" } else { "visible" };
        // What became of a link is as much to be read as who is waiting.
        let link = matches!(model.shared_link, Some(SharedLink::Unreadable(_))).then_some("waiting");
        html! {
            <div class={classes!("status-bar", seen, link.filter(|_| seen == "visible"))}>
                <p role="status">{ self.status() }</p>
                if model.undoable() {
                    { quiet(send, Msg::Unrestarted, model.words.undo()) }
                }
            </div>
        }
    }

    /// The message. A new one is a new element even where its words are the same, or it would not be heard again.
    fn status(&self) -> Html {
        let Announced { status, notice, turn } = &self.model.announced;
        match status.is_empty() {
            true => text(notice.clone()),
            false => html! { <span key={turn.to_string()}>{ say(status.clone()) }</span> },
        }
    }

    fn screen(&self, props: &WidgetProps) -> Html {
        let Self { model, send, drag, act, .. } = self;
        let (quiz, words, level) = (&model.quiz, &model.words, props.heading_level);
        let friend = model.shared_link.as_ref().and_then(SharedLink::friend).filter(|_| model.visiting);
        if let (Some(there), Some(friend)) = (model.there, friend) {
            return (screens(there).friend)(model, level, friend, act);
        }
        match &model.session {
            Session::Asking(asking) => html! {
                <>
                    { self.waiting() }
                    { question_screen(Asked { quiz, words, asking, send, drag, level }) }
                    if !self.stored(props).is_empty() {
                        { self.receipt(props) }
                    }
                </>
            },
            Session::Reviewing(answers) => html! {
                <>
                    { self.waiting() }
                    { review_screen((quiz, words), answers, &model.awaited, (send, level)) }
                    { self.receipt(props) }
                </>
            },
            Session::Finished(finished) => html! {
                <>
                    { for model.there.map(|there| (screens(there).result)(model, (&props.host, level), finished, act)) }
                    { self.receipt(props) }
                </>
            },
        }
    }

    /// Before the verdict: that a friend is waiting for it.
    fn waiting(&self) -> Html {
        match self.model.shared_link {
            Some(SharedLink::Invitation(_)) => html! { <p class="waiting">{ say(self.model.words.waiting()) }</p> },
            _ => Html::default(),
        }
    }

    /// What lies in this browser, as the last change left it.
    fn stored(&self, props: &WidgetProps) -> Vec<(String, String)> {
        let stored = |slot: &Slot| props.host.name(*slot).zip(self.model.stored(*slot));
        Slot::ALL.iter().filter_map(stored).collect()
    }

    fn receipt(&self, props: &WidgetProps) -> Html {
        receipt(&self.model.words, &self.stored(props), &self.act)
    }
}
