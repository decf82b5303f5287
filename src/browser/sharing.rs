//! Ways to share in a browser: which of them there are, and each of them carried out.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, File, HtmlAnchorElement, Navigator, ShareData, Url};
use yew::Callback;

use super::canvas::{address_of, empty_file, file_name};
use crate::host::{Allowed, Picture};

/// Which ways there are. A frame is asked for its permissions where the browser tells them; where it does not, a way
/// that is refused later says so then.
pub fn allowed() -> Allowed {
    let Some(window) = web_sys::window() else { return Allowed::default() };
    let navigator = window.navigator();
    let may = |feature| window.document().is_none_or(|document| permitted(&document, feature));
    let share = has(&navigator, "share") && may("web-share");
    Allowed {
        copy: has(&navigator, "clipboard") && may("clipboard-write"),
        share,
        share_files: share && takes_files(&navigator),
        // A sandbox takes the origin away, and with it, as a rule, new windows, downloads and dialogs.
        open: window.origin() != "null",
    }
}

fn has(object: &JsValue, name: &str) -> bool {
    Reflect::get(object, &name.into()).is_ok_and(|value| !value.is_undefined())
}

/// Whether the permissions policy of this document allows a feature. `true` where the browser does not tell policies,
/// or does not know this feature.
fn permitted(document: &JsValue, feature: &str) -> bool {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    let call = |policy: &JsValue, name: &str, args: &[JsValue]| {
        let function = get(policy, name)?.dyn_into::<Function>().ok()?;
        function.apply(policy, &args.iter().collect::<Array>()).ok()
    };
    let told = || {
        let policy = get(document, "featurePolicy").filter(|policy| !policy.is_undefined())?;
        let known: Array = call(&policy, "features", &[])?.dyn_into().ok()?;
        let known = known.includes(&feature.into(), 0);
        known.then(|| call(&policy, "allowsFeature", &[feature.into()]))?
    };
    told().is_none_or(|allowed| allowed.is_truthy())
}

/// Whether the share sheet takes pictures.
fn takes_files(navigator: &Navigator) -> bool {
    let asked = || Some(navigator.can_share_with_data(&with_file(&empty_file()?)));
    has(navigator, "canShare") && asked().unwrap_or(false)
}

fn with_file(file: &File) -> ShareData {
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    data
}

/// The address of a site, which may be given from the page. `None` where it is none, or no place for pages: with
/// something behind its path, pages would not be where links say.
pub fn address(given: &str) -> Option<String> {
    let page = web_sys::window()?.document()?.base_uri().ok()??;
    let url = Url::new_with_base(given, &page).ok()?;
    let address = url.href();
    let is_place = matches!(url.protocol().as_str(), "https:" | "http:") && !address.contains(['?', '#']);
    is_place.then_some(address)
}

/// Copies a text, and says whether it could be.
pub fn copy(text: &str, done: Callback<bool>) {
    let Some(window) = web_sys::window() else { return };
    let copying = window.navigator().clipboard().write_text(text);
    spawn_local(async move { done.emit(JsFuture::from(copying).await.is_ok()) });
}

/// Opens the share sheet with a link.
pub fn share(words: &str, link: &str) {
    let data = ShareData::new();
    data.set_text(words);
    data.set_url(link);
    open_sheet(&data);
}

/// Opens the share sheet with a file and nothing else: with a text beside it, some systems lose the picture.
pub fn share_file(file: &File) {
    open_sheet(&with_file(file));
}

/// Nobody waits for the sheet: whether it was used or put away is the reader's own business.
fn open_sheet(data: &ShareData) {
    if let Some(window) = web_sys::window() {
        let shared = window.navigator().share_with_data(data);
        spawn_local(async move { _ = JsFuture::from(shared).await });
    }
}

/// Saves a picture as a file.
pub fn download(root: &Element, picture: &Picture) {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    if let (Some(address), Some(link)) = (address_of(root, picture), link) {
        let link: HtmlAnchorElement = link.unchecked_into();
        link.set_href(&address);
        link.set_download(&file_name(picture));
        link.click();
    }
}
