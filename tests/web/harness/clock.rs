//! A clock that goes when the test says so.

use super::{call, run, settle};
use wasm_bindgen::JsValue;

/// Takes the place of the browser's timers. Dropping it gives them back.
pub struct Clock(JsValue);

const SCRIPT: &str = "
const { setTimeout, clearTimeout } = window, timers = new Map()
let now = 0, last = 1e9
window.setTimeout = (act, after = 0) => (timers.set(++last, { at: now + after, act }), last)
window.clearTimeout = id => { if (!timers.delete(id)) clearTimeout.call(window, id) }
return {
  // Lets the next timer go off that is due; says whether there was one.
  step: until => {
    const due = [...timers].filter(([, timer]) => timer.at <= until).sort(([a, first], [b, second]) => first.at - second.at || a - b)[0]
    now = due ? due[1].at : until
    if (due) { timers.delete(due[0]); due[1].act() }
    return !!due
  },
  now: () => now,
  stop: () => { window.setTimeout = setTimeout; window.clearTimeout = clearTimeout },
}";

impl Clock {
    pub fn stopped() -> Self {
        Self(run(SCRIPT))
    }

    /// Lets time pass, in milliseconds.
    pub async fn advance(&self, by: u32) {
        // What has happened so far may set timers.
        settle().await;
        let now = call(&self.0, "now", &JsValue::UNDEFINED).as_f64().unwrap();
        let until = JsValue::from(now + f64::from(by));
        while call(&self.0, "step", &until).is_truthy() {
            settle().await;
        }
        settle().await;
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        call(&self.0, "stop", &JsValue::UNDEFINED);
    }
}
