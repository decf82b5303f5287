//! The components, a folder for each screen. One of them, [`Widget`], holds state; all others take plain values and
//! callbacks.

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
mod result_part;
mod review;
mod root;
mod share;

pub use result_part::{Bring, Brought, Part, ResultPart, WHOLE};
pub use root::{Widget, WidgetProps};
pub use share::card::class as paint_class;
