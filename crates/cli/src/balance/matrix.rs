//! The part of the page on which tracks are alike: a table of every two, shaded by how far they go together.

use maud::{Markup, html};
use which_track_quiz::TrackIx;
use which_track_quiz::balance::ALIKE;

use super::judgment::Judgment;
use super::words;

/// The section.
pub fn matrix(judgment: &Judgment<'_>) -> Markup {
    let tracks = &judgment.quiz.tracks;
    let alike = judgment.alike();
    html! {
        section {
            h2 id="alike" { "Outcomes that are alike" }
            p {
                "How far the fits of two tracks go together over all answers: 1.00 is always, 0.00 is not at all, −1.00 "
                "is that one has what the other lacks. From " (words::correlation(ALIKE))
                " on, readers can hardly be told which of the two they are."
            }
            @if alike.is_empty() { p { "No two are so alike." } }
            @else {
                ul {
                    @for pair in alike {
                        @let (one, two) = words::names(judgment.quiz, pair);
                        li { code { (one) } " and " code { (two) } ": " (words::correlation(pair.correlation.unwrap_or(0))) }
                    }
                }
            }
            div.scroll tabindex="0" role="region" aria-labelledby="alike" {
                table.matrix {
                    thead {
                        tr {
                            td {}
                            @for track in &tracks[..tracks.len() - 1] { th scope="col" { code { (track.id) } } }
                        }
                    }
                    tbody {
                        @for (place, track) in tracks.iter().enumerate().skip(1) {
                            tr {
                                th scope="row" { code { (track.id) } }
                                @for other in 0..place { (cell(judgment, other, place)) }
                                @for _ in place..tracks.len() - 1 { td {} }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What two tracks have in common.
fn cell(judgment: &Judgment<'_>, one: usize, two: usize) -> Markup {
    let is_it = |tracks: (TrackIx, TrackIx)| (tracks.0.index(), tracks.1.index()) == (one, two);
    let correlation = judgment.details.pairs.iter().find(|pair| is_it(pair.tracks)).and_then(|pair| pair.correlation);
    let class = |value: i16| match value {
        ALIKE.. => "alike",
        500.. => "near",
        ..=-500 => "far",
        _ => "apart",
    };
    html! {
        @match correlation {
            Some(value) => td class=(class(value)) { (words::correlation(value)) },
            None => td { "–" },
        }
    }
}
