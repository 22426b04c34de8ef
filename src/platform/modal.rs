//! Dialogs over the page: everything behind them is inert, and "back" closes them.

use super::{clock, history, webview};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DomRect, Element, Event, HtmlElement, Node};

/// How long after a tap a dialog counts as opened by it, in milliseconds.
const OPENED_BY_TAP: f64 = 1_000.0;

/// How far, in CSS pixels, a button is kept from where its dialog was opened, and how far it is moved at most.
const CLEARANCE: f64 = 8.0;
const MOST_CLEARED: f64 = 240.0;

/// A dialog that is open. Dropping the number does nothing: who opened it closes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModalId(u32);

struct OpenModal {
    id: ModalId,
    /// The child of `<body>` that holds it.
    root: HtmlElement,
    /// What the person may do to be rid of it; none while they have to wait or to answer.
    on_close: Option<Callback<()>>,
    /// What may take the focus when it closes; the first that is still there does.
    openers: Vec<HtmlElement>,
    /// Where on the screen it was opened.
    opened_at: Option<DomRect>,
    /// When it was first drawn, by the clock since the page began.
    drawn_at: Option<f64>,
}

struct Tap {
    on: HtmlElement,
    place: DomRect,
    at: f64,
}

thread_local! {
    static OPEN: RefCell<Vec<OpenModal>> = const { RefCell::new(Vec::new()) };
    static LAST_TAP: RefCell<Option<Tap>> = const { RefCell::new(None) };
    /// The dialog that has just closed: another may open in its place.
    static CLOSED: RefCell<Option<OpenModal>> = const { RefCell::new(None) };
    static LAST_ID: Cell<u32> = const { Cell::new(0) };
}

/// Follows taps from now on, to know what opens a dialog (some webviews do not focus what is tapped), and keeps the
/// focus inside dialogs where the webview does not know `inert`.
pub fn start() {
    let on_click = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let control = target.and_then(|target| target.closest("button, a, label, input").ok().flatten());
        let tap = control.and_then(|control| control.dyn_into::<HtmlElement>().ok());
        LAST_TAP.set(tap.map(|on| Tap { place: on.get_bounding_client_rect(), on, at: clock::uptime_millis() }));
    });
    let on_focus = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        let outside = top(|top| !top.root.contains(target.as_ref())).unwrap_or(false);
        if outside {
            focus_top();
        }
    });
    // Adding a listener cannot fail.
    let _ = document().add_event_listener_with_callback_and_bool("click", on_click.as_ref().unchecked_ref(), true);
    let _ = document().add_event_listener_with_callback("focusin", on_focus.as_ref().unchecked_ref());
    on_click.forget();
    on_focus.forget();
    // A reload with a dialog open leaves the dialog's entry behind.
    sync_history();
}

/// Makes a dialog, the last child of `<body>`, the only thing on the page that can be used. `None` where nothing closes
/// it but what it waits for.
pub fn open(on_close: Option<Callback<()>>) -> Option<ModalId> {
    let root = document().body()?.last_element_child()?.dyn_into::<HtmlElement>().ok()?;
    let id = ModalId(LAST_ID.get() + 1);
    LAST_ID.set(id.0);
    let now = clock::uptime_millis();
    let tap = LAST_TAP.take().filter(|tap| now - tap.at < OPENED_BY_TAP);
    let focused = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let focused = focused.filter(|element| Some(element) != document().body().as_ref());
    let before = CLOSED.take();
    let opened_at = tap.as_ref().map(|tap| tap.place.clone());
    let opened_at = opened_at.or_else(|| before.as_ref().and_then(|before| before.opened_at.clone()));
    let opened_at = opened_at.or_else(|| focused.as_ref().map(|element| element.get_bounding_client_rect()));
    let mut openers: Vec<HtmlElement> = tap.map(|tap| tap.on).or(focused).into_iter().collect();
    openers.extend(before.map(|before| before.openers).or_else(|| top(|top| top.openers.clone())).unwrap_or_default());
    OPEN.with_borrow_mut(|open| open.push(OpenModal { id, root, on_close, openers, opened_at, drawn_at: None }));
    settle();
    request_animation_frame(move || {
        let now = clock::uptime_millis();
        OPEN.with_borrow_mut(|open| open.iter_mut().filter(|modal| modal.id == id).for_each(|modal| modal.drawn_at = Some(now)));
        focus_top();
    });
    Some(id)
}

/// The dialog has gone. The focus returns to what opened it, unless another dialog takes its place.
pub fn close(id: ModalId) {
    let closed = OPEN.with_borrow_mut(|open| open.iter().position(|modal| modal.id == id).map(|at| open.remove(at)));
    let Some(closed) = closed else { return };
    CLOSED.set(Some(closed));
    settle();
    request_animation_frame(|| {
        if let Some(closed) = CLOSED.take()
            && !is_open()
            && let Some(opener) = closed.openers.iter().find(|opener| opener.is_connected())
        {
            // What cannot take the focus leaves it where it is.
            let _ = opener.focus();
        }
    });
}

/// Closes the uppermost dialog, as Escape and "back" do; false where there is none that the person may close.
pub fn close_top() -> bool {
    let on_close = top(|top| top.on_close).flatten();
    if let Some(on_close) = on_close {
        on_close.run(());
    }
    on_close.is_some()
}

/// Whether a dialog is open.
pub fn is_open() -> bool {
    top(|_| ()).is_some()
}

pub fn is_top(id: ModalId) -> bool {
    top(|top| top.id == id).unwrap_or(false)
}

/// For how long the uppermost dialog has been in sight, in milliseconds.
pub fn shown_for() -> f64 {
    top(|top| top.drawn_at).flatten().map_or(0.0, |drawn_at| clock::uptime_millis() - drawn_at)
}

/// Moves the actions of the uppermost dialog up, where a button of it would lie under the finger that opened it.
pub fn keep_clear(button: &HtmlElement) {
    let Some(opened_at) = top(|top| top.opened_at.clone()).flatten() else { return };
    let closest = |selector: &str| button.closest(selector).ok().flatten();
    let (Some(sheet), Some(screen)) = (closest("[role=dialog]"), window().inner_height().ok().and_then(|height| height.as_f64())) else {
        return;
    };
    let actions = closest(".popup__actions");
    let (place, around) = (button.get_bounding_client_rect(), sheet.get_bounding_client_rect());
    // On a wide screen, sheets stand in the middle, too (style/ui/popup.css).
    let actions = actions.filter(|_| !webview::is_wide());
    // A sheet that still rises ends at the lower edge of the screen.
    let rise = if actions.is_some() { screen - around.bottom() } else { 0.0 };
    let (upper, lower) = (place.top() + rise, place.bottom() + rise);
    let is_beside = place.right() <= opened_at.left() || opened_at.right() <= place.left();
    let up = lower - opened_at.top() + CLEARANCE;
    if is_beside || upper > opened_at.bottom() || up <= 0.0 || up > MOST_CLEARED {
        return;
    }
    // What stands in the middle of the screen moves by half of what is added below it.
    let (moved, room) = actions.map_or((sheet, 2.0 * up), |actions| (actions, up));
    if let Some(moved) = moved.dyn_ref::<HtmlElement>() {
        // Setting a style cannot fail.
        let _ = moved.style().set_property("margin-bottom", &format!("{}px", room.ceil() as i32));
    }
}

/// Scrolls the content of the uppermost dialog, as keys scroll a page. Keys in an input are the input's.
pub fn scroll_by_key(key: &str) {
    let Some(content) = top(|top| top.root.query_selector(".popup__content").ok().flatten()).flatten() else { return };
    let focused = document().active_element().map(|element| element.tag_name()).unwrap_or_default();
    if matches!(focused.as_str(), "INPUT" | "SELECT" | "TEXTAREA") {
        return;
    }
    let page = f64::from(content.client_height()) * 0.9;
    let by = match key {
        "ArrowDown" => 40.0,
        "ArrowUp" => -40.0,
        "PageDown" => page,
        "PageUp" => -page,
        "End" => f64::from(content.scroll_height()),
        "Home" => -f64::from(content.scroll_height()),
        _ => return,
    };
    content.scroll_by_with_x_and_y(0.0, by);
}

fn top<T>(read: impl FnOnce(&OpenModal) -> T) -> Option<T> {
    OPEN.with_borrow(|open| open.last().map(read))
}

/// Moves the focus into the uppermost dialog, unless it is there: to what is marked by `data-first-focus`.
fn focus_top() {
    let Some(root) = top(|top| top.root.clone()) else { return };
    if !root.contains(document().active_element().as_deref())
        && let Ok(Some(first)) = root.query_selector("[data-first-focus]")
        && let Some(first) = first.dyn_ref::<HtmlElement>()
    {
        // What cannot take the focus leaves it where it is.
        let _ = first.focus();
    }
}

/// Everything but the uppermost dialog and what speaks by itself, the loader's notices among it, is inert; old webviews at least do not read it out.
fn settle() {
    let shown = top(|top| Element::from(top.root.clone()));
    let mut next = document().body().and_then(|body| body.first_element_child());
    while let Some(element) = next {
        let speaks = element.has_attribute("aria-live") || element.id().starts_with("boot");
        let is_behind = shown.as_ref().is_some_and(|shown| *shown != element) && !speaks;
        for (name, value) in [("inert", ""), ("aria-hidden", "true")] {
            // Known attributes can be set.
            let _ = if is_behind { element.set_attribute(name, value) } else { element.remove_attribute(name) };
        }
        next = element.next_element_sibling();
    }
    if let Some(page) = document().document_element() {
        let _ = if shown.is_some() { page.set_attribute("data-modal", "") } else { page.remove_attribute("data-modal") };
    }
    sync_history();
}

/// Has the history hold an entry for the uppermost dialog, if the person may close it. Another dialog may take its place
/// at once, so that this waits for a moment.
pub fn sync_history() {
    set_timeout(|| history::set_modal_entry(top(|top| top.on_close.is_some()).unwrap_or(false)), std::time::Duration::ZERO);
}
