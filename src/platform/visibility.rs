//! Coming back to a page that was out of sight: WeChat and iOS keep pages for hours and show them as they were.

use crate::state::while_shown;
use leptos::prelude::{ArcTrigger, Notify, Track};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// How long a page must have been out of sight to count as stale, in milliseconds. Where the phone's clock went
/// backwards meanwhile, nobody knows how long it was.
const LONG: f64 = 30_000.0;

thread_local! {
    static RETURNED: ArcTrigger = start();
    /// When the page went out of sight, by the phone's clock.
    static LEFT: Cell<Option<f64>> = const { Cell::new(None) };
    static LAST_ACT: RefCell<Option<Rc<dyn Fn()>>> = start_parting();
}

/// Does something whenever the visitor comes back to the page, until the part of it that asked for it goes. What it
/// reads, it reads untracked.
pub fn on_return(act: Box<dyn Fn()>) {
    let mut has_begun = false;
    while_shown(move || {
        RETURNED.with(Track::track);
        if std::mem::replace(&mut has_begun, true) {
            act();
        }
    });
}

/// Does something when the page goes out of sight, or goes for good, in place of what was to be done before.
pub fn on_parting(act: Rc<dyn Fn()>) {
    LAST_ACT.with(|last| last.replace(Some(act)));
}

/// "pagehide" does not come where an app closes its webview, "visibilitychange" not in every webview that is left.
fn start_parting() -> RefCell<Option<Rc<dyn Fn()>>> {
    let part = || {
        let act = LAST_ACT.with(|last| last.borrow().clone());
        act.iter().for_each(|act| act());
    };
    if let Some(window) = web_sys::window() {
        listen(&window, "pagehide", Box::new(move |_| part()));
        if let Some(document) = window.document() {
            let page = document.clone();
            listen(
                &document,
                "visibilitychange",
                Box::new(move |_| {
                    if page.hidden() {
                        part();
                    }
                }),
            );
        }
    }
    RefCell::new(None)
}

/// Whether the page can be seen now.
pub fn is_in_sight() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| !document.hidden())
}

fn start() -> ArcTrigger {
    let returned = ArcTrigger::new();
    if let Some(window) = web_sys::window() {
        // A page that was kept whole comes back however long it was away.
        let for_window = returned.clone();
        listen(
            &window,
            "pageshow",
            Box::new(move |event| {
                if js_sys::Reflect::get(&event, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy()) {
                    LEFT.set(None);
                    for_window.notify();
                }
            }),
        );
        if let Some(document) = window.document() {
            let (for_document, page) = (returned.clone(), document.clone());
            listen(
                &document,
                "visibilitychange",
                Box::new(move |_| {
                    let now = js_sys::Date::now();
                    if page.hidden() {
                        LEFT.set(Some(now));
                    } else if LEFT.take().is_some_and(|left| !(0.0..LONG).contains(&(now - left))) {
                        for_document.notify();
                    }
                }),
            );
        }
    }
    returned
}

/// Listens for as long as the page lives.
fn listen(target: &EventTarget, event: &str, act: Box<dyn FnMut(Event)>) {
    let act = Closure::wrap(act);
    // Adding a listener cannot fail.
    let _ = target.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
    act.forget();
}
