//! Two quizzes that are compared.

use which_track_quiz::Quiz;
use which_track_quiz::diff::{Diff, Fate};

/// Two quizzes and what differs.
pub struct Compared {
    pub old: Quiz,
    pub new: Quiz,
    pub diff: Diff,
    /// Whether the old edition is kept beside the new file.
    pub kept: bool,
}

impl Compared {
    /// Whether links made with the old file open after the change: with the new one, or with the kept edition.
    pub fn opens(&self, with_new: bool) -> bool {
        with_new || (self.kept && self.old.id == self.new.id)
    }
}

/// What is gone, new or renamed, each with the kind of thing that it is.
pub fn fates(compared: &Compared) -> Vec<(String, &Fate)> {
    let ids = &compared.diff.ids;
    let kinds = [("track", &ids.tracks), ("question", &ids.questions), ("outcome", &ids.outcomes)];
    let kinds =
        kinds.into_iter().flat_map(|(kind, matched)| matched.fates.iter().map(move |fate| (kind.to_owned(), fate)));
    let options = ids.options.iter().flat_map(|(question, _, matched)| {
        let kind = format!("option of question `{}`", compared.old.question(*question).id);
        matched.fates.iter().map(move |fate| (kind.clone(), fate))
    });
    kinds.chain(options).collect()
}
