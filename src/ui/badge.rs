//! A word for a status, told apart by shape and colour.

use crate::domain::visit::Tone;
use leptos::prelude::*;

/// A status in a word.
#[component]
pub fn Badge(#[prop(into)] label: Signal<String>, tone: Tone) -> impl IntoView {
    view! { <span class="badge" data-tone=tone_name(tone)>{label}</span> }
}

/// The word that stylesheets know a tone by.
pub fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Waiting => "waiting",
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Over => "over",
    }
}
