//! Editions that were kept in the first format, which had everything in one list. The builder writes them anew for sites.

use super::tree::{Compiled, Fields, NAME, Read, Tree, list, structures};
use crate::quiz::{Advice, Article, Claim, Gate, Outcome, Question, QuizData, Track};

const FORMAT: i64 = 1;

/// A quiz without the words of the interface, which editions have none of.
struct Kept {
    id: String,
    title: String,
    description: String,
    lang: String,
    margin: u8,
    max_marks: u8,
    tracks: Vec<Track>,
    questions: Vec<Question>,
    gates: Vec<Gate>,
    outcomes: Vec<Outcome>,
    advice: Vec<Advice>,
    claims: Vec<Claim>,
    gaps: Vec<(u64, u64)>,
    minutes: Option<u8>,
    notice: Option<String>,
    article: Option<Article>,
}

structures! {
    Kept: id title description lang margin max_marks tracks questions gates outcomes advice claims gaps minutes notice article;
    Outcome: id title summary action;
}

/// What a file of the first format holds, or nothing where it is of another one.
pub fn read(tree: &Tree) -> Option<Read<QuizData>> {
    let Tree::List(fields) = tree else { return None };
    let [Tree::Text(name), Tree::Number(FORMAT), quiz] = &fields[..] else { return None };
    (name == NAME).then(|| Kept::read(quiz.clone()).map(QuizData::from))
}

impl From<Kept> for QuizData {
    fn from(kept: Kept) -> Self {
        Self {
            id: kept.id,
            title: kept.title,
            description: kept.description,
            lang: kept.lang,
            minutes: kept.minutes,
            notice: kept.notice,
            article: kept.article,
            margin: kept.margin,
            max_marks: kept.max_marks,
            tracks: kept.tracks,
            questions: kept.questions,
            gates: kept.gates,
            outcomes: kept.outcomes,
            advice: kept.advice,
            claims: kept.claims,
            gaps: kept.gaps,
            words: None,
        }
    }
}
