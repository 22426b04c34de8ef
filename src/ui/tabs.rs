//! Screens side by side, of which one is shown.

use super::button::click;
use leptos::prelude::*;

/// The row of [`TabLink`]s or [`TabButton`]s.
#[component]
pub fn Tabs(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! { <nav class="tabs" aria-label=label>{children()}</nav> }
}

/// A tab with an address of its own.
#[component]
pub fn TabLink(#[prop(into)] label: String, #[prop(into)] href: String, is_current: bool) -> impl IntoView {
    view! { <a class="tabs__tab" href=href aria-current=is_current.then_some("page")>{label}</a> }
}

/// A tab where the screens share an address.
#[component]
pub fn TabButton(
    #[prop(into)] label: String,
    #[prop(into)] is_current: Signal<bool>,
    #[prop(into)] on_click: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            class="tabs__tab"
            type="button"
            aria-current=move || if is_current.get() { "page" } else { "false" }
            on:click=click(on_click)
        >
            {label}
        </button>
    }
}
