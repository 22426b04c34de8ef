//! Buttons, and links that look like them: one main action a screen, the rest quieter.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// How much a button calls for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// The one main action of a screen or dialog.
    Main,
    #[default]
    Quiet,
    /// It takes something away.
    Danger,
}

impl Weight {
    /// The word that the stylesheet knows it by.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        }
    }
}

/// A button.
#[component]
pub fn Button(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on_click: Callback<()>,
    #[prop(optional)] weight: Weight,
    #[prop(into, optional)] disabled: Signal<bool>,
    /// The key that does the same, as `aria-keyshortcuts` names it.
    #[prop(optional_no_strip)]
    key: Option<&'static str>,
) -> impl IntoView {
    view! {
        <button
            class="button"
            type="button"
            data-weight=weight.name()
            disabled=disabled
            aria-keyshortcuts=key
            on:click=click(on_click)
        >
            {label}
        </button>
    }
}

/// A link that looks like a button, because it leads to another screen.
#[component]
pub fn ButtonLink(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] href: String,
    #[prop(optional)] weight: Weight,
    /// The name of the file that the link saves, where it leads to one.
    #[prop(optional)]
    download: Option<&'static str>,
) -> impl IntoView {
    view! { <a class="button" data-weight=weight.name() href=href download=download>{label}</a> }
}

/// The click handler of whatever runs a callback: one for all, where a closure each would bring its own listener's code.
pub(super) fn click(on_click: Callback<()>) -> impl Fn(MouseEvent) + Copy + 'static {
    move |_| on_click.run(())
}
