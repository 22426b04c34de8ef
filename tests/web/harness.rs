//! What the tests share: a place on the page to mount a view in, eyes to find things there, and hands to use them.

mod backend;
mod clock;
mod eyes;
mod hands;
mod listeners;

pub use backend::Backend;
pub use clock::Clock;
pub use eyes::{describe, words_of};
pub use hands::{Finger, choose, click, leave, press, type_text};
pub use listeners::WindowListeners;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::{AnyView, IntoAny, IntoView, document, window};
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// A view on the page. Dropping it unmounts the view.
pub struct Screen {
    place: HtmlElement,
    _handle: UnmountHandle<AnyViewState>,
}

/// Mounts a view into a place of its own, the only one on the page.
pub fn mount<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Screen {
    mount_any(Box::new(move || view().into_any()))
}

fn mount_any(view: Box<dyn FnOnce() -> AnyView>) -> Screen {
    clear_away();
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    place.set_class_name(PLACE);
    document().body().unwrap().append_child(&place).unwrap();
    Screen { _handle: mount_to(place.clone(), view), place }
}

/// What marks the place of a view.
const PLACE: &str = "place";

/// Takes away what a test left behind that failed.
fn clear_away() {
    faults();
    while let Ok(Some(left)) = document().query_selector("body > .place, body > .popup, body > .full-screen") {
        left.remove();
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.place.remove();
    }
}

/// What has the focus; the page itself where nothing has.
pub fn focused() -> HtmlElement {
    document().active_element().unwrap().unchecked_into()
}

/// Waits until what was set off has happened: effects, tasks, the view.
pub async fn settle() {
    promise("return new Promise(done => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0) })")
        .await;
    assert_eq!(faults(), "", "nothing breaks unheard");
}

/// What broke since the last question in listeners, timers and tasks, where no test fails by it.
fn faults() -> String {
    run(FAULTS).as_string().unwrap()
}

const FAULTS: &str = "
if (!window.faults) {
  window.faults = []
  window.addEventListener('error', event => window.faults.push(event.message))
  window.addEventListener('unhandledrejection', event => window.faults.push(String(event.reason)))
}
return window.faults.splice(0).join('; ')";

/// Waits for the browser to draw; scrolling is heard by then as well.
pub async fn frame() {
    promise("return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))").await;
    settle().await;
}

/// Waits until a dialog takes the taps that confirm or close it.
pub async fn guard() {
    promise("return new Promise(done => setTimeout(done, 450))").await;
    settle().await;
}

/// Scrolls the page to a place, and waits until that is heard.
pub async fn scroll_to(top: f64) {
    window().scroll_to_with_x_and_y(0.0, top);
    frame().await;
}

async fn promise(script: &str) {
    JsFuture::from(run(script).unchecked_into::<js_sys::Promise>()).await.unwrap();
}

/// Runs the body of a JavaScript function.
fn run(script: &str) -> JsValue {
    js_sys::Function::new_no_args(script).call0(&JsValue::NULL).unwrap()
}

/// Calls a method of what a script returned.
fn call(object: &JsValue, method: &str, argument: &JsValue) -> JsValue {
    let method: js_sys::Function = js_sys::Reflect::get(object, &method.into()).unwrap().unchecked_into();
    method.call1(object, argument).unwrap()
}
