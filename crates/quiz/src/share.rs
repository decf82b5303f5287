//! The share code of a result: as much of it as its reader wants to show, in letters and digits for a link.
//!
//! A code is one character for the format's version and the [`Disclosure`], three for the quiz's edition, the payload, and
//! two that check the others. One meaning has one code, and what is no such code is refused. docs/share-code.md
//! describes it in full.

mod code;
mod digits;
mod disclosure;
mod fragment;
mod link;
mod shared;
mod sheet;

pub use crate::limits::COMPARE;
pub use code::{NotShared, ShareCode, decode, encode, made_with, stamp};
pub use disclosure::Disclosure;
pub use fragment::code_of;
pub use link::{PICTURE, ShareUrls};
pub use shared::Shared;
