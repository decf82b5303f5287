//! How structures become lists of their fields and come back: what a compiled quiz is made of, how much of it there may
//! be, and the macros that state the order of fields.

use crate::{Invalid, limits};

/// The first entry of every compiled quiz.
pub(super) const NAME: &str = "which-track quiz";

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
    pub(super) fn take(&mut self, tree: &Tree, depth: usize) -> Result<(), Invalid> {
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

pub(super) type Read<T> = Result<T, &'static str>;

pub(super) fn ensure(holds: bool, what: &'static str) -> Read<()> {
    if holds { Ok(()) } else { Err(what) }
}

/// A part of a quiz with its place in the compiled one.
pub(super) trait Compiled: Sized {
    fn write(&self) -> Tree;
    fn read(tree: Tree) -> Read<Self>;
}

/// The fields of a list, one after the other; those left out at its end are nothing.
pub(super) struct Fields(std::vec::IntoIter<Tree>);

impl Fields {
    pub(super) fn of(tree: Tree) -> Read<Self> {
        match tree {
            Tree::List(fields) => Ok(Self(fields.into_iter())),
            _ => Err("no list where one belongs"),
        }
    }

    pub(super) fn tree(&mut self) -> Tree {
        self.0.next().unwrap_or(Tree::Nothing)
    }

    pub(super) fn next<T: Compiled>(&mut self) -> Read<T> {
        T::read(self.tree())
    }
}

/// A list without the nothing at its end.
pub(super) fn list(mut fields: Vec<Tree>) -> Tree {
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

pub(super) use {indexes, structures, variants};

numbers! { u8 i8 i16 i64 u64 }

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
