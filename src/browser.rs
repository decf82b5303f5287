//! The page: the only code that touches it. Mounts the widget where the loader says, and is its host.

mod canvas;
mod host;
mod json;
mod keep;
mod sharing;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use which_track_quiz::Quiz;
use which_track_quiz::share::Pages;
use yew::AppHandle;

use crate::host::{SharedHost, Slot};
use crate::widget::opened::Opened;
use crate::widget::strings::{Strings, strings};
use crate::widget::{Widget, WidgetProps};
use host::BrowserHost;
use keep::Keep;

/// A widget on the page. The loader keeps it, to ask it and to take it away again.
#[wasm_bindgen]
pub struct Mounted {
    widget: AppHandle<Widget>,
    keep: Rc<Keep>,
    standing: Rc<RefCell<JsValue>>,
    words: &'static Strings,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the widget away, with all its listeners.
    pub fn unmount(self) {
        self.widget.destroy();
    }

    /// What is kept, for another widget to go on with.
    pub fn carry(&self) -> String {
        self.keep.carry()
    }

    /// What to say when the program has stopped, and on the button that starts it again.
    pub fn sorry(&self) -> Vec<String> {
        [self.words.stopped, self.words.again].map(str::to_owned).into()
    }

    /// Forgets all progress, here and in the storage.
    pub fn forget(&self) {
        self.keep.clear(Slot::Progress);
    }

    /// Where the reader stands: `{ quiz, edition, outcome, fits, link }` at the verdict, `null` before.
    pub fn result(&self) -> JsValue {
        self.standing.borrow().clone()
    }
}

/// What the page says about a widget, beside its quiz.
#[wasm_bindgen]
#[derive(Default)]
pub struct Settings {
    heading_level: u8,
    keeps: bool,
    carried: Option<String>,
    site: Option<Site>,
    link: Option<Link>,
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
    /// `keeps` is whether progress outlasts the page; `carried` is what an earlier widget on this page left.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(heading_level: u8, keeps: bool, carried: Option<String>) -> Self {
        Self { heading_level, keeps, carried, ..Self::default() }
    }

    /// The quiz has share pages: `base` is the address of their site; `own` is whether the quiz is in its own language,
    /// the pages of which need no folder.
    pub fn shares(&mut self, base: String, own: bool) {
        self.site = Some(Site { base, own });
    }

    /// A share link was opened. `earlier` is the quiz in the edition of the code, where that is not the current one.
    pub fn opens(&mut self, page: String, code: String, earlier: JsValue) {
        self.link = Some(Link { page, code, earlier });
    }
}

impl Site {
    fn pages(self, quiz: &Quiz) -> Pages {
        let slash = |path: &str| if path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
        Pages { base: slash(&self.base), folder: if self.own { String::new() } else { slash(&quiz.lang) } }
    }
}

impl Link {
    /// What it brings. An earlier edition that cannot be read is one that is not there.
    fn read(&self, quiz: &Rc<Quiz>) -> Opened {
        let earlier = Quiz::of_compiled(json::tree(&self.earlier)).ok().map(Rc::new);
        Opened::read(&self.page, &self.code, quiz, earlier.as_ref())
    }
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
    console_error_panic_hook::set_once();
    let Settings { heading_level, keeps, carried, site, link } = settings;
    let quiz = Rc::new(Quiz::of_compiled(json::tree(quiz))?);
    let words = strings(&quiz.lang);
    let keep = Rc::new(Keep::new(&quiz.id, keeps, carried.as_deref()));
    let standing = Rc::new(RefCell::new(JsValue::NULL));
    let host = SharedHost::new(BrowserHost::new(into.clone(), element, Rc::clone(&keep), Rc::clone(&standing)));
    let pages = site.map(|site| site.pages(&quiz));
    let opened = link.map(|link| link.read(&quiz));
    let props = WidgetProps { quiz, host, heading_level: heading_level.clamp(1, 6), pages, opened };
    let widget = yew::Renderer::<Widget>::with_root_and_props(into, props).render();
    Ok(Mounted { widget, keep, standing, words })
}
