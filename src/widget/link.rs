//! What a share link brought: somebody's result, an invitation to compare, or nothing that can be read.

use which_track_quiz::Quiz;
use which_track_quiz::share::{COMPARE, NotShared, Shared, code_of, decode};

use crate::same::Same;

/// Somebody who shared a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Friend {
    /// The quiz in the edition that they took, which need not be the one that the reader takes.
    pub quiz: Same<Quiz>,
    /// What they chose to show.
    pub shared: Shared,
    /// Whether that was their choice: a link that has lost its code tells the outcome of its page and no more.
    pub chosen: bool,
}

/// What a share link brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SharedLink {
    /// A result to look at.
    Result(Friend),
    /// An invitation: the result stays hidden until the reader has one too.
    Invitation(Friend),
    /// Nothing that can be read.
    Unreadable(NotShared),
}

impl SharedLink {
    /// Reads a link. `page` is what its path tells, an outcome's id or [`COMPARE`]; `fragment` is what follows the `#`,
    /// and may be empty where a service has cut it off; `earlier` is the quiz in the edition that the code was made
    /// with, or without a code the one that the page is from, where that is not the current one and the site still has
    /// it. A page that tells another outcome than the
    /// code was changed by hand: its picture would not be that of the result.
    #[must_use]
    pub fn read(page: &str, fragment: &str, quiz: &Same<Quiz>, earlier: Option<&Same<Quiz>>) -> Self {
        if fragment.is_empty() && page != COMPARE {
            let of_page = |quiz: &Same<Quiz>| {
                let shared = Shared::Outcome(quiz.find_outcome(page)?);
                Some(Friend { quiz: quiz.clone(), shared, chosen: false })
            };
            let friend = of_page(quiz).or_else(|| of_page(earlier?));
            return friend.map_or(Self::Unreadable(NotShared::Elsewhere), Self::Result);
        }
        let code = code_of(fragment);
        let with =
            |quiz: &Same<Quiz>| decode(quiz, &code).map(|shared| Friend { quiz: quiz.clone(), shared, chosen: true });
        let friend = match (with(quiz), earlier) {
            (Err(NotShared::Elsewhere), Some(earlier)) => with(earlier),
            (read, _) => read,
        };
        match friend {
            Ok(friend) if page == COMPARE => Self::Invitation(friend),
            Ok(friend) if friend.quiz.outcome(friend.shared.outcome()).id == page => Self::Result(friend),
            Ok(_) => Self::Unreadable(NotShared::Damaged),
            Err(why) => Self::Unreadable(why),
        }
    }

    /// Who shared the result.
    #[must_use]
    pub fn friend(&self) -> Option<&Friend> {
        match self {
            Self::Result(friend) | Self::Invitation(friend) => Some(friend),
            Self::Unreadable(_) => None,
        }
    }
}
