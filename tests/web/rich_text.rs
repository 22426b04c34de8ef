//! `RichText`: what a site wrote, without what could run, fetch or lead elsewhere.

use crate::harness::{Screen, mount};
use leptos::prelude::*;
use visitor_front::ui::rich_text::{RichText, plain_words};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

fn text(source: &'static str) -> Screen {
    mount(move || view! { <RichText source=source/> })
}

/// The elements of a text, without the one around it.
fn elements(screen: &Screen) -> Vec<Element> {
    let all = screen.place().query_selector_all(":scope > div *").unwrap();
    (0..all.length()).filter_map(|at| all.item(at)).map(wasm_bindgen::JsCast::unchecked_into).collect()
}

fn tags(screen: &Screen) -> Vec<String> {
    elements(screen).iter().map(Element::local_name).collect()
}

#[wasm_bindgen_test]
async fn what_structures_a_text_is_shown_without_attributes() {
    let screen = text(
        "<section id=a class=b style='position:fixed' onclick='alert(1)'><h1>Rules</h1><ul><li>Wear <b title=x>shoes</b></li></ul></section>",
    );
    assert_eq!(tags(&screen), ["div", "h4", "ul", "li", "strong"]);
    assert!(elements(&screen).iter().all(|element| !element.has_attributes()));
    assert_eq!((screen.words().as_str(), screen.names("heading")), ("Rules Wear shoes", vec!["Rules".to_owned()]));
}

#[wasm_bindgen_test]
async fn what_runs_or_fetches_is_gone() {
    let screen = text(
        "<p>Before</p><script>window.ran = true</script><img src='/gone.png' onerror='window.ran = true'><style>p{display:none}</style>\
         <iframe src='/x'></iframe><svg onload='window.ran = true'><text>drawn</text></svg><p>After</p>",
    );
    assert_eq!((tags(&screen), screen.words()), (vec!["p".to_owned(), "p".to_owned()], "Before After".to_owned()));
    assert!(js_sys::Reflect::get(&window(), &"ran".into()).unwrap().is_undefined());
}

#[wasm_bindgen_test]
async fn links_dial_or_are_mere_words() {
    let screen = text(
        "<a href='tel:021-5555 0110' target=_blank>Call us</a> <a href='https://example.com'>our site</a> \
         <a href='javascript:alert(1)'>a trick</a> <a href='tel:*#06#'>a code</a>",
    );
    assert_eq!((screen.names("link"), screen.words().as_str()), (vec!["Call us".to_owned()], "Call us our site a trick a code"));
    let link = screen.get("link", "Call us");
    assert_eq!((link.get_attribute("href").as_deref(), link.get_attribute_names().length()), (Some("tel:021-5555 0110"), 1));
}

#[wasm_bindgen_test]
async fn lines_are_kept_where_there_is_no_markup() {
    let is_plain = |source| text(source).place().first_element_child().unwrap().has_attribute("data-plain");
    assert!(is_plain("Line one\nline two") && is_plain("a <b>bold</b>\nword") && !is_plain("<p>One</p>"));
    assert_eq!(text("5 < 7 & 8 > 6").words(), "5 < 7 & 8 > 6");
}

#[wasm_bindgen_test]
async fn the_words_of_a_text_are_a_name_for_it() {
    let words = plain_words("<h1>Safety</h1><p>Wear <b>shoes</b></p><script>no()</script>");
    assert_eq!(words.split_whitespace().collect::<Vec<_>>(), ["Safety", "Wear", "shoes"]);
}

#[wasm_bindgen_test]
async fn deep_nesting_ends_in_words() {
    let source: &'static str = String::leak(format!("{}deep{}", "<div>".repeat(500), "</div>".repeat(500)));
    let screen = text(source);
    assert_eq!(screen.words(), "deep");
    assert!(tags(&screen).len() <= 12);
}
