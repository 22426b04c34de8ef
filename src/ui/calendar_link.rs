//! A visit to put into one's own calendar.

use super::button::ButtonLink;
use leptos::prelude::*;

/// A link that saves a calendar file; without an address, the hint what to do instead.
#[component]
pub fn CalendarLink(#[prop(into)] label: String, #[prop(into)] hint: String, address: Option<String>) -> impl IntoView {
    match address {
        Some(address) => view! { <ButtonLink label=label href=address download="visit.ics"/> }.into_any(),
        None => view! { <p class="calendar-link">{hint}</p> }.into_any(),
    }
}
