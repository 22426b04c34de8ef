//! The one keyed list: rows that come, go and move keep their elements, their state and the focus.

use leptos::prelude::*;

/// Draws one row of a [`KeyedList`] by its key.
pub type RowView = Callback<u32, AnyView>;

/// Rows by unique keys. Each row has a reactive owner of its own, and looks up what it shows by its key.
///
/// `<For>` is compiled once, for this list, instead of once for each type of row.
#[component]
pub fn KeyedList(#[prop(into)] keys: Signal<Vec<u32>>, #[prop(into)] row: RowView) -> impl IntoView {
    view! { <For each=move || keys.get() key=|key| *key children=move |key| row.run(key)/> }
}
