//! What the browser keeps with each entry of the tab's history.

use js_sys::{Array, Math};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;

/// One entry: a screen, or a dialog over a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// Tells entries apart, also those of one address. A dialog's entry has the key of its screen; an entry that is not ours
    /// has none: 0.
    pub key: u32,
    /// How many screens of ours "back" leads through.
    pub past: u32,
    /// Whether it was made for a dialog.
    pub is_modal: bool,
}

impl Entry {
    pub fn current() -> Self {
        let history = web_sys::window().and_then(|window| window.history().ok());
        history.and_then(|history| history.state().ok()).map(|state| Self::read(&state)).unwrap_or_default()
    }

    pub fn read(state: &JsValue) -> Self {
        let part = |index: u32| state.dyn_ref::<Array>().and_then(|parts| parts.get(index).as_f64()).unwrap_or_default();
        Self { key: part(0) as u32, past: part(1) as u32, is_modal: part(2) > 0.0 }
    }

    /// The entry after this one, for another screen.
    pub fn next(self) -> Self {
        Self { key: new_key(), past: self.past + 1, is_modal: false }
    }

    /// An entry for another screen in place of this one.
    pub fn instead(self) -> Self {
        Self { key: new_key(), past: self.past, is_modal: false }
    }

    /// An entry for a dialog over this one's screen.
    pub fn modal(self) -> Self {
        Self { is_modal: true, ..self }
    }

    /// Makes it the entry after the current one. Where a sandbox denies it, "back" leaves the screen.
    pub fn push(self, window: &Window, href: Option<&str>) {
        let _ = window.history().and_then(|history| history.push_state_with_url(&self.state(), "", href));
    }

    /// Makes it the current entry. Where a sandbox denies it, the address stays as it is.
    pub fn replace(self, window: &Window, href: Option<&str>) {
        let _ = window.history().and_then(|history| history.replace_state_with_url(&self.state(), "", href));
    }

    fn state(self) -> JsValue {
        let parts = [f64::from(self.key), f64::from(self.past), f64::from(u8::from(self.is_modal))];
        parts.into_iter().map(JsValue::from).collect::<Array>().into()
    }
}

fn new_key() -> u32 {
    1 + (Math::random() * f64::from(u32::MAX - 1)) as u32
}
