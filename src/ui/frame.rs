//! The frame of a screen: its title, ways elsewhere, and what it shows.

use leptos::prelude::*;

/// One screen. No bar is drawn on top: webviews have their own.
#[component]
pub fn Frame(
    title: &'static str,
    /// Links and switches beside the title.
    #[prop(optional, into)]
    links: ViewFn,
    children: Children,
) -> impl IntoView {
    crate::platform::webview::set_title(title);
    view! {
        <div class="frame">
            <header class="frame__head">
                <h1 class="frame__title">{title}</h1>
                <nav class="frame__links">{links.run()}</nav>
            </header>
            <main class="frame__main">{children()}</main>
        </div>
    }
}
