//! What expressions can name: a question with its values.

use super::super::draft::{Draft, DraftKind};

/// A question under its name in the survey.
pub struct Field {
    pub name: String,
    /// The place of its question among those of the draft.
    pub question: usize,
    /// For each option, in the order of the quiz, the value that the survey has for it. Those of a scale are its steps.
    pub values: Vec<String>,
    /// What the survey says each counts, where it says so.
    pub scores: Vec<Option<f64>>,
    /// The right answers of a test.
    pub correct: Vec<String>,
}

impl Field {
    /// The number that a value of this field is.
    pub fn number(&self, place: usize) -> Option<f64> {
        self.values.get(place)?.parse().ok()
    }

    /// A condition on these of its values, as TOML.
    pub fn is(&self, draft: &Draft, places: &[usize]) -> String {
        let question = &draft.questions[self.question];
        let names: Vec<String> = places
            .iter()
            .map(|place| match &question.kind {
                DraftKind::Scale { .. } => (*place as i64 - 2).to_string(),
                DraftKind::Single(options) | DraftKind::Multi { options, .. } | DraftKind::Rank { options, .. } => {
                    format!("\"{}\"", options[*place].id)
                }
            })
            .collect();
        format!("{{ question = \"{}\", is = [{}] }}", question.id, names.join(", "))
    }

    /// Gives a track so many points for a value of this field.
    pub fn give(&self, draft: &mut Draft, place: usize, track: &str, points: f64) {
        if let Some(option) = draft.questions[self.question].options().and_then(|options| options.get_mut(place)) {
            match option.points.iter_mut().find(|(of, _)| of == track) {
                Some((_, sum)) => *sum += points,
                None => option.points.push((track.to_owned(), points)),
            }
        }
    }
}
