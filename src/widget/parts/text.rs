//! Words that change while what is around them stays.

use which_track_quiz::language::direction;
use which_track_quiz::words::Phrase;
use yew::prelude::*;

/// What the interface says, marked with its language where that is not the quiz's. Words of the interface come to the page
/// by this and by [`text`] only: nothing else makes HTML of them.
pub fn say(phrase: Phrase) -> Html {
    match phrase.lang {
        None => html! { { phrase.text } },
        Some(lang) => html! { <span dir={direction(&lang)} {lang}>{ phrase.text }</span> },
    }
}

/// Several sentences in a line, each in its own language.
pub fn sentences(lines: Vec<Phrase>) -> Html {
    let line = |(at, line)| html! { <>if at > 0 { { " " } }{ say(line) }</> };
    lines.into_iter().enumerate().map(line).collect()
}

/// Words in an element of their own, which is another one when they change. Everything that changes in place is written by
/// this: a translator in the browser puts its own elements in the place of our text nodes, and whoever then writes into
/// those writes where nobody reads.
pub fn text(words: impl Into<Phrase>) -> Html {
    let Phrase { text, lang } = words.into();
    let direction = lang.as_deref().map(direction);
    html! { <span key={&*text} {lang} dir={direction}>{ &*text }</span> }
}
