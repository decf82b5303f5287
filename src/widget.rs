//! The components. One of them, [`Widget`], holds state; all others take plain values and callbacks.

mod advice;
mod card;
mod change;
mod choices;
mod claims;
mod compare;
mod fits;
mod fold;
mod friend;
mod heading;
mod model;
mod nav;
pub mod opened;
mod opening;
mod perform;
mod progress;
mod question;
mod ranking;
mod reasons;
mod receipt;
mod result;
mod review;
mod root;
mod scale;
mod share;
pub mod strings;
mod text;

pub use card::class as paint_class;
pub use root::{Widget, WidgetProps};
