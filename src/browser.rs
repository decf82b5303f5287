//! The page: the only code that touches it. Mounts the widget where the loader says, and is its host.

mod canvas;
mod host;
mod json;
pub mod numbers;
mod page;
mod reveal;
mod sharing;
mod store;
mod ways;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Element;
use which_track_quiz::compiled::Tree;
use which_track_quiz::share::ShareUrls;
use which_track_quiz::words::Words;
use which_track_quiz::{Invalid, Quiz};
use yew::{AppHandle, Callback};

use crate::cut::ResultThere;
use crate::host::SharedHost;
use crate::same::Same;
use crate::widget::link::SharedLink;
use crate::widget::{Bring, Brought, Widget, WidgetProps, codes};
use host::BrowserHost;
use numbers::BrowserNumbers;
use store::{Carried, Start, Store};

/// A widget on the page. The loader keeps it, to ask it and to take it away again.
#[wasm_bindgen]
pub struct Mounted {
    widget: AppHandle<Widget>,
    store: Rc<Store>,
    summary: Rc<RefCell<JsValue>>,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the widget away, with all its listeners.
    pub fn unmount(self) {
        self.widget.destroy();
    }

    /// What is kept, for [`Settings::carries`] of another widget, perhaps of another program.
    pub fn carry(&self) -> Vec<String> {
        self.store.carry().into_texts()
    }

    /// Takes up what another tab has written or deleted, if it has.
    pub fn refresh(&self) {
        self.store.changed();
    }

    /// Where the reader stands: `{ quiz, edition, outcome, fits, link }` at the verdict, `null` before.
    pub fn result(&self) -> JsValue {
        self.summary.borrow().clone()
    }
}

/// What the page says about a widget, beside its quiz.
#[wasm_bindgen]
#[derive(Default)]
pub struct Settings {
    heading_level: u8,
    persists: bool,
    start: Start,
    site: Option<Site>,
    link: Option<Link>,
    result: Option<JsValue>,
    bring: Option<Function>,
}

/// The site with the quiz's share pages, and whether it has them in the quiz's language first of all.
struct Site {
    base: String,
    own: bool,
}

/// A share link that was opened: the outcome or the word in its path, its code, and the edition that this one needs.
struct Link {
    page: String,
    code: String,
    earlier: JsValue,
}

#[wasm_bindgen]
impl Settings {
    /// `persists` is whether progress outlasts the page.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(heading_level: u8, persists: bool) -> Self {
        Self { heading_level, persists, ..Self::default() }
    }

    /// Goes on with what an earlier widget on this page left.
    pub fn carries(&mut self, texts: Vec<String>) {
        self.start = Start::Carried(Carried::of_texts(texts));
    }

    /// Begins anew, and forgets what is stored.
    pub fn forgets(&mut self) {
        self.start = Start::Fresh;
    }

    /// The quiz has share pages: `base` is the address of their site, perhaps from the page; `own` is whether the quiz
    /// is in its own language, the pages of which need no folder.
    pub fn shares(&mut self, base: String, own: bool) {
        self.site = Some(Site { base, own });
    }

    /// What only a result needs comes later: by a function that gives a promise. It links the rest of the program to this
    /// one, and gives the rest of the compiled quiz, or nothing where the quiz is whole.
    pub fn brings(&mut self, bring: Function) {
        self.bring = Some(bring);
    }

    /// It is there already, with the rest of the compiled quiz, or nothing where the quiz is whole.
    pub fn has_result(&mut self, rest: JsValue) {
        self.result = Some(rest);
    }

    /// A share link was opened. `earlier` is the quiz in the edition of the code, where that is not the current one.
    pub fn opens(&mut self, page: String, code: String, earlier: JsValue) {
        self.link = Some(Link { page, code, earlier });
    }
}

impl Site {
    /// Where the pages are. An address that is none, or no place for pages, is told to whoever runs the page, and the
    /// quiz goes without links.
    fn pages(&self, quiz: &Quiz) -> Option<ShareUrls> {
        let slash = |path: &str| if path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
        let Some(base) = sharing::address(&self.base) else {
            let line =
                format!("which-track: \"{}\" is no address of share pages, so that there are no links.", self.base);
            web_sys::console::error_1(&line.into());
            return None;
        };
        Some(ShareUrls { base: slash(&base), folder: if self.own { String::new() } else { slash(&quiz.lang) } })
    }
}

impl Link {
    /// What it brings. An earlier edition that cannot be read is one that is not there.
    fn read(&self, there: ResultThere, quiz: &Same<Quiz>) -> SharedLink {
        let codes = codes(there);
        let earlier =
            json::asked(&self.earlier).and_then(|(quiz, rest)| (codes.whole)(&quiz, rest)).ok().map(Same::new);
        (codes.read_link)(&self.page, &self.code, quiz, earlier.as_ref())
    }
}

/// What the questions need of a quiz, with what else there is of it.
struct Compiled {
    quiz: Same<Quiz>,
    /// What only a result says, where it is in the same file.
    rest: Tree,
}

impl Compiled {
    /// What a result needs, once the rest of the program is linked to this one: `rest` is the file of what only a result
    /// says, where that is another one.
    fn brought(&self, rest: &JsValue) -> Result<Brought, Invalid> {
        let there = ResultThere::known();
        let rest = if rest.is_undefined() { self.rest.clone() } else { json::of_value(rest)? };
        let quiz = (codes(there).whole)(&self.quiz, rest)?;
        Ok(Brought { there, words: Same::new(words(&quiz)?), quiz: Same::new(quiz) })
    }

    /// How it comes, with this function.
    fn bring(self, bring: Option<Function>) -> Bring {
        let this = Rc::new(self);
        Callback::from(move |done: Callback<Option<Brought>>| {
            let (this, bringing) = (Rc::clone(&this), bring.as_ref().map(|bring| bring.call0(&JsValue::NULL)));
            spawn_local(async move {
                let came = match bringing {
                    Some(Ok(bringing)) => JsFuture::from(Promise::resolve(&bringing)).await.ok(),
                    _ => None,
                };
                done.emit(came.and_then(|rest| this.brought(&rest).map_err(log).ok()));
            });
        })
    }
}

/// Logs for whoever runs the page what is wrong with what came later.
fn log(why: Invalid) {
    web_sys::console::error_1(&format!("which-track: {why}").into());
}

/// The words that the quiz brings for the interface. A kept edition has none: it is shown beside the current one.
fn words(quiz: &Quiz) -> Result<Words, Invalid> {
    let texts = quiz.words.clone().ok_or(Invalid { what: "made for another version of the widget" })?;
    let numbers = BrowserNumbers::new(&texts.lang);
    Ok(Words::new(Rc::new(texts), &quiz.lang, Rc::new(numbers)))
}

/// Mounts a widget.
///
/// `into` is an element inside the shadow root, which the widget takes over; `element` is the one on the page, which
/// is told what happens; `quiz` is a compiled quiz, as the browser's own JSON parser left it.
///
/// # Errors
/// A sentence for the person who runs the page, where `quiz` is not a compiled quiz.
#[wasm_bindgen]
pub fn mount(into: Element, element: Element, quiz: &JsValue, settings: Settings) -> Result<Mounted, JsError> {
    // A release build aborts without a word.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let Settings { heading_level, persists, start, site, link, result, bring } = settings;
    let (quiz, rest) = json::asked(quiz)?;
    let compiled = Compiled { quiz: Same::new(quiz), rest };
    let brought = result.map(|rest| compiled.brought(&rest)).transpose()?;
    let (quiz, words, there) = match brought {
        Some(Brought { there, quiz, words }) => (quiz, words, Some(there)),
        None => (compiled.quiz.clone(), Same::new(words(&compiled.quiz)?), None),
    };
    let code = link.as_ref().map_or("", |link| &link.code);
    let store = Rc::new(Store::new(&quiz.id, persists, start, code));
    let summary = Rc::new(RefCell::new(JsValue::NULL));
    let host = SharedHost::from(BrowserHost::new(into.clone(), element, Rc::clone(&store), Rc::clone(&summary)));
    let pages = site.and_then(|site| site.pages(&quiz));
    let shared_link = link.zip(there).map(|(link, there)| link.read(there, &quiz));
    let (heading_level, bring) = (heading_level.clamp(1, 6), compiled.bring(bring));
    let props = WidgetProps { quiz, words, host, heading_level, pages, shared_link, there, bring };
    let widget = yew::Renderer::<Widget>::with_root_and_props(into, props).render();
    Ok(Mounted { widget, store, summary })
}
