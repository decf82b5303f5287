//! Small things that screens share.

pub mod bars;
pub mod button;
pub mod fold;
pub mod heading;
pub mod source;
pub mod text;
