//! Focus that the reader sees: brought into view, and out from under what the page lays over it.
//!
//! Browsers scroll to what gets focus only where it is out of sight, and know nothing of a header that stays at the top.

use wasm_bindgen::JsCast;
use web_sys::{
    DomRect, Element, FocusOptions, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::page::Place;
use super::sharing::framed;

/// From one look for the end of a cover to the next one, in pixels, and how many there are: the half of a small screen.
const STEP: u16 = 4;
const LOOKS: u16 = 100;

/// From the end of a cover to what is seen below it, in pixels.
const CLEAR: u16 = 8;

/// The style that keeps a height.
const LEAST: &str = "min-block-size";

/// Keeps the widget in `root` as high as it is until [`release`]. WebKit lays a size container out once before what is new
/// in it has boxes, and where the page becomes too short for how far down it is scrolled, it stays scrolled up.
pub fn hold(root: &HtmlElement) {
    _ = root.style().set_property(LEAST, &format!("{}px", root.client_height() + 1));
}

/// Lets it be as high as what is in it, once that is laid out.
pub fn release(root: &HtmlElement) {
    _ = root.client_height(); // this lays it out
    _ = root.style().remove_property(LEAST);
}

/// Moves focus to an element of the widget in `root`. The page is scrolled only where not all of it is seen, or where what
/// it begins is `long`: that stands at the top, wherever the last screen left the reader.
pub fn reveal(root: &HtmlElement, element: &HtmlElement, long: bool) {
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    _ = element.unchecked_ref::<Place>().focus(&still);
    if long || !seen(element) {
        scroll(element, ScrollLogicalPosition::Start);
        uncover(root, element, long);
    } else if framed() {
        scroll(element, ScrollLogicalPosition::Nearest); // in a frame of its full height only the page around knows what is seen
    }
    // Only now: browsers that hold on to what is seen would take what is below the widget for it, and follow that up.
    release(root);
}

/// At once, whatever the page thinks of smooth scrolling: what is to be looked at next has to be in its place.
fn scroll(element: &HtmlElement, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(ScrollBehavior::Instant);
    _ = element.unchecked_ref::<Place>().scroll_into_view(&options);
}

/// Whether the middle of its upper and of its lower edge are what a finger there would touch.
fn seen(element: &HtmlElement) -> bool {
    let [x, top, bottom] = edges(element);
    [top + 1.0, bottom - 1.0].into_iter().all(|y| touched(element, element, x, y))
}

/// Leaves room above the element for what covers it at the upper edge of the screen: it ends where the widget begins
/// to be seen. What is `long` may begin with words above its heading, which are to be seen too.
fn uncover(root: &Element, element: &HtmlElement, long: bool) {
    let around = element.parent_element().filter(|_| long);
    let [x, top, _] = edges(around.as_ref().unwrap_or(element));
    let ours = |down: &u16| touched(root, element, x, top + f64::from(*down) + 1.0);
    let covered = (0..LOOKS).map(|look| look * STEP).find(ours);
    if let Some(covered @ 1..) = covered {
        _ = element.style().set_property("--wt-covered", &format!("{}px", covered + CLEAR));
        scroll(element, ScrollLogicalPosition::Start);
    }
}

/// The middle, the upper and the lower edge, from the window's corner.
fn edges(element: &Element) -> [f64; 3] {
    let edge = |bounds: DomRect| [(bounds.left() + bounds.right()) / 2.0, bounds.top(), bounds.bottom()];
    element.unchecked_ref::<Place>().bounds().map_or([0.0; 3], edge)
}

/// Whether a place on the screen belongs to `within`, as seen from the shadow root of `element`.
fn touched(within: &Element, element: &HtmlElement, x: f64, y: f64) -> bool {
    let root: Place = element.get_root_node().unchecked_into();
    let at = root.element_from_point(x, y);
    at.and_then(|at| within.unchecked_ref::<Place>().contains(&at)).unwrap_or(false)
}
