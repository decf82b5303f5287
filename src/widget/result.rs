//! The result: the verdict and its picture, every fit, why, what would change it, and what to do with it.

mod advice;
mod change;
mod claims;
mod compare;
mod fits;
mod reasons;
mod view;

use std::rc::Rc;

use which_track_quiz::advice::Ending;
use which_track_quiz::change::Search;
use which_track_quiz::share::Shared;
use which_track_quiz::{CompleteAnswers, DecidedBy, Msg, Quiz, Verdict};
use yew::prelude::*;

use crate::widget::link::Friend;
use crate::widget::parts::button::{button, quiet};
use crate::widget::parts::fold::section;
use crate::widget::parts::heading::Heading;
use crate::widget::parts::heading::unseen_title;
use crate::widget::parts::text::say;
use crate::widget::review::answer_list;
use advice::{plan, sections};
use change::what_would_change_it;
use claims::claims;
use compare::{Names, comparison};
use fits::fits;
use reasons::reasons;
use view::View;
use which_track_quiz::words::Words;

/// What the result needs.
#[derive(Properties)]
pub struct ResultScreenProps {
    pub quiz: Rc<Quiz>,
    pub words: Rc<Words>,
    pub answers: CompleteAnswers,
    /// Who shared a result with the reader.
    pub friend: Option<Friend>,
    /// The reader's own result before the last new start.
    pub last: Option<CompleteAnswers>,
    /// What would change the result, once that is worked out.
    pub change: Option<Rc<Search>>,
    pub send: Callback<Msg>,
    /// Goes to the ways of sharing.
    pub to_share: Callback<()>,
    /// Where the page can be printed.
    pub print: Option<Callback<()>>,
    pub level: u8,
    /// The ways of sharing.
    pub children: Html,
}

impl PartialEq for ResultScreenProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.quiz, &other.quiz)
            && (&self.answers, &self.friend, &self.last, &self.change)
                == (&other.answers, &other.friend, &other.last, &other.change)
            && (self.level, &self.children) == (other.level, &other.children)
    }
}

/// The verdict first, then the reasons, then what to do: share it, compare it, follow the plan; what is long is folded.
#[component]
pub fn ResultScreen(props: &ResultScreenProps) -> Html {
    let ResultScreenProps { quiz, words, answers, level, .. } = props;
    let verdict = Verdict::of(quiz, answers);
    let ending = Ending { quiz, answers, verdict: &verdict };
    let view = View { ending, words, level: level + 2 };
    let outcome = quiz.outcome(verdict.outcome);
    html! {
        <article class="result" part="result">
            <header class="verdict">
                { unseen_title(quiz, *level) }
                <p class="kicker">{ say(words.kicker()) }</p>
                <Heading level={level + 1} class="outcome" landmark=true>{ &outcome.title }</Heading>
                <p class="summary">{ &outcome.summary }</p>
                { decided(quiz, words, &verdict) }
                if let Some(action) = &outcome.action {
                    <a class="primary" href={action.url.clone()}>{ &action.label }</a>
                }
                { button("quiet", words.to_share(), props.to_share.reform(|_| ())) }
            </header>
            { compared(props, &view) }
            { fits(&view) }
            { what_would_change_it(&view, props.change.as_deref()) }
            { reasons(&view) }
            { props.children.clone() }
            { plan(&view) }
            <div class="folds">
                { sections(&view) }
                { claims(&view) }
                { all_answers(&view) }
            </div>
            { actions(props) }
            { about(quiz, words) }
        </article>
    }
}

/// Says so where not the fits alone decided.
fn decided(quiz: &Quiz, words: &Words, verdict: &Verdict) -> Html {
    let close = || match verdict.close(quiz) {
        count @ 3.. => words.by_tie(count),
        _ => words.by_close_call(),
    };
    match verdict.decided_by {
        DecidedBy::Gate(_) => html! { <p class="decided">{ say(words.by_gate()) }</p> },
        DecidedBy::CloseCall => html! { <p class="decided">{ say(close()) }</p> },
        DecidedBy::Fit => Html::default(),
    }
}

/// Beside the friend's result, and beside the reader's own of last time.
fn compared(props: &ResultScreenProps, view: &View) -> Html {
    let ResultScreenProps { quiz, words, friend, last, answers, .. } = props;
    let last = last.iter().filter(|last| *last != answers);
    let last = last.map(|last| Friend { quiz: Rc::clone(quiz), shared: Shared::Answers(last.clone()), chosen: true });
    html! {
        <>
            { for friend.iter().map(|friend| comparison(view, &Names::friend(words), friend)) }
            { for last.map(|last| comparison(view, &Names::last(words), &last)) }
        </>
    }
}

fn all_answers(view: &View) -> Html {
    let list = answer_list(view.ending.quiz, view.words, view.ending.answers.answers(), None);
    section(view.level, view.words.answers(), list)
}

fn actions(props: &ResultScreenProps) -> Html {
    let ResultScreenProps { words, send, print, .. } = props;
    html! {
        <div class="nav" part="nav">
            { quiet(send, Msg::Reviewed, words.change_answers()) }
            { quiet(send, Msg::Restarted, words.restart()) }
            if let Some(print) = print {
                { button("quiet", words.print(), print.reform(|_| ())) }
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
