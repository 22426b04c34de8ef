//! The frame of a screen: its title, links elsewhere, and what it shows.

use super::button::click;
use leptos::prelude::*;

/// One screen. No bar is drawn on top: webviews have their own, whose title the frame sets.
#[component]
pub fn Frame(
    #[prop(into)] title: String,
    /// [`FrameLink`]s and [`FrameButton`]s beside the title.
    links: AnyView,
    /// Whether the screen uses the whole width of a computer's window.
    #[prop(optional)]
    wide: bool,
    /// Whether the heading of the page is the title of its [`super::outcome::Outcome`].
    #[prop(optional)]
    leads_to_outcome: bool,
    /// What stands under the content, at the bottom edge of the screen; at the left edge where the screen is wide.
    #[prop(optional_no_strip)]
    bar: Option<AnyView>,
    children: Children,
) -> impl IntoView {
    crate::platform::webview::set_title(&title);
    let has_bar = bar.is_some();
    let title = if leads_to_outcome {
        view! { <p class="frame__title">{title}</p> }.into_any()
    } else {
        // After a change of screens, the focus comes here.
        view! { <h1 class="frame__title" tabindex="-1">{title}</h1> }.into_any()
    };
    view! {
        <div class="frame" data-wide=wide.then_some("") data-bar=has_bar.then_some("")>
            <header class="frame__head">
                {title}
                <nav class="frame__links">{links}</nav>
            </header>
            <main class="frame__main">{children()}</main>
            {bar}
        </div>
    }
}

/// A link beside the title.
#[component]
pub fn FrameLink(#[prop(into)] label: String, #[prop(into)] href: String) -> impl IntoView {
    view! { <a class="frame__link" href=href>{label}</a> }
}

/// A small button that reads like a link.
#[component]
pub fn FrameButton(
    #[prop(into)] label: String,
    #[prop(into)] on_click: Callback<()>,
    /// The language of the label, where it is not the page's.
    #[prop(optional)]
    lang: Option<&'static str>,
) -> impl IntoView {
    view! { <button class="frame__link" type="button" lang=lang on:click=click(on_click)>{label}</button> }
}
