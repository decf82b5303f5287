//! Single and multiple choice: native radios or checkboxes, the whole option being the target.

use std::rc::Rc;

use which_track_quiz::{Answer, ChoiceIx, Msg, QuestionIx, Quiz};
use yew::prelude::*;

/// How many may be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Many {
    /// Exactly one.
    One,
    /// Several.
    Several,
}

/// What choices need.
#[derive(Properties, PartialEq)]
pub struct ChoicesProps {
    pub quiz: Rc<Quiz>,
    pub asked: QuestionIx,
    pub given: Option<Answer>,
    pub send: Callback<Msg>,
    pub many: Many,
}

/// A list of options.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    let question = props.quiz.question(props.asked);
    let option = |(ix, choice): (ChoiceIx, &which_track_quiz::Choice)| {
        let asked = props.asked;
        let onchange = props.send.reform(move |_: yew::Event| Msg::Chose(asked, ix));
        let kind = if props.many == Many::One { "radio" } else { "checkbox" };
        html! {
            <label class="option" part="option" key={choice.id.as_str()}>
                <input type={kind} name="choice" checked={chosen(props.given.as_ref(), ix)} {onchange} />
                <span>{ &choice.label }</span>
            </label>
        }
    };
    let choices = question.choices();
    html! { <div class="options">{ for ChoiceIx::all(choices.len()).zip(choices).map(option) }</div> }
}

fn chosen(given: Option<&Answer>, choice: ChoiceIx) -> bool {
    match given {
        Some(Answer::One(one)) => *one == choice,
        Some(Answer::Set(set)) => set.has(choice),
        _ => false,
    }
}
