//! Answers that the loader asked for while this program still downloaded (`src/early_answers.js`).

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortController;

/// The answer to a call that is under way already.
pub struct EarlyAnswer {
    pub response: Promise,
    /// Aborts the call.
    pub abort: AbortController,
}

/// The loader's answer to exactly this call, once; none where it did not ask, or too long ago.
pub fn take(key: &str) -> Option<EarlyAnswer> {
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    let boot = get(&js_sys::global(), "visitorBoot")?;
    let take: Function = get(&boot, "takeAnswer")?.dyn_into().ok()?;
    let answer = take.call1(&boot, &key.into()).ok()?;
    Some(EarlyAnswer { response: get(&answer, "response")?.dyn_into().ok()?, abort: get(&answer, "abort")?.dyn_into().ok()? })
}
