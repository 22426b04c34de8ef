//! The one keyed list: rows that come, go and move keep their elements, their state and the focus.

use crate::reactive::DynSignal;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Draws one row of a [`KeyedList`] by its key.
pub type RowView = Callback<u32, AnyView>;

/// Rows by unique keys. Each row has a reactive owner of its own, and looks up what it shows by its key.
///
/// `<For>` is compiled once, for this list, instead of once for each type of row.
#[component]
pub fn KeyedList(#[prop(into)] keys: DynSignal<Vec<u32>>, #[prop(into)] row: RowView) -> impl IntoView {
    let each = move || {
        keep_focus();
        keys.get()
    };
    view! { <For each=each key=|key| *key children=move |key| row.run(key)/> }
}

/// An element that is moved within the document loses the focus; this gives it back once the rows are in place.
fn keep_focus() {
    let focused = || document().active_element()?.dyn_into::<HtmlElement>().ok();
    let Some(before) = focused() else { return };
    queue_microtask(move || {
        if before.is_connected() && focused() == document().body() {
            // What had the focus takes it.
            let _ = before.focus();
        }
    });
}
