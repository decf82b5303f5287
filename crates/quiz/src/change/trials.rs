//! Changed sheets, tried 64 at a time: each is the reader's sums with what a few answers move.

use super::bounds::{Bounds, Reach};
use super::found::Change;
use crate::batch::{Batch, SHEETS};
use crate::condition::Sheets;
use crate::legal::{self, Lists, Row, add, letters};
use crate::quiz::Condition;
use crate::{Answer, CompleteAnswers, OutcomeIx, QuestionIx, Quiz, Verdict};

/// A question with all its answers but the reader's.
pub(super) struct Candidate {
    question: QuestionIx,
    others: Vec<Other>,
    reach: Reach,
    /// Whether gates or other questions look at the answer.
    in_conditions: bool,
    /// Whether other questions do.
    decides: bool,
}

struct Other {
    /// Its place among the legal answers.
    place: u64,
    /// What conditions see of it.
    seen: u32,
    /// What it moves the sums by.
    moved: Row,
}

/// What the reader's answer to a question gives, where it counts or would.
struct Own {
    sums: Row,
    spans: Row,
    seen: u32,
}

/// A candidate and one of its other answers, by their places.
type Pick = (usize, usize);

pub(super) struct Trials<'a> {
    pub quiz: &'a Quiz,
    answers: &'a CompleteAnswers,
    from: OutcomeIx,
    own: Vec<Option<Own>>,
    /// For each question, whether the conditions of gates or questions name it, and whether those of questions do.
    in_conditions: Vec<(bool, bool)>,
    sums: Row,
    spans: Row,
    bounds: Bounds,
    batch: Batch<'a>,
    /// What each sheet of the batch has changed.
    picks: Vec<Vec<Pick>>,
    /// Whether a sheet of the batch may show other questions.
    deciding: bool,
}

impl<'a> Trials<'a> {
    pub fn new(quiz: &'a Quiz, answers: &'a CompleteAnswers, verdict: &Verdict) -> Self {
        let own: Vec<Option<Own>> = quiz.indexes().map(|ix| Own::of(quiz, answers, ix)).collect();
        let (mut sums, mut spans) = (Row::default(), Row::default());
        for own in answers.answered().filter_map(|(ix, _)| own[ix.index()].as_ref()) {
            add(&mut sums, &own.sums, 1);
            add(&mut spans, &own.spans, 1);
        }
        let (bounds, batch) = (Bounds::new(quiz, verdict, &sums, &spans), Batch::new(quiz));
        let from = verdict.outcome;
        let mut in_conditions = vec![(false, false); own.len()];
        let mut name = |condition: &Condition, decides: bool| {
            condition.each(&mut |looks| {
                if let Condition::Is(question, _) = looks {
                    in_conditions[question.index()] = (true, in_conditions[question.index()].1 || decides);
                }
            });
        };
        quiz.gates.iter().for_each(|gate| name(&gate.when, false));
        quiz.questions.iter().for_each(|question| question.when.iter().for_each(|when| name(when, true)));
        let mut trials = Self {
            quiz,
            answers,
            from,
            own,
            in_conditions,
            sums,
            spans,
            bounds,
            batch,
            picks: Vec::new(),
            deciding: false,
        };
        trials.begin();
        trials
    }

    /// A question that is answered, with its other answers.
    pub fn candidate(&self, question: QuestionIx, answer: &Answer) -> Candidate {
        let (asked, weight) = (self.quiz.question(question), self.answers.weight(self.quiz, question) as i32);
        let given = Lists::of(asked).rank(&letters(answer));
        let mut own = Row::default();
        own.iter_mut()
            .zip(self.quiz.track_indexes())
            .for_each(|(own, track)| *own = asked.points(answer, track) as i32);
        let (mut reach, mut place) = (Reach::default(), 0);
        let mut others = Vec::with_capacity(legal::count(asked) as usize);
        legal::each(asked, &mut |seen, row| {
            if place != given {
                let mut moved = Row::default();
                add(&mut moved, row, weight);
                add(&mut moved, &own, -weight);
                self.bounds.extend(&mut reach, &moved);
                others.push(Other { place, seen, moved });
            }
            place += 1;
        });
        let (in_conditions, decides) = self.in_conditions[question.index()];
        Candidate { question, others, reach, in_conditions, decides }
    }

    /// Tries all ways to change the candidates of a set; those at the end may wait for [`Self::finish`].
    pub fn run(&mut self, candidates: &[Candidate], set: &[usize]) -> Option<Change> {
        let chosen = || set.iter().map(|place| &candidates[*place]);
        let still = self.bounds.hold(&mut chosen().map(|candidate| &candidate.reach));
        if still && !chosen().any(|candidate| candidate.in_conditions) {
            return None;
        }
        let sums = self.sums;
        self.fill(candidates, set, &mut Vec::new(), &sums)
    }

    fn fill(&mut self, all: &[Candidate], set: &[usize], picks: &mut Vec<Pick>, sums: &Row) -> Option<Change> {
        let Some((place, set)) = set.split_first() else { return self.add(all, picks, sums) };
        all[*place].others.iter().enumerate().find_map(|(nth, other)| {
            let mut sums = *sums;
            add(&mut sums, &other.moved, 1);
            picks.push((*place, nth));
            let found = self.fill(all, set, picks, &sums);
            picks.pop();
            found
        })
    }

    /// Adds a changed sheet to the batch, and tries the batch where it is full.
    fn add(&mut self, all: &[Candidate], picks: &[Pick], sums: &Row) -> Option<Change> {
        let sheet = self.batch.len;
        (self.batch.sums[sheet], self.batch.spans[sheet]) = (*sums, self.spans);
        for (place, nth) in picks {
            let candidate = &all[*place];
            if candidate.in_conditions {
                self.batch.see(candidate.question.index(), 1 << sheet, candidate.others[*nth].seen);
                self.deciding |= candidate.decides;
            }
        }
        self.picks[sheet].clear();
        self.picks[sheet].extend(picks);
        self.batch.len += 1;
        if self.batch.len == SHEETS { self.finish(all) } else { None }
    }

    /// Tries the sheets of the batch: the first that leads elsewhere.
    pub fn finish(&mut self, all: &[Candidate]) -> Option<Change> {
        let legal = if self.deciding { self.show(all) } else { !0 };
        self.batch.decide();
        let elsewhere = |sheet: &usize| legal >> sheet & 1 == 1 && self.batch.outcomes[*sheet] != self.from;
        let found = (0..self.batch.len).find(elsewhere).map(|sheet| {
            let answer = |(place, nth): &Pick| {
                let Candidate { question, others, .. } = &all[*place];
                Some((*question, legal::nth(self.quiz.question(*question), others[*nth].place)?))
            };
            let answers = self.picks[sheet].iter().filter_map(answer).collect();
            Change { answers, outcome: self.batch.outcomes[sheet] }
        });
        self.begin();
        found
    }

    /// An empty batch, in which all that is seen is the reader's own.
    fn begin(&mut self) {
        (self.batch.len, self.deciding) = (0, false);
        self.picks.resize(SHEETS, Vec::new());
        for question in self.quiz.indexes().filter(|ix| self.in_conditions[ix.index()].0) {
            let own = self.own[question.index()].as_ref().filter(|_| self.answers.visible()[question.index()]);
            self.batch.see(question.index(), !0, own.map_or(0, |own| own.seen));
        }
    }

    /// Shows and hides what the changed answers show and hide, and tells on which sheets nothing is missing then.
    fn show(&mut self, all: &[Candidate]) -> Sheets {
        let (mut legal, mut moves, mut gone) = (!0, Vec::new(), vec![0; self.own.len()]);
        for ix in self.quiz.indexes() {
            let Some(when) = &self.quiz.question(ix).when else { continue };
            let (before, now) = (self.answers.visible()[ix.index()], when.on(&self.batch));
            let changed = if before { !now } else { now };
            match &self.own[ix.index()] {
                Some(own) => Move::extend(&mut moves, changed, if before { -1 } else { 1 }, own),
                None if before || self.skips(ix) => {}
                None => legal &= !changed,
            }
            let seen = self.own[ix.index()].as_ref().filter(|_| !before).map_or(0, |own| own.seen);
            self.batch.see(ix.index(), changed, seen);
            gone[ix.index()] = if before { changed } else { 0 };
        }
        for sheet in 0..self.batch.len {
            let sums = &mut self.batch.sums[sheet];
            for moved in moves.iter().filter(|moved| moved.sheets >> sheet & 1 == 1) {
                add(sums, &moved.sums, 1);
                add(&mut self.batch.spans[sheet], &moved.spans, 1);
            }
            for (place, nth) in &self.picks[sheet] {
                if gone[all[*place].question.index()] >> sheet & 1 == 1 {
                    add(sums, &all[*place].others[*nth].moved, -1);
                }
            }
        }
        legal
    }

    /// Whether the reader has skipped the question, or would have.
    fn skips(&self, question: QuestionIx) -> bool {
        self.quiz.question(question).optional && self.answers.answers().given(question).is_none()
    }
}

/// What questions that come and go together move, and on which sheets.
struct Move {
    sheets: Sheets,
    sums: Row,
    spans: Row,
}

impl Move {
    /// Adds what a question moves that comes (1) or goes (-1) on these sheets.
    fn extend(moves: &mut Vec<Self>, sheets: Sheets, times: i32, own: &Own) {
        let place = moves.iter().position(|moved| moved.sheets == sheets).unwrap_or_else(|| {
            moves.push(Self { sheets, sums: Row::default(), spans: Row::default() });
            moves.len() - 1
        });
        add(&mut moves[place].sums, &own.sums, times);
        add(&mut moves[place].spans, &own.spans, times);
    }
}

impl Own {
    fn of(quiz: &Quiz, answers: &CompleteAnswers, ix: QuestionIx) -> Option<Self> {
        let answer = answers.answers().legal(quiz, ix)?;
        let (mut sums, mut spans, weight) = (Row::default(), Row::default(), answers.weight(quiz, ix));
        for track in quiz.track_indexes() {
            let range = quiz.range(ix, track);
            sums[track.index()] = (weight * (quiz.question(ix).points(answer, track) - range.lo)) as i32;
            spans[track.index()] = (weight * range.span()) as i32;
        }
        Some(Self { sums, spans, seen: answer.seen() })
    }
}
