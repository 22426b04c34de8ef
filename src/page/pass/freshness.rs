//! How fresh the pass is.

use super::use_pass;
use crate::platform::clock;
use crate::text::use_text;
use leptos::prelude::*;

/// That the pass could not be refreshed, and from when it is.
#[component]
pub fn Staleness() -> impl IntoView {
    let (text, store) = (use_text(), use_pass().store);
    let words = move || {
        let (as_of, error) = store.as_of.get().zip(store.refresh_error.get())?;
        Some(view! { <strong class="pass__stale">{text.refresh_failed(&error, as_of, clock::now())}</strong> }.into_any())
    };
    view! { <div class="pass__staleness" role="status">{move || words()}</div> }
}

/// When the pass was fetched, or that it could not be refreshed since; and the button to refresh it.
#[component]
pub fn Freshness() -> impl IntoView {
    let (text, store) = (use_text(), use_pass().store);
    let words = move || {
        let as_of = store.as_of.get().filter(|_| store.refresh_error.with(Option::is_none))?;
        Some(view! { <span class="pass__fresh">{text.refreshed_at(as_of)}</span> }.into_any())
    };
    let label = move || if store.is_refreshing.get() { text.refreshing_code() } else { text.refresh_code() };
    view! {
        <div class="pass__freshness">
            {move || words()}
            <Staleness/>
            <button class="pass__refresh" type="button" on:click=move |_| store.refresh()>{move || label()}</button>
        </div>
    }
}
