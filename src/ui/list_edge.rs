//! What stands above and below the rows of a long list.

use super::button::click;
use leptos::prelude::*;

/// How many rows there are, and a button that refreshes them.
#[component]
pub fn ListHead(
    #[prop(into)] count: Signal<String>,
    #[prop(into)] refresh_label: Signal<String>,
    #[prop(into)] on_refresh: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="list-edge">
            <p class="list-edge__count" role="status">{count}</p>
            <button class="list-edge__refresh" type="button" on:click=click(on_refresh)>{refresh_label}</button>
        </div>
    }
}

/// What comes after the last row.
#[component]
pub fn ListEnd(
    #[prop(into)] words: String,
    /// Whether screen readers are to hear of it.
    #[prop(optional)]
    is_status: bool,
) -> impl IntoView {
    view! { <p class="list-edge__end" role=is_status.then_some("status")>{words}</p> }
}
