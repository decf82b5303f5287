//! The engine of Which Track, from a quiz file to an explained verdict.
//!
//! The way through, one step a module:
//!
//! ```text
//! quiz.toml --file--> QuizFile --check--> Quiz --session(Msg...)--> Answers --complete--> CompleteAnswers
//!   --Finished::of--> Finished { answers, verdict } --> reasons, change, closeness, advice, card, share code
//! ```
//!
//! What holds everywhere behind [`Quiz`]: every index is in range, every number is within its limits, each track has
//! an outcome, and a question's condition looks back only. All arithmetic is in integers and exact fractions, so
//! every machine gives the same result. The crate knows no screen, disk, clock or chance.

mod advice;
#[cfg(feature = "author")]
mod answer_class;
mod answer_text;
mod answers;
#[cfg(feature = "author")]
pub mod balance;
mod batch;
pub mod card;
pub mod change;
#[cfg(feature = "author")]
pub mod check;
pub mod closeness;
pub mod compiled;
mod condition;
#[cfg(feature = "author")]
mod conditions;
#[cfg(feature = "author")]
pub mod diff;
mod edition;
pub mod explain;
#[cfg(feature = "author")]
pub mod file;
mod finished;
mod fit;
pub mod language;
#[cfg(feature = "author")]
pub mod languages;
mod legal;
pub mod limits;
mod quiz;
pub mod raw_answer;
mod saved;
mod score;
#[cfg(feature = "author")]
pub mod screens;
mod session;
pub mod share;
mod validate;
mod verdict;
pub mod words;

pub use answer_text::AnswerText;
pub use answers::{Answer, Answers, ChoiceSet, CompleteAnswers, Incomplete};
pub use edition::Edition;
pub use finished::Finished;
pub use fit::Fit;
pub use limits::is_id;
pub use quiz::{
    Action, Advice, AdviceKind, Article, Choice, ChoiceIx, Claim, Condition, Gate, Kind, Matches, Outcome, OutcomeIx,
    Question, QuestionIx, QuizData, Source, Step, Track, TrackIx,
};
pub use score::Score;
pub use session::{Asking, Msg, Nudge, Session, update};
pub use validate::{Invalid, Quiz};
pub use verdict::{DecidedBy, Verdict};
