//! From elements to components, until every page is one.

use super::element::El;
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;

thread_local! {
    static IS_ODD: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// An element as a part of a view. Two in a row have different tags: Leptos would keep the first one's element.
pub fn view_of(element: El) -> AnyView {
    let is_odd = IS_ODD.with(|is_odd| is_odd.replace(!is_odd.get()));
    if is_odd {
        let place = NodeRef::<leptos::html::Div>::new();
        place.on_load(move |place| element.mount_in(&place));
        view! { <div style="display:contents" node_ref=place></div> }.into_any()
    } else {
        let place = NodeRef::<leptos::html::Section>::new();
        place.on_load(move |place| element.mount_in(&place));
        view! { <section style="display:contents" node_ref=place></section> }.into_any()
    }
}

/// A view as an element.
pub fn el_of(content: impl FnOnce() -> AnyView + 'static) -> El {
    let place = super::element::block("div", "").attr("style", "display:contents");
    if let Some(element) = place.element() {
        StoredValue::new_local(mount_to_renderer(element, content));
    }
    place
}
