//! What must move at least for an outcome to change: sets of questions that cannot move as much need not be gone
//! through.

use crate::legal::Row;
use crate::quiz::Condition;
use crate::{DecidedBy, Quiz, TrackIx, Verdict, limits};

const TRACKS: usize = *limits::TRACKS.end();

/// The most that the other answers to a question, or to a set of them, move.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    /// Each track ahead of the leader, over the product of both spans.
    ahead: [i64; TRACKS],
    /// Each track's sum up, and down.
    rise: Row,
    fall: Row,
}

impl Default for Reach {
    fn default() -> Self {
        // Far below what anything moves, and far from the end of numbers.
        Self { ahead: [i64::MIN / 8; TRACKS], rise: [i32::MIN / 8; TRACKS], fall: [i32::MIN / 8; TRACKS] }
    }
}

/// As long as each of these is more than what is moved, nothing that decides the outcome changes.
pub(super) struct Bounds {
    leader: usize,
    spans: [i64; TRACKS],
    room: Reach,
}

impl Bounds {
    /// The bounds around sheets with these sums that have this verdict.
    pub fn new(quiz: &Quiz, verdict: &Verdict, sums: &Row, spans: &Row) -> Self {
        let (leader, _) = verdict.score.leading();
        let decisive = match verdict.decided_by {
            DecidedBy::Gate(gate) => &quiz.gates[..=gate],
            _ => &quiz.gates[..],
        };
        let room = Reach { ahead: [i64::MAX; TRACKS], rise: [i32::MAX; TRACKS], fall: [i32::MAX; TRACKS] };
        let mut bounds = Self { leader: leader.index(), spans: spans.map(|span| i64::from(span.max(1))), room };
        let mut asked = false;
        for gate in decisive {
            gate.when.each(&mut |looks| {
                asked |= matches!(looks, Condition::Leads(_));
                bounds.measure(looks, sums, spans);
            });
        }
        for track in quiz.track_indexes().filter(|track| *track != leader) {
            bounds.room.ahead[track.index()] = bounds.behind(quiz, verdict, asked, track);
        }
        bounds
    }

    /// By how much a track must come ahead of the leader for that to matter; the least number where anything may.
    /// `asked` is whether a gate asks who leads.
    fn behind(&self, quiz: &Quiz, verdict: &Verdict, asked: bool, track: TrackIx) -> i64 {
        let fits = verdict.score.fits();
        let by_gate = matches!(verdict.decided_by, DecidedBy::Gate(_));
        if by_gate && !asked {
            return i64::MAX;
        }
        let ties = quiz.close_call().is_some() && !by_gate;
        if ties && verdict.decided_by == DecidedBy::CloseCall {
            return i64::MIN;
        }
        // The fit of a track that nothing moves is 1/2: its gap has twice the product of the spans below it.
        let (num, den) = fits[self.leader].gap(fits[track.index()]);
        let product = self.spans[self.leader] * self.spans[track.index()];
        let twice = den as i64 / product;
        let gap = num as i64;
        // The least gap with which all stays as it is.
        let least = if ties { (i64::from(quiz.margin) * den as i64 + 99) / 100 } else { 0 };
        let strict = ties || asked || track.index() < self.leader;
        let beyond = gap - least.max(i64::from(strict));
        if beyond < 0 { i64::MIN } else { beyond / twice + 1 }
    }

    /// Takes in where the condition would see another fit.
    fn measure(&mut self, condition: &Condition, sums: &Row, spans: &Row) {
        let (Condition::Below(track, percent) | Condition::AtLeast(track, percent)) = condition else { return };
        let index = track.index();
        if spans[index] == 0 {
            return;
        }
        let bar = (i64::from(*percent) * i64::from(spans[index]) + 99) / 100;
        let above = (i64::from(sums[index]) - bar) as i32;
        let room = if above >= 0 { &mut self.room.fall[index] } else { &mut self.room.rise[index] };
        *room = (*room).min(if above >= 0 { above + 1 } else { -above });
    }

    /// Takes in what one more other answer moves.
    pub fn extend(&self, reach: &mut Reach, moved: &Row) {
        for track in 0..TRACKS {
            let ahead =
                i64::from(moved[track]) * self.spans[self.leader] - i64::from(moved[self.leader]) * self.spans[track];
            reach.ahead[track] = reach.ahead[track].max(ahead);
            reach.rise[track] = reach.rise[track].max(moved[track]);
            reach.fall[track] = reach.fall[track].max(-moved[track]);
        }
    }

    /// Whether nothing that decides the outcome can change with all of these together.
    pub fn hold(&self, reaches: &mut dyn Iterator<Item = &Reach>) -> bool {
        let (mut ahead, mut rise, mut fall) = ([0; TRACKS], Row::default(), Row::default());
        for reach in reaches {
            for track in 0..TRACKS {
                ahead[track] += reach.ahead[track];
                rise[track] += reach.rise[track];
                fall[track] += reach.fall[track];
            }
        }
        (0..TRACKS).all(|track| {
            ahead[track] < self.room.ahead[track]
                && rise[track] < self.room.rise[track]
                && fall[track] < self.room.fall[track]
        })
    }
}
