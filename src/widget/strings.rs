//! Every word that the widget itself says, one table per language.

mod en;
mod fr;

pub use which_track_quiz::direction;
use which_track_quiz::share::{Level, NotShared};

/// The words of one language. Whatever depends on a number or a name is a function.
pub struct Strings {
    /// `minutes`, on the first screen.
    pub minutes: fn(u8) -> String,
    /// What a reader without script should know.
    pub without_script: &'static str,
    /// Above an outcome that somebody shared: the quiz.
    pub shared: fn(&str) -> String,
    /// Leads from there to the quiz.
    pub take_yourself: &'static str,
    /// Heading of an invitation.
    pub invited: &'static str,
    /// How comparing goes.
    pub invited_help: &'static str,
    /// An invitation in the fewest words, for its picture.
    pub invitation: &'static str,
    /// That nothing leaves the browser.
    pub nothing_sent: &'static str,
    /// Place among the shown questions, counted from 1, and how many there are.
    pub question_of: fn(usize, usize) -> String,
    /// Beside a question that can be skipped.
    pub optional: &'static str,
    /// How many to choose: least and most.
    pub choose: fn(u8, u8, usize) -> String,
    /// How many to put in order.
    pub rank: fn(u8) -> String,
    /// Goes on.
    pub next: &'static str,
    /// Goes back.
    pub back: &'static str,
    /// Goes on without an answer.
    pub skip: &'static str,
    /// Goes back to the review with the changed answer.
    pub keep: &'static str,
    /// The switch that doubles a question's weight.
    pub matters: &'static str,
    /// Below that switch: how many may be used, and how many are.
    pub marks_left: fn(usize, u8) -> String,
    /// The places of a scale between its two ends, least first.
    pub steps: [&'static str; 5],
    /// A step of a scale between the words at the ends.
    pub step_between: fn(&str, &str, i8) -> String,
    /// Nudges.
    pub unanswered: &'static str,
    /// Too few chosen: how many are needed.
    pub too_few: fn(u8) -> String,
    /// Too many chosen: how many are allowed.
    pub too_many: fn(u8) -> String,
    /// Too few placed: how many are needed.
    pub too_few_places: fn(u8) -> String,
    /// Said by the loader while it waits.
    pub loading: &'static str,
    /// Said where that takes long.
    pub slow: &'static str,
    /// Said where the quiz did not come.
    pub not_loaded: &'static str,
    /// Said where the program has stopped.
    pub stopped: &'static str,
    /// Starts it again.
    pub again: &'static str,
    /// Heading of the order.
    pub order: &'static str,
    /// What is still to be placed.
    pub unplaced: &'static str,
    /// A place where nothing is yet.
    pub empty: &'static str,
    /// Where all places are taken: how many there are.
    pub full: fn(u8) -> String,
    /// Names of the ranking's buttons.
    pub place: fn(&str) -> String,
    /// Moves a choice one place up.
    pub up: fn(&str) -> String,
    /// Moves a choice one place down.
    pub down: fn(&str) -> String,
    /// Takes a choice out of the order.
    pub take_out: fn(&str) -> String,
    /// Said when a choice has moved: its words, its place and how many there are.
    pub placed: fn(&str, usize, usize) -> String,
    /// Said when a choice was taken out of the order.
    pub taken_out: fn(&str) -> String,
    /// Heading of the review.
    pub review: &'static str,
    /// The line below it.
    pub review_help: &'static str,
    /// Changes an answer.
    pub change: &'static str,
    /// Names what is changed.
    pub change_of: fn(&str) -> String,
    /// Where there is no answer.
    pub skipped: &'static str,
    /// Where none was chosen.
    pub none: &'static str,
    /// Where an answer is missing.
    pub missing: &'static str,
    /// A marked answer.
    pub marked: &'static str,
    /// Asks for the verdict.
    pub see_result: &'static str,
    /// Above the verdict.
    pub kicker: &'static str,
    /// Heading of the fits.
    pub fits: &'static str,
    /// A percentage.
    pub percent: fn(u8) -> String,
    /// The card in words: the quiz, the verdict, and the fits, which may be empty.
    pub card: fn(&str, &str, &str) -> String,
    /// Heading of what would change it.
    pub change_heading: &'static str,
    /// Where other answers, listed below, would lead: how many there are, and the outcome.
    pub what_if: fn(usize, &str) -> String,
    /// Before that is worked out.
    pub searching: &'static str,
    /// Where so many changes are not enough: 3, or as many as could be tried.
    pub no_change: fn(usize) -> &'static str,
    /// How close it was.
    pub closeness: fn(u8) -> String,
    /// Where the quiz's rule, not the fits, decided.
    pub by_gate: &'static str,
    /// Where two fits were too close to tell.
    pub by_close_call: &'static str,
    /// Heading of the reasons.
    pub why: &'static str,
    /// Reasons toward the track that leads.
    pub toward: fn(&str) -> String,
    /// An answer where the author wrote no statement: the prompt and the answer.
    pub answered: fn(&str, &str) -> String,
    /// Before where something comes from, for those who hear the page.
    pub source: &'static str,
    /// How many more reasons there are.
    pub more_reasons: fn(usize) -> String,
    /// Where no answer moved anything.
    pub no_reasons: &'static str,
    /// Heading of the plan.
    pub plan: &'static str,
    /// Heading of the mistakes.
    pub mistakes: &'static str,
    /// Before what not to do.
    pub instead_of: &'static str,
    /// Before what to do.
    pub instead: &'static str,
    /// Before why.
    pub because: &'static str,
    /// Heading of the notes.
    pub notes: &'static str,
    /// Heading of the questions.
    pub questions: &'static str,
    /// Heading of the claims.
    pub claims: &'static str,
    /// Before the article's title.
    pub article: &'static str,
    /// Heading of all answers.
    pub answers: &'static str,
    /// Opens the review again.
    pub change_answers: &'static str,
    /// Begins again.
    pub restart: &'static str,
    /// Prints.
    pub print: &'static str,
    /// Goes to the ways of sharing.
    pub to_share: &'static str,
    /// Heading of the ways of sharing.
    pub share: &'static str,
    /// Asks how much others may see.
    pub levels: &'static str,
    /// How much others may see.
    pub level: fn(Level) -> &'static str,
    /// What others see, given how much they may and the outcome.
    pub reveals: fn(Level, &str) -> String,
    /// The field with the link.
    pub link: &'static str,
    /// Copies the link.
    pub copy_link: &'static str,
    /// Whether something was copied, and what to do next.
    pub copied: fn(bool) -> &'static str,
    /// Opens the system's share sheet with the link.
    pub share_system: &'static str,
    /// What goes before the link in a message: the quiz, the outcome.
    pub share_text: fn(&str, &str) -> String,
    /// Above the services that a link can be shared on.
    pub share_on: &'static str,
    /// That a link opens beside the page, for those who hear the page.
    pub new_tab: &'static str,
    /// Whether a picture was handed over to be saved. What the browser then does with it, nobody knows.
    pub saved: fn(bool) -> &'static str,
    /// Opens the outcome's own picture, where there is no other.
    pub own_picture: &'static str,
    /// E-mail.
    pub email: &'static str,
    /// Unfolds the way to Mastodon.
    pub on_mastodon: &'static str,
    /// The field for the reader's Mastodon server.
    pub server: &'static str,
    /// What was typed is not the name of a server.
    pub no_server: &'static str,
    /// Opens that server.
    pub open_mastodon: &'static str,
    /// Opens the system's share sheet with the picture.
    pub share_picture: &'static str,
    /// Saves the picture.
    pub save_wide: &'static str,
    /// Saves the picture in a telephone's format.
    pub save_tall: &'static str,
    /// Unfolds the QR code.
    pub qr: &'static str,
    /// What the QR code is, for those who do not see it.
    pub qr_label: &'static str,
    /// Unfolds the invitation.
    pub invite: &'static str,
    /// What the invitation does.
    pub invite_help: &'static str,
    /// The field with the invitation.
    pub invitation_link: &'static str,
    /// Copies the invitation.
    pub copy_invitation: &'static str,
    /// Above somebody else's verdict.
    pub friend_kicker: &'static str,
    /// Before somebody else's verdict in full, which speaks to them.
    pub they_were_told: &'static str,
    /// That a result was counted by an earlier edition.
    pub earlier_edition: &'static str,
    /// Goes on with the reader's own quiz, on somebody else's result.
    pub go_on: &'static str,
    /// Heading of somebody else's fits.
    pub their_fits: &'static str,
    /// Heading of somebody else's answers.
    pub their_answers: &'static str,
    /// That somebody else did not tell their answers.
    pub not_told: &'static str,
    /// That a friend waits for the reader's result.
    pub waiting: &'static str,
    /// Why a link cannot be read, and what to do.
    pub unreadable: fn(NotShared) -> &'static str,
    /// Heading of the comparison with a friend.
    pub compare: &'static str,
    /// The reader, in a comparison.
    pub you: &'static str,
    /// The friend, in a comparison.
    pub friend: &'static str,
    /// Heading of the comparison with the result before.
    pub since_last: &'static str,
    /// This time, in a comparison.
    pub now: &'static str,
    /// The time before, in a comparison.
    pub last_time: &'static str,
    /// That the reader and the friend have this outcome.
    pub same_as_friend: fn(&str) -> String,
    /// That the reader has this outcome again.
    pub same_as_last: fn(&str) -> String,
    /// How many questions have the same answer, and how many there are.
    pub agreed: fn(usize, usize) -> String,
    /// Unfolds the questions with different answers.
    pub other_answers: &'static str,
    /// Unfolds the questions with the same answer.
    pub same_answers: &'static str,
    /// That answers cannot be compared.
    pub answers_not_told: &'static str,
    /// That answers to different editions cannot be compared.
    pub other_edition: &'static str,
    /// A question that one of the two did not answer.
    pub no_answer: &'static str,
    /// Unfolds the privacy receipt.
    pub receipt: &'static str,
    /// What was sent.
    pub sent: &'static str,
    /// That nothing is kept.
    pub nothing_kept: &'static str,
    /// Before what is kept.
    pub kept: &'static str,
    /// Deletes what is kept.
    pub delete: &'static str,
    /// Said after deleting.
    pub deleted: &'static str,
    /// Said after starting over.
    pub restarted: &'static str,
    /// Takes starting over back.
    pub undo: &'static str,
    /// Said after a reload.
    pub resumed: &'static str,
    /// Said where another tab has other answers.
    pub changed_elsewhere: &'static str,
    /// Said where another tab has deleted everything.
    pub cleared_elsewhere: &'static str,
}

/// A language's words are there once.
impl PartialEq for Strings {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The languages that the widget speaks, the usual one first.
pub const LANGUAGES: [(&str, &Strings); 2] = [("en", &en::ENGLISH), ("fr", &fr::FRENCH)];

/// The words for a language: French for `fr` and its kinds, English for all others.
#[must_use]
pub fn strings(lang: &str) -> &'static Strings {
    match lang.split(['-', '_']).next() {
        Some(primary) if primary.eq_ignore_ascii_case("fr") => &fr::FRENCH,
        _ => &en::ENGLISH,
    }
}
