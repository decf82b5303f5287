//! The program that the page loads. It does nothing by itself: the loader calls [`which_track::browser::mount`].

#[cfg(feature = "csr")]
use which_track as _;

fn main() {}
