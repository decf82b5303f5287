//! The widget of Which Track: a quiz as a tree of Yew components, and the page that it lives on.
//!
//! Arrows run one way: `browser -> widget -> host`, and all of them to the core, `which-track-quiz`. Only `browser`
//! touches the page; without it the same components render natively to HTML.

#[cfg(feature = "csr")]
pub mod browser;
pub mod cut;
pub mod host;
#[cfg(feature = "ssr")]
pub mod html;
pub mod same;
pub mod widget;
