//! Buttons: one main action a screen, the rest quieter.

use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// The one main action.
    #[default]
    Main,
    Quiet,
}

impl Weight {
    fn name(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Quiet => "quiet",
        }
    }
}

/// A full-width button.
#[component]
pub fn Button(
    #[prop(into)] label: Signal<String>,
    on_tap: impl Fn() + 'static,
    #[prop(optional)] weight: Weight,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button type="button" class="button" data-weight=weight.name() disabled=disabled on:click=move |_| on_tap()>
            {label}
        </button>
    }
}

/// A link that looks like a button, because it leads to another screen.
#[component]
pub fn LinkButton(label: &'static str, href: String, #[prop(optional)] weight: Weight) -> impl IntoView {
    view! { <a class="button" data-weight=weight.name() href=href>{label}</a> }
}
