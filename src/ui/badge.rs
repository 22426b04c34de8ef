//! A word for a status, told apart by shape and colour.

use crate::domain::visit::Mood;
use leptos::prelude::*;

/// A status in a word.
#[component]
pub fn Badge(label: String, mood: Mood) -> impl IntoView {
    view! { <span class="badge" data-mood=mood_name(mood)>{label}</span> }
}

/// The word that stylesheets know a mood by.
pub fn mood_name(mood: Mood) -> &'static str {
    match mood {
        Mood::Waiting => "waiting",
        Mood::Good => "good",
        Mood::Bad => "bad",
        Mood::Over => "over",
    }
}
