//! The page: the only code that touches it. Mounts the widget where the loader says, and is its host.

mod host;
mod json;
mod keep;

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use which_track_quiz::Quiz;
use yew::AppHandle;

use crate::host::SharedHost;
use crate::widget::{Widget, WidgetProps};
use host::BrowserHost;
use keep::Keep;

/// A widget on the page. The loader keeps it, to take the widget away again.
#[wasm_bindgen]
pub struct Mounted(AppHandle<Widget>);

#[wasm_bindgen]
impl Mounted {
    /// Takes the widget away, with all its listeners.
    pub fn unmount(self) {
        self.0.destroy();
    }
}

/// Mounts a widget.
///
/// `into` is an element inside the shadow root, which the widget takes over; `element` is the one on the page, which
/// is told what happens; `quiz` is a compiled quiz, as the browser's own JSON parser left it.
///
/// # Errors
/// A sentence for the person who runs the page, where `quiz` is not a compiled quiz.
#[wasm_bindgen]
pub fn mount(
    into: Element,
    element: Element,
    quiz: JsValue,
    heading_level: u8,
    keeps: bool,
) -> Result<Mounted, JsError> {
    console_error_panic_hook::set_once();
    let quiz = Rc::new(Quiz::of_compiled(json::tree(&quiz))?);
    let keep = if keeps { Keep::local(&quiz.id) } else { Keep::nowhere() };
    let host = SharedHost::new(BrowserHost::new(into.clone(), element, keep));
    let props = WidgetProps { quiz, host, heading_level: heading_level.clamp(2, 5) };
    Ok(Mounted(yew::Renderer::<Widget>::with_root_and_props(into, props).render()))
}
