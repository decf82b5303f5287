//! What is drawn anew, on a page.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlInputElement};
use which_track_quiz::check::{Source, check};
use which_track_quiz::share::ShareUrls;
use which_track_quiz::words::native;

use super::DRAWN;
use crate::cut::ResultThere;
use crate::host::memory::Memory;
use crate::host::{Capabilities, SharedHost};
use crate::same::Same;
use crate::widget::{Bring, Widget, WidgetProps};

wasm_bindgen_test_configure!(run_in_browser);

/// The widget on the page, at the result of these answers, where everything is allowed.
async fn at_result(saved: &str) -> Element {
    let text = include_str!("../../../tests/quizzes/valid/tea-or-coffee.toml");
    let quiz = check(Source { name: "tea-or-coffee.toml", text }, &[]).quizzes.remove(0);
    let capabilities = Capabilities { copy: true, share: true, share_files: false, open: true };
    let document = web_sys::window().and_then(|window| window.document()).expect("a page");
    let root = document.create_element("div").expect("an element");
    let props = WidgetProps {
        words: Same::new(native(&quiz)),
        quiz: Same::new(quiz),
        host: SharedHost::from(Memory::holding(saved).allowing(capabilities)),
        heading_level: 2,
        pages: Some(ShareUrls { base: "https://quiz.example/".to_owned(), folder: String::new() }),
        shared_link: None,
        there: Some(ResultThere::known()),
        bring: Bring::noop(),
    };
    yew::Renderer::<Widget>::with_root_and_props(root.clone(), props).render();
    yew::scheduler::flush().await;
    root
}

#[wasm_bindgen_test]
async fn a_key_typed_in_the_share_panel_draws_that_panel_and_nothing_else() {
    let root = at_result("1;@@result;morning=slow;moments=friends;ritual=1;values=calm,price").await;
    let mut drawn = DRAWN.take();
    drawn.sort_unstable();
    assert_eq!(drawn, ["Explanation", "Plan", "SharePanel"]);
    let server = root.query_selector("input[inputmode=url]").ok().flatten().expect("Mastodon's server");
    let server: HtmlInputElement = server.unchecked_into();
    let bubbles = web_sys::EventInit::new();
    bubbles.set_bubbles(true);
    for typed in ["m", "ma", "mas"] {
        server.set_value(typed);
        let input = web_sys::Event::new_with_event_init_dict("input", &bubbles).expect("an event");
        server.dispatch_event(&input).expect("heard");
        yew::scheduler::flush().await;
        assert_eq!(DRAWN.take(), ["SharePanel"], "{typed}");
    }
}
