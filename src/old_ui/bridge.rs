//! From elements to components, until every page is one.

use super::element::El;
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;

/// An element as a part of a view.
pub fn view_of(element: El) -> AnyView {
    let place = NodeRef::<leptos::html::Div>::new();
    place.on_load(move |place| element.mount_in(&place));
    view! { <div style="display:contents" node_ref=place></div> }.into_any()
}

/// A view as an element.
pub fn el_of(content: impl FnOnce() -> AnyView + 'static) -> El {
    let place = super::element::block("div", "").attr("style", "display:contents");
    if let Some(element) = place.element() {
        StoredValue::new_local(mount_to_renderer(element, content));
    }
    place
}
