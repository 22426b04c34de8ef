//! A line to search by, answered while it is typed.

use leptos::prelude::*;

/// The line to type into.
#[component]
pub fn Search(#[prop(into)] label: String, #[prop(into)] value: Signal<String>, #[prop(into)] on_input: Callback<String>) -> impl IntoView {
    view! {
        <div class="search" role="search">
            <input
                class="search__input"
                type="text"
                inputmode="search"
                enterkeyhint="search"
                autocomplete="off"
                aria-label=label.clone()
                placeholder=label
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
            />
        </div>
    }
}
