//! What to do with the result: the plan, and folded below it mistakes, what to expect, and what people ask.

use which_track_quiz::words::Phrase;
use which_track_quiz::{Advice, AdviceKind};
use yew::prelude::*;

use crate::widget::parts::fold::section;
use crate::widget::parts::heading::heading;
use crate::widget::parts::source::source;
use crate::widget::parts::text::say;
use crate::widget::result::view::View;

/// The steps of the plan, in order.
pub fn plan(view: &View) -> Html {
    let steps = view.finished.advice(view.quiz, AdviceKind::Step);
    if steps.is_empty() {
        return Html::default();
    }
    let step = |advice: &Advice| {
        html! {
            <li>
                { heading(view.level + 1, "step-title", html! { { &advice.title } }) }
                <p>{ &advice.text }</p>
                { source(view.words, advice.source.as_ref()) }
            </li>
        }
    };
    html! {
        <section class="plan">
            { heading(view.level, "section", say(view.words.plan())) }
            <ol>{ for steps.into_iter().map(step) }</ol>
        </section>
    }
}

/// The other kinds of advice, each folded.
pub fn sections(view: &View) -> Html {
    let words = view.words;
    let mistake = |advice: &Advice| {
        html! {
            <div class="item">
                <dl class="mistake">
                    <dt>{ say(words.instead_of()) }</dt><dd>{ &advice.title }</dd>
                    if let Some(instead) = &advice.instead {
                        <dt>{ say(words.instead()) }</dt><dd class="do">{ instead }</dd>
                    }
                    <dt>{ say(words.because()) }</dt><dd>{ &advice.text }</dd>
                </dl>
                { source(view.words, advice.source.as_ref()) }
            </div>
        }
    };
    let entry = |advice: &Advice| {
        html! {
            <div class="item">
                { heading(view.level + 1, "entry", html! { { &advice.title } }) }
                <p>{ &advice.text }</p>
                { source(view.words, advice.source.as_ref()) }
            </div>
        }
    };
    html! {
        <>
            { folded(view, AdviceKind::Mistake, words.mistakes(), mistake) }
            { folded(view, AdviceKind::Note, words.notes(), entry) }
            { folded(view, AdviceKind::Question, words.questions(), entry) }
        </>
    }
}

fn folded(view: &View, kind: AdviceKind, heading: Phrase, entry: impl Fn(&Advice) -> Html) -> Html {
    let advice = view.finished.advice(view.quiz, kind);
    if advice.is_empty() {
        return Html::default();
    }
    section(view.level, heading, html! { <>{ for advice.into_iter().map(entry) }</> })
}
