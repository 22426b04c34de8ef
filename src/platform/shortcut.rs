//! Keys that work anywhere on a screen, for those who sit at a computer.

use super::{modal, webview};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// What takes keys for itself.
const TAKES_KEYS: &str = "input, textarea, select, [contenteditable], [role=dialog]";

/// Calls a function with each key that is pressed on a wide screen, in lower case, until the component goes. Keys in an input
/// or a dialog and keys with a modifier are not for it. The function says whether the key meant something.
pub fn on_key(act: impl Fn(&str) -> bool + 'static) {
    let keys = window_event_listener(ev::keydown, move |event| {
        if is_free(&event) && act(&event.key().to_lowercase()) {
            event.prevent_default();
        }
    });
    on_cleanup(move || keys.remove());
}

fn is_free(event: &KeyboardEvent) -> bool {
    let is_modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() || event.is_composing();
    if is_modified || event.default_prevented() || modal::is_open() || !webview::is_wide() {
        return false;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    !target.is_some_and(|target| target.closest(TAKES_KEYS).is_ok_and(|taker| taker.is_some()))
}
