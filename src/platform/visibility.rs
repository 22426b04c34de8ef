//! Whether the page is visible. WeChat and iOS keep pages for hours and show them again as they were.
//!
//! Leptos-use 0.20 in place of these listeners and of Leptos' `window_event_listener` in `ui` makes the visitor's wasm
//! 44 kB larger (3 % of its code and data, thin LTO, before wasm-opt), mostly for element signals that nobody uses here.

use crate::reactive::watch;
use leptos::{ev, prelude::*};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// How long a page must have been hidden to count as stale, in milliseconds. Where the phone's clock went backwards
/// meanwhile, nobody knows how long it was.
const STALE_AFTER: f64 = 30_000.0;

type HideHandler = Rc<dyn Fn()>;

/// Whether the page is visible, and when the person returns to it; from context.
#[derive(Debug, Clone, Copy)]
pub struct Visibility {
    pub is_visible: RwSignal<bool>,
    /// Notified when the person returns to a page that may be stale.
    returned: Trigger,
    /// When the page was hidden, by the phone's clock.
    hidden_at: StoredValue<Option<f64>>,
    hide_handler: StoredValue<Option<HideHandler>, LocalStorage>,
    flush_handlers: StoredValue<Vec<HideHandler>, LocalStorage>,
}

/// Whether the page is visible.
pub fn use_visibility() -> Visibility {
    expect_context()
}

/// Calls a function whenever the person returns to the page after a while, until the component goes. What the function
/// reads is not tracked.
pub fn on_return(act: impl Fn() + 'static) {
    let Visibility { returned, .. } = use_visibility();
    watch(move || returned.track(), act);
}

/// Calls a function when the page is hidden or unloaded, in place of the function that was given before. It outlives
/// the component, for work that outlives it.
pub fn on_page_hide(act: impl Fn() + 'static) {
    let handler: HideHandler = Rc::new(act);
    use_visibility().hide_handler.set_value(Some(handler));
}

/// Calls a function when the page is hidden or unloaded, until the component goes.
pub fn flush_on_page_hide(act: impl Fn() + 'static) {
    let handlers = use_visibility().flush_handlers;
    let handler: HideHandler = Rc::new(act);
    let (added, removed) = (handler.clone(), StoredValue::new_local(handler));
    handlers.update_value(|handlers| handlers.push(added));
    on_cleanup(move || {
        let Some(removed) = removed.try_get_value() else { return };
        handlers.update_value(|handlers| handlers.retain(|handler| !Rc::ptr_eq(handler, &removed)));
    });
}

impl Visibility {
    /// Follows the page's visibility from now on, for everything below.
    pub fn provide() {
        let visibility = Self {
            is_visible: RwSignal::new(!document().hidden()),
            returned: Trigger::new(),
            hidden_at: StoredValue::new(None),
            hide_handler: StoredValue::new_local(None),
            flush_handlers: StoredValue::new_local(Vec::new()),
        };
        visibility.listen();
        provide_context(visibility);
    }

    /// Listens for as long as the page lives.
    fn listen(self) {
        // iOS before 14 dispatches it on the document and does not let it bubble to the window.
        let on_change = Closure::<dyn Fn()>::new(move || self.change());
        // Adding a listener cannot fail.
        let _ = document().add_event_listener_with_callback("visibilitychange", on_change.as_ref().unchecked_ref());
        on_change.forget();
        // "pagehide" does not come where an app closes its webview, "visibilitychange" not in every webview that is left.
        window_event_listener(ev::pagehide, move |_| self.hide());
        // A page that comes back from the browser's cache is stale however long it was away.
        window_event_listener(ev::pageshow, move |event| {
            self.is_visible.set(!document().hidden());
            if event.persisted() {
                self.hidden_at.set_value(None);
                self.returned.notify();
            }
        });
    }

    fn change(self) {
        let now = js_sys::Date::now();
        let is_visible = !document().hidden();
        let hidden_at = self.hidden_at.get_value();
        self.hidden_at.set_value((!is_visible).then_some(now));
        if !is_visible {
            return self.hide();
        }
        self.is_visible.set(true);
        if hidden_at.is_some_and(|hidden_at| !(0.0..STALE_AFTER).contains(&(now - hidden_at))) {
            self.returned.notify();
        }
    }

    fn hide(self) {
        self.is_visible.set(false);
        for flush in self.flush_handlers.get_value() {
            flush();
        }
        if let Some(handler) = self.hide_handler.get_value() {
            handler();
        }
    }
}
