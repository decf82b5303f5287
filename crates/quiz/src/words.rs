//! The words of the interface: which there are ([`WORDS`], one method of [`Words`] each), one language's texts for them,
//! and the sentences that these make with numbers and with what stands in a quiz.

#[macro_use]
mod define;
#[cfg(feature = "author")]
mod native;
mod numbers;
#[cfg(feature = "author")]
mod of_quiz;
mod phrase;
mod table;
mod texts;

pub use define::{Kind, Place, Word};
#[cfg(feature = "author")]
pub use native::Native;
pub use numbers::{Numbers, Plural};
#[cfg(feature = "author")]
pub use of_quiz::native;
pub use phrase::{Phrase, Words};
pub use table::{ASKED, MARK, READER, WORDS};
pub use texts::Texts;
