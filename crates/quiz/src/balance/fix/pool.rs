//! Drawn sheets on which changes of points and weights are tried: who answers what stays the same, and so does which
//! questions are shown, so that a change moves the sums of one question only.

use super::edit::Edit;
use crate::answer_class::looked_for;
use crate::balance::splitmix::SplitMix;
use crate::balance::trials::hundredths;
use crate::batch::{Batch, SHEETS};
use crate::legal::{self, Row};
use crate::quiz::{Question, QuestionIx, TrackIx};
use crate::{Answer, Answers, Quiz};

/// A drawn sheet.
struct Drawn {
    answers: Vec<Answer>,
    visible: Vec<bool>,
    /// The tracks' points above the least, and how far they reach.
    sums: Row,
    spans: Row,
}

/// Some sheets, and the questions with all changes made so far.
pub(super) struct Pool<'a> {
    quiz: &'a Quiz,
    pub questions: Vec<Question>,
    sheets: Vec<Drawn>,
    /// The questions that conditions look at.
    named: Vec<usize>,
    batch: Batch<'a>,
}

/// What comes out on the first so many sheets.
pub(super) struct Counts {
    /// How many lead to each outcome.
    pub outcomes: Vec<u64>,
    /// For each track, by how many hundredths of a percent it is behind the best one, over all sheets.
    pub behind: Vec<u64>,
    pub sheets: u64,
}

impl<'a> Pool<'a> {
    /// Draws so many sheets.
    pub fn new(quiz: &'a Quiz, count: usize) -> Self {
        let mut numbers = SplitMix::start();
        let mut sheets = Vec::with_capacity(count);
        while sheets.len() < count {
            let nth = |ix: QuestionIx| {
                let question = quiz.question(ix);
                legal::nth(question, numbers.below(legal::count(question)))
            };
            let Some(answers) = quiz.indexes().map(nth).collect::<Option<Vec<Answer>>>() else { break };
            let mut all = Answers::none(quiz);
            quiz.indexes().zip(&answers).for_each(|(ix, answer)| all.replace(ix, answer.clone()));
            let visible = all.visible(quiz);
            sheets.push(Drawn { answers, visible, sums: Row::default(), spans: Row::default() });
        }
        let named = quiz.indexes().filter(|ix| !looked_for(quiz, *ix).is_empty()).map(QuestionIx::index).collect();
        let mut pool = Self { quiz, questions: quiz.questions.clone(), sheets, named, batch: Batch::new(quiz) };
        quiz.indexes().for_each(|ix| pool.add(ix, 1));
        pool
    }

    /// Makes a change for good.
    pub fn apply(&mut self, edit: &Edit) {
        self.add(edit.question, -1);
        edit.apply(&mut self.questions[edit.question.index()]);
        self.add(edit.question, 1);
    }

    /// Adds what a question gives to all sheets, or takes it away.
    fn add(&mut self, ix: QuestionIx, times: i32) {
        let giving = Giving::of(self.questions[ix.index()].clone(), self.quiz.tracks.len());
        for sheet in self.sheets.iter_mut().filter(|sheet| sheet.visible[ix.index()]) {
            legal::add(&mut sheet.sums, &giving.row(&sheet.answers[ix.index()]), times);
            legal::add(&mut sheet.spans, &giving.span, times);
        }
    }

    /// What comes out on the first so many sheets, with one more change where one is given.
    pub fn counts(&mut self, edit: Option<&Edit>, most: usize) -> Counts {
        let tracks = self.quiz.tracks.len();
        let change = edit.map(|edit| Change::of(edit, &self.questions[edit.question.index()], tracks));
        let sheets = &self.sheets[..most.min(self.sheets.len())];
        let mut counts = Counts { outcomes: vec![0; self.quiz.outcomes.len()], behind: vec![0; tracks], sheets: 0 };
        for some in sheets.chunks(SHEETS) {
            self.batch.len = some.len();
            for (place, sheet) in some.iter().enumerate() {
                let (sums, spans) = change.as_ref().map_or((sheet.sums, sheet.spans), |change| change.of_sheet(sheet));
                (self.batch.sums[place], self.batch.spans[place]) = (sums, spans);
                for question in &self.named {
                    let seen = if sheet.visible[*question] { sheet.answers[*question].seen() } else { 0 };
                    self.batch.see(*question, 1 << place, seen);
                }
                counts.measure(&sums, &spans);
            }
            self.batch.decide();
            self.batch.outcomes[..some.len()].iter().for_each(|outcome| counts.outcomes[outcome.index()] += 1);
        }
        counts
    }
}

impl Counts {
    fn measure(&mut self, sums: &Row, spans: &Row) {
        let fit = |track: usize| hundredths(sums[track], spans[track]);
        let best = (0..self.behind.len()).map(fit).max().unwrap_or(0);
        self.behind.iter_mut().enumerate().for_each(|(track, behind)| *behind += best - fit(track));
        self.sheets += 1;
    }
}

/// One question before and after a change.
struct Change {
    question: usize,
    before: Giving,
    after: Giving,
}

impl Change {
    fn of(edit: &Edit, question: &Question, tracks: usize) -> Self {
        let mut after = question.clone();
        edit.apply(&mut after);
        Self {
            question: edit.question.index(),
            before: Giving::of(question.clone(), tracks),
            after: Giving::of(after, tracks),
        }
    }

    /// The sums and the spans of a sheet with the change.
    fn of_sheet(&self, sheet: &Drawn) -> (Row, Row) {
        let (mut sums, mut spans) = (sheet.sums, sheet.spans);
        if sheet.visible[self.question] {
            let answer = &sheet.answers[self.question];
            for (giving, times) in [(&self.before, -1), (&self.after, 1)] {
                legal::add(&mut sums, &giving.row(answer), times);
                legal::add(&mut spans, &giving.span, times);
            }
        }
        (sums, spans)
    }
}

/// What a question gives with its weight.
struct Giving {
    question: Question,
    tracks: usize,
    least: Row,
    span: Row,
}

impl Giving {
    fn of(question: Question, tracks: usize) -> Self {
        let (mut least, mut span, weight) = (Row::default(), Row::default(), i64::from(question.weight));
        for (track, range) in question.ranges(tracks).into_iter().enumerate() {
            (least[track], span[track]) = ((weight * range.lo) as i32, (weight * range.span()) as i32);
        }
        Self { question, tracks, least, span }
    }

    /// What an answer gives each track above the least.
    fn row(&self, answer: &Answer) -> Row {
        let mut row = Row::default();
        for track in TrackIx::all(self.tracks) {
            let points = i64::from(self.question.weight) * self.question.points(answer, track);
            row[track.index()] = points as i32 - self.least[track.index()];
        }
        row
    }
}
