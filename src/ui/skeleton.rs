//! The face of waiting: grey bars, shown only when waiting takes longer than a glance.

use leptos::prelude::*;

/// Something is on its way. The delay of 300 ms is the stylesheet's; `data-loading` tells the scroll position to wait.
#[component]
pub fn Skeleton(#[prop(into)] label: String) -> impl IntoView {
    view! {
        <div class="skeleton" role="status" aria-label=label data-loading="">
            <div class="skeleton__bar"></div>
            <div class="skeleton__bar"></div>
            <div class="skeleton__bar"></div>
        </div>
    }
}
