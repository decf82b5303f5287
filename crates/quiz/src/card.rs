//! The result card: one scene of boxes and lines of text, wide or tall, that every picture of a result is drawn from.

mod format;
mod measure;
mod mirror;
mod result;
mod scene;
mod shape;
mod svg;

pub use format::Format;
pub use measure::{fits_label, fits_quiz_title, fits_title, lines};
pub use result::{Bar, ResultCard};
pub use shape::{Font, Paint, Shape};
