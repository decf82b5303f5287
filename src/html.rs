//! Screens as plain HTML, rendered natively by the same components: for the first screen before WebAssembly, and for
//! comparing.

use which_track_quiz::Quiz;
use which_track_quiz::words::native;

use crate::cut::ResultThere;
use crate::host::SharedHost;
use crate::host::memory::Memory;
use crate::same::Same;
use crate::widget::{Bring, Widget, WidgetProps};

/// The screen of a reader whose progress was `saved`, or the first one where that is empty.
#[must_use]
pub fn screen(quiz: Quiz, saved: &str) -> String {
    let host = SharedHost::from(Memory::holding(saved));
    let words = Same::new(native(&quiz));
    page(WidgetProps {
        quiz: Same::new(quiz),
        words,
        host,
        heading_level: 2,
        pages: None,
        shared_link: None,
        there: Some(ResultThere::known()),
        bring: Bring::noop(),
    })
}

/// The screen that a widget begins with.
#[must_use]
pub fn page(props: WidgetProps) -> String {
    let renderer = yew::LocalServerRenderer::<Widget>::with_props(props);
    pollster::block_on(renderer.hydratable(false).render())
}
