//! The widget's host in a browser: storage, focus, events on the element, printing, and the ways to share.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, HtmlInputElement};
use yew::Callback;

use super::canvas::Prepared;
use super::keep::Keep;
use super::object::object;
use super::reveal::reveal;
use super::sharing::{self, Done};
use crate::host::{Allowed, Event, Host, Picture, Refusal, Slot, Standing, Target};

/// One widget's surroundings on the page.
pub struct BrowserHost {
    /// What the widget is mounted into.
    root: Element,
    /// The element on the page, which tells what happens.
    element: Element,
    keep: Rc<Keep>,
    standing: Rc<RefCell<JsValue>>,
    allowed: Allowed,
    /// The picture that waits for a tap.
    prepared: Prepared,
}

impl BrowserHost {
    /// The surroundings of a widget in `root`. `standing` is where it leaves how the reader stands, for the page.
    pub fn new(root: Element, element: Element, keep: Rc<Keep>, standing: Rc<RefCell<JsValue>>) -> Self {
        Self { root, element, keep, standing, allowed: sharing::allowed(), prepared: Prepared::default() }
    }
}

impl Host for BrowserHost {
    fn load(&self, slot: Slot) -> Option<String> {
        self.keep.get(slot)
    }

    fn save(&self, slot: Slot, text: &str) {
        self.keep.set(slot, text);
    }

    fn forget(&self, slot: Slot) {
        self.keep.clear(slot);
    }

    fn name(&self, slot: Slot) -> Option<String> {
        self.keep.name(slot)
    }

    fn renew(&self) -> bool {
        self.keep.renew()
    }

    fn watch(&self, changed: Callback<()>) {
        self.keep.watch(changed);
    }

    fn leave(&self) {
        self.keep.leave();
    }

    fn has_left(&self) -> bool {
        self.keep.has_left()
    }

    fn has_focus(&self) -> bool {
        self.root.query_selector(":focus").is_ok_and(|focused| focused.is_some())
    }

    fn focus(&self, target: &Target) {
        let name = match target {
            Target::Heading => "heading",
            Target::Control(name) => name,
        };
        let found = self.root.query_selector(&format!("[data-control=\"{name}\"]")).ok().flatten();
        if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            reveal(&self.root, &element);
            if let Some(field) = element.dyn_ref::<HtmlInputElement>().filter(|field| field.read_only()) {
                field.select();
            }
        }
    }

    fn stand(&self, standing: Option<Standing>) {
        self.standing.replace(standing.map_or(JsValue::NULL, |standing| described(&standing)));
    }

    fn tell(&self, event: &Event) {
        let init = CustomEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        let (name, detail) = detail(event);
        init.set_detail(&detail);
        if let Ok(event) = CustomEvent::new_with_event_init_dict(&format!("which-track:{name}"), &init) {
            _ = self.element.dispatch_event(&event);
        }
    }

    fn paints(&self) -> bool {
        true
    }

    fn later(&self, task: Callback<()>) {
        let task = Closure::once_into_js(move || task.emit(()));
        // Long enough for a frame, and for a screen reader to begin with the verdict.
        if let Some(window) = web_sys::window() {
            _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(task.unchecked_ref(), 50);
        }
    }

    fn print(&self) {
        if let Some(window) = web_sys::window() {
            _ = window.print();
        }
    }

    fn allowed(&self) -> Allowed {
        // What the page around a frame says of it comes later.
        Allowed { open: self.allowed.open || self.element.has_attribute("open"), ..self.allowed }
    }

    fn copy(&self, text: &str, done: Callback<bool>) {
        sharing::copy(text, done);
    }

    fn share(&self, words: &str, link: &str, done: Done) {
        sharing::share(words, link, done);
    }

    fn prepare(&self, picture: &Picture) {
        self.prepared.draw(&self.root, picture);
    }

    fn share_picture(&self, picture: &Picture, done: Done) {
        self.prepared.hand(&self.root, picture, done);
    }

    fn download(&self, picture: &Picture) -> Result<(), Refusal> {
        sharing::download(&self.root, picture)
    }
}

/// An event's name and what it carries: ids, never an answer.
fn detail(event: &Event) -> (&'static str, JsValue) {
    match event {
        Event::Start => ("start", JsValue::NULL),
        Event::Step { index, total, question } => {
            let number = |number: &usize| u32::try_from(*number).unwrap_or(u32::MAX).into();
            ("step", object(&[("index", number(index)), ("total", number(total)), ("question", question.into())]))
        }
        Event::Result(standing) => ("result", object(&ids(standing))),
        Event::Share(channel) => ("share", object(&[("channel", (*channel).into())])),
    }
}

fn ids(standing: &Standing) -> [(&'static str, JsValue); 3] {
    let Standing { quiz, edition, outcome, .. } = standing;
    [("quiz", quiz.into()), ("edition", edition.into()), ("outcome", outcome.into())]
}

/// What the page may ask for: the ids, how well each track fits, and the link.
fn described(standing: &Standing) -> JsValue {
    let fit = |(track, percent): &(String, u8)| object(&[("track", track.into()), ("percent", (*percent).into())]);
    let fits: Array = standing.fits.iter().map(fit).collect();
    let more = [("fits", fits.into()), ("link", standing.link.clone().into())];
    let fields: Vec<(&str, JsValue)> = ids(standing).into_iter().chain(more).collect();
    object(&fields)
}
