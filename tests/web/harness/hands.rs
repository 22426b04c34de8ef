//! Using things as people do.

use super::focused;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Event, EventInit, EventTarget, HtmlDocument, HtmlElement, HtmlOptionElement, HtmlSelectElement, KeyboardEvent, KeyboardEventInit,
    MouseEvent, MouseEventInit, Touch, TouchEvent, TouchEventInit, TouchInit,
};

/// Clicks; says whether the browser may do what it does by itself.
pub fn click(element: &HtmlElement) -> bool {
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    element.dispatch_event(&MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap()).unwrap()
}

/// Types where the caret is, one key after the other.
pub fn type_text(input: &HtmlElement, text: &str) {
    input.focus().unwrap();
    let page: HtmlDocument = document().unchecked_into();
    for letter in text.chars() {
        // What can only be read takes nothing.
        let _ = page.exec_command_with_show_ui_and_value("insertText", false, &letter.to_string());
    }
}

/// Goes elsewhere, as the next field's tap does.
pub fn leave(input: &HtmlElement) {
    input.blur().unwrap();
}

/// Chooses an option by what it says.
pub fn choose(select: &HtmlSelectElement, label: &str) {
    let options = select.options();
    let option = (0..options.length())
        .filter_map(|at| options.item(at)?.dyn_into::<HtmlOptionElement>().ok())
        .find(|option| option.text() == label)
        .unwrap_or_else(|| panic!("no option {label:?}"));
    select.set_value(&option.value());
    for kind in ["input", "change"] {
        let init = EventInit::new();
        init.set_bubbles(true);
        select.dispatch_event(&Event::new_with_event_init_dict(kind, &init).unwrap()).unwrap();
    }
}

/// Presses a key where the focus is.
pub fn press(key: &str) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(key);
    focused().dispatch_event(&KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap()).unwrap();
}

/// A finger on an element, that came down there.
pub struct Finger {
    on: HtmlElement,
}

impl Finger {
    pub fn down(on: &HtmlElement, at: (i32, i32)) -> Self {
        touch(on, "touchstart", &[at]);
        Self { on: on.clone() }
    }

    /// Moves; says whether the browser may scroll.
    pub fn moves(&self, to: (i32, i32)) -> bool {
        touch(&self.on, "touchmove", &[to])
    }

    /// Another finger joins.
    pub fn joined_by(&self, first: (i32, i32), second: (i32, i32)) {
        touch(&self.on, "touchstart", &[first, second]);
    }

    pub fn up(self, at: (i32, i32)) {
        touch(&self.on, "touchend", &[at]);
    }

    /// The system takes the gesture away.
    pub fn cancel(self) {
        touch(&self.on, "touchcancel", &[]);
    }
}

/// The fingers' event; those of "touchend" are the ones that left.
fn touch(on: &HtmlElement, kind: &str, fingers: &[(i32, i32)]) -> bool {
    let target: &EventTarget = on;
    let list = js_sys::Array::new();
    for (identifier, (x, y)) in (0..).zip(fingers) {
        let init = TouchInit::new(identifier, target);
        init.set_client_x(*x);
        init.set_client_y(*y);
        list.push(&Touch::new(&init).unwrap());
    }
    let init = TouchEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_changed_touches(&list);
    if kind != "touchend" {
        init.set_touches(&list);
    }
    on.dispatch_event(&TouchEvent::new_with_event_init_dict(kind, &init).unwrap()).unwrap()
}
