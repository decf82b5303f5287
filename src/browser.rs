//! The page: the only code that touches it. Mounts the widget where the loader says, and is its host.

mod host;
mod json;
mod keep;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use which_track_quiz::Quiz;
use yew::AppHandle;

use crate::host::SharedHost;
use crate::widget::{Widget, WidgetProps};
use host::BrowserHost;
use keep::Keep;

/// A widget on the page. The loader keeps it, to ask it and to take it away again.
#[wasm_bindgen]
pub struct Mounted {
    widget: AppHandle<Widget>,
    keep: Rc<Keep>,
    standing: Rc<RefCell<JsValue>>,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the widget away, with all its listeners, and gives the progress that another one can go on with.
    pub fn unmount(self) -> Option<String> {
        self.widget.destroy();
        self.keep.carry()
    }

    /// Forgets all progress, here and in the storage.
    pub fn forget(&self) {
        self.keep.clear();
    }

    /// Where the reader stands: `{ quiz, edition, outcome, fits }` at the verdict, `null` before.
    pub fn result(&self) -> JsValue {
        self.standing.borrow().clone()
    }
}

/// Mounts a widget.
///
/// `into` is an element inside the shadow root, which the widget takes over; `element` is the one on the page, which
/// is told what happens; `quiz` is a compiled quiz, as the browser's own JSON parser left it; `keeps` is whether
/// progress outlasts the page; `progress` is what an earlier widget on this page left.
///
/// # Errors
/// A sentence for the person who runs the page, where `quiz` is not a compiled quiz.
#[wasm_bindgen]
pub fn mount(
    into: Element,
    element: Element,
    quiz: &JsValue,
    heading_level: u8,
    keeps: bool,
    progress: Option<String>,
) -> Result<Mounted, JsError> {
    console_error_panic_hook::set_once();
    let quiz = Rc::new(Quiz::of_compiled(json::tree(quiz))?);
    let keep = Rc::new(Keep::new(&quiz.id, keeps, progress.as_deref()));
    let standing = Rc::new(RefCell::new(JsValue::NULL));
    let host = SharedHost::new(BrowserHost::new(into.clone(), element, Rc::clone(&keep), Rc::clone(&standing)));
    let props = WidgetProps { quiz, host, heading_level: heading_level.clamp(1, 6) };
    let widget = yew::Renderer::<Widget>::with_root_and_props(into, props).render();
    Ok(Mounted { widget, keep, standing })
}
