//! A screen that stays on, where the browser has a wake lock.

use super::visibility::use_visibility;
use crate::reactive::effect;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Keeps the screen on until the component goes.
pub fn use_wake_lock() {
    let lock = StoredValue::new_local(WakeLock::default());
    let is_visible = use_visibility().is_visible;
    // Hiding the page releases the lock.
    effect(move || {
        if is_visible.get() {
            lock.with_value(WakeLock::request);
        }
    });
}

/// Releases the lock when it is dropped.
///
/// Leptos-use 0.20 has none (its `use_web_lock` is another API), and web-sys has it behind `web_sys_unstable_apis`.
#[derive(Debug, Default)]
struct WakeLock(Rc<Sentinel>);

/// The lock's `WakeLockSentinel`, once there is one.
#[derive(Debug, Default)]
struct Sentinel(RefCell<Option<JsValue>>);

impl WakeLock {
    fn request(&self) {
        let Some(pending) = request() else { return };
        let holder = Rc::downgrade(&self.0);
        leptos::task::spawn_local(async move {
            // A phone that saves power refuses.
            let Ok(sentinel) = JsFuture::from(pending).await else { return };
            match holder.upgrade() {
                Some(holder) => release(holder.0.replace(Some(sentinel))),
                None => release(Some(sentinel)),
            }
        });
    }
}

impl Drop for Sentinel {
    fn drop(&mut self) {
        release(self.0.take());
    }
}

fn request() -> Option<Promise> {
    let lock = Reflect::get(&window().navigator(), &"wakeLock".into()).ok().filter(JsValue::is_object)?;
    method(&lock, "request")?.call1(&lock, &"screen".into()).ok()?.dyn_into().ok()
}

fn release(sentinel: Option<JsValue>) {
    if let Some(sentinel) = sentinel
        && let Some(release) = method(&sentinel, "release")
    {
        // A lock that was lost already needs no release.
        let _ = release.call0(&sentinel);
    }
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
