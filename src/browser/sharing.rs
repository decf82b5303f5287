//! Ways to share in a browser: which of them there are, and each of them carried out.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, File, HtmlAnchorElement, Url, Window};
use yew::Callback;

use super::canvas::{address_of, empty_file, file_name};
use super::object::{call, get, object};
use crate::host::{Allowed, Picture, Refusal};

/// What is told of a wish to share; nothing where the reader put the sheet away.
pub type Done = Callback<Result<(), Refusal>>;

/// How long copying may take, in milliseconds: nobody waits longer for a button.
const PATIENCE: i32 = 2_000;

/// Which ways there are. A frame is asked for its permissions where the browser tells them; where it does not, a way
/// that is refused later says so then.
pub fn allowed() -> Allowed {
    let Some(window) = web_sys::window() else { return Allowed::default() };
    let navigator = window.navigator();
    let may = |feature| window.document().is_none_or(|document| permitted(&document, feature));
    let share = get(&navigator, "share").is_some() && may("web-share");
    Allowed {
        copy: get(&navigator, "clipboard").is_some() && may("clipboard-write"),
        share,
        share_files: share && takes_files(&navigator),
        open: window.origin() != "null" && !sandboxed(window),
    }
}

/// The window around this one, where it is one of a frame.
fn around(window: &Window) -> Option<Window> {
    window.parent().ok()?.filter(|parent| parent != window)
}

/// Whether this is the page of a frame.
pub fn framed() -> bool {
    web_sys::window().is_some_and(|window| around(&window).is_some())
}

/// Whether a sandbox may be around this window, in which new windows, downloads and dialogs do nothing. It cannot be
/// asked for; it is an attribute of the frame, which only pages of the same origin let us see.
fn sandboxed(window: Window) -> bool {
    around(&window).is_some_and(|parent| {
        let frame = window.frame_element().ok().flatten();
        frame.is_none_or(|frame| frame.has_attribute("sandbox")) || sandboxed(parent)
    })
}

/// Whether the permissions policy of this document allows a feature. `true` where the browser does not tell policies,
/// or does not know this feature.
fn permitted(document: &JsValue, feature: &str) -> bool {
    let told = || {
        let policy = get(document, "featurePolicy")?;
        let known: Array = call(&policy, "features", &[]).ok()?.dyn_into().ok()?;
        let known = known.includes(&feature.into(), 0);
        known.then(|| call(&policy, "allowsFeature", &[feature.into()]).ok())?
    };
    told().is_none_or(|allowed| allowed.is_truthy())
}

/// Whether the share sheet takes pictures.
fn takes_files(navigator: &JsValue) -> bool {
    let asked = || call(navigator, "canShare", &[with_file(&empty_file()?)]).ok();
    asked().is_some_and(|takes| takes.is_truthy())
}

fn with_file(file: &File) -> JsValue {
    object(&[("files", Array::of1(file).into())])
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

/// Copies a text, and says whether it could be; also where the browser never says so itself.
pub fn copy(text: &str, done: Callback<bool>) {
    let Some(window) = web_sys::window() else { return };
    let clipboard = get(&window.navigator(), "clipboard").unwrap_or_default();
    let copying = call(&clipboard, "writeText", &[text.into()]);
    let late = Promise::new(&mut |_, late| {
        _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&late, PATIENCE);
    });
    spawn_local(async move {
        let copied = match copying {
            Ok(copying) => JsFuture::from(Promise::race(&Array::of2(&copying, &late))).await.is_ok(),
            Err(_) => false,
        };
        done.emit(copied);
    });
}

/// Opens the share sheet with a link.
pub fn share(words: &str, link: &str, done: Done) {
    open_sheet(&object(&[("text", words.into()), ("url", link.into())]), done);
}

/// Opens the share sheet with a file and nothing else: with a text beside it, some systems lose the picture.
pub fn share_file(file: &File, done: Done) {
    open_sheet(&with_file(file), done);
}

/// Nobody waits for the sheet, which may never say anything; a reader who puts it away wants to hear nothing.
fn open_sheet(data: &JsValue, done: Done) {
    let navigator = web_sys::window().map(|window| window.navigator());
    let shared = call(&navigator.into(), "share", std::slice::from_ref(data));
    spawn_local(async move {
        let shared = match shared {
            Ok(shared) => JsFuture::from(Promise::resolve(&shared)).await,
            Err(why) => Err(why),
        };
        match shared {
            Ok(_) => done.emit(Ok(())),
            Err(why) if get(&why, "name").is_some_and(|name| name == "AbortError") => {}
            Err(_) => done.emit(Err(Refusal::Refused)),
        }
    });
}

/// Hands a picture over to be saved as a file.
pub fn download(root: &Element, picture: &Picture) -> Result<(), Refusal> {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok()).ok_or(Refusal::Refused)?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&address_of(root, picture).ok_or(Refusal::Unreadable)?);
    link.set_download(&file_name(picture));
    link.click();
    Ok(())
}
