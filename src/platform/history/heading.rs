//! The focus after a change of screens: it moves to the new screen's heading, which screen readers then read out.

use crate::platform::modal;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Moves the focus to the heading of the screen that is being drawn, unless somebody has moved it meanwhile or a dialog is
/// open. The page does not scroll.
pub fn focus_next() {
    let before = document().active_element();
    // The screen stands in the first frame, and dialogs of the one before give the focus back in it.
    request_animation_frame(move || request_animation_frame(move || focus(before.as_ref())));
}

fn focus(before: Option<&Element>) {
    let focused = document().active_element();
    let focused = focused.filter(|focused| Some(focused) != document().body().as_deref());
    let is_taken = focused.is_some_and(|focused| Some(&focused) != before || is_input(&focused));
    if is_taken || modal::is_open() {
        return;
    }
    let heading = document().query_selector("h1").ok().flatten().and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
    if let Some(heading) = heading {
        let position = window().scroll_y().unwrap_or_default();
        // What cannot take the focus leaves it where it is.
        let _ = heading.focus();
        // The oldest webviews do not know `preventScroll`.
        window().scroll_to_with_x_and_y(0.0, position);
    }
}

fn is_input(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA")
}
