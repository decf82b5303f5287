//! Marks in a translation: comments that say that the quiz's words have changed since they were translated.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::problem::Notes;

/// What such a comment begins with, behind its `#`; then come the words that were translated, in quotes.
pub const CHANGED: &str = "changed: was ";

/// Warns of every mark.
pub(super) fn marks(text: &str, notes: &Notes<'_>) {
    let comments = Source::new(text).lex().filter(|token| token.kind() == TokenKind::Comment);
    for span in comments.map(|comment| comment.span().start()..comment.span().end()) {
        let words = text.get(span.clone()).unwrap_or_default();
        if words.trim_start_matches('#').trim_start().starts_with(CHANGED) {
            let message = "the quiz's words have changed since this was translated";
            notes.warn(span, message, "see whether the translation still says the same, then delete this comment");
        }
    }
}
