//! `WeixinJSBridge`, which the app itself puts into the page: it needs no signature, and knows little.

use js_sys::{Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

fn bridge() -> Option<JsValue> {
    Reflect::get(&js_sys::global(), &"WeixinJSBridge".into()).ok().filter(|bridge| bridge.is_object() || bridge.is_function())
}

pub fn is_there() -> bool {
    bridge().is_some()
}

/// Calls a function once the bridge is there, if it is not yet: apps add it while the page runs already.
pub fn when_ready(then: impl Fn() + 'static) {
    if is_there() {
        return;
    }
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let on_ready = Closure::<dyn Fn()>::new(then);
    // Adding a listener cannot fail.
    let _ = document.add_event_listener_with_callback("WeixinJSBridgeReady", on_ready.as_ref().unchecked_ref());
    on_ready.forget();
}

/// Calls it without waiting for an answer.
pub fn tell(name: &str) {
    let Some(bridge) = bridge() else { return };
    let call = Reflect::get(&bridge, &"call".into()).ok().and_then(|call| call.dyn_into::<Function>().ok());
    if let Some(call) = call {
        // An app that refuses leaves everything as it is.
        let _ = call.call1(&bridge, &name.into());
    }
}
