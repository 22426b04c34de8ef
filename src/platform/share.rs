//! Handing a link to others.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement, HtmlInputElement};

/// What became of a link that was to be shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shared {
    /// The phone asks with whom.
    Offered,
    /// It is in the clipboard.
    Copied,
    /// The webview allows neither.
    Neither,
}

/// Shares a link by the phone's own means; where it has none, copies it. To be called from a tap.
pub fn share(link: &str) -> Shared {
    if offer(link).is_some() {
        Shared::Offered
    } else if copy(link) == Some(true) {
        Shared::Copied
    } else {
        Shared::Neither
    }
}

/// Whether the phone has means of its own to share a link.
pub fn can_offer() -> bool {
    web_sys::window().is_some_and(|window| method(&window.navigator(), "share").is_some())
}

/// Shares a link by the phone's own means; none where it has none. To be called from a tap.
pub fn offer(link: &str) -> Option<()> {
    let navigator = web_sys::window()?.navigator();
    let about = Object::new();
    Reflect::set(&about, &"url".into(), &link.into()).ok()?;
    let asked: Promise = method(&navigator, "share")?.call1(&navigator, &about).ok()?.dyn_into().ok()?;
    // Who thinks better of it has shared nothing, and that is no fault.
    leptos::task::spawn_local(async move { drop(JsFuture::from(asked).await) });
    Some(())
}

/// Copies a link, and says whether that went well; none where the webview allows no such thing. To be called from a tap.
///
/// By the old command: it needs no permission, and Chrome 61 and iOS 11 know it.
pub fn copy(link: &str) -> Option<bool> {
    let document: Document = web_sys::window()?.document()?;
    let focused = document.active_element();
    let line: HtmlInputElement = document.create_element("input").ok()?.dyn_into().ok()?;
    line.set_value(link);
    // Without a keyboard rising for it.
    line.set_read_only(true);
    document.body()?.append_child(&line).ok()?;
    line.select();
    let copied = method(&document, "execCommand")?.call1(&document, &"copy".into()).ok();
    line.remove();
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        // What cannot be focused any more is gone.
        let _ = focused.focus();
    }
    copied?.as_bool()
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}
