//! Opening without a network: the loader's service worker caches the program, where the browser has one.

use wasm_bindgen::JsCast;

/// Caches the program, so that it opens without a network from now on.
pub fn cache_program() {
    call_loader("keep");
}

/// Deletes the cached program.
pub fn delete_program() {
    call_loader("forget");
}

fn call_loader(method: &str) {
    let boot = js_sys::Reflect::get(&js_sys::global(), &"visitorBoot".into());
    let method = boot.and_then(|boot| js_sys::Reflect::get(&boot, &method.into())).ok();
    if let Some(method) = method.and_then(|method| method.dyn_into::<js_sys::Function>().ok()) {
        // A browser that denies it caches nothing.
        let _ = method.call0(&js_sys::global());
    }
}
