//! A list and the detail of one of its rows, side by side where the screen is wide enough for both.

use leptos::prelude::*;

/// The list as children, and the detail under its name for screen readers. On a narrow screen there is only the list.
#[component]
pub fn Pair(#[prop(into)] detail_label: String, detail: AnyView, children: Children) -> impl IntoView {
    view! {
        <div class="pair">
            <div class="pair__list">{children()}</div>
            <section class="pair__detail" aria-label=detail_label>{detail}</section>
        </div>
    }
}

/// What stands beside the list before a row is chosen.
#[component]
pub fn PairHint(#[prop(into)] words: String) -> impl IntoView {
    view! { <p class="pair__hint">{words}</p> }
}
