//! A titled text to read.

use super::rich_text::RichText;
use leptos::prelude::*;

/// A letter: its title, and a text that a site wrote.
#[component]
pub fn Letter(#[prop(into)] title: String, #[prop(into)] content: String) -> impl IntoView {
    view! {
        <article class="letter">
            <h3 class="letter__title">{title}</h3>
            <RichText source=content/>
        </article>
    }
}
