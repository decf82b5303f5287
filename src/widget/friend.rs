//! Somebody else's result, as its owner wants it seen, and the way to one's own.

use std::rc::Rc;

use which_track_quiz::Quiz;
use which_track_quiz::language::direction;
use which_track_quiz::words::Words;
use yew::prelude::*;

use crate::widget::drawn::drawn;
use crate::widget::link::Friend;
use crate::widget::model::{Action, Model};
use crate::widget::parts::bars::bars;
use crate::widget::parts::button::button;
use crate::widget::parts::heading::{Heading, hidden_title};
use crate::widget::parts::text::say;
use crate::widget::review::answer_list;

/// The screen, below a heading of this level.
pub fn friend_screen(model: &Model, level: u8, friend: &Friend, act: &Callback<Action>) -> Html {
    let (quiz, words, under_way) = (&model.quiz, &model.words, !model.session.answers().is_empty());
    html! { <FriendScreen {quiz} {words} friend={friend.clone()} {under_way} {act} {level} /> }
}

/// What the screen needs.
#[derive(Properties, PartialEq)]
pub struct FriendScreenProps {
    /// The quiz that the reader takes.
    pub quiz: Rc<Quiz>,
    pub words: Rc<Words>,
    pub friend: Friend,
    /// Whether the reader has answers of their own.
    pub under_way: bool,
    pub act: Callback<Action>,
    pub level: u8,
}

/// The outcome first; then the fits and the answers, where they are told. In the language of what was shared, which an
/// older edition may have in another one only.
#[component]
pub fn FriendScreen(props: &FriendScreenProps) -> Html {
    drawn("FriendScreen");
    let FriendScreenProps { friend: Friend { quiz, shared, .. }, level, .. } = props;
    let words = &props.words.beside(&quiz.lang);
    let percents = shared.percents();
    html! {
        <article class="result friend" part="result" lang={quiz.lang.clone()} dir={direction(&quiz.lang)}>
            { verdict(props, words) }
            if !percents.is_empty() {
                <section class="fits">
                    <Heading level={level + 2} class="section">{ say(words.their_fits()) }</Heading>
                    { bars(quiz, words, &percents) }
                </section>
            }
            if let Some(finished) = shared.finished() {
                <section>
                    <Heading level={level + 2} class="section">{ say(words.their_answers()) }</Heading>
                    { answer_list(quiz, words, finished.answers().answers(), None) }
                </section>
            }
        </article>
    }
}

fn verdict(props: &FriendScreenProps, words: &Words) -> Html {
    let FriendScreenProps { friend: Friend { quiz, shared, chosen }, under_way, act, level, .. } = props;
    let outcome = quiz.outcome(shared.outcome());
    let on = if *under_way { words.go_on() } else { words.take_yourself() };
    html! {
        <header class="verdict">
            { hidden_title(quiz, *level) }
            <p class="kicker">{ say(words.friend_kicker()) }</p>
            <Heading level={level + 1} class="outcome" landmark=true>{ &outcome.title }</Heading>
            <p class="help">{ say(words.they_were_told()) }</p>
            <p class="summary">{ &outcome.summary }</p>
            if quiz.edition() != props.quiz.edition() {
                <p class="decided">{ say(words.earlier_edition()) }</p>
            }
            if *chosen && shared.finished().is_none() {
                <p class="decided">{ say(words.not_told()) }</p>
            }
            { button("primary", on, act.reform(|_| Action::TookUp)) }
        </header>
    }
}
