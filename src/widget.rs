//! The components. One of them, [`Widget`], holds state; all others take plain values and callbacks.

mod advice;
mod card;
mod change;
mod choices;
mod claims;
mod fits;
mod heading;
mod model;
mod nav;
mod opening;
mod progress;
mod question;
mod ranking;
mod reasons;
mod result;
mod review;
mod root;
mod scale;
pub mod strings;

pub use root::{Widget, WidgetProps};
