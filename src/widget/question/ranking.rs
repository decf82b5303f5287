//! A ranking: tap to add, then buttons or dragging to put in order. Nothing is placed at the beginning.

use which_track_quiz::words::Phrase;
use which_track_quiz::{Answer, Choice, ChoiceIx, Kind, Msg};
use yew::prelude::*;

use super::asked::Asked;
use crate::widget::parts::text::{say, text};

/// The places in order, and below them what is still to be placed.
pub fn ranking(asked: Asked) -> Html {
    let Asked { words, drag, .. } = asked;
    let question = asked.question();
    let Kind::Rank { top, .. } = question.kind else { return Html::default() };
    let order: &[ChoiceIx] = match asked.given() {
        Some(Answer::Order(order)) => order,
        _ => &[],
    };
    let place = |place: usize| match order.get(place) {
        Some(choice) => placed(asked, &question.choices()[choice.index()], *choice, (place, order.len())),
        None => {
            html! {
                <li class="place open" key={format!("open-{place}")}>
                    <span class="number">{ place + 1 }</span>
                    <span class="visually-hidden">{ say(words.empty()) }</span>
                </li>
            }
        }
    };
    let full = order.len() == usize::from(top);
    let open = |(ix, choice): (ChoiceIx, &Choice)| unplaced(asked, choice, ix, full);
    let choices = ChoiceIx::all(question.choices().len()).zip(question.choices());
    html! {
        <div class="ranking" onpointerup={drag.release()} onpointercancel={drag.release()}>
            <ol class="places" aria-label={words.order().text}>{ for (0..usize::from(top)).map(place) }</ol>
            <p class="pool" id="pool">{ say(words.unplaced()) }</p>
            <ul class="unplaced" aria-labelledby="pool">
                { for choices.filter(|(ix, _)| !order.contains(ix)).map(open) }
            </ul>
        </div>
    }
}

/// A choice in the order: a handle to drag it by, and buttons. `place` is where it stands, of how many.
fn placed(asked: Asked, choice: &Choice, ix: ChoiceIx, (place, count): (usize, usize)) -> Html {
    let Asked { words, drag, send, .. } = asked;
    let question = asked.ix();
    let button = |name: Phrase, sign: &'static str, control: &str, msg: Msg, off: bool| {
        let control = format!("{control}-{}", ix.0);
        let onclick = send.reform(move |_: MouseEvent| msg.clone());
        html! {
            <button type="button" class="move" aria-label={name.text} lang={name.lang} data-control={control}
                aria-disabled={off.then_some("true")} {onclick}>
                { sign }
            </button>
        }
    };
    let (up, down) = (Msg::Moved(question, ix, place.saturating_sub(1)), Msg::Moved(question, ix, place + 1));
    let moved = send.reform(move |moving| Msg::Moved(question, moving, place));
    html! {
        <li class="place" part="option" key={choice.id.as_str()} onpointerover={drag.over(ix, moved)}>
            <span class="number">{ text((place + 1).to_string()) }</span>
            <span class="handle" aria-hidden="true" onpointerdown={drag.grab(ix)} onmousedown={select_nothing} />
            <span class="name">{ &choice.label }</span>
            <span class="moves">
                { button(words.up(&choice.label), "↑", "up", up, place == 0) }
                { button(words.down(&choice.label), "↓", "down", down, place + 1 == count) }
                { button(words.take_out(&choice.label), "×", "place", Msg::Chose(question, ix), false) }
            </span>
        </li>
    }
}

/// A mouse that drags a choice does not mark text on its way.
fn select_nothing(event: MouseEvent) {
    event.prevent_default();
}

fn unplaced(asked: Asked, choice: &Choice, ix: ChoiceIx, full: bool) -> Html {
    let (question, name) = (asked.ix(), asked.words.place(&choice.label));
    // The button has the language of its name.
    let own = name.lang.is_some().then(|| asked.quiz.lang.clone());
    let onclick = asked.send.reform(move |_: MouseEvent| Msg::Chose(question, ix));
    html! {
        <li key={choice.id.as_str()}>
            <button type="button" class="option add" part="option" data-control={format!("place-{}", ix.0)}
                aria-disabled={full.then_some("true")} aria-label={name.text} lang={name.lang} {onclick}>
                <span aria-hidden="true">{ "+" }</span><span lang={own}>{ &choice.label }</span>
            </button>
        </li>
    }
}
