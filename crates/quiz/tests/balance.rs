//! Balance of quizzes as large as they get: what is exact, what is drawn, and that both stay what they were.

mod support;

use support::large::{large, multi, rank};
use which_track_quiz::balance::{self, Balance};
use which_track_quiz::check::{Source, check};
use which_track_quiz::*;

fn hundredths(balance: &Balance) -> Vec<u32> {
    balance.outcomes.iter().map(balance::Share::hundredths).collect()
}

/// Scales that move these tracks by these points.
fn scales(count: usize, tracks: usize, points: impl Fn(usize, usize) -> i16) -> Quiz {
    let mut parts = large(count, 2, tracks, Kind::Single);
    for (at, question) in parts.questions.iter_mut().enumerate() {
        let points = (0..tracks).map(|track| points(at, track)).collect();
        let words = || "words".to_owned();
        question.kind = Kind::Scale { low: words(), high: words(), low_reason: None, high_reason: None, points };
    }
    Quiz::try_from(parts).expect("a quiz")
}

#[test]
fn the_first_quiz_is_exact_and_has_the_shares_that_it_had() {
    let text = include_str!("../../../quizzes/pm-vs-sde.toml");
    let quiz = check(Source { name: "pm-vs-sde.toml", text }, &[]).quizzes.remove(0);
    let balance = Balance::of(&quiz);
    assert!(balance.exact);
    assert_eq!(hundredths(&balance), [2469, 1369, 2579, 1250, 1133, 1201]);
}

#[test]
fn seventy_scales_on_four_axes_are_drawn_and_have_the_shares_that_they_had() {
    let axes = scales(70, 8, |at, track| if track / 2 == at % 4 { 1 - 2 * (track as i16 % 2) } else { 0 });
    let balance = Balance::of(&axes);
    assert!(!balance.exact);
    assert_eq!(hundredths(&balance)[..8], [1232, 1230, 1133, 1140, 1372, 1374, 1259, 1260]);
}

#[test]
fn a_hundred_scales_on_two_tracks_are_exact_whatever_they_weigh() {
    // 5^100 sheets: far more than 64 bits count.
    let balance = Balance::of(&scales(100, 2, |_, track| 1 - 2 * track as i16));
    assert!(balance.exact);
    // Where both fit alike, the first is taken.
    assert_eq!(balance.outcomes[0].num, &balance.outcomes[1].num + &balance.ties.num);
    assert_eq!(balance.ties.den.bits(), 233);
}

#[test]
fn twenty_rankings_of_eight_are_drawn() {
    let quiz = Quiz::try_from(large(20, 8, 4, rank)).expect("a quiz");
    let balance = Balance::of(&quiz);
    assert!(!balance.exact);
    assert_eq!(balance.gaps.len(), 100);
    assert_eq!(balance.idle, []);
}

#[test]
fn tracks_that_nobody_reaches_are_looked_for_only_where_that_is_soon_told() {
    let unreached = |parts: QuizData| balance::unreachable(&Quiz::try_from(parts).expect("a quiz"));
    // Of two tracks, one gets nothing.
    let poor = |mut parts: QuizData| {
        for question in &mut parts.questions {
            if let Kind::Single(choices) | Kind::Multi { choices, .. } | Kind::Rank { choices, .. } = &mut question.kind
            {
                choices.iter_mut().for_each(|choice| choice.points[1] = 0);
            }
        }
        let gate = |track, percent| Condition::AtLeast(TrackIx(track), percent);
        parts.gates = vec![Gate { when: gate(0, 50), outcome: OutcomeIx(0) }];
        parts.gates.push(Gate { when: Condition::Below(TrackIx(0), 50), outcome: OutcomeIx(2) });
        parts
    };
    assert_eq!(unreached(poor(large(6, 3, 2, Kind::Single))), Some(vec![OutcomeIx(1)]));
    assert_eq!(unreached(poor(large(20, 8, 2, rank))), None, "800,000 answers are not gone through");
    assert_eq!(unreached(large(60, 5, 2, multi)), None, "all tracks are among the first sheets drawn");
}
