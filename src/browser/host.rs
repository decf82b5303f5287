//! The widget's host in a browser: storage, focus, events on the element, printing, and the ways to share.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use gloo_utils::window;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, HtmlInputElement};
use yew::Callback;

use super::reveal::{hold, release, reveal};
use super::sharing::OnShared;
use super::store::Store;
use super::ways::{Ways, make_ways};
use crate::cut::ResultThere;
use crate::host::{Capabilities, Event, Host, Picture, Refusal, ResultSummary, Slot, Target};

/// One widget's host on the page.
pub struct BrowserHost {
    /// What the widget is mounted into.
    root: Element,
    /// The element on the page, which tells what happens.
    element: Element,
    store: Rc<Store>,
    summary: Rc<RefCell<JsValue>>,
    /// The ways to share, once a result asks for them.
    ways: OnceCell<Box<dyn Ways>>,
    /// What waits for the page to be painted. A widget that goes does nothing later.
    later: RefCell<Option<Timeout>>,
}

impl BrowserHost {
    /// The host of a widget in `root`. `summary` is where it leaves how the reader stands, for the page.
    pub fn new(root: Element, element: Element, store: Rc<Store>, summary: Rc<RefCell<JsValue>>) -> Self {
        Self { root, element, store, summary, ways: OnceCell::new(), later: RefCell::default() }
    }

    /// The ways to share. Nothing asks for them before what a result needs is there.
    fn ways(&self) -> &dyn Ways {
        &**self.ways.get_or_init(|| make_ways(ResultThere::known()).0(&self.root))
    }
}

impl Host for BrowserHost {
    fn load(&self, slot: Slot) -> Option<String> {
        self.store.load(slot)
    }

    fn save(&self, slot: Slot, text: &str) {
        self.store.save(slot, text);
    }

    fn forget(&self, slot: Slot) {
        self.store.forget(slot);
    }

    fn name(&self, slot: Slot) -> Option<String> {
        self.store.name(slot)
    }

    fn renew(&self) -> bool {
        self.store.renew()
    }

    fn watch(&self, changed: Callback<()>) {
        self.store.watch(changed);
    }

    fn leave(&self) {
        self.store.leave();
    }

    fn has_left(&self) -> bool {
        self.store.has_left()
    }

    fn has_focus(&self) -> bool {
        self.root.query_selector(":focus").is_ok_and(|focused| focused.is_some())
    }

    fn hold(&self) {
        hold(self.root.unchecked_ref());
    }

    fn release(&self) {
        release(self.root.unchecked_ref());
    }

    fn focus(&self, target: &Target) {
        let name = match target {
            Target::Heading => "heading",
            Target::Control(name) => name,
        };
        let found = self.root.query_selector(&format!("[data-control=\"{name}\"]")).ok().flatten();
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            // Of a question all is seen at one glance; what is longer is read from its beginning.
            let long = *target == Target::Heading && element.closest("fieldset").is_ok_and(|around| around.is_none());
            reveal(self.root.unchecked_ref(), &element, long);
            if let Some(field) = element.dyn_ref::<HtmlInputElement>().filter(|field| field.read_only()) {
                field.select();
            }
        }
    }

    fn publish(&self, summary: Option<ResultSummary>) {
        self.summary.replace(plain(&summary));
    }

    fn emit(&self, event: &Event) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        init.set_detail(&plain(event));
        if let Ok(event) = CustomEvent::new_with_event_init_dict(&format!("which-track:{}", event.name()), &init) {
            _ = self.element.dispatch_event(&event);
        }
    }

    fn paints(&self) -> bool {
        true
    }

    fn later(&self, task: Callback<()>) {
        // Long enough for a frame, and for a screen reader to begin with the verdict.
        self.later.replace(Some(Timeout::new(50, move || task.emit(()))));
    }

    fn print(&self) {
        _ = window().print();
    }

    fn capabilities(&self) -> Capabilities {
        // What the page around a frame says of it comes later.
        let capabilities = self.ways().capabilities();
        Capabilities { open: capabilities.open || self.element.has_attribute("open"), ..capabilities }
    }

    fn copy(&self, text: &str, done: Callback<bool>) {
        self.ways().copy(text, done);
    }

    fn share(&self, words: &str, link: &str, done: OnShared) {
        self.ways().share(words, link, done);
    }

    fn prepare(&self, picture: &Picture) {
        self.ways().prepare(picture);
    }

    fn share_picture(&self, picture: &Picture, done: OnShared) {
        self.ways().share_picture(picture, done);
    }

    fn download(&self, picture: &Picture) -> Result<(), Refusal> {
        self.ways().download(picture)
    }
}

/// A plain value of JavaScript, without what there is none of. What the widget tells can always be one.
fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::new()).unwrap_or_default()
}
