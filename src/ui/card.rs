//! A card to be shown around: its title, a picture behind it, and what stands on it.

use leptos::prelude::*;

/// A card. Title, background and closing line are left out where they are empty.
#[component]
pub fn Card(
    #[prop(into)] title: String,
    /// The address of the picture behind the card.
    #[prop(into)]
    background: String,
    #[prop(into)] closing: String,
    children: Children,
) -> impl IntoView {
    let written = |words: String| Some(words).filter(|words| !words.trim().is_empty());
    view! {
        <article class="card">
            {(!background.is_empty()).then(|| view! { <CardPicture class="card__background" address=background label=""/> })}
            {written(title).map(|title| view! { <h2 class="card__title">{title}</h2> }.into_any())}
            <div class="card__body">{children()}</div>
            {written(closing).map(|closing| view! { <p class="card__closing">{closing}</p> }.into_any())}
        </article>
    }
}

/// A portrait on a card.
#[component]
pub fn CardPortrait(#[prop(into)] address: String, #[prop(into)] label: String) -> impl IntoView {
    view! { <CardPicture class="card__portrait" address=address label=label/> }
}

/// A line across a card.
#[component]
pub fn CardSeparator() -> impl IntoView {
    view! { <hr class="card__separator"/> }
}

/// A gap between lines of a card.
#[component]
pub fn CardGap() -> impl IntoView {
    view! { <div class="card__blank"></div> }
}

/// A picture from wherever it may be: its server learns nothing of this page, and its place goes when it does not load.
#[component]
fn CardPicture(class: &'static str, #[prop(into)] address: String, #[prop(into)] label: String) -> impl IntoView {
    let is_broken = RwSignal::new(false);
    view! {
        <img
            class=class
            alt=label
            referrerpolicy="no-referrer"
            hidden=is_broken
            on:error=move |_| is_broken.set(true)
            src=address
        />
    }
}
