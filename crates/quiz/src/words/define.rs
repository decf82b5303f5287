//! How the table of words becomes the list that language files are checked against, and a method for each word.

/// A word of the interface.
#[derive(Debug)]
pub struct Word {
    /// Its name in language files.
    pub name: &'static str,
    /// What it is for.
    pub doc: &'static str,
    /// What is filled in.
    pub places: &'static [Place],
}

/// A place within a word.
#[derive(Debug)]
pub struct Place {
    /// Its name in braces.
    pub name: &'static str,
    /// What comes there.
    pub kind: Kind,
}

/// What comes into a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text of the quiz, or a word.
    Text,
    /// A number.
    Number,
    /// A percentage.
    Percent,
    /// The number that chooses the word's form: from the first to the second.
    Count(usize, usize),
}

impl Word {
    /// The least and the largest number that chooses the word's form, if one does.
    #[must_use]
    pub fn count(&self) -> Option<(usize, usize)> {
        self.places
            .iter()
            .find_map(|place| if let Kind::Count(least, most) = place.kind { Some((least, most)) } else { None })
    }
}

macro_rules! kind {
    (text) => {
        Kind::Text
    };
    (number) => {
        Kind::Number
    };
    (percent) => {
        Kind::Percent
    };
    (count $least:expr, $most:expr) => {
        Kind::Count($least, $most)
    };
}

macro_rules! type_of {
    (text) => {
        &str
    };
    (percent) => {
        u8
    };
    ($number:ident) => {
        usize
    };
}

macro_rules! filling {
    (text $value:ident) => {
        Filling::Text($value)
    };
    (number $value:ident) => {
        Filling::Number($value)
    };
    (percent $value:ident) => {
        Filling::Percent($value)
    };
    (count $value:ident) => {
        Filling::Count($value)
    };
}

macro_rules! method {
    ([$($attribute:tt)*] $index:expr; $name:ident) => {
        $($attribute)*
        #[must_use]
        pub fn $name(&self) -> Phrase {
            self.plain($index)
        }
    };
    ([$($attribute:tt)*] $index:expr; $name:ident $($place:ident $kind:ident)+) => {
        $($attribute)*
        #[must_use]
        pub fn $name(&self $(, $place: type_of!($kind))+) -> Phrase {
            self.filled($index, &[$(filling!($kind $place)),+])
        }
    };
}

macro_rules! words {
    ($list:ident $index:ident from $first:expr, [$($gate:meta)?]; $(
        $(#[doc = $doc:literal])+
        $name:ident $(( $($place:ident: $kind:ident $(($least:expr, $most:expr))?),+ ))?;
    )+) => {
        const $list: &[Word] = &[$(Word {
            name: stringify!($name),
            doc: concat!($($doc),+).trim_ascii_start(),
            places: &[$($(Place { name: stringify!($place), kind: kind!($kind $($least, $most)?) }),+)?],
        }),+];

        #[allow(non_camel_case_types, dead_code, reason = "the names of words")]
        #[derive(Clone, Copy)]
        enum $index { $($name),+ }

        $(#[$gate])?
        impl Words {
            $(
                method! { [$(#[doc = $doc])+] $first + $index::$name as usize; $name $($($place $kind)+)? }
            )+
        }
    };
}

/// FNV-1a (Fowler, Noll, Vo; 32 bits) of the names of words and of their places.
pub(super) const fn mark(words: &[Word]) -> u64 {
    let (mut mark, mut index) = (0x811c_9dc5, 0);
    while index < words.len() {
        let Word { name, places, .. } = &words[index];
        mark = marked(mark, name);
        let mut place = 0;
        while place < places.len() {
            mark = marked(mark, places[place].name);
            place += 1;
        }
        index += 1;
    }
    mark as u64
}

const fn marked(mut mark: u32, name: &str) -> u32 {
    let (name, mut index) = (name.as_bytes(), 0);
    while index < name.len() {
        mark = (mark ^ name[index] as u32).wrapping_mul(0x0100_0193);
        index += 1;
    }
    // Names end: `ab`, `c` is not `a`, `bc`.
    (mark ^ 0xff).wrapping_mul(0x0100_0193)
}
