//! What was read of a peer's file: a quiz in the making, with what is lost and what a person has to decide.

use which_track_quiz::limits;

use super::room::{choosable, rankable};

/// A quiz in the making.
#[derive(Default)]
pub struct Draft {
    pub title: String,
    pub description: String,
    pub lang: String,
    pub tracks: Vec<DraftTrack>,
    pub questions: Vec<DraftQuestion>,
    pub gates: Vec<DraftGate>,
    /// What could not be carried over.
    pub lost: Vec<String>,
    /// What a person has to look at.
    pub decide: Vec<String>,
}

/// A track with its outcome.
#[derive(Clone)]
pub struct DraftTrack {
    pub id: String,
    pub label: String,
    pub title: String,
    pub summary: String,
}

/// A condition as TOML, and an outcome of its own.
pub struct DraftGate {
    pub when: String,
    pub id: String,
    pub title: String,
    pub summary: String,
}

pub struct DraftQuestion {
    pub id: String,
    pub prompt: String,
    pub help: Option<String>,
    pub optional: bool,
    /// A condition as TOML.
    pub when: Option<String>,
    pub kind: DraftKind,
}

pub enum DraftKind {
    Single(Vec<DraftOption>),
    Multi { options: Vec<DraftOption>, min: usize, max: usize },
    Rank { options: Vec<DraftOption>, top: usize },
    Scale { low: String, high: String, points: Points },
}

#[derive(Clone, Default)]
pub struct DraftOption {
    pub id: String,
    pub label: String,
    pub points: Points,
}

/// What a track gets, by its id. Whole numbers once the draft fits.
pub type Points = Vec<(String, f64)>;

impl DraftQuestion {
    /// What there is to choose; nothing for a scale.
    pub fn options(&mut self) -> Option<&mut Vec<DraftOption>> {
        match &mut self.kind {
            DraftKind::Single(options) | DraftKind::Multi { options, .. } | DraftKind::Rank { options, .. } => {
                Some(options)
            }
            DraftKind::Scale { .. } => None,
        }
    }

    fn points(&mut self) -> Vec<&mut Points> {
        match &mut self.kind {
            DraftKind::Scale { points, .. } => vec![points],
            DraftKind::Single(options) | DraftKind::Multi { options, .. } | DraftKind::Rank { options, .. } => {
                options.iter_mut().map(|option| &mut option.points).collect()
            }
        }
    }

    /// Makes it fit into the limits.
    fn fit(&mut self, lost: &mut Vec<String>, decide: &mut Vec<String>) {
        let id = self.id.clone();
        short(&mut self.prompt, limits::LONG, &format!("question `{id}`"), lost);
        let most = *limits::OPTIONS.end();
        if let Some(options) = self.options() {
            if options.len() > most {
                lost.push(format!(
                    "question `{id}`: its options from number {} on, of which there may be {most}",
                    most + 1
                ));
                options.truncate(most);
            }
            for option in options {
                short(&mut option.label, limits::SHORT, &format!("option `{}` of `{id}`", option.id), lost);
            }
        }
        let (wanted, room) = match &mut self.kind {
            DraftKind::Multi { options, min, max } => {
                let wanted = (*max).min(options.len());
                (*min, *max) = ((*min).min(wanted), choosable(options.len(), *min, wanted));
                (wanted, *max)
            }
            DraftKind::Rank { options, top } => {
                let wanted = (*top).min(options.len());
                *top = wanted.min(rankable(options.len()));
                (wanted, *top)
            }
            _ => return,
        };
        if room < wanted {
            decide.push(format!("question `{id}`: at most {room} of its options can be chosen, because of {wanted} there would be too many answers"));
        }
    }
}

impl Draft {
    /// Makes it fit into the limits of the format, and says what that takes.
    pub fn fit(&mut self) {
        let most = *limits::QUESTIONS.end();
        if self.questions.len() > most {
            self.lost.push(format!("questions {} to {}: a quiz has at most {most}", most + 1, self.questions.len()));
            self.questions.truncate(most);
        }
        self.scale();
        for question in &mut self.questions {
            question.fit(&mut self.lost, &mut self.decide);
        }
        short(&mut self.title, limits::SHORT, "the title", &mut self.lost);
        short(&mut self.description, limits::LONG, "the description", &mut self.lost);
        for track in &mut self.tracks {
            short(&mut track.label, limits::SHORT, &format!("the label of `{}`", track.id), &mut self.lost);
            short(&mut track.title, limits::SHORT, &format!("the title of `{}`", track.id), &mut self.lost);
            short(&mut track.summary, limits::LONG, &format!("the summary of `{}`", track.id), &mut self.lost);
        }
    }

    /// Makes points whole numbers within their limits: all are multiplied by the same.
    fn scale(&mut self) {
        let most = f64::from(*limits::POINTS.end());
        let all: Vec<f64> =
            self.questions.iter_mut().flat_map(DraftQuestion::points).flatten().map(|(_, points)| *points).collect();
        let whole = |factor: &f64| all.iter().all(|points| (points * factor - (points * factor).round()).abs() < 1e-6);
        let largest = all.iter().fold(0.0, |largest: f64, points| largest.max(points.abs()));
        let fits = |factor: &f64| largest * factor <= most;
        let factor = [1.0, 2.0, 4.0, 5.0, 10.0, 100.0, 1000.0].into_iter().find(|factor| whole(factor) && fits(factor));
        let factor = factor.unwrap_or_else(|| {
            if largest > most { most / largest } else { (most / largest.max(1.0)).min(100.0).floor() }
        });
        if !whole(&factor) {
            self.decide.push("points are rounded: the file's are no whole numbers that fit into the format".to_owned());
        }
        for points in self.questions.iter_mut().flat_map(DraftQuestion::points) {
            points.iter_mut().for_each(|(_, points)| *points = (*points * factor).round());
            points.retain(|(_, points)| *points != 0.0);
        }
    }
}

/// Cuts a text that is too long.
fn short(text: &mut String, most: usize, what: &str, lost: &mut Vec<String>) {
    if text.chars().count() > most {
        *text = text.chars().take(most - 1).chain(['…']).collect();
        lost.push(format!("{what}: its words from character {most} on"));
    }
}
