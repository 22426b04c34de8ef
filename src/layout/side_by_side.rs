//! A list and, where the screen is wide enough, the visit that was chosen in it.

use crate::context::use_navigation;
use crate::domain::visit::HostVisitId;
use crate::platform::webview;
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::pair::{Pair, PairHint};
use leptos::prelude::*;

/// A list as children. On a wide screen, links to visits open beside it instead of on a page of their own.
#[component]
pub fn SideBySide(
    /// Draws the chosen visit.
    #[prop(into)]
    detail: Callback<HostVisitId, AnyView>,
    children: Children,
) -> impl IntoView {
    let text = use_text();
    let chosen = RwSignal::new(None::<HostVisitId>);
    use_navigation().divert(move |route| match route {
        // The list may have gone since.
        Route::Host(HostRoute::Visit(id)) if webview::is_wide() && chosen.try_get_untracked().is_some() => {
            chosen.set(Some(id.clone()));
            true
        }
        _ => false,
    });
    let shown = move || match chosen.get() {
        Some(id) => detail.run(id),
        None => view! { <PairHint words=text.choose_a_visit()/> }.into_any(),
    };
    view! { <Pair detail_label=text.host_visit() detail=shown.into_any()>{children()}</Pair> }
}
