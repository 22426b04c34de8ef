//! What an action came to, as a whole screen or the body of a dialog.

use super::badge::tone_name;
use crate::domain::visit::Tone;
use leptos::prelude::*;

/// An outcome: a sign, a title, a sentence, and as children what to do next.
#[component]
pub fn Outcome(
    tone: Tone,
    #[prop(into)] title: String,
    #[prop(into)] detail: String,
    /// Whether its title is the heading of the page.
    #[prop(optional)]
    is_page: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let title = if is_page {
        view! { <h1 class="outcome__title" tabindex="-1">{title}</h1> }.into_any()
    } else {
        view! { <h2 class="outcome__title">{title}</h2> }.into_any()
    };
    view! {
        <section class="outcome" data-tone=tone_name(tone)>
            <div class="outcome__sign" aria-hidden="true"></div>
            {title}
            <p class="outcome__detail">{detail}</p>
            <div class="outcome__actions">{children.map(|children| children())}</div>
        </section>
    }
}
