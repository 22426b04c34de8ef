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

/// What comes after the last row: that more is on its way, which `data-loading` tells the scroll position, or that it was the last.
#[component]
pub fn ListEnd(
    #[prop(into)] words: String,
    /// Whether more is on its way.
    #[prop(optional)]
    is_loading: bool,
) -> impl IntoView {
    view! { <p class="list-edge__end" role=is_loading.then_some("status") data-loading=is_loading.then_some("")>{words}</p> }
}
