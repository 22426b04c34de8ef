//! Opening without a network: the loader's service worker keeps the program where the browser has one.

use wasm_bindgen::JsCast;

/// Has the program open without a network from now on.
pub fn keep_program() {
    ask_loader("keep");
}

/// Takes everything away that was kept for that.
pub fn forget_program() {
    ask_loader("forget");
}

fn ask_loader(wish: &str) {
    let boot = js_sys::Reflect::get(&js_sys::global(), &"visitorBoot".into());
    let wish = boot.and_then(|boot| js_sys::Reflect::get(&boot, &wish.into())).ok();
    if let Some(wish) = wish.and_then(|wish| wish.dyn_into::<js_sys::Function>().ok()) {
        // A browser that denies it keeps nothing.
        let _ = wish.call0(&js_sys::global());
    }
}
