//! Who listens to the window.

use super::{call, run};
use wasm_bindgen::JsValue;

/// Counts the listeners that are added and not yet removed. Dropping it ends the count.
pub struct WindowListeners(JsValue);

const SCRIPT: &str = "
const { addEventListener, removeEventListener } = window, open = new Set()
window.addEventListener = (...heard) => { open.add(heard[1]); addEventListener.apply(window, heard) }
window.removeEventListener = (...heard) => { open.delete(heard[1]); removeEventListener.apply(window, heard) }
return { count: () => open.size, stop: () => { delete window.addEventListener; delete window.removeEventListener } }";

impl WindowListeners {
    pub fn watch() -> Self {
        Self(run(SCRIPT))
    }

    pub fn count(&self) -> f64 {
        call(&self.0, "count", &JsValue::UNDEFINED).as_f64().unwrap()
    }
}

impl Drop for WindowListeners {
    fn drop(&mut self) {
        call(&self.0, "stop", &JsValue::UNDEFINED);
    }
}
