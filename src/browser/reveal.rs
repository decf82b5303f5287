//! Focus that the reader sees: brought into view, and out from under what the page lays over it.
//!
//! Browsers scroll to what gets focus only where it is out of sight, and know nothing of a header that stays at the top.

use web_sys::{Element, HtmlElement};

use super::object::{call, get, object};
use super::sharing::framed;

/// From one look for the end of a cover to the next one, in pixels, and how many there are: the half of a small screen.
const STEP: u16 = 4;
const LOOKS: u16 = 100;

/// Moves focus to an element of the widget in `root`. The page is scrolled only where not all of it is seen.
pub fn reveal(root: &Element, element: &HtmlElement) {
    _ = call(element, "focus", &[object(&[("preventScroll", true.into())])]);
    if !seen(element) {
        scroll(element, "start");
        uncover(root, element);
    } else if framed() {
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
    [top + 1.0, bottom - 1.0].into_iter().all(|y| touched(element, element, x, y))
}

/// Leaves room above the element for what covers it at the upper edge of the screen: it ends where the widget begins
/// to be seen.
fn uncover(root: &Element, element: &HtmlElement) {
    let [x, top, _] = edges(element);
    let ours = |down: &u16| touched(root, element, x, top + f64::from(*down) + 1.0);
    let covered = (0..LOOKS).map(|look| look * STEP).find(ours);
    if let Some(covered @ 1..) = covered {
        let margin = format!("calc(var(--which-track-scroll-margin, 24px) + {covered}px)");
        let style = get(element, "style").unwrap_or_default();
        _ = call(&style, "setProperty", &["scroll-margin-top".into(), margin.into()]);
        scroll(element, "start");
    }
}

/// The middle, the upper and the lower edge, from the window's corner.
fn edges(element: &HtmlElement) -> [f64; 3] {
    let edges = call(element, "getBoundingClientRect", &[]).unwrap_or_default();
    let edge = |name| get(&edges, name).and_then(|at| at.as_f64()).unwrap_or_default();
    [(edge("left") + edge("right")) / 2.0, edge("top"), edge("bottom")]
}

/// Whether a place on the screen belongs to `within`, as seen from the shadow root of `element`.
fn touched(within: &Element, element: &HtmlElement, x: f64, y: f64) -> bool {
    let at = call(&element.get_root_node(), "elementFromPoint", &[x.into(), y.into()]);
    at.and_then(|at| call(within, "contains", &[at])).is_ok_and(|inside| inside.is_truthy())
}
