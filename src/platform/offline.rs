//! Opening without a network: the loader's service worker keeps the program, where the browser has one.

use wasm_bindgen::JsCast;

/// Keeps what a pass needs of the program, so that it opens without a network from now on.
pub fn keep_pass() {
    let boot = js_sys::Reflect::get(&js_sys::global(), &"visitorBoot".into());
    let keep = boot.and_then(|boot| js_sys::Reflect::get(&boot, &"keepPass".into())).ok();
    if let Some(keep) = keep.and_then(|keep| keep.dyn_into::<js_sys::Function>().ok()) {
        // A browser that denies it keeps nothing.
        let _ = keep.call0(&js_sys::global());
    }
}
