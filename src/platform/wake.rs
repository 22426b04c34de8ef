//! A screen that stays on, where the browser has a wake lock.

use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Keeps the screen on until it is dropped.
#[derive(Debug, Clone, Default)]
pub struct Awake(Rc<Lock>);

#[derive(Debug, Default)]
struct Lock(RefCell<Option<JsValue>>);

impl Awake {
    /// Asks for the lock; to be asked again whenever the page comes back into sight, because leaving it lost the lock.
    pub fn hold(&self) {
        let Some(asked) = ask() else { return };
        let lock = Rc::downgrade(&self.0);
        leptos::task::spawn_local(async move {
            // A phone that saves power says no.
            let Ok(held) = JsFuture::from(asked).await else { return };
            match lock.upgrade() {
                Some(lock) => release(lock.0.replace(Some(held))),
                None => release(Some(held)),
            }
        });
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        release(self.0.take());
    }
}

fn ask() -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let lock = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_object)?;
    method(&lock, "request")?.call1(&lock, &"screen".into()).ok()?.dyn_into().ok()
}

fn release(held: Option<JsValue>) {
    if let Some(held) = held
        && let Some(release) = method(&held, "release")
    {
        // What is lost already needs no release.
        let _ = release.call0(&held);
    }
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}
