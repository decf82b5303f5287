//! What else there is to know about how fair a quiz is, beside how likely its outcomes are.
//!
//! What needs sheets draws them, a fixed number for all figures together, whether or not the balance is exact: at most
//! half as many as a balance that is drawn takes.

use super::Share;
use super::alike::{self, Pair};
use super::habits::{self, Answered, Habit};
use super::influence::{self, Influence};
use super::options::{self, IdleOption};
use super::sheets::Sheets;
use crate::Quiz;

/// How fair a quiz is.
#[derive(Clone, Debug)]
pub struct Details {
    /// What answers without reading lead to.
    pub habits: Vec<Answered>,
    /// The shares of outcomes among readers who give at every second question the first option, or the last, each with
    /// the habit. They are drawn.
    pub leaning: Vec<(Habit, Vec<Share>)>,
    /// How much each question decides.
    pub influence: Influence,
    /// Options that nobody gains by.
    pub options: Vec<IdleOption>,
    /// How far tracks go together.
    pub pairs: Vec<Pair>,
}

impl Details {
    /// Works all of it out.
    #[must_use]
    pub fn of(quiz: &Quiz) -> Self {
        let sheets = Sheets::new(quiz);
        let leaning = [Habit::Option(0), Habit::Last];
        Self {
            habits: habits::answered(quiz),
            leaning: leaning.into_iter().filter_map(|to| Some((to, habits::leaning(&sheets, to)?))).collect(),
            influence: influence::influence(&sheets),
            options: options::idle(quiz),
            pairs: alike::pairs(&sheets),
        }
    }
}

/// How many sheets are drawn of readers who lean to one side.
pub const LEANING: u32 = habits::LEANING;
