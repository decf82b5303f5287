//! Focus that the reader sees: brought into view, and out from under what the page lays over it.
//!
//! Browsers scroll to what gets focus only where it is out of sight, and know nothing of a header that stays at the top.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

use super::object::{call, get, object};

/// From one look for the end of a cover to the next one, and how many there are, in pixels: the half of a small screen.
const STEP: usize = 4;
const LOOKS: usize = 100;

/// Moves focus to an element of the widget in `root`. The page is scrolled only where not all of it is seen.
pub fn reveal(root: &Element, element: &HtmlElement) {
    _ = call(element, "focus", &[object(&[("preventScroll", true.into())])]);
    if !seen(element) {
        scroll(element, "start");
        uncover(root, element);
    } else if web_sys::window()
        .is_some_and(|window| window.parent().ok().flatten().is_some_and(|parent| parent != window))
    {
        scroll(element, "nearest"); // in a frame of its full height only the page around knows what is seen
    }
}

/// At once, whatever the page thinks of smooth scrolling: what is to be looked at next has to be in its place.
fn scroll(element: &HtmlElement, block: &str) {
    _ = call(element, "scrollIntoView", &[object(&[("block", block.into()), ("behavior", "instant".into())])]);
}

/// Whether the middle of its upper and of its lower edge are what a finger there would touch.
fn seen(element: &HtmlElement) -> bool {
    let [x, top, bottom] = edges(element);
    touched(element, element, x, top + 1.0) && touched(element, element, x, bottom - 1.0)
}

/// Leaves room above the element for what covers it at the upper edge of the screen: it ends where the widget begins
/// to be seen.
fn uncover(root: &Element, element: &HtmlElement) {
    let [x, top, _] = edges(element);
    let covered = (0..LOOKS).map(|look| look * STEP).find(|down| touched(root, element, x, top + *down as f64 + 1.0));
    if let Some(covered @ 1..) = covered {
        let margin = format!("calc(var(--which-track-scroll-margin, 24px) + {covered}px)");
        _ = element.style().set_property("scroll-margin-top", &margin);
        scroll(element, "start");
    }
}

/// The middle, the upper and the lower edge, from the window's corner.
fn edges(element: &HtmlElement) -> [f64; 3] {
    let edges = call(element, "getBoundingClientRect", &[]).unwrap_or_default();
    let [left, right, top, bottom] =
        ["left", "right", "top", "bottom"].map(|name| get(&edges, name).and_then(|at| at.as_f64()).unwrap_or_default());
    [(left + right) / 2.0, top, bottom]
}

/// Whether a place on the screen belongs to `within`, as seen from the shadow root of `element`.
fn touched(within: &Node, element: &HtmlElement, x: f64, y: f64) -> bool {
    let at: Result<JsValue, JsValue> = call(&element.get_root_node(), "elementFromPoint", &[x.into(), y.into()]);
    at.is_ok_and(|at| within.contains(at.dyn_ref()))
}
