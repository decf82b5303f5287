//! The compiled quiz: what the builder writes and the browser loads. JSON without keys: a part of the quiz is the list
//! of its fields, in the order that is stated here and nowhere else. In two parts: what the questions need, with all that
//! decides scoring, and what only a result says. A site has them in two files, of which readers load the second while they
//! answer; in one file the second follows the first.
//!
//! The browser's own parser reads the text, and the few lines here read the result, which keeps a general library out of
//! the WebAssembly file (ARCHITECTURE.md says how much that saves).

#[cfg(feature = "author")]
mod kept;
mod parts;
mod tree;

use crate::quiz::{
    Action, Advice, AdviceKind, Article, Choice, ChoiceIx, Claim, Condition, Gate, Kind, Matches, OutcomeIx, Question,
    QuestionIx, QuizData, Source, Track, TrackIx,
};
use crate::words::{ASKED, MARK, Texts};
use crate::{Invalid, Quiz, limits};
use parts::{Asked, OutcomeWords, Rest};
use tree::{Compiled, Fields, NAME, Read, ensure, indexes, list, structures, variants};
pub use tree::{Room, Tree};

/// The second entry; a widget reads no other format than its own.
const FORMAT: i64 = 3;
/// What is said of any other.
const ANOTHER: &str = "made for another version of the widget";

impl Quiz {
    /// The compiled quiz, with the words that a reader needs; without any, where it has none.
    #[must_use]
    pub fn compiled(&self) -> Tree {
        document([Asked::of(self).write(), Rest::of(self).write()])
    }

    /// The same in two: what the questions need, and what only a result says.
    #[must_use]
    pub fn compiled_in_two(&self) -> [Tree; 2] {
        [document([Asked::of(self).write(), Tree::Nothing]), document([Tree::Nothing, Rest::of(self).write()])]
    }

    /// The quiz that was compiled.
    ///
    /// # Errors
    /// What is wrong, where it is no compiled quiz, one of another format, or damaged.
    pub fn of_compiled(tree: Tree) -> Result<Self, Invalid> {
        #[cfg(feature = "author")]
        if let Some(kept) = kept::read(&tree) {
            return Self::try_from(kept.map_err(|what| Invalid { what })?);
        }
        let (asked, rest) = Self::asked(tree)?;
        asked.with_rest(rest)
    }

    /// What the questions need of a compiled quiz, and what else there is in it: nothing, where that is another file.
    /// Until [`Quiz::with_rest`], no outcome has words.
    ///
    /// # Errors
    /// What is wrong, where it is no compiled quiz, one of another format, or damaged.
    pub fn asked(tree: Tree) -> Result<(Self, Tree), Invalid> {
        let invalid = |what| Invalid { what };
        let [asked, rest] = parts(tree).map_err(invalid)?;
        let asked = Asked::read(asked).map_err(invalid)?;
        Ok((Self::of_asked(asked.into())?, document([Tree::Nothing, rest])))
    }

    /// The whole quiz, with what only its result says.
    ///
    /// # Errors
    /// What is wrong, where it does not belong to this quiz, is of another format, or damaged.
    pub fn with_rest(&self, tree: Tree) -> Result<Self, Invalid> {
        let rest = parts(tree).and_then(|[_, rest]| Rest::read(rest)).map_err(|what| Invalid { what })?;
        let mut data = QuizData::clone(self);
        rest.put_into(&mut data).map_err(|what| Invalid { what })?;
        Self::try_from(data)
    }
}

/// A document of these two parts.
fn document([asked, rest]: [Tree; 2]) -> Tree {
    list(vec![Tree::Text(NAME.to_owned()), Tree::Number(FORMAT), asked, rest])
}

/// The two parts of a document.
fn parts(tree: Tree) -> Read<[Tree; 2]> {
    Room::default().take(&tree, limits::NESTED).map_err(|invalid| invalid.what)?;
    let mut fields = Fields::of(tree)?;
    let (name, format): (String, i64) = (fields.next()?, fields.next()?);
    ensure(name == NAME, "something else")?;
    ensure(format == FORMAT, ANOTHER)?;
    Ok([fields.tree(), fields.tree()])
}

structures! {
    Asked: id title description lang margin max_marks tracks questions gates outcomes minutes notice words;
    Rest: reasons outcomes advice claims gaps article texts;
    Track: id label;
    Question: id prompt weight optional kind topic help source when;
    Choice: id label points reason;
    Gate: when outcome;
    OutcomeWords: title summary action;
    Advice: id kind title text outcomes when first instead source;
    Claim: id text outcomes when source;
    Source: label url;
    Action: label url;
    Article: title note url;
}

/// The words that a reader needs, behind what tells their list from others.
impl Compiled for Texts {
    fn write(&self) -> Tree {
        let digits = (!self.digits.is_empty()).then(|| self.digits.clone());
        list(vec![MARK.write(), self.lang.write(), self.texts.write(), self.own.write(), digits.write()])
    }

    fn read(tree: Tree) -> Read<Self> {
        let mut fields = Fields::of(tree)?;
        ensure(fields.next::<u64>()? == MARK, ANOTHER)?;
        let (lang, texts) = (fields.next()?, fields.next()?);
        let (own, digits) = (fields.next::<Option<_>>()?, fields.next::<Option<_>>()?);
        let words = Self { lang, texts, own: own.unwrap_or_default(), digits: digits.unwrap_or_default() };
        ensure(words.texts.len() == ASKED, ANOTHER)?;
        Ok(words)
    }
}

variants! {
    Kind:
        0 Single(choices);
        1 Multi { choices min max };
        2 Scale { low high points low_reason high_reason };
        3 Rank { choices top };
    Condition:
        0 Is(question matches);
        1 Leads(track);
        2 Below(track percent);
        3 AtLeast(track percent);
        4 All(inner);
        5 Any(inner);
        6 Not(inner);
    Matches:
        0 Choices(choices);
        1 Steps(steps);
    AdviceKind:
        0 Step;
        1 Mistake;
        2 Note;
        3 Question;
}

indexes! { TrackIx QuestionIx ChoiceIx OutcomeIx }
