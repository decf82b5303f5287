//! Why: what moved the result toward each of its two leading tracks, with where each question comes from.

use which_track_quiz::TrackIx;
use which_track_quiz::explain::{self, Reason};
use yew::prelude::*;

use crate::widget::parts::fold::fold;
use crate::widget::parts::heading::heading;
use crate::widget::parts::source::source;
use crate::widget::parts::text::say;
use crate::widget::phrases::joined;
use crate::widget::result::view::View;
use crate::widget::review::in_words;

/// How many reasons are shown before the rest is folded.
const SHOWN: usize = 4;

/// The reasons for the leading track, then those for the one behind it.
pub fn reasons(view: &View) -> Html {
    let View { quiz, finished, words, level } = view;
    let all = explain::reasons(quiz, finished);
    let (first, second) = finished.verdict().score.leading();
    html! {
        <section class="why">
            { heading(*level, "section", say(words.why())) }
            if all.is_empty() {
                <p>{ say(if finished.verdict().close(quiz) > 2 { words.no_reasons_tied() } else { words.no_reasons() }) }</p>
            }
            <div class="sides">
                { side(view, &all, first, "for") }
                { side(view, &all, second, "against") }
            </div>
        </section>
    }
}

fn side(view: &View, all: &[Reason], toward: TrackIx, class: &'static str) -> Html {
    let reasons: Vec<&Reason> = all.iter().filter(|reason| reason.toward == toward).collect();
    if reasons.is_empty() {
        return Html::default();
    }
    let (visible, folded) = reasons.split_at(reasons.len().min(SHOWN));
    let list = |reasons: &[&Reason]| {
        let items = reasons.iter().map(|reason| item(view, reason));
        html! { <ul class={classes!("reasons", class)}>{ for items }</ul> }
    };
    html! {
        <div>
            { heading(view.level + 1, "toward", say(view.words.toward(&view.quiz.tracks[toward.index()].label))) }
            { list(visible) }
            if !folded.is_empty() {
                { fold(view.words.more_reasons(folded.len()), list(folded)) }
            }
        </div>
    }
}

fn item(view: &View, reason: &Reason) -> Html {
    let question = view.quiz.question(reason.question);
    let Some(answer) = view.finished.answers().answer(reason.question) else { return Html::default() };
    let statements = question.statements(answer);
    let phrase = match statements.is_empty() {
        true => view.words.sentences(&question.prompt, &in_words(question, view.words, answer).text).text,
        false => joined(statements.into_iter().map(str::to_owned), |before, after| view.words.sentences(before, after))
            .into(),
    };
    html! { <li><p>{ phrase }</p>{ source(view.words, question.source.as_ref()) }</li> }
}
