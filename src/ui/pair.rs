//! A list and the detail of one of its rows, side by side where the screen is wide enough for both.

use leptos::{html, prelude::*};

/// The list as children, and the detail under its name for screen readers. On a narrow screen there is only the list.
#[component]
pub fn Pair(
    #[prop(into)] detail_label: String,
    /// Which keys go from one row to another.
    #[prop(into)]
    keys_hint: String,
    /// Draws the detail, again whenever what it reads changes: then it is seen from its beginning.
    #[prop(into)]
    detail: ViewFn,
    children: Children,
) -> impl IntoView {
    let section = NodeRef::<html::Section>::new();
    let shown = move || {
        if let Some(section) = section.get_untracked() {
            section.set_scroll_top(0);
        }
        detail.run()
    };
    view! {
        <div class="pair">
            <div class="pair__list">{children()}</div>
            <section class="pair__detail" aria-label=detail_label node_ref=section>
                <p class="pair__keys">{keys_hint}</p>
                {move || shown()}
            </section>
        </div>
    }
}

/// What stands beside the list before a row is chosen.
#[component]
pub fn PairHint(#[prop(into)] words: String) -> impl IntoView {
    view! { <p class="pair__hint">{words}</p> }
}
