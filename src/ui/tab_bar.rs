//! The bar at the bottom edge of the screen, or at the left edge of a wide one: the few screens that somebody goes between all day.

use leptos::prelude::*;

/// The sign above a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TabSign {
    Day,
    Tick,
    People,
    Letter,
}

impl TabSign {
    /// The word that the stylesheet knows it by.
    fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Tick => "tick",
            Self::People => "people",
            Self::Letter => "letter",
        }
    }
}

/// The bar of [`TabBarLink`]s, to be put after what the screen shows.
#[component]
pub fn TabBar(
    #[prop(into)] label: String,
    /// Whether it is there on wide screens only.
    only_wide: bool,
    children: Children,
) -> impl IntoView {
    view! { <nav class="tab-bar" aria-label=label data-only-wide=only_wide.then_some("")>{children()}</nav> }
}

/// A link to one of the screens.
#[component]
pub fn TabBarLink(sign: TabSign, #[prop(into)] label: String, #[prop(into)] href: String, is_current: bool) -> impl IntoView {
    view! {
        <a class="tab-bar__link" href=href aria-current=is_current.then_some("page")>
            <span class="tab-bar__sign" data-sign=sign.name() aria-hidden="true"></span>
            <span>{label}</span>
        </a>
    }
}
