//! The face of nothing: what it means, and the next step.

use super::button::ButtonLink;
use leptos::prelude::*;

/// Where an empty screen leads on to: label and address.
pub type NextStep = (&'static str, String);

/// Nothing is here.
#[component]
pub fn Empty(
    #[prop(into)] title: String,
    #[prop(into)] detail: String,
    #[prop(optional_no_strip)] next: Option<NextStep>,
    /// What can be done here, above the way on.
    #[prop(optional)]
    action: Option<AnyView>,
) -> impl IntoView {
    view! {
        <section class="empty">
            <h2 class="empty__title">{title}</h2>
            <p class="empty__detail">{detail}</p>
            {action}
            {next.map(|(label, href)| view! { <ButtonLink label=label href=href/> })}
        </section>
    }
}
