//! What the page has that web-sys leaves out, or takes for granted: methods that a page may have taken away or replaced.
//! A call that throws, or that there is nothing for, is an error here and no end of the program.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{DomRect, FocusOptions, ScrollIntoViewOptions, ShareData};

#[wasm_bindgen]
extern "C" {
    /// A document that may tell its permissions policy.
    pub type PolicyDocument;
    /// The policy, where the browser tells it.
    #[wasm_bindgen(method, getter, js_name = featurePolicy)]
    pub fn feature_policy(this: &PolicyDocument) -> Option<Policy>;

    /// A permissions policy.
    pub type Policy;
    /// The features that it knows.
    #[wasm_bindgen(method, catch)]
    pub fn features(this: &Policy) -> Result<Array, JsValue>;
    /// Whether it allows one.
    #[wasm_bindgen(method, catch, js_name = allowsFeature)]
    pub fn allows_feature(this: &Policy, feature: &str) -> Result<bool, JsValue>;

    /// The navigator, with what it may have to share with.
    pub type Sharer;
    /// The method [`Sharer::share`], where there is one.
    #[wasm_bindgen(method, getter, js_name = share)]
    pub fn sheet(this: &Sharer) -> JsValue;
    /// Opens the system's share sheet.
    #[wasm_bindgen(method, catch)]
    pub fn share(this: &Sharer, data: &ShareData) -> Result<Promise, JsValue>;
    /// Whether the sheet takes this.
    #[wasm_bindgen(method, catch, js_name = canShare)]
    pub fn can_share(this: &Sharer, data: &ShareData) -> Result<bool, JsValue>;
    /// The clipboard, where there is one.
    #[wasm_bindgen(method, getter)]
    pub fn clipboard(this: &Sharer) -> Option<TextClipboard>;

    /// A clipboard.
    pub type TextClipboard;
    /// Puts a text on it.
    #[wasm_bindgen(method, catch, js_name = writeText)]
    pub fn write_text(this: &TextClipboard, text: &str) -> Result<Promise, JsValue>;

    /// Why something failed.
    pub type Failure;
    /// What kind of failure it is.
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &Failure) -> JsValue;

    /// An element of the widget.
    pub type Place;
    /// Moves focus there.
    #[wasm_bindgen(method, catch)]
    pub fn focus(this: &Place, options: &FocusOptions) -> Result<(), JsValue>;
    /// Scrolls it into view.
    #[wasm_bindgen(method, catch, js_name = scrollIntoView)]
    pub fn scroll_into_view(this: &Place, options: &ScrollIntoViewOptions) -> Result<(), JsValue>;
    /// Where it is in the window.
    #[wasm_bindgen(method, catch, js_name = getBoundingClientRect)]
    pub fn bounds(this: &Place) -> Result<DomRect, JsValue>;
    /// Whether something is within it.
    #[wasm_bindgen(method, catch)]
    pub fn contains(this: &Place, other: &JsValue) -> Result<bool, JsValue>;
    /// What is uppermost at a point of the window, as the shadow root that this is sees it.
    #[wasm_bindgen(method, catch, js_name = elementFromPoint)]
    pub fn element_from_point(this: &Place, x: f64, y: f64) -> Result<JsValue, JsValue>;

    /// A canvas to draw on, and to read from.
    pub type Readable;
    /// The pixels of a part of it.
    #[wasm_bindgen(method, catch, js_name = getImageData)]
    pub fn image_data(this: &Readable, x: f64, y: f64, width: f64, height: f64) -> Result<Pixels, JsValue>;

    /// Pixels that were read.
    pub type Pixels;
    /// Red, green, blue and opacity of each, 0 to 255.
    #[wasm_bindgen(method, getter, catch)]
    pub fn data(this: &Pixels) -> Result<JsValue, JsValue>;
}
