//! What a finished reader can show: the link, the picture and the card.

use which_track_quiz::card::ResultCard;
use which_track_quiz::share::{ShareUrls, Shared};

use super::{Copyable, Model};

impl Model {
    /// A link, of a finished reader where there are share pages.
    pub fn link(&self, which: Copyable) -> Option<String> {
        let (pages, finished) = (self.pages.as_ref()?, self.finished()?);
        Some(match which {
            Copyable::Link => pages.link(&self.quiz, finished, self.sharing.disclosure),
            Copyable::Invitation => pages.invitation(&self.quiz, finished, self.sharing.disclosure),
        })
    }

    /// The picture of the outcome alone, which the site has where there are share pages.
    pub fn picture(&self) -> Option<String> {
        Some(self.pages.as_ref()?.picture(&self.quiz.id, &self.outcome()?.id))
    }

    /// The card of what others may see.
    pub fn card(&self) -> Option<ResultCard> {
        let shared = Shared::of(self.finished()?, self.sharing.disclosure);
        let site = self.pages.as_ref().and_then(ShareUrls::host).map(str::to_owned);
        Some(ResultCard::of(&self.quiz, &shared, &self.words).on_site(site))
    }
}
