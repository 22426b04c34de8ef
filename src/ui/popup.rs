//! Dialogs over the page. They take the focus; what is behind them cannot be tapped.

use leptos::{html, prelude::*};

/// The half-screen dialog, rising from the bottom, with [`PopupActions`] always in sight under its content.
#[component]
pub fn Popup(#[prop(into)] title: String, actions: AnyView, children: Children) -> impl IntoView {
    let heading = title.clone();
    view! {
        <div class="popup">
            <DialogPanel label=title>
                <h2 class="popup__title">{heading}</h2>
                <div class="popup__content">{children()}</div>
                <div class="popup__actions">{actions}</div>
            </DialogPanel>
        </div>
    }
}

/// A small dialog in the middle: waiting, or an outcome.
#[component]
pub fn Modal(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! {
        <div class="popup" data-place="middle">
            <DialogPanel label=label>{children()}</DialogPanel>
        </div>
    }
}

#[component]
fn DialogPanel(label: String, children: Children) -> impl IntoView {
    let sheet = NodeRef::<html::Div>::new();
    sheet.on_load(|sheet| request_animation_frame(move || _ = sheet.focus()));
    view! {
        <div class="popup__sheet" role="dialog" aria-modal="true" aria-label=label tabindex="-1" node_ref=sheet>
            {children()}
        </div>
    }
}
