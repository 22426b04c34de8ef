//! The browser's regular expressions: the server's patterns are ECMAScript.

use js_sys::{Array, Function, Reflect, RegExp};
use wasm_bindgen::{JsCast, JsValue};

/// Whether a text fits a pattern; none when the pattern is broken.
pub fn fits(pattern: &str, text: &str) -> Option<bool> {
    // `new RegExp` throws on a broken pattern; only `Reflect.construct` lets us catch that.
    let constructor: Function = Reflect::get(&js_sys::global(), &"RegExp".into()).ok()?.dyn_into().ok()?;
    let made = Reflect::construct(&constructor, &Array::of1(&JsValue::from_str(pattern))).ok()?;
    Some(made.dyn_into::<RegExp>().ok()?.test(text))
}
