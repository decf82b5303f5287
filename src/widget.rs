//! The components, a folder for each screen. One of them, [`Widget`], holds state; all others take plain values and
//! callbacks.

mod codes;
mod drawn;
mod friend;
pub mod link;
mod model;
mod parts;
mod perform;
mod phrases;
mod question;
mod receipt;
mod result;
mod review;
mod root;
mod screens;
mod share;

pub use codes::codes;
pub use model::{Bring, Brought};
pub use root::{Widget, WidgetProps};
pub use share::card::class as paint_class;
