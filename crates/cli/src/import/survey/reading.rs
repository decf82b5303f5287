//! A survey that is being read.

use super::super::draft::Draft;
use super::super::ids::Ids;
use super::field::Field;

/// A survey on its way to a quiz.
#[derive(Default)]
pub struct Survey {
    pub draft: Draft,
    /// The fields of the questions, in their order: what expressions name.
    pub fields: Vec<Field>,
    pub ids: Ids,
}
