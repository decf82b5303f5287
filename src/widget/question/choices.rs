//! Single and multiple choice: native radios or checkboxes, the whole option being the target.

use which_track_quiz::{Answer, Choice, ChoiceIx, Msg};
use yew::prelude::*;

use super::asked::Asked;

/// A list of options, with controls of this type.
pub fn choices(asked: Asked, kind: &'static str) -> Html {
    let ix = asked.ix();
    let option = |(choice, Choice { id, label, .. }): (ChoiceIx, &Choice)| {
        let onchange = asked.send.reform(move |_: yew::Event| Msg::Chose(ix, choice));
        html! {
            <label class="option" part="option" key={id.as_str()}>
                <input type={kind} name="choice" checked={chosen(asked.given(), choice)} {onchange} />
                <span>{ label }</span>
            </label>
        }
    };
    let choices = asked.question().choices();
    html! { <div class="options">{ for ChoiceIx::all(choices.len()).zip(choices).map(option) }</div> }
}

fn chosen(given: Option<&Answer>, choice: ChoiceIx) -> bool {
    match given {
        Some(Answer::One(one)) => *one == choice,
        Some(Answer::Set(set)) => set.has(choice),
        _ => false,
    }
}
