//! A heading of the level that fits the host page's outline.

use which_track_quiz::Quiz;
use yew::prelude::*;

/// What a heading needs.
#[derive(Properties, PartialEq)]
pub struct HeadingProps {
    /// From 1; what is deeper than 6 is 6.
    pub level: u8,
    #[prop_or_default]
    pub class: Classes,
    /// Whether focus comes here when the screen changes.
    #[prop_or_default]
    pub landmark: bool,
    /// What focus knows the landmark by.
    #[prop_or("heading")]
    pub name: &'static str,
    pub children: Html,
}

/// A heading; levels below the sixth are the sixth, as HTML has no more.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    let tag = format!("h{}", props.level.clamp(1, 6));
    let tabindex = props.landmark.then_some("-1");
    let control = props.landmark.then_some(props.name);
    html! {
        <@{tag} class={props.class.clone()} {tabindex} data-control={control}>{ props.children.clone() }</@>
    }
}

/// The quiz's title for screen readers, where it is not to be seen: headings need their order.
pub fn hidden_title(quiz: &Quiz, level: u8) -> Html {
    html! { <Heading {level} class="visually-hidden">{ &quiz.title }</Heading> }
}
