//! One thing alone on a white screen, until it is tapped.

use super::button::click;
use super::popup::show_dialog;
use leptos::prelude::*;

/// Shows its children over everything else. A tap anywhere, the Escape key, or "back" closes it.
#[component]
pub fn FullScreen(
    #[prop(into)] label: String,
    #[prop(into)] close: String,
    #[prop(into)] on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let screen = move || {
        view! {
            <div class="full-screen" role="dialog" aria-modal="true" aria-label=label on:click=click(on_close)>
                {children()}
                <button class="full-screen__close" type="button" data-first-focus="">{close}</button>
            </div>
        }
        .into_any()
    };
    show_dialog(Some(on_close), Box::new(screen));
}
