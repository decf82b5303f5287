//! What the article says: its claims, as its own, folded.

use which_track_quiz::Claim;
use yew::prelude::*;

use crate::widget::parts::fold::section;
use crate::widget::parts::source::source;
use crate::widget::result::view::View;

/// The claims, after whose view they are.
pub fn claims(view: &View) -> Html {
    let claims = view.finished.claims(view.quiz);
    if claims.is_empty() {
        return Html::default();
    }
    let note = view.quiz.article.as_ref().and_then(|article| article.note.as_ref());
    let claim = |claim: &Claim| html! { <li><p>{ &claim.text }</p>{ source(view.words, claim.source.as_ref()) }</li> };
    let list = html! {
        <>
            if let Some(note) = note {
                <p class="note">{ note }</p>
            }
            <ul class="claims">{ for claims.into_iter().map(claim) }</ul>
        </>
    };
    section(view.level, view.words.claims(), list)
}
