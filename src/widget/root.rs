//! The one component that holds state: it keeps the session, shows its screen, and hands what a change asks for to
//! the host.

use std::rc::Rc;

use which_track_quiz::{Answers, Msg, Quiz, Session};
use yew::prelude::*;

use super::model::{Model, standing};
use super::nav::quiet;
use super::question::QuestionScreen;
use super::result::ResultScreen;
use super::review::ReviewScreen;
use super::strings::direction;
use crate::host::SharedHost;

/// What the widget needs.
#[derive(Properties, PartialEq)]
pub struct WidgetProps {
    /// The quiz, in the language that it is shown in.
    pub quiz: Rc<Quiz>,
    /// The surroundings.
    pub host: SharedHost,
    /// The level of the uppermost heading, 2 to 5.
    #[prop_or(2)]
    pub heading_level: u8,
}

/// The quiz, from the first question to the verdict.
#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let model = {
        let (quiz, host) = (Rc::clone(&props.quiz), props.host.clone());
        use_reducer(move || Model::new(quiz, host.load().as_deref()))
    };
    {
        let (host, model) = (props.host.clone(), model.clone());
        use_effect_with(model.turn, move |turn| {
            host.stand(standing(&model.quiz, &model.session));
            if *turn > 0 {
                perform(&host, &model);
            }
        });
    }
    let send = {
        let dispatcher = model.dispatcher();
        Callback::from(move |msg: Msg| dispatcher.dispatch(msg))
    };
    html! {
        <div class="quiz" part="card" lang={model.quiz.lang.clone()} dir={direction(&model.quiz.lang)}>
            { status_bar(&model, &send) }
            { screen(&model, &send, &props.host, props.heading_level) }
        </div>
    }
}

/// The one live region; seen only where everybody should know, and then with the way back of a restart.
fn status_bar(model: &Model, send: &Callback<Msg>) -> Html {
    let undo = matches!(&model.session, Session::Asking(asking) if asking.before.is_some());
    let seen = if model.notice.is_empty() { "unseen" } else { "shown" };
    html! {
        <div class={classes!("status-bar", seen)}>
            <p role="status">{ if model.status.is_empty() { model.notice } else { &model.status } }</p>
            if undo {
                { quiet(send, Msg::Unrestarted, model.words().undo) }
            }
        </div>
    }
}

fn screen(model: &Model, send: &Callback<Msg>, host: &SharedHost, level: u8) -> Html {
    let (quiz, send, words) = (Rc::clone(&model.quiz), send.clone(), model.words());
    match &model.session {
        Session::Asking(asking) => html! { <QuestionScreen {quiz} {words} asking={asking.clone()} {send} {level} /> },
        Session::Reviewing(answers) => {
            html! { <ReviewScreen {quiz} {words} answers={answers.clone()} {send} {level} /> }
        }
        Session::Finished(complete) => {
            let print = {
                let host = host.clone();
                Callback::from(move |()| host.print())
            };
            html! { <ResultScreen {quiz} {words} answers={complete.clone()} {send} {print} {level} /> }
        }
    }
}

/// Does what the last change asked for.
fn perform(host: &SharedHost, model: &Model) {
    if Answers::is_empty(model.session.answers()) {
        host.forget();
    } else {
        host.save(&model.session.save(&model.quiz));
    }
    model.asks.focus.iter().for_each(|target| host.focus(target));
    model.asks.tell.iter().for_each(|event| host.tell(event));
}
