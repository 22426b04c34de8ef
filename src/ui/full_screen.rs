//! One thing alone on a white screen, until it is tapped.

use leptos::{ev, html, prelude::*};

/// Shows its children over everything else. A tap anywhere, or the Escape key, closes it.
#[component]
pub fn FullScreen(
    #[prop(into)] label: String,
    #[prop(into)] close: String,
    #[prop(into)] on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" {
            on_close.run(());
        }
    });
    on_cleanup(move || keys.remove());
    let button = NodeRef::<html::Button>::new();
    button.on_load(|button| request_animation_frame(move || _ = button.focus()));
    view! {
        <div class="full-screen" role="dialog" aria-modal="true" aria-label=label on:click=move |_| on_close.run(())>
            {children()}
            <button class="full-screen__close" type="button" node_ref=button>{close}</button>
        </div>
    }
}
