//! What needs a page, in a real browser: mounting, focus, events, storage.
#![cfg(all(feature = "csr", target_arch = "wasm32"))]

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CustomEvent, Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};
use which_track::browser::numbers::BrowserNumbers;
use which_track::browser::{Mounted, Settings, mount};
use which_track_quiz::languages;
use which_track_quiz::words::{ASKED, MARK, Native, Numbers, READER, Texts};

wasm_bindgen_test_configure!(run_in_browser);

/// A compiled quiz with one question of each way to choose, without its words.
const QUIZ: &str = r#"["which-track quiz", 3, ["tiny", "Tea or coffee?", "Two questions.", "en", 0, 1,
    [["tea", "Tea"], ["coffee", "Coffee"]],
    [
        ["morning", "Morning?", 1, 0, [0, [["slow", "Slow", [2, 0]], ["kick", "A kick", [0, 2]]]]],
        ["ritual", "Ritual matters.", 1, 0, [2, "No", "Yes", [1, -1]]]
    ],
    [],
    ["tea", "coffee"],
    null, null, WORDS
], [
    [[null, null], [null, null]],
    [["Tea it is", "One. Two."], ["Coffee it is", "One. Two."]],
    [], [], [], null, TEXTS
]]"#;

/// The compiled quiz with these words.
fn with(words: &Texts) -> String {
    let list = |texts: &[String]| texts.iter().map(|text| format!("{text:?}")).collect::<Vec<_>>().join(",");
    let texts: Vec<String> = words.texts.iter().take(READER).map(|forms| format!("[{}]", list(forms))).collect();
    let (asked, rest) = texts.split_at(ASKED);
    let words = format!("[{MARK}, \"{}\", [{}]]", words.lang, asked.join(","));
    QUIZ.replace("WORDS", &words).replace("TEXTS", &format!("[{}]", rest.join(",")))
}

fn quiz() -> String {
    with(&languages::nearest("en").texts)
}

/// A widget on the page, with the element that it tells.
struct Page {
    element: Element,
    root: ShadowRoot,
    mounted: Option<Mounted>,
    told: Rc<RefCell<Vec<String>>>,
    listener: Closure<dyn FnMut(CustomEvent)>,
}

const EVENTS: [&str; 3] = ["which-track:start", "which-track:step", "which-track:result"];

impl Page {
    fn new(keeps: bool) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let element = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&element).unwrap();
        let root = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        let told = Rc::new(RefCell::new(Vec::new()));
        let listener = {
            let told = Rc::clone(&told);
            Closure::new(move |event: CustomEvent| {
                let detail = js_sys::JSON::stringify(&event.detail()).map_or_else(|_| String::new(), String::from);
                told.borrow_mut().push(format!("{} {detail}", event.type_()));
            })
        };
        for event in EVENTS {
            element.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()).unwrap();
        }
        let mut page = Self { element, root, mounted: None, told, listener };
        page.mount(keeps);
        page
    }

    fn mount(&mut self, keeps: bool) {
        let into = web_sys::window().unwrap().document().unwrap().create_element("div").unwrap();
        self.root.append_child(&into).unwrap();
        let quiz = js_sys::JSON::parse(&quiz()).unwrap();
        let mut settings = Settings::new(2, keeps);
        settings.has_result(JsValue::UNDEFINED);
        self.mounted = Some(mount(into, self.element.clone(), &quiz, settings).unwrap_or_else(|_| panic!("mounts")));
    }

    async fn click(&self, selector: &str) {
        self.root.query_selector(selector).unwrap().expect(selector).unchecked_into::<HtmlElement>().click();
        yew::scheduler::flush().await;
    }

    fn text(&self, selector: &str) -> String {
        self.root.query_selector(selector).unwrap().expect(selector).text_content().unwrap()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(mounted) = self.mounted.take() {
            mounted.unmount();
        }
        for event in EVENTS {
            self.element.remove_event_listener_with_callback(event, self.listener.as_ref().unchecked_ref()).unwrap();
        }
        self.element.remove();
    }
}

async fn wait(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}

fn storage() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

#[wasm_bindgen_test]
async fn a_quiz_is_taken_to_its_result_and_the_page_is_told() {
    storage().clear().unwrap();
    let page = Page::new(false);
    yew::scheduler::flush().await;
    assert!(page.root.active_element().is_none(), "mounting takes no focus");
    page.click(".option:nth-child(2) input").await;
    page.click("button[type=submit]").await;
    assert_eq!(page.text(".prompt"), "Ritual matters.");
    assert_eq!(page.root.active_element().unwrap().class_name(), "prompt", "focus is on the new question");
    page.click(".step:nth-child(1) input").await;
    page.click("button[type=submit]").await;
    page.click(".review .primary").await;
    assert_eq!(page.text(".outcome"), "Coffee it is");
    assert!(page.root.query_selector(".change-it").unwrap().is_none(), "the verdict is there first");
    wait(300).await;
    let change = page.text(".change-it > p");
    assert!(change.starts_with("With this one answer instead of yours, the result would be “Tea it is”"), "{change}");
    let result = js_sys::JSON::stringify(&page.mounted.as_ref().unwrap().result()).unwrap();
    assert!(
        String::from(result)
            .ends_with(r#""outcome":"coffee","fits":[{"track":"tea","percent":0},{"track":"coffee","percent":100}]}"#)
    );
    let told = page.told.borrow();
    assert_eq!(told[..2], ["which-track:start null", r#"which-track:step {"index":1,"total":2,"question":"ritual"}"#]);
    assert!(told[2].starts_with(r#"which-track:result {"quiz":"tiny","edition":""#), "{}", told[2]);
    assert!(told[2].ends_with(r#"","outcome":"coffee"}"#), "{}", told[2]);
    assert_eq!(storage().length().unwrap(), 0, "nothing is kept where nothing should be");
}

#[wasm_bindgen_test]
async fn progress_is_kept_and_comes_back() {
    storage().clear().unwrap();
    let mut page = Page::new(true);
    yew::scheduler::flush().await;
    page.click(".option:nth-child(1) input").await;
    page.click("button[type=submit]").await;
    assert_eq!(storage().get_item("which-track:tiny").unwrap().as_deref(), Some("1;@ritual;morning=slow"));
    let mounted = page.mounted.take().unwrap();
    assert_eq!(mounted.carry(), ["tiny", "", "1;@ritual;morning=slow", "", "", "1;@ritual;morning=slow", "", ""]);
    mounted.unmount();
    page.mount(true);
    yew::scheduler::flush().await;
    assert_eq!(page.text(".prompt"), "Ritual matters.");
    storage().clear().unwrap();
}

#[wasm_bindgen_test]
async fn unmounting_leaves_nothing_behind() {
    let mut page = Page::new(false);
    yew::scheduler::flush().await;
    assert!(page.root.query_selector(".quiz").unwrap().is_some());
    page.mounted.take().unwrap().unmount();
    yew::scheduler::flush().await;
    assert!(page.root.query_selector(".quiz").unwrap().is_none());
}

#[wasm_bindgen_test]
fn what_is_no_quiz_is_refused_with_a_sentence() {
    let quiz = quiz();
    let document = web_sys::window().unwrap().document().unwrap();
    for (text, words) in [
        ("{}", "not a compiled quiz: no list where one belongs"),
        ("7", "not a compiled quiz: no list where one belongs"),
        ("[]", "not a compiled quiz: no text where one belongs"),
        (&quiz.replace("quiz\", 3", "quiz\", 4"), "not a compiled quiz: made for another version of the widget"),
        (&quiz.replace(&MARK.to_string(), "7"), "not a compiled quiz: made for another version of the widget"),
        (
            &QUIZ.replace("WORDS", "null").replace("TEXTS", "[]"),
            "not a compiled quiz: made for another version of the widget",
        ),
        (&quiz.replace("\"en\", 0", "\"en\", 101"), "not a compiled quiz: margin or marks"),
        (&quiz.replace("\"en\", 0", "\"en\", 0.5"), "not a compiled quiz: no number where one belongs"),
        (&quiz.replace("[2, 0]", "[2]"), "not a compiled quiz: points"),
        (&quiz.replace("\"slow\"", "\"a;b\""), "not a compiled quiz: an id"),
        (&quiz.replace("\"tiny\"", "\"\""), "not a compiled quiz: an id"),
        (
            &quiz.replace("[\"tea\", \"coffee\"]", "[\"compare\", \"tea\", \"coffee\"]"),
            "not a compiled quiz: an outcome with the name of invitations",
        ),
        (
            &quiz.replace("Tea or coffee?", &"t".repeat(5_000_000)),
            "not a compiled quiz: it has more text than a quiz may have",
        ),
        (
            &quiz.replace("    [],\n", &format!("    [[[5, [[1, 0]{}]], 0]],\n", ", [1, 0]".repeat(300_000))),
            "not a compiled quiz: it has longer lists than a quiz may have",
        ),
        (&quiz.replacen("\"en\"", "\"en_US\"", 1), "not a compiled quiz: a language tag"),
        (&format!("{}{}", "[".repeat(5000), "]".repeat(5000)), "not a compiled quiz: no text where one belongs"),
    ] {
        let (into, element) = (document.create_element("div").unwrap(), document.create_element("div").unwrap());
        let refused =
            mount(into, element, &js_sys::JSON::parse(text).unwrap(), Settings::new(2, false)).err().expect("refused");
        let message = JsValue::from(refused).unchecked_into::<js_sys::Error>().message();
        assert_eq!(String::from(message), words);
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(js_namespace = Intl, constructor)]
    fn new(lang: &str) -> NumberFormat;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: usize) -> String;
}

/// Numbers that fall into every form of every language.
const NUMBERS: [usize; 22] = [0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 14, 19, 20, 21, 22, 25, 99, 100, 101, 102, 103, 999];

#[wasm_bindgen_test]
fn the_browser_and_the_tool_count_alike() {
    let tags = languages::all().0.iter().map(|language| language.texts.lang.as_str());
    for tag in tags.chain(["ar-EG", "de-CH", "en-IN", "fr-CA", "zh-Hant-TW"]) {
        let (browser, native) = (BrowserNumbers::new(tag), Native::new(tag, tag));
        let (texts, format) = (languages::nearest(tag).texts.clone().beside(tag), NumberFormat::new(tag));
        for number in NUMBERS {
            assert_eq!(browser.plural(number), native.plural(number), "{tag} {number}");
            assert_eq!(texts.number(number), format.format(number), "{tag} {number}");
        }
    }
}
