//! The half-screen dialog, rising from the bottom.

use leptos::html::Div;
use leptos::prelude::*;

/// A dialog over the page. It takes the focus; what is behind it cannot be tapped.
#[component]
pub fn Popup(
    title: &'static str,
    /// The buttons under the content, always in sight.
    #[prop(into)]
    actions: ViewFn,
    children: Children,
) -> impl IntoView {
    let sheet = NodeRef::<Div>::new();
    Effect::new(move || {
        if let Some(sheet) = sheet.get() {
            // A dialog that cannot be focused is still read: it is announced by its role.
            let _ = sheet.focus();
        }
    });
    view! {
        <div class="popup">
            <div class="popup__sheet" role="dialog" aria-modal="true" aria-label=title tabindex="-1" node_ref=sheet>
                <h2 class="popup__title">{title}</h2>
                <div class="popup__content">{children()}</div>
                <div class="popup__actions">{actions.run()}</div>
            </div>
        </div>
    }
}

/// A small dialog in the middle, without a title of its own: waiting, or an outcome.
#[component]
pub fn Modal(#[prop(into)] label: String, children: Children) -> impl IntoView {
    let sheet = NodeRef::<Div>::new();
    Effect::new(move || {
        if let Some(sheet) = sheet.get() {
            let _ = sheet.focus();
        }
    });
    view! {
        <div class="popup" data-place="middle">
            <div class="popup__sheet" role="dialog" aria-modal="true" aria-label=label tabindex="-1" node_ref=sheet>
                {children()}
            </div>
        </div>
    }
}
