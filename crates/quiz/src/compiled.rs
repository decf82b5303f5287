//! The compiled quiz: what the builder writes and the browser loads. JSON without keys: a part of the quiz is the list
//! of its fields, in the order that is stated here and nowhere else. In two parts: what the questions need, with all that
//! decides scoring, and what only a result says. A site has them in two files, of which readers load the second while they
//! answer; in one file the second follows the first.
//!
//! The browser's own parser reads the text, and the few lines here read the result, which keeps a general library out of
//! the WebAssembly file (ARCHITECTURE.md says how much that saves).

mod parts;

use crate::quiz::{
    Action, Advice, AdviceKind, Article, Choice, ChoiceIx, Claim, Condition, Gate, Kind, Matches, OutcomeIx, Question,
    QuestionIx, QuizData, Source, Track, TrackIx,
};
use crate::words::{ASKED, MARK, Texts};
use crate::{Invalid, Quiz, limits};
use parts::{Asked, Ending, Rest};

/// The first entry of every compiled quiz.
const NAME: &str = "which-track quiz";
/// The second entry; a widget reads no other format than its own.
const FORMAT: i64 = 3;
/// What is said of any other.
const ANOTHER: &str = "made for another version of the widget";

/// What a compiled quiz is made of, and JSON is read into and written from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// JSON's `null`, or a field left out at the end of a list.
    Nothing,
    /// A whole number; exact in JSON below 2^53.
    Number(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
}

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

/// How much of a compiled quiz may still be read, so that nobody's file keeps a page busy: whoever makes a [`Tree`] asks
/// before each step.
pub struct Room {
    entries: usize,
    letters: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { entries: limits::ENTRIES, letters: limits::COMPILED }
    }
}

impl Room {
    /// Room for a text of so many bytes or UTF-16 units.
    ///
    /// # Errors
    /// It is longer than any text of a quiz, or all together are.
    pub fn text(&mut self, length: usize) -> Result<(), Invalid> {
        // No character has more than four of them.
        let letters = self.letters.checked_sub(length).filter(|_| length <= 4 * limits::LONG);
        self.letters = letters.ok_or(Invalid { what: "it has more text than a quiz may have" })?;
        Ok(())
    }

    /// Room for a list of so many entries.
    ///
    /// # Errors
    /// It is longer than any list of a quiz, or all together are.
    pub fn list(&mut self, length: usize) -> Result<(), Invalid> {
        let entries = self.entries.checked_sub(length).filter(|_| length <= limits::LONGEST);
        self.entries = entries.ok_or(Invalid { what: "it has longer lists than a quiz may have" })?;
        Ok(())
    }

    /// Room for a whole tree.
    fn take(&mut self, tree: &Tree, depth: usize) -> Result<(), Invalid> {
        match tree {
            Tree::Nothing | Tree::Number(_) => Ok(()),
            Tree::Text(text) => self.text(text.len()),
            Tree::List(_) if depth == 0 => Err(Invalid { what: "it has deeper lists than a quiz may have" }),
            Tree::List(entries) => {
                self.list(entries.len())?;
                entries.iter().try_for_each(|entry| self.take(entry, depth - 1))
            }
        }
    }
}

type Read<T> = Result<T, &'static str>;

fn ensure(holds: bool, what: &'static str) -> Read<()> {
    if holds { Ok(()) } else { Err(what) }
}

/// A part of a quiz with its place in the compiled one.
trait Compiled: Sized {
    fn write(&self) -> Tree;
    fn read(tree: Tree) -> Read<Self>;
}

/// The fields of a list, one after the other; those left out at its end are nothing.
struct Fields(std::vec::IntoIter<Tree>);

impl Fields {
    fn of(tree: Tree) -> Read<Self> {
        match tree {
            Tree::List(fields) => Ok(Self(fields.into_iter())),
            _ => Err("no list where one belongs"),
        }
    }

    fn tree(&mut self) -> Tree {
        self.0.next().unwrap_or(Tree::Nothing)
    }

    fn next<T: Compiled>(&mut self) -> Read<T> {
        T::read(self.tree())
    }
}

/// A list without the nothing at its end.
fn list(mut fields: Vec<Tree>) -> Tree {
    while fields.last() == Some(&Tree::Nothing) {
        fields.pop();
    }
    Tree::List(fields)
}

/// States the fields of structures in their order.
macro_rules! structures {
    ($($name:ty: $($field:ident)+;)+) => {$(
        impl Compiled for $name {
            fn write(&self) -> Tree {
                list(vec![$(self.$field.write()),+])
            }

            fn read(tree: Tree) -> Read<Self> {
                let mut fields = Fields::of(tree)?;
                Ok(Self { $($field: fields.next()?),+ })
            }
        }
    )+};
}

structures! {
    Asked: id title description lang margin max_marks tracks questions gates outcomes minutes notice words;
    Rest: reasons outcomes advice claims gaps article texts;
    Track: id label;
    Question: id prompt weight optional kind topic help source when;
    Choice: id label points reason;
    Gate: when outcome;
    Ending: title summary action;
    Advice: id kind title text outcomes when first instead source;
    Claim: id text outcomes when source;
    Source: label url;
    Action: label url;
    Article: title note url;
}

/// The words that a reader needs, behind what tells their list from others.
impl Compiled for Texts {
    fn write(&self) -> Tree {
        list(vec![MARK.write(), self.lang.write(), self.texts.write(), self.own.write()])
    }

    fn read(tree: Tree) -> Read<Self> {
        let mut fields = Fields::of(tree)?;
        ensure(fields.next::<u64>()? == MARK, ANOTHER)?;
        let words =
            Self { lang: fields.next()?, texts: fields.next()?, own: fields.next::<Option<_>>()?.unwrap_or_default() };
        ensure(words.texts.len() == ASKED, ANOTHER)?;
        Ok(words)
    }
}

/// States the fields of variants in their order, each after the number that tells the variant.
macro_rules! variants {
    ($($name:ident: $($number:literal $variant:ident $({ $($field:ident)* })? $(( $($place:ident)* ))? ;)+)+) => {$(
        impl Compiled for $name {
            fn write(&self) -> Tree {
                match self {
                    $(Self::$variant $({ $($field),* })? $(( $($place),* ))? => list(vec![
                        Tree::Number($number), $($($field.write()),*)? $($($place.write()),*)?
                    ]),)+
                }
            }

            fn read(tree: Tree) -> Read<Self> {
                let mut fields = Fields::of(tree)?;
                Ok(match fields.next::<i64>()? {
                    $($number => {
                        $($(let $field = fields.next()?;)*)?
                        $($(let $place = fields.next()?;)*)?
                        Self::$variant $({ $($field),* })? $(( $($place),* ))?
                    })+
                    _ => return Err("an unknown kind of thing"),
                })
            }
        }
    )+};
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

macro_rules! numbers {
    ($($name:ty)+) => {$(
        impl Compiled for $name {
            fn write(&self) -> Tree {
                // Every number of a sound quiz is far below 2^53.
                Tree::Number(i64::try_from(*self).unwrap_or(i64::MAX))
            }

            fn read(tree: Tree) -> Read<Self> {
                match tree {
                    Tree::Number(number) => Self::try_from(number).map_err(|_| "a number out of range"),
                    _ => Err("no number where one belongs"),
                }
            }
        }
    )+};
}

numbers! { u8 i8 i16 i64 u64 }

macro_rules! indexes {
    ($($name:ident)+) => {$(
        impl Compiled for $name {
            fn write(&self) -> Tree {
                self.0.write()
            }

            fn read(tree: Tree) -> Read<Self> {
                u8::read(tree).map(Self)
            }
        }
    )+};
}

indexes! { TrackIx QuestionIx ChoiceIx OutcomeIx }

impl Compiled for bool {
    fn write(&self) -> Tree {
        Tree::Number(i64::from(*self))
    }

    fn read(tree: Tree) -> Read<Self> {
        Ok(u8::read(tree)? != 0)
    }
}

impl Compiled for String {
    fn write(&self) -> Tree {
        Tree::Text(self.clone())
    }

    fn read(tree: Tree) -> Read<Self> {
        match tree {
            Tree::Text(text) => Ok(text),
            _ => Err("no text where one belongs"),
        }
    }
}

impl<T: Compiled> Compiled for Option<T> {
    fn write(&self) -> Tree {
        self.as_ref().map_or(Tree::Nothing, T::write)
    }

    fn read(tree: Tree) -> Read<Self> {
        if tree == Tree::Nothing { Ok(None) } else { T::read(tree).map(Some) }
    }
}

impl<T: Compiled> Compiled for Vec<T> {
    fn write(&self) -> Tree {
        Tree::List(self.iter().map(T::write).collect())
    }

    fn read(tree: Tree) -> Read<Self> {
        Fields::of(tree)?.0.map(T::read).collect()
    }
}

impl<T: Compiled> Compiled for Box<T> {
    fn write(&self) -> Tree {
        (**self).write()
    }

    fn read(tree: Tree) -> Read<Self> {
        T::read(tree).map(Self::new)
    }
}

impl Compiled for (u64, u64) {
    fn write(&self) -> Tree {
        Tree::List(vec![self.0.write(), self.1.write()])
    }

    fn read(tree: Tree) -> Read<Self> {
        let mut fields = Fields::of(tree)?;
        Ok((fields.next()?, fields.next()?))
    }
}

#[cfg(feature = "author")]
mod kept;
