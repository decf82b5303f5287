//! The one evaluator of conditions; docs/scoring.md, section 4. It tells of up to 64 sheets at once on which of them a
//! condition holds, one bit for each, so that looking for a change takes no longer than it must.

use crate::quiz::{Condition, Matches, QuestionIx};
use crate::{Answer, Answers, Fit, Quiz, TrackIx};

/// Which sheets, a bit for each.
pub(crate) type Sheets = u64;

/// What conditions look at.
pub(crate) trait Facts {
    /// Where the question is shown, answered, and its answer is, contains, or has in first place one of these.
    fn is(&self, question: QuestionIx, matches: &Matches) -> Sheets;
    /// Where the track has the strictly highest fit.
    fn leads(&self, track: TrackIx) -> Sheets;
    /// Where the track's fit is at least this percentage.
    fn reaches(&self, track: TrackIx, percent: u8) -> Sheets;
}

impl Condition {
    /// The sheets on which the condition holds.
    pub(crate) fn on(&self, facts: &dyn Facts) -> Sheets {
        match self {
            Self::Is(question, matches) => facts.is(*question, matches),
            Self::Leads(track) => facts.leads(*track),
            Self::Below(track, percent) => !facts.reaches(*track, *percent),
            Self::AtLeast(track, percent) => facts.reaches(*track, *percent),
            Self::All(inner) => inner.iter().fold(!0, |all, inner| if all == 0 { 0 } else { all & inner.on(facts) }),
            Self::Any(inner) => {
                !inner.iter().fold(!0, |none, inner| if none == 0 { 0 } else { none & !inner.on(facts) })
            }
            Self::Not(inner) => !inner.on(facts),
        }
    }

    /// Whether the condition holds for answers of which those to the questions in `visible` count. A question beyond
    /// the end of `visible` is not shown; a track beyond the end of `fits` neither leads nor reaches anything.
    pub(crate) fn holds(&self, quiz: &Quiz, answers: &Answers, visible: &[bool], fits: &[Fit]) -> bool {
        let seen = |question: QuestionIx| {
            let visible = visible.get(question.index()).is_some_and(|visible| *visible);
            answers.legal(quiz, question).filter(|_| visible).map_or(0, Answer::seen)
        };
        self.on(&Sheet { seen: &seen, fits }) != 0
    }

    /// Calls `see` with everything in the condition that looks at something.
    pub(crate) fn each(&self, see: &mut dyn FnMut(&Self)) {
        match self {
            Self::All(inner) | Self::Any(inner) => inner.iter().for_each(|inner| inner.each(see)),
            Self::Not(inner) => inner.each(see),
            looks => see(looks),
        }
    }

    /// How many parts the condition has without those within it: itself, and what it looks for.
    pub(crate) fn own_parts(&self) -> usize {
        match self {
            Self::Is(_, Matches::Choices(choices)) => 1 + choices.len(),
            Self::Is(_, Matches::Steps(steps)) => 1 + steps.len(),
            _ => 1,
        }
    }
}

/// One sheet: what is seen of each answer that counts, and its fits.
pub(crate) struct Sheet<'a> {
    pub seen: &'a dyn Fn(QuestionIx) -> u32,
    pub fits: &'a [Fit],
}

/// Where there is one sheet only, it is all of them.
pub(crate) fn one(holds: bool) -> Sheets {
    if holds { !0 } else { 0 }
}

impl Facts for Sheet<'_> {
    fn is(&self, question: QuestionIx, matches: &Matches) -> Sheets {
        one((self.seen)(question) & matches.seen() != 0)
    }

    fn leads(&self, track: TrackIx) -> Sheets {
        let leads =
            |leader: &Fit| self.fits.iter().enumerate().all(|(other, fit)| other == track.index() || fit < leader);
        one(self.fits.get(track.index()).is_some_and(leads))
    }

    fn reaches(&self, track: TrackIx, percent: u8) -> Sheets {
        one(self.fits.get(track.index()).is_some_and(|fit| fit.compare_percent(percent).is_ge()))
    }
}

impl Answer {
    /// What conditions see of the answer: a bit for each choice or step; of a ranking, the first place only.
    pub(crate) fn seen(&self) -> u32 {
        match self {
            Self::One(choice) => 1 << choice.0,
            Self::Set(set) => set.bits(),
            Self::Step(step) => bit(step.value()),
            Self::Order(order) => order.first().map_or(0, |first| 1 << first.0),
        }
    }
}

impl Matches {
    /// The choices or steps that are looked for, as bits.
    pub(crate) fn seen(&self) -> u32 {
        match self {
            Self::Choices(choices) => choices.iter().fold(0, |bits, choice| bits | 1 << choice.0),
            Self::Steps(steps) => steps.iter().fold(0, |bits, step| bits | bit(*step)),
        }
    }
}

/// The bit of a step, the lowest step first.
fn bit(step: i8) -> u32 {
    1 << (step - crate::Step::ALL[0].value())
}
