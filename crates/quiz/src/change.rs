//! What would change a verdict: the fewest answers that, given otherwise, lead to another outcome; docs/scoring.md,
//! section 7.

use crate::effect::{Effect, effects, named};
use crate::quiz::Condition;
use crate::score::leading;
use crate::{Answer, Answers, CompleteAnswers, OutcomeIx, QuestionIx, Quiz, TrackIx, Verdict};

/// How many changed answers are looked for at most.
pub const MOST: usize = 3;

/// Answers that would lead elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The questions, in file order, each with the answer that it would need.
    pub answers: Vec<(QuestionIx, Answer)>,
    /// Where they lead.
    pub outcome: OutcomeIx,
}

/// The smallest change of answers that leads to another outcome: of those with the fewest questions the first, by the
/// places of the questions and then by the order of their legal answers. `None` where [`MOST`] changes are not enough.
///
/// Marks stay as they are, a skipped question stays skipped, and a change that shows a required question without an
/// answer does not count.
#[must_use]
pub fn smallest(quiz: &Quiz, answers: &CompleteAnswers, verdict: &Verdict) -> Option<Change> {
    let search = Search::new(quiz, answers, verdict);
    (1..=MOST).find_map(|size| search.within(&mut Vec::new(), 0, size))
}

/// One answered question with what its other answers would do.
struct Candidate {
    question: QuestionIx,
    effects: Vec<Effect>,
    /// For each track, the most by which another answer helps it against the leader, over the product of both spans.
    /// `None` where gates or other questions look at this answer: then anything can happen.
    shifts: Option<Vec<i64>>,
}

struct Search<'a> {
    quiz: &'a Quiz,
    answers: &'a Answers,
    from: OutcomeIx,
    candidates: Vec<Candidate>,
    /// For each track but the leader, what it is behind, beyond the margin, over the product of both spans.
    /// `None` where the outcome rests on more than who leads.
    slack: Option<Vec<i64>>,
}

impl<'a> Search<'a> {
    fn new(quiz: &'a Quiz, answers: &'a CompleteAnswers, verdict: &Verdict) -> Self {
        let candidate = |(question, answer): (QuestionIx, &Answer)| {
            let mut others = effects(quiz, question);
            let points: Vec<i64> =
                quiz.track_indexes().map(|track| quiz.question(question).points(answer, track)).collect();
            let seen =
                |answer: &Answer| named(quiz, question).iter().map(|matches| matches.has(answer)).collect::<Vec<_>>();
            others.retain(|effect| effect.points != points || seen(&effect.answer) != seen(answer));
            let quiet = named(quiz, question).is_empty();
            let weight = answers.weight(quiz, question);
            let shifts = quiet.then(|| shifts(verdict, weight, &points, &others));
            Candidate { question, effects: others, shifts }
        };
        Self {
            quiz,
            answers: answers.answers(),
            from: verdict.outcome,
            candidates: answers.answered().map(candidate).collect(),
            slack: slack(quiz, verdict),
        }
    }

    /// The first change of `size` candidates from the place `from` on, together with those already `chosen`.
    fn within(&self, chosen: &mut Vec<usize>, from: usize, size: usize) -> Option<Change> {
        if size == 0 {
            let trying = self.possible(chosen).then(|| self.answers.clone());
            return trying.and_then(|mut answers| self.tried(chosen, &mut answers));
        }
        (from..self.candidates.len()).find_map(|place| {
            chosen.push(place);
            let found = self.within(chosen, place + 1, size - 1);
            chosen.pop();
            found
        })
    }

    /// Whether the chosen candidates could change the outcome at all: not where all of them together leave every
    /// other track behind the leader by more than the margin.
    fn possible(&self, chosen: &[usize]) -> bool {
        let Some(slack) = &self.slack else { return true };
        let shifts: Option<Vec<&Vec<i64>>> =
            chosen.iter().map(|place| self.candidates[*place].shifts.as_ref()).collect();
        shifts.is_none_or(|shifts| {
            slack
                .iter()
                .enumerate()
                .any(|(track, slack)| shifts.iter().map(|shifts| shifts[track]).sum::<i64>() >= *slack)
        })
    }

    /// The first combination of other answers to the chosen candidates that leads elsewhere.
    fn tried(&self, chosen: &[usize], answers: &mut Answers) -> Option<Change> {
        let Some((place, rest)) = chosen.split_first() else { return self.outcome(answers) };
        let Candidate { question, effects, .. } = &self.candidates[*place];
        effects.iter().find_map(|effect| {
            answers.replace(*question, effect.answer.clone());
            let mut change = self.tried(rest, answers)?;
            change.answers.insert(0, (*question, effect.answer.clone()));
            Some(change)
        })
    }

    fn outcome(&self, answers: &Answers) -> Option<Change> {
        let complete = answers.clone().complete(self.quiz).ok()?;
        let outcome = Verdict::of(self.quiz, &complete).outcome;
        (outcome != self.from).then(|| Change { answers: Vec::new(), outcome })
    }
}

fn shifts(verdict: &Verdict, weight: i64, points: &[i64], others: &[Effect]) -> Vec<i64> {
    let (leader, _) = verdict.score.leading();
    let span = |track: TrackIx| verdict.score.spans[track.at()];
    let helps = |track: TrackIx, effect: &Effect| {
        let moved = |track: TrackIx| weight * (effect.points[track.at()] - points[track.at()]);
        moved(track) * span(leader).max(1) - moved(leader) * span(track).max(1)
    };
    let most = |track| others.iter().map(|effect| helps(track, effect)).max().unwrap_or(0);
    TrackIx::all(points.len()).map(|track| if track == leader { 0 } else { most(track) }).collect()
}

/// For each track how far it is behind the leader beyond the margin. `None` where a gate looks at fits themselves, or
/// where the leader does not lead by more than the margin.
fn slack(quiz: &Quiz, verdict: &Verdict) -> Option<Vec<i64>> {
    let fits = verdict.score.fits();
    let (leader, _) = leading(fits);
    let looks_at_fits = quiz.gates.iter().any(|gate| gate.when.looks_at_fits());
    let behind = |track: TrackIx| {
        let (num, den) = fits[leader.at()].gap(fits[track.at()]);
        let scale = |track: TrackIx| verdict.score.spans[track.at()].max(1).unsigned_abs();
        // The fit of a track that nothing moves is 1/2: its gap has twice the product of the spans below it.
        let twice = den / (scale(leader) * scale(track));
        let beyond = (num * 100).checked_sub(u64::from(quiz.margin) * den)?;
        i64::try_from(beyond / 100 / twice).ok().filter(|slack| *slack > 0)
    };
    let others: Option<Vec<i64>> =
        quiz.track_indexes().map(|track| if track == leader { Some(i64::MAX) } else { behind(track) }).collect();
    others.filter(|_| !looks_at_fits)
}

impl Condition {
    fn looks_at_fits(&self) -> bool {
        match self {
            Self::Below(..) | Self::AtLeast(..) => true,
            Self::All(inner) | Self::Any(inner) => inner.iter().any(Self::looks_at_fits),
            Self::Not(inner) => inner.looks_at_fits(),
            Self::Is(..) | Self::Leads(_) => false,
        }
    }
}
