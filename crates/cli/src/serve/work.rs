//! Looks at the quizzes when files change, and makes anew what is of those that did.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;
use std::time::Duration;

use anyhow::Result;
use which_track_quiz::balance::Balance;
use which_track_quiz::{Quiz, QuizData};

use super::overview::{self, Seen};
use super::published::Published;
use crate::build::LiveSite;
use crate::drawn::DrawnProblem;
use crate::letters;
use crate::load::{self, Loaded};
use crate::site_file::{self, Settings};

/// The gaps between the best fits of all sheets, which tell how close a result was.
type Gaps = Vec<(u64, u64)>;

/// What there is to do.
pub enum Work {
    /// Something beside the quizzes has changed.
    Look,
    /// The gaps of an edition have been worked out.
    Gaps(String, Gaps),
    /// Nothing any more.
    Stop,
}

/// An editor writes a file in several steps; so long nothing happens between two of them.
const PAUSE: Duration = Duration::from_millis(40);

/// Makes the site.
pub struct Worker {
    site: LiveSite,
    quizzes: Vec<Watched>,
    published: Arc<Published>,
    /// What the file about the site says, if it is there, and what is wrong with it.
    about_site: Option<Vec<u8>>,
    mistakes: Vec<DrawnProblem>,
    work: Sender<Work>,
    /// By edition. Empty where they are being worked out.
    gaps: BTreeMap<String, Gaps>,
}

/// A quiz file, and what is known of it.
struct Watched {
    path: PathBuf,
    /// Tells its text, with those of its translations, from others.
    contents: Option<u64>,
    seen: Seen,
}

impl Worker {
    /// A worker that has done nothing yet.
    pub fn new(site: LiveSite, quizzes: &[PathBuf], published: Arc<Published>, work: Sender<Work>) -> Self {
        let watched = |path: &PathBuf| Watched { path: path.clone(), contents: None, seen: Seen::of(path) };
        let (quizzes, about_site) = (quizzes.iter().map(watched).collect(), site_file::contents());
        Self { site, quizzes, published, about_site, mistakes: Vec::new(), work, gaps: BTreeMap::new() }
    }

    /// Makes all quizzes for the first time.
    pub fn begin(&mut self) -> Result<()> {
        self.look()
    }

    /// Works until there is nothing more to do.
    pub fn until_stopped(&mut self, todo: &Receiver<Work>) -> Result<()> {
        while let Ok(work) = todo.recv() {
            match work {
                Work::Stop => break,
                Work::Gaps(edition, gaps) => self.add_gaps(edition, gaps)?,
                Work::Look => {
                    thread::sleep(PAUSE);
                    self.look()?;
                }
            }
        }
        Ok(())
    }

    /// Makes what has changed, and says so.
    fn look(&mut self) -> Result<()> {
        let dressed = self.dress()?;
        let has_changed = |quiz: &mut Watched| quiz.has_changed() || dressed;
        let changed: Vec<bool> = self.quizzes.iter_mut().map(has_changed).collect();
        let changed: Vec<usize> = (0..changed.len()).filter(|place| changed[*place]).collect();
        for place in &changed {
            self.make(*place)?;
        }
        if !changed.is_empty() {
            let seen: Vec<&Seen> = self.quizzes.iter().map(|watched| &watched.seen).collect();
            let (site, published) = (&self.site, &self.published);
            published.change(|version| overview::json(version, site.address(), &published.address, &seen));
        }
        Ok(())
    }

    /// Goes by what the file about the site says, where that is something else than before. One with mistakes changes
    /// nothing but what is said above the quizzes.
    fn dress(&mut self) -> Result<bool> {
        let about_site = site_file::contents();
        if self.about_site == about_site {
            return Ok(false);
        }
        self.about_site = about_site;
        self.mistakes = match Settings::read(None, None) {
            Ok(settings) => self.site.dress(settings).map(|()| Vec::new())?,
            Err(mistakes) => mistakes,
        };
        Ok(true)
    }

    /// Makes a quiz; where it has problems, the last one without any stays. Where nothing is to be seen yet, a translation
    /// that is only begun does not keep the quiz from being seen in its own language.
    fn make(&mut self, place: usize) -> Result<()> {
        let Loaded { quizzes, problems, failed_tests, pictured } = load::checked(&self.quizzes[place].path);
        let boxes = letters::warnings(&pictured, self.site.fonts());
        let Watched { path, seen, .. } = &mut self.quizzes[place];
        seen.problems =
            self.mistakes.iter().chain(&problems).chain(&failed_tests).chain(&boxes).map(overview::plain).collect();
        let quizzes = match quizzes.is_empty() && seen.languages() < 2 {
            true => load::alone(path).map(|(own, _)| vec![own]).unwrap_or_default(),
            false => quizzes,
        };
        let Some(own) = quizzes.first() else { return Ok(()) };
        if let Some(id) = seen.id().filter(|id| *id != own.id) {
            self.site.remove(id);
        }
        seen.look_at(&quizzes);
        let edition = own.edition().to_string();
        if !self.gaps.contains_key(&edition) {
            self.gaps.insert(edition.clone(), Gaps::new());
            work_out_gaps(edition.clone(), own.clone(), self.work.clone());
        }
        let gaps = self.gaps.get(&edition).cloned().unwrap_or_default();
        self.site.put(with_gaps(&quizzes, &gaps)?)
    }

    /// Puts gaps into the quiz that they are of, if it is still there. No page is loaded again for them.
    fn add_gaps(&mut self, edition: String, gaps: Gaps) -> Result<()> {
        let of_edition = |watched: &&Watched| watched.seen.edition() == Some(edition.as_str());
        let path = self.quizzes.iter().find(of_edition).map(|watched| watched.path.clone());
        if let Some(path) = path {
            let quizzes = load::checked(&path).quizzes;
            if quizzes.first().is_some_and(|own| own.edition().to_string() == edition) {
                self.site.put(with_gaps(&quizzes, &gaps)?)?;
            }
        }
        self.gaps.insert(edition, gaps);
        Ok(())
    }
}

impl Watched {
    /// Whether its files say something else than before, which is then known.
    fn has_changed(&mut self) -> bool {
        let contents = load::contents(&self.path);
        self.contents.replace(contents) != Some(contents)
    }
}

/// Works out gaps beside everything else, since that can take seconds.
fn work_out_gaps(edition: String, quiz: Quiz, work: Sender<Work>) {
    thread::spawn(move || {
        let gaps = Balance::of(&quiz).gaps;
        // After the work has ended, nobody wants to know.
        _ = work.send(Work::Gaps(edition, gaps));
    });
}

fn with_gaps(quizzes: &[Quiz], gaps: &Gaps) -> Result<Vec<Quiz>> {
    quizzes.iter().map(|quiz| Ok(Quiz::try_from(QuizData { gaps: gaps.clone(), ..QuizData::clone(quiz) })?)).collect()
}
