//! Ways to share in a browser: which of them there are, and each of them carried out.

use gloo_timers::callback::Timeout;
use gloo_utils::{document, window};
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, File, HtmlAnchorElement, ShareData, Url, Window};
use yew::Callback;

use super::canvas::{address_of, empty_file, file_name};
use super::page::{Failure, Policy, PolicyDocument, Sharer};
use crate::host::{Capabilities, Picture, Refusal};

/// What is told of a wish to share; nothing where the reader put the sheet away.
pub type OnShared = Callback<Result<(), Refusal>>;

/// How long copying may take, in milliseconds: nobody waits longer for a button.
const PATIENCE: u32 = 2_000;

/// Which ways there are. A frame is asked for its permissions where the browser tells them; where it does not, a way
/// that is refused later says so then.
pub fn capabilities() -> Capabilities {
    let window = window();
    let sharer = sharer(&window);
    let may = |feature| permitted(document().unchecked_ref(), feature);
    let share = !sharer.sheet().is_undefined() && may("web-share");
    Capabilities {
        copy: sharer.clipboard().is_some() && may("clipboard-write"),
        share,
        share_files: share && takes_files(&sharer),
        open: window.origin() != "null" && !sandboxed(window),
    }
}

fn sharer(window: &Window) -> Sharer {
    window.navigator().unchecked_into()
}

/// The window around this one, where it is one of a frame.
fn around(window: &Window) -> Option<Window> {
    window.parent().ok()?.filter(|parent| parent != window)
}

/// Whether this is the page of a frame.
pub fn framed() -> bool {
    around(&window()).is_some()
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
fn permitted(document: &PolicyDocument, feature: &str) -> bool {
    let asked = |policy: Policy| {
        let known = policy.features().is_ok_and(|known| known.includes(&feature.into(), 0));
        known.then(|| policy.allows_feature(feature).ok())?
    };
    document.feature_policy().and_then(asked).unwrap_or(true)
}

/// Whether the share sheet takes pictures.
fn takes_files(sharer: &Sharer) -> bool {
    empty_file().is_some_and(|file| sharer.can_share(&with_file(&file)).unwrap_or(false))
}

fn with_file(file: &File) -> ShareData {
    let data = ShareData::new();
    data.set_files(&Array::of1(file));
    data
}

/// The address of a site, which may be given from the page. `None` where it is none, or no place for pages: with
/// something behind its path, pages would not be where links say.
pub fn address(given: &str) -> Option<String> {
    let page = document().base_uri().ok()??;
    let url = Url::new_with_base(given, &page).ok()?;
    let address = url.href();
    let is_place = matches!(url.protocol().as_str(), "https:" | "http:") && !address.contains(['?', '#']);
    is_place.then_some(address)
}

/// Copies a text, and says whether it could be; also where the browser never says so itself.
pub fn copy(text: &str, done: Callback<bool>) {
    let copying = sharer(&window()).clipboard().map(|clipboard| clipboard.write_text(text));
    let late = Promise::new(&mut |_, late| {
        Timeout::new(PATIENCE, move || _ = late.call0(&JsValue::UNDEFINED)).forget();
    });
    spawn_local(async move {
        let copied = match copying {
            Some(Ok(copying)) => JsFuture::from(Promise::race(&Array::of2(&copying, &late))).await.is_ok(),
            _ => false,
        };
        done.emit(copied);
    });
}

/// Opens the share sheet with a link.
pub fn share(words: &str, link: &str, done: OnShared) {
    let data = ShareData::new();
    data.set_text(words);
    data.set_url(link);
    open_sheet(&data, done);
}

/// Opens the share sheet with a file and nothing else: with a text beside it, some systems lose the picture.
pub fn share_file(file: Option<&File>, done: OnShared) {
    match file {
        Some(file) => open_sheet(&with_file(file), done),
        None => done.emit(Err(Refusal::Unreadable)),
    }
}

/// Nobody waits for the sheet, which may never say anything; a reader who puts it away wants to hear nothing.
fn open_sheet(data: &ShareData, done: OnShared) {
    let shared = sharer(&window()).share(data);
    spawn_local(async move {
        let shared = match shared {
            Ok(shared) => JsFuture::from(Promise::resolve(&shared)).await,
            Err(why) => Err(why),
        };
        match shared {
            Ok(_) => done.emit(Ok(())),
            Err(why) if is_change_of_mind(&why) => {}
            Err(_) => done.emit(Err(Refusal::Refused)),
        }
    });
}

/// Whether the reader has put the sheet away.
fn is_change_of_mind(why: &JsValue) -> bool {
    why.is_object() && why.unchecked_ref::<Failure>().name() == "AbortError"
}

/// Hands a picture over to be saved as a file.
pub fn download(root: &Element, picture: &Picture) -> Result<(), Refusal> {
    let link = document().create_element("a").map_err(|_| Refusal::Refused)?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&address_of(root, picture).ok_or(Refusal::Unreadable)?);
    link.set_download(&file_name(picture));
    link.click();
    Ok(())
}
