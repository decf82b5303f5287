//! What the page around the quizzes shows: problems, every screen, and the lines to copy.

use std::path::Path;

use anstream::adapter::strip_str;
use serde_json::{Value, json};
use which_track_quiz::language::direction;
use which_track_quiz::screens::Screens;
use which_track_quiz::{Outcome, Question, Quiz};

use crate::drawn::DrawnProblem;
use crate::load;

/// What is known of a quiz file.
pub struct Seen {
    file: String,
    /// What is wrong with it, in words.
    pub problems: Vec<String>,
    /// Its quiz, as it last was without problems.
    quiz: Option<SeenQuiz>,
}

struct SeenQuiz {
    id: String,
    edition: String,
    languages: Vec<Value>,
}

impl Seen {
    /// Nothing is known yet.
    pub fn of(path: &Path) -> Self {
        Self { file: path.display().to_string(), problems: Vec::new(), quiz: None }
    }

    /// The id of its quiz.
    pub fn id(&self) -> Option<&str> {
        self.quiz.as_ref().map(|quiz| quiz.id.as_str())
    }

    /// The edition of its quiz.
    pub fn edition(&self) -> Option<&str> {
        self.quiz.as_ref().map(|quiz| quiz.edition.as_str())
    }

    /// How many languages its quiz has.
    pub fn languages(&self) -> usize {
        self.quiz.as_ref().map_or(0, |quiz| quiz.languages.len())
    }

    /// Looks at its quiz, in all its languages.
    pub fn look_at(&mut self, quizzes: &[Quiz]) {
        let Some(own) = quizzes.first() else { return };
        // Answers are saved under ids, which are the same in all languages.
        let screens = Screens::of(own);
        let languages = quizzes.iter().map(|quiz| language(quiz, &load::folder(quizzes, quiz), &screens)).collect();
        self.quiz = Some(SeenQuiz { id: own.id.clone(), edition: own.edition().to_string(), languages });
    }
}

/// A problem in words, without color.
pub fn plain(problem: &DrawnProblem) -> String {
    strip_str(&problem.to_string()).to_string()
}

/// All of it as JSON. `base` is the address that the site is to have, if it is known, and `here` the one of this server.
pub fn json(version: u64, base: Option<&str>, here: &str, seen: &[&Seen]) -> String {
    let quizzes = seen.iter().map(|seen| {
        let quiz = seen.quiz.as_ref();
        json!({
            "file": seen.file,
            "problems": seen.problems,
            "id": quiz.map(|quiz| &quiz.id),
            "languages": quiz.map(|quiz| &quiz.languages),
            "embed": quiz.map(|quiz| embed(base.unwrap_or(here), &quiz.id)),
        })
    });
    json!({ "version": version, "published": base.is_some(), "quizzes": quizzes.collect::<Value>() }).to_string()
}

/// The lines to put into a page.
fn embed(base: &str, id: &str) -> String {
    format!(
        "<script type=\"module\" src=\"{base}/which-track.js\"></script>\n<which-track quiz=\"{id}\"></which-track>"
    )
}

fn language(quiz: &Quiz, folder: &str, screens: &Screens) -> Value {
    let page = format!("q/{}/{folder}", quiz.id);
    let question =
        |(question, saved): (&Question, &Option<String>)| json!({ "label": question.prompt, "saved": saved });
    let outcome = |(outcome, saved): (&Outcome, &Option<String>)| json!({ "label": outcome.title, "saved": saved, "link": format!("r/{}/{}/{folder}", quiz.id, outcome.id) });
    json!({
        "lang": quiz.lang,
        "dir": direction(&quiz.lang),
        "title": quiz.title,
        "page": page,
        "questions": quiz.questions.iter().zip(&screens.questions).map(question).collect::<Value>(),
        "review": screens.review,
        "outcomes": quiz.outcomes.iter().zip(&screens.outcomes).map(outcome).collect::<Value>(),
    })
}
