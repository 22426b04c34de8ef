//! What the webview says of itself, and small things asked of it.

use gloo_timers::future::TimeoutFuture;
use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// How long to wait where a screen still waits, and where a browser does not say when it is idle, in milliseconds.
const STILL_WAITING: u32 = 200;
const LIKELY_IDLE: u32 = 500;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The `User-Agent`, empty where it is hidden.
pub fn user_agent() -> String {
    web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default()
}

/// The phone's preferred language, such as `zh-CN`.
pub fn language() -> String {
    web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// Whether the app says that this page is the web-view of a mini-program: in the user agent, or else once its bridge is ready.
pub fn in_mini_program() -> bool {
    let environment = js_sys::Reflect::get(&js_sys::global(), &"__wxjs_environment".into()).ok();
    let says_so = environment.and_then(|value| value.as_string()).as_deref() == Some("miniprogram");
    says_so || user_agent().to_ascii_lowercase().contains("miniprogram")
}

/// The address that the page was opened by, with all that the link brought along.
pub fn entry_address() -> String {
    let entry = boot("entry").ok().and_then(|entry| entry.as_string());
    entry.unwrap_or_else(present_address)
}

/// The address now.
pub fn present_address() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// Waits until the first screen shows what it waited for, the program is whole, and the browser has nothing better to do.
pub async fn first_screen_stands() {
    idle().await;
    if let Some(whole) = boot("whole").ok().and_then(|whole| whole.dyn_into::<js_sys::Promise>().ok()) {
        // It never fails: its line is retried.
        let _ = JsFuture::from(whole).await;
    }
    let is_waiting = || document().is_some_and(|document| matches!(document.query_selector(".skeleton"), Ok(Some(_))));
    while is_waiting() {
        TimeoutFuture::new(STILL_WAITING).await;
    }
    idle().await;
}

/// Waits until the browser has nothing better to do; some browsers do not say when.
async fn idle() {
    let Some(request) = js_sys::Reflect::get(&js_sys::global(), &"requestIdleCallback".into()).ok().and_then(as_function) else {
        return TimeoutFuture::new(LIKELY_IDLE).await;
    };
    let called = js_sys::Promise::new(&mut |resolve, _| {
        // Without its deadline, a busy page would put it off for ever.
        let options = js_sys::Object::new();
        let _ = js_sys::Reflect::set(&options, &"timeout".into(), &JsValue::from_f64(2_000.0));
        let _ = request.call2(&JsValue::UNDEFINED, &resolve, &options);
    });
    // It is never rejected.
    let _ = JsFuture::from(called).await;
}

fn as_function(value: JsValue) -> Option<js_sys::Function> {
    value.dyn_into().ok()
}

/// Names the page, in the webview's own title bar.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Tells screen readers and fonts which language the page speaks.
pub fn set_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Setting a known attribute on <html> cannot fail.
        let _ = root.set_attribute("lang", tag);
    }
}

/// Has the loader show its page for crashes when this program panics: old browsers keep a trap to themselves.
pub fn report_crashes() {
    std::panic::set_hook(Box::new(|_| call_loader("crashed")));
}

/// Has the loader take its skeleton away: there is a screen now.
pub fn take_over() {
    call_loader("takeOver");
}

/// Calls a function that the loader offers, `visitorBoot.name()`.
pub(super) fn call_loader(name: &str) {
    if let Some(function) = boot(name).ok().and_then(as_function) {
        // There is nobody left to tell if this fails.
        let _ = function.call0(&js_sys::global());
    }
}

/// What the page's scripts keep for the program, `visitorBoot.name`.
fn boot(name: &str) -> Result<JsValue, JsValue> {
    js_sys::Reflect::get(&js_sys::Reflect::get(&js_sys::global(), &"visitorBoot".into())?, &name.into())
}

/// Moves the focus to an element and brings it to the middle of the screen, clear of bars and keyboard.
pub fn focus(id: &str) {
    let Some(element) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    let middle = ScrollIntoViewOptions::new();
    middle.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&middle);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Taps an element. A file input opens its chooser only shortly after the visitor's own tap.
pub fn click(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Shows the page from its beginning.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Whether the window is wide enough for a list and a detail beside it, as style/ui/pair.css has it.
pub fn is_wide() -> bool {
    web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64()).is_some_and(|width| width >= 900.0)
}

/// Whether the window is that wide, as long as the component lives.
pub fn watch_width() -> RwSignal<bool> {
    let wide = RwSignal::new(is_wide());
    let resize = window_event_listener(ev::resize, move |_| {
        if wide.get_untracked() != is_wide() {
            wide.set(is_wide());
        }
    });
    on_cleanup(move || resize.remove());
    wide
}

/// Loads the page anew.
pub fn reload() {
    let _ = web_sys::window().map(|window| window.location().reload());
}

/// Leaves for another address, in place of this page: "back" does not return to it.
pub fn leave_for(address: &str) {
    let _ = web_sys::window().map(|window| window.location().replace(address));
}

/// The origin of the page; empty where it has none.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The path of the page below its origin.
pub fn path() -> String {
    web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// 128 bits that nobody can guess, in hexadecimal digits; none where the browser has no source of them.
pub fn secret() -> Option<String> {
    let mut bytes = [0_u8; 16];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
