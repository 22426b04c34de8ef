//! Dialogs over the page. They take the focus; what is behind them cannot be used, and the page does not scroll.

use crate::platform::modal;
use leptos::mount::mount_to_renderer;
use leptos::{ev, prelude::*};

/// How long a new dialog takes no tap that would confirm or close it, in milliseconds: the second of two quick taps on
/// what opened it is not meant for it.
pub const GUARD_MILLIS: f64 = 400.0;

/// The half-screen dialog, rising from the bottom, with its actions always in sight under its content.
#[component]
pub fn Popup(
    #[prop(into)] title: String,
    actions: AnyView,
    /// What Escape, a tap beside the dialog and "back" do; without it, the dialog has to be answered.
    #[prop(into, optional)]
    on_close: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let heading = title.clone();
    let content = move || {
        view! {
            <h2 class="popup__title">{heading}</h2>
            <div class="popup__content">{children()}</div>
            <div class="popup__actions">{actions}</div>
        }
        .into_any()
    };
    show_panel(title, None, on_close, Box::new(content));
}

/// A small dialog in the middle: waiting, or an outcome.
#[component]
pub fn Modal(#[prop(into)] label: String, #[prop(optional_no_strip)] on_close: Option<Callback<()>>, children: Children) -> impl IntoView {
    show_panel(label, Some("middle"), on_close, children);
}

fn show_panel(label: String, place: Option<&'static str>, on_close: Option<Callback<()>>, children: Children) {
    let close_beside = move |event: ev::MouseEvent| {
        if event.target() == event.current_target() && modal::shown_for() >= GUARD_MILLIS {
            modal::close_top();
        }
    };
    let panel = move || {
        view! {
            <div class="popup" data-place=place on:click=close_beside>
                <div class="popup__sheet" role="dialog" aria-modal="true" aria-label=label tabindex="-1" data-first-focus="">{children()}</div>
            </div>
        }
        .into_any()
    };
    show_dialog(on_close, Box::new(panel));
}

/// Shows a dialog at the end of the page, in front of everything, until the component that is being built goes.
pub(super) fn show_dialog(on_close: Option<Callback<()>>, dialog: Box<dyn FnOnce() -> AnyView>) {
    let Some(body) = document().body() else { return };
    let handle = mount_to_renderer(&body, dialog);
    // Unmounts the dialog when it is dropped.
    StoredValue::new_local(handle);
    let Some(id) = modal::open(on_close) else { return };
    let keys = window_event_listener(ev::keydown, move |event| match event.key().as_str() {
        _ if !modal::is_top(id) => {}
        "Escape" => _ = modal::close_top(),
        key => modal::scroll_by_key(key),
    });
    on_cleanup(move || {
        keys.remove();
        modal::close(id);
    });
}
