//! A visitor's screen.

use super::LanguageSwitch;
use crate::ui::frame::Frame;
use leptos::prelude::*;

/// A screen of the visitor's, with the language switch beside its own links.
#[component]
pub fn VisitorScreen(
    #[prop(into)] title: String,
    /// `FrameLink`s and `FrameButton`s beside the title.
    #[prop(optional)]
    links: Option<AnyView>,
    /// Whether the heading of the page is its outcome's title.
    #[prop(optional)]
    leads_to_outcome: bool,
    children: Children,
) -> impl IntoView {
    let links = view! { {links} <LanguageSwitch/> }.into_any();
    view! { <Frame title=title links=links leads_to_outcome=leads_to_outcome>{children()}</Frame> }
}
