//! A titled text to read.

use crate::domain::notice;
use leptos::prelude::*;

/// Paragraphs of a text that a site wrote; markup in it is never run.
#[component]
pub fn Paragraphs(source: String) -> impl IntoView {
    let paragraphs = notice::paragraphs(&source).into_iter().map(|paragraph| view! { <p class="letter__paragraph">{paragraph}</p> });
    paragraphs.collect_view()
}

/// A letter: title and paragraphs.
#[component]
pub fn LetterText(title: String, content: String) -> impl IntoView {
    view! {
        <article class="letter">
            <h3 class="letter__title">{title}</h3>
            <Paragraphs source=content/>
        </article>
    }
}
