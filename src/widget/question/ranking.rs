//! A ranking: tap to add, then buttons or dragging to put in order. Nothing is placed at the beginning.

use std::rc::Rc;

use which_track_quiz::words::{Said, Words};
use which_track_quiz::{Answer, Choice, ChoiceIx, Kind, Msg, QuestionIx, Quiz};
use yew::prelude::*;

use crate::widget::parts::text::{say, text};

/// What a ranking needs.
#[derive(Properties)]
pub struct RankingProps {
    pub quiz: Rc<Quiz>,
    pub at: QuestionIx,
    pub given: Option<Answer>,
    pub send: Callback<Msg>,
    pub words: Rc<Words>,
}

impl PartialEq for RankingProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.quiz, &other.quiz) && self.at == other.at && self.given == other.given
    }
}

/// The places in order, and below them what is still to be placed.
#[component]
pub fn Ranking(props: &RankingProps) -> Html {
    let question = props.quiz.question(props.at);
    let Kind::Rank { top, .. } = question.kind else { return Html::default() };
    let order: &[ChoiceIx] = match &props.given {
        Some(Answer::Order(order)) => order,
        _ => &[],
    };
    // What is being dragged: of no use to anybody else, and gone with the finger.
    let dragged = use_mut_ref(|| None::<ChoiceIx>);
    let release = {
        let dragged = Rc::clone(&dragged);
        Callback::from(move |_: PointerEvent| *dragged.borrow_mut() = None)
    };
    let place = |place: usize| match order.get(place) {
        Some(choice) => placed(props, &question.choices()[choice.at()], *choice, place, order.len(), &dragged),
        None => {
            html! {
                <li class="place open" key={format!("open-{place}")}>
                    <span class="number">{ place + 1 }</span>
                    <span class="unseen">{ say(props.words.empty()) }</span>
                </li>
            }
        }
    };
    let full = order.len() == usize::from(top);
    let open = |(ix, choice): (ChoiceIx, &Choice)| unplaced(props, choice, ix, full);
    let choices = ChoiceIx::all(question.choices().len()).zip(question.choices());
    html! {
        <div class="ranking" onpointerup={release.clone()} onpointercancel={release}>
            <ol class="places" aria-label={props.words.order().text}>{ for (0..usize::from(top)).map(place) }</ol>
            <p class="pool" id="pool">{ say(props.words.unplaced()) }</p>
            <ul class="unplaced" aria-labelledby="pool">
                { for choices.filter(|(ix, _)| !order.contains(ix)).map(open) }
            </ul>
        </div>
    }
}

fn placed(
    props: &RankingProps,
    choice: &Choice,
    ix: ChoiceIx,
    place: usize,
    count: usize,
    dragged: &Rc<std::cell::RefCell<Option<ChoiceIx>>>,
) -> Html {
    let (at, words) = (props.at, &props.words);
    let button = |name: Said, sign: &'static str, control: &str, msg: Msg, off: bool| {
        let control = format!("{control}-{}", ix.0);
        let onclick = props.send.reform(move |_: MouseEvent| msg.clone());
        html! { <button type="button" class="move" aria-label={name.text} lang={name.lang} data-control={control} aria-disabled={off.then_some("true")} {onclick}>{ sign }</button> }
    };
    let onpointerdown = grab(dragged, ix);
    let onpointerover = {
        let (dragged, send) = (Rc::clone(dragged), props.send.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some(moving) = dragged.borrow().filter(|moving| *moving != ix) {
                send.emit(Msg::Moved(at, moving, place));
            }
        })
    };
    let (up, down) = (Msg::Moved(at, ix, place.saturating_sub(1)), Msg::Moved(at, ix, place + 1));
    html! {
        <li class="place" part="option" key={choice.id.as_str()} {onpointerover}>
            <span class="number">{ text((place + 1).to_string()) }</span>
            <span class="handle" aria-hidden="true" {onpointerdown} />
            <span class="name">{ &choice.label }</span>
            <span class="moves">
                { button(words.up(&choice.label), "↑", "up", up, place == 0) }
                { button(words.down(&choice.label), "↓", "down", down, place + 1 == count) }
                { button(words.take_out(&choice.label), "×", "place", Msg::Chose(at, ix), false) }
            </span>
        </li>
    }
}

/// Takes hold of a choice. A finger is captured by what it touched first; letting go of that makes the other places
/// notice it.
fn grab(dragged: &Rc<std::cell::RefCell<Option<ChoiceIx>>>, ix: ChoiceIx) -> Callback<PointerEvent> {
    let dragged = Rc::clone(dragged);
    Callback::from(move |event: PointerEvent| {
        *dragged.borrow_mut() = Some(ix);
        if let Some(touched) = event.target_dyn_into::<web_sys::Element>() {
            _ = touched.release_pointer_capture(event.pointer_id());
        }
    })
}

fn unplaced(props: &RankingProps, choice: &Choice, ix: ChoiceIx, full: bool) -> Html {
    let (at, name) = (props.at, props.words.place(&choice.label));
    let onclick = props.send.reform(move |_: MouseEvent| Msg::Chose(at, ix));
    html! {
        <li key={choice.id.as_str()}>
            <button type="button" class="option add" part="option" data-control={format!("place-{}", ix.0)} aria-disabled={full.then_some("true")}
                aria-label={name.text} lang={name.lang} {onclick}>
                <span aria-hidden="true">{ "+" }</span><span>{ &choice.label }</span>
            </button>
        </li>
    }
}
