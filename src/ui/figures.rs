//! Numbers side by side, each the way to what it counts.

use leptos::prelude::*;

/// A row of [`Figure`]s.
#[component]
pub fn Figures(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! { <nav class="figures" aria-label=label>{children()}</nav> }
}

/// How many of something there are.
#[component]
pub fn Figure(#[prop(into)] label: String, #[prop(into)] count: Signal<usize>, #[prop(into)] href: String) -> impl IntoView {
    view! {
        <a class="figures__figure" href=href>
            <strong class="figures__count">{move || count.get().to_string()}</strong>
            <span class="figures__label">{label}</span>
        </a>
    }
}
