//! The result: the verdict and its picture, every fit, why, what would change it, and what to do with it.

mod advice;
mod change;
mod claims;
mod compare;
mod fits;
mod reasons;
mod view;

use which_track_quiz::change::Search;
use which_track_quiz::share::{Shared, decode};
use which_track_quiz::words::Words;
use which_track_quiz::{DecidedBy, Finished, Msg, Quiz};
use yew::prelude::*;

use crate::host::SharedHost;
use crate::same::Same;
use crate::widget::drawn::drawn;
use crate::widget::link::{Friend, SharedLink};
use crate::widget::model::{Action, Copyable, Model, Results};
use crate::widget::parts::button::{button, quiet};
use crate::widget::parts::fold::section;
use crate::widget::parts::heading::{SCREEN, hidden_title, landmark};
use crate::widget::parts::text::say;
use crate::widget::review::answer_list;
use crate::widget::share::SharePanel;
use advice::{plan, sections};
use change::what_would_change_it;
use claims::claims;
use compare::{Names, comparison};
use fits::fits;
use reasons::reasons;
use view::View;

/// The verdict first, then why, then the ways to share it and what to do with it. Three components, so that whoever
/// types into one of them has only that one drawn anew.
pub fn result(model: &Model, (host, level): (&SharedHost, u8), finished: &Finished, act: &Callback<Action>) -> Html {
    let (quiz, words) = (&model.quiz, &model.words);
    let friend = model.shared_link.as_ref().and_then(SharedLink::friend).cloned();
    let Results { last, change, whole, .. } = &model.results;
    let (last, whole) = (last.as_ref().and_then(|code| decode(quiz, code).ok()?.finished().cloned()), *whole);
    let print = host.capabilities().open;
    html! {
        <article class="result" part="result">
            <Explanation {quiz} {words} finished={finished.clone()} {friend} {last} {change} {whole} {act} {level} />
            if whole {
                { sharing(model, (host, level), act) }
                // What the page around has for this place.
                <slot name="after-result" />
                <Plan {quiz} {words} finished={finished.clone()} {act} {print} {level} />
            }
        </article>
    }
}

fn sharing(model: &Model, (host, level): (&SharedHost, u8), act: &Callback<Action>) -> Html {
    let Some(card) = model.card() else { return Html::default() };
    let links = model.link(Copyable::Link).zip(model.link(Copyable::Invitation));
    let (words, level, capabilities) = (&model.words, level + 2, host.capabilities());
    let (sharing, picture) = (model.sharing.clone(), model.picture());
    html! { <SharePanel {words} {sharing} {card} {links} {picture} {capabilities} {act} {level} /> }
}

/// What explaining the verdict needs.
#[derive(Properties, PartialEq)]
pub struct ExplanationProps {
    pub quiz: Same<Quiz>,
    pub words: Same<Words>,
    pub finished: Finished,
    /// Who shared a result with the reader.
    pub friend: Option<Friend>,
    /// The reader's own result before the last new start.
    pub last: Option<Finished>,
    /// What would change the result, once that is worked out.
    pub change: Option<Same<Search>>,
    /// Whether more is to be drawn than the verdict and the fits.
    pub whole: bool,
    pub act: Callback<Action>,
    pub level: u8,
}

/// The verdict, beside others, and why.
#[component]
pub fn Explanation(props: &ExplanationProps) -> Html {
    drawn("Explanation");
    let ExplanationProps { quiz, words, finished, act, level, .. } = props;
    let view = View { quiz, finished, words, level: level + 2 };
    let outcome = quiz.outcome(finished.outcome());
    html! {
        <>
            <header class="verdict">
                { hidden_title(quiz, *level) }
                <p class="kicker">{ say(words.kicker()) }</p>
                { landmark(level + 1, "outcome", SCREEN, html! { { &outcome.title } }) }
                <p class="summary">{ &outcome.summary }</p>
                { decided(&view) }
                if let Some(action) = &outcome.action {
                    <a class="primary" href={action.url.clone()}>{ &action.label }</a>
                }
                { button("quiet", words.to_share(), act.reform(|_| Action::SoughtSharing)) }
            </header>
            { compared(props, &view) }
            { fits(&view) }
            if props.whole {
                { what_would_change_it(&view, props.change.as_deref()) }
                { reasons(&view) }
            }
        </>
    }
}

/// What the plan needs.
#[derive(Properties, PartialEq)]
pub struct PlanProps {
    pub quiz: Same<Quiz>,
    pub words: Same<Words>,
    pub finished: Finished,
    pub act: Callback<Action>,
    /// Whether the page can be printed.
    pub print: bool,
    pub level: u8,
}

/// What to do with the verdict, and what it is based on; what is long is folded.
#[component]
pub fn Plan(props: &PlanProps) -> Html {
    drawn("Plan");
    let PlanProps { quiz, words, finished, level, .. } = props;
    let view = View { quiz, finished, words, level: level + 2 };
    html! {
        <>
            { plan(&view) }
            <div class="folds">
                { sections(&view) }
                { claims(&view) }
                { all_answers(&view) }
            </div>
            { actions(props) }
            { about(quiz, words) }
        </>
    }
}

/// Says so where not the fits alone decided.
fn decided(View { quiz, finished, words, .. }: &View) -> Html {
    let close = || match finished.verdict().close(quiz) {
        count @ 3.. => words.by_tie(count),
        _ => words.by_close_call(),
    };
    match finished.verdict().decided_by {
        DecidedBy::Gate(_) => html! { <p class="decided">{ say(words.by_gate()) }</p> },
        DecidedBy::CloseCall => html! { <p class="decided">{ say(close()) }</p> },
        DecidedBy::Fit => Html::default(),
    }
}

/// Beside the friend's result, and beside the reader's own of last time.
fn compared(props: &ExplanationProps, view: &View) -> Html {
    let ExplanationProps { quiz, words, friend, last, finished, .. } = props;
    let last = last.iter().filter(|last| last.answers() != finished.answers());
    let last = last.map(|last| Friend { quiz: quiz.clone(), shared: Shared::Answers(last.clone()), chosen: true });
    html! {
        <>
            { for friend.iter().map(|friend| comparison(view, &Names::friend(words), friend)) }
            { for last.map(|last| comparison(view, &Names::last(words), &last)) }
        </>
    }
}

fn all_answers(view: &View) -> Html {
    let list = answer_list(view.quiz, view.words, view.finished.answers().answers(), None);
    section(view.level, view.words.answers(), list)
}

fn actions(props: &PlanProps) -> Html {
    let PlanProps { words, act, print, .. } = props;
    let send = act.reform(Action::Session);
    html! {
        <div class="nav" part="nav">
            { quiet(&send, Msg::Reviewed, words.change_answers()) }
            { quiet(&send, Msg::Restarted, words.restart()) }
            if *print {
                { button("quiet", words.print(), act.reform(|_| Action::Printed)) }
            }
        </div>
    }
}

/// What the quiz is based on, and what the reader should know.
fn about(quiz: &Quiz, words: &Words) -> Html {
    if quiz.article.is_none() && quiz.notice.is_none() {
        return Html::default();
    }
    html! {
        <footer class="about">
            if let Some(article) = &quiz.article {
                <p>
                    { say(words.article()) }{ " " }
                    if let Some(url) = &article.url {
                        <a href={url.clone()}><cite>{ &article.title }</cite></a>
                    } else {
                        <cite>{ &article.title }</cite>
                    }
                    { article.note.as_ref().map(|note| words.article_note(note).text) }
                </p>
            }
            if let Some(notice) = &quiz.notice {
                <p>{ notice }</p>
            }
        </footer>
    }
}
