//! The two parts of a compiled quiz, taken from the whole and put together again.

use crate::quiz::{Action, Advice, Article, Claim, Gate, Kind, Outcome, Question, QuizData, Track};
use crate::words::{ASKED, READER, Texts};

/// What the questions need, with all that decides scoring.
pub struct Asked {
    pub id: String,
    pub title: String,
    pub description: String,
    pub lang: String,
    pub margin: u8,
    pub max_marks: u8,
    pub tracks: Vec<Track>,
    /// Without what answers say of the reader.
    pub questions: Vec<Question>,
    pub gates: Vec<Gate>,
    /// Their ids.
    pub outcomes: Vec<String>,
    pub minutes: Option<u8>,
    pub notice: Option<String>,
    /// The words before a result.
    pub words: Option<Texts>,
}

/// What only a result says.
pub struct Rest {
    /// For each question what its answers say of the reader: of each choice, or of the two sides of a scale.
    pub reasons: Vec<Vec<Option<String>>>,
    pub outcomes: Vec<OutcomeWords>,
    pub advice: Vec<Advice>,
    pub claims: Vec<Claim>,
    pub gaps: Vec<(u64, u64)>,
    pub article: Option<Article>,
    /// The words of a result.
    pub texts: Vec<Vec<String>>,
}

/// The words of an outcome.
pub struct OutcomeWords {
    pub title: String,
    pub summary: String,
    pub action: Option<Action>,
}

/// What the answers to a question say of the reader.
fn reasons(question: &mut Question) -> Vec<&mut Option<String>> {
    match &mut question.kind {
        Kind::Single(choices) | Kind::Multi { choices, .. } | Kind::Rank { choices, .. } => {
            choices.iter_mut().map(|choice| &mut choice.reason).collect()
        }
        Kind::Scale { low_reason, high_reason, .. } => vec![low_reason, high_reason],
    }
}

impl Asked {
    pub fn of(data: &QuizData) -> Self {
        let mut questions = data.questions.clone();
        questions.iter_mut().flat_map(reasons).for_each(|reason| *reason = None);
        let words = data.words.clone().map(|mut words| {
            words.texts.truncate(ASKED);
            words
        });
        Self {
            id: data.id.clone(),
            title: data.title.clone(),
            description: data.description.clone(),
            lang: data.lang.clone(),
            margin: data.margin,
            max_marks: data.max_marks,
            tracks: data.tracks.clone(),
            questions,
            gates: data.gates.clone(),
            outcomes: data.outcomes.iter().map(|outcome| outcome.id.clone()).collect(),
            minutes: data.minutes,
            notice: data.notice.clone(),
            words,
        }
    }
}

impl From<Asked> for QuizData {
    fn from(asked: Asked) -> Self {
        let outcome = |id| Outcome { id, title: String::new(), summary: String::new(), action: None };
        Self {
            id: asked.id,
            title: asked.title,
            description: asked.description,
            lang: asked.lang,
            minutes: asked.minutes,
            notice: asked.notice,
            article: None,
            margin: asked.margin,
            max_marks: asked.max_marks,
            tracks: asked.tracks,
            questions: asked.questions,
            gates: asked.gates,
            outcomes: asked.outcomes.into_iter().map(outcome).collect(),
            advice: Vec::new(),
            claims: Vec::new(),
            gaps: Vec::new(),
            words: asked.words,
        }
    }
}

impl Rest {
    pub fn of(data: &QuizData) -> Self {
        let given =
            |question: &Question| reasons(&mut question.clone()).into_iter().map(|reason| reason.take()).collect();
        let words = |outcome: &Outcome| OutcomeWords {
            title: outcome.title.clone(),
            summary: outcome.summary.clone(),
            action: outcome.action.clone(),
        };
        let texts = data.words.iter().flat_map(|words| words.texts.iter().take(READER).skip(ASKED).cloned());
        Self {
            reasons: data.questions.iter().map(given).collect(),
            outcomes: data.outcomes.iter().map(words).collect(),
            advice: data.advice.clone(),
            claims: data.claims.clone(),
            gaps: data.gaps.clone(),
            article: data.article.clone(),
            texts: texts.collect(),
        }
    }

    /// Puts all of it where it belongs.
    pub fn put_into(self, data: &mut QuizData) -> Result<(), &'static str> {
        const ANOTHER: &str = "two parts of different quizzes";
        let mut given = self.reasons.into_iter().flatten();
        let mut places = data.questions.iter_mut().flat_map(reasons);
        places.by_ref().try_for_each(|place| given.next().map(|reason| *place = reason)).ok_or(ANOTHER)?;
        if given.next().is_some() || self.outcomes.len() != data.outcomes.len() {
            return Err(ANOTHER);
        }
        for (outcome, OutcomeWords { title, summary, action }) in data.outcomes.iter_mut().zip(self.outcomes) {
            (outcome.title, outcome.summary, outcome.action) = (title, summary, action);
        }
        (data.advice, data.claims, data.gaps, data.article) = (self.advice, self.claims, self.gaps, self.article);
        if let Some(words) = &mut data.words {
            words.texts.extend(self.texts);
            if words.texts.len() != READER {
                return Err(ANOTHER);
            }
        }
        Ok(())
    }
}
