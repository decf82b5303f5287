//! The parts of a quiz with every name resolved to an index; what an author's file becomes and the browser loads.

use crate::words::Texts;

/// Makes an index newtype, so that a track's place can never be taken for a question's.
macro_rules! index {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u8);

        impl $name {
            /// The place as a slice index.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }

            /// All indexes of a list of `len` things, which the limits keep below 256.
            pub fn all(len: usize) -> impl DoubleEndedIterator<Item = Self> + Clone {
                (0..u8::try_from(len).unwrap_or(u8::MAX)).map(Self)
            }
        }
    )+};
}

index! {
    /// The place of a track in file order.
    TrackIx
    /// The place of a question in file order.
    QuestionIx
    /// The place of a choice within its question.
    ChoiceIx
    /// The place of an outcome in file order.
    OutcomeIx
}

/// Everything a quiz consists of, in one language. Sound only once it is a [`crate::Quiz`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizData {
    /// The quiz's name in addresses and links.
    pub id: String,
    /// The question that the quiz answers.
    pub title: String,
    /// One line: what it is.
    pub description: String,
    /// BCP 47 tag of the words.
    pub lang: String,
    /// How long it takes, in minutes.
    pub minutes: Option<u8>,
    /// What the reader should know before starting.
    pub notice: Option<String>,
    /// What the quiz is based on.
    pub article: Option<Article>,
    /// Two fits closer than this many percentage points are a close call; 0 to 100.
    pub margin: u8,
    /// How many questions a reader may mark as mattering most; 0 to 100.
    pub max_marks: u8,
    /// What a reader can fit, in file order.
    pub tracks: Vec<Track>,
    /// In file order.
    pub questions: Vec<Question>,
    /// In file order: the first that holds decides.
    pub gates: Vec<Gate>,
    /// In file order: one for each track, and any others.
    pub outcomes: Vec<Outcome>,
    /// What a reader can do with the result.
    pub advice: Vec<Advice>,
    /// What the article claims.
    pub claims: Vec<Claim>,
    /// For p = 1, 2, ... : the largest gap that at least p percent of all sheets reach or exceed, as numerator and
    /// denominator; see [`crate::closeness`]. Empty where nobody has worked it out.
    pub gaps: Vec<(u64, u64)>,
    /// The words of the interface in the language that is nearest to the quiz's. Kept editions have none.
    pub words: Option<Texts>,
}

/// What a quiz is based on, and whose view that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// Whose view it is.
    pub note: Option<String>,
    /// Where it stands; https.
    pub url: Option<String>,
}

/// Something a reader can fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Track {
    /// Its name, which is also that of its outcome.
    pub id: String,
    /// Its name in words.
    pub label: String,
}

/// Where something comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The section or page, in words.
    pub label: String,
    /// Its address; https.
    pub url: Option<String>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name, unique in the quiz.
    pub id: String,
    /// The question itself.
    pub prompt: String,
    /// One or two words naming it.
    pub topic: Option<String>,
    /// A line below the prompt.
    pub help: Option<String>,
    /// Where it comes from.
    pub source: Option<Source>,
    /// How much it counts; 0 to 100.
    pub weight: u8,
    /// Whether it can be skipped.
    pub optional: bool,
    /// Shown only where this holds.
    pub when: Option<Condition>,
    /// How it is answered, and what each answer gives.
    pub kind: Kind,
}

/// A step of a scale: -2, -1, 0, 1 or 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(i8);

impl Step {
    /// The five steps, lowest first.
    pub const ALL: [Self; 5] = [Self(-2), Self(-1), Self(0), Self(1), Self(2)];

    /// The step with this value, if there is one.
    #[must_use]
    pub fn new(value: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|step| i64::from(step.0) == value)
    }

    /// Its value, -2 to 2.
    #[must_use]
    pub fn value(self) -> i8 {
        self.0
    }
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One choice.
    Single(Vec<Choice>),
    /// A set of `min` to `max` choices.
    Multi {
        /// What there is to choose.
        choices: Vec<Choice>,
        /// The fewest; at least 0, at most `max`.
        min: u8,
        /// The most; 1 to the number of choices.
        max: u8,
    },
    /// Agreement with the prompt in five steps, -2 to 2.
    Scale {
        /// The words at -2.
        low: String,
        /// The words at 2.
        high: String,
        /// A negative answer as a statement about the reader.
        low_reason: Option<String>,
        /// A positive answer as a statement about the reader.
        high_reason: Option<String>,
        /// What one step gives each track.
        points: Vec<i16>,
    },
    /// The `top` most fitting choices in order.
    Rank {
        /// What there is to order.
        choices: Vec<Choice>,
        /// How many places; 1 to the number of choices.
        top: u8,
    },
}

/// One thing to choose (the file says `option`, as authors do).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name, unique in the question.
    pub id: String,
    /// Its words.
    pub label: String,
    /// The choice as a statement about the reader.
    pub reason: Option<String>,
    /// What it gives each track, -1000 to 1000.
    pub points: Vec<i16>,
}

/// Something that holds or not for a set of answers; docs/scoring.md, section 4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The question is shown, answered, and its answer is one of these.
    Is(QuestionIx, Matches),
    /// The track has the strictly highest fit.
    Leads(TrackIx),
    /// The track's fit is below this percentage.
    Below(TrackIx, u8),
    /// The track's fit is at least this percentage.
    AtLeast(TrackIx, u8),
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
}

/// The answers that a condition looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matches {
    /// The choice, one of the chosen, or the first in rank is one of these.
    Choices(Vec<ChoiceIx>),
    /// The step of a scale is one of these.
    Steps(Vec<i8>),
}

/// A condition that leads straight to an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// When it decides.
    pub when: Condition,
    /// What it leads to.
    pub outcome: OutcomeIx,
}

/// An ending that the author wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its name: a track's, `close-call`, or one that a gate leads to.
    pub id: String,
    /// The verdict in words.
    pub title: String,
    /// Two sentences.
    pub summary: String,
    /// What the blog's owner offers with it.
    pub action: Option<Action>,
}

/// A link that the blog's owner offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its words.
    pub label: String,
    /// Where it leads; https.
    pub url: String,
}

/// What a piece of advice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdviceKind {
    /// A step of the preparation plan.
    Step,
    /// A mistake to avoid.
    Mistake,
    /// What interviews or days are like.
    Note,
    /// A question that people ask, with its answer.
    Question,
}

/// Something a reader can do with, or should know about, a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Its name, unique among advice.
    pub id: String,
    /// What it is.
    pub kind: AdviceKind,
    /// The outcomes that show it; all where empty.
    pub outcomes: Vec<OutcomeIx>,
    /// Shown only where this holds.
    pub when: Option<Condition>,
    /// Before the others of its kind where this holds.
    pub first: Option<Condition>,
    /// The step, the mistake, the heading or the question.
    pub title: String,
    /// How, why, the body or the answer.
    pub text: String,
    /// What to do instead of the mistake.
    pub instead: Option<String>,
    /// Where it comes from.
    pub source: Option<Source>,
}

/// Something the article says, attributed to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Its name, unique among claims.
    pub id: String,
    /// The claim, worded as the article's.
    pub text: String,
    /// The outcomes that show it; all where empty.
    pub outcomes: Vec<OutcomeIx>,
    /// Shown only where this holds.
    pub when: Option<Condition>,
    /// Where it stands.
    pub source: Option<Source>,
}
