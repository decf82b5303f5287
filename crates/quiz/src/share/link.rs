//! The addresses of share links: a page that tells the outcome and nothing else, and the code behind a `#`, which no
//! server ever sees.

use super::code::{ShareCode, encode};
use super::disclosure::Disclosure;
use crate::limits::COMPARE;
use crate::{Finished, Quiz};

/// The name of a page's picture, beside the one that tells its contents apart.
pub const PICTURE: &str = "picture.png";

/// Where a site has its share pages of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareUrls {
    /// The site's address with a slash at its end, or nothing for addresses relative to the site.
    pub base: String,
    /// The folder of the language below each page, with a slash at its end; nothing for the quiz's own language.
    pub folder: String,
}

impl ShareUrls {
    /// The name of the host, as a card shows it; nothing for addresses relative to the site.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        let (_, rest) = self.base.split_once("://")?;
        rest.split('/').next()
    }

    /// The page of an outcome: `<base>r/<quiz>/<outcome>/<folder>`.
    #[must_use]
    pub fn outcome(&self, quiz: &str, outcome: &str) -> String {
        let Self { base, folder } = self;
        format!("{base}r/{quiz}/{outcome}/{folder}")
    }

    /// The picture of an outcome, beside its page.
    #[must_use]
    pub fn picture(&self, quiz: &str, outcome: &str) -> String {
        self.outcome(quiz, outcome) + PICTURE
    }

    /// The page of an invitation, which gives nothing away.
    #[must_use]
    pub fn compare(&self, quiz: &str) -> String {
        self.outcome(quiz, COMPARE)
    }

    /// The link that shows a result, as much of it as the level tells.
    #[must_use]
    pub fn link(&self, quiz: &Quiz, finished: &Finished, disclosure: Disclosure) -> String {
        let outcome = &quiz.outcome(finished.outcome()).id;
        with(self.outcome(&quiz.id, outcome), &encode(quiz, finished, disclosure))
    }

    /// The link that invites a friend to answer first and to compare afterwards.
    #[must_use]
    pub fn invitation(&self, quiz: &Quiz, finished: &Finished, disclosure: Disclosure) -> String {
        with(self.compare(&quiz.id), &encode(quiz, finished, disclosure))
    }
}

fn with(page: String, code: &ShareCode) -> String {
    format!("{page}#{code}")
}
