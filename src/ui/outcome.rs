//! What an action came to, as a whole screen or the body of a dialog.

use super::badge::mood_name;
use crate::domain::visit::Mood;
use leptos::prelude::*;

/// An outcome: a sign, a title, a sentence, and what to do next.
#[component]
pub fn Outcome(mood: Mood, #[prop(into)] title: String, detail: String, children: Children) -> impl IntoView {
    view! {
        <section class="outcome" data-mood=mood_name(mood)>
            <div class="outcome__sign" aria-hidden="true"></div>
            <h2 class="outcome__title">{title}</h2>
            <p class="outcome__detail">{detail}</p>
            <div class="outcome__actions">{children()}</div>
        </section>
    }
}
