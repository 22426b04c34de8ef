//! The face of nothing: what it means, and the next step.

use super::button::{LinkButton, Weight};
use leptos::prelude::*;

/// Nothing is here.
#[component]
pub fn Empty(
    title: &'static str,
    detail: &'static str,
    /// Label and address of the way on.
    next: Option<(&'static str, String)>,
) -> impl IntoView {
    view! {
        <section class="empty">
            <h2 class="empty__title">{title}</h2>
            <p class="empty__detail">{detail}</p>
            {next.map(|(label, href)| view! { <LinkButton label href weight=Weight::Quiet/> })}
        </section>
    }
}
