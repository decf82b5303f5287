//! How much each question decides: how often another answer to it alone leads to another outcome; and how well each
//! track fits on average.

use num_bigint::BigUint;

use super::Share;
use super::sheets::Sheets;
use super::trials::{Trials, hundredths};

/// How many sheets are worked out, those with an answer exchanged among them: 4,000 times a hundred questions.
pub(super) const WORKED_OUT: u32 = 400_000;

/// How much the questions decide, on drawn sheets.
#[derive(Clone, Debug)]
pub struct Influence {
    /// How many sheets were drawn.
    pub drawn: u32,
    /// For each question, the share of sheets on which another answer to it alone, drawn too, leads to another outcome.
    /// A sheet that does not show the question is none of them.
    pub questions: Vec<Share>,
    /// For each track, its fit on average.
    pub fits: Vec<Share>,
}

/// Draws sheets and exchanges on each the answer to every question in turn.
pub(super) fn influence(sheets: &Sheets<'_>) -> Influence {
    let (count, tracks) = (sheets.asked.len(), sheets.quiz.tracks.len());
    let drawn = WORKED_OUT / (count as u32 + 1);
    let (mut changed, mut fits) = (vec![0u32; count], vec![0u64; tracks]);
    let mut trials = Trials::new(sheets);
    for _ in 0..drawn {
        let answers: Vec<u64> = (0..count).map(|question| trials.draw(question)).collect();
        let mut effects: Vec<usize> = (0..count).map(|question| trials.effect(question, answers[question])).collect();
        let (sums, spans) = trials.push(&effects);
        let asked: Vec<usize> =
            (0..count).filter(|at| trials.visible[*at] && sheets.asked[*at].rows.len() > 1).collect();
        fits.iter_mut().zip(sums.iter().zip(&spans)).for_each(|(fit, (sum, span))| *fit += hundredths(*sum, *span));
        for question in &asked {
            let other = trials.draw_other(*question, answers[*question]);
            let before = std::mem::replace(&mut effects[*question], trials.effect(*question, other));
            trials.push(&effects);
            effects[*question] = before;
        }
        let outcomes = trials.take();
        let differs = asked.iter().zip(&outcomes[1..]).filter(|(_, outcome)| **outcome != outcomes[0]);
        differs.for_each(|(question, _)| changed[*question] += 1);
    }
    let share = |num: u64, den: u64| Share { num: BigUint::from(num), den: BigUint::from(den) };
    Influence {
        drawn,
        questions: changed.into_iter().map(|changed| share(changed.into(), drawn.into())).collect(),
        fits: fits.into_iter().map(|fit| share(fit, u64::from(drawn) * 10_000)).collect(),
    }
}
