//! The result card as an inline picture, drawn from the core's scene.

use which_track_quiz::card::{Format, Paint, ResultCard, Shape};
use which_track_quiz::words::Words;
use yew::prelude::*;

use crate::widget::phrases::joined;

/// The picture, with its words for those who do not see it. It is left as it is by translators: it shows what the file will
/// show, and their elements cannot stand in a picture.
pub fn card(words: &Words, card: &ResultCard) -> Html {
    let (width, height) = (Format::Wide.width(), Format::Wide.height());
    let fits = card.fits.iter().map(|bar| words.fit_of(&bar.label, bar.percent).text.to_string());
    let fits = joined(fits, |before, after| words.fits_and(before, after));
    let label = words.card(&card.quiz, &card.outcome, &fits);
    let shapes = card.scene(Format::Wide).into_iter().enumerate().map(shape);
    html! {
        <svg class="picture" viewBox={format!("0 0 {width} {height}")} role="img" aria-label={label.text} lang={label.lang} translate="no">
            <g aria-hidden="true">{ for shapes }</g>
        </svg>
    }
}

/// Words have an element of their own wherever they change; see [`super::text::text`].
fn shape((place, shape): (usize, Shape)) -> Html {
    match shape {
        Shape::Box { x, y, width, height, radius, paint } => html! {
            <rect key={place.to_string()} class={class(paint)} x={x.to_string()} y={y.to_string()} width={width.to_string()}
                height={height.to_string()} rx={radius.to_string()} />
        },
        Shape::Text { x, y, size, font, ends, paint, words } => html! {
            <text key={format!("{place} {words}")} class={class(paint)} x={x.to_string()} y={y.to_string()} font-size={size.to_string()}
                font-family={font.family()} font-weight={font.weight()} text-anchor={ends.then_some("end")}>{ words }</text>
        },
    }
}

/// The class that style/card.css paints.
pub fn class(paint: Paint) -> &'static str {
    match paint {
        Paint::Paper => "paper",
        Paint::Ink => "ink",
        Paint::Quiet => "quiet-ink",
        Paint::Note => "note",
        Paint::Accent => "accent",
        Paint::Rest => "rest",
        Paint::Rail => "rail",
    }
}
