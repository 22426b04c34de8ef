//! Notes at the lower edge of the screen: of what is under way, each with what can be done about it.

use super::button::click;
use crate::reactive::DynSignal;
use leptos::prelude::*;

/// How far what a note is about has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteState {
    /// It happens in a moment, which runs out.
    Held,
    Sending,
    Settled,
}

impl NoteState {
    /// The word that the stylesheet knows it by.
    fn name(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Sending => "sending",
            Self::Settled => "settled",
        }
    }
}

/// The place where notes appear; there all the time, so that screen readers hear of news.
#[component]
pub fn Notes(children: Children) -> impl IntoView {
    view! { <div class="notes" role="status" aria-live="polite">{children()}</div> }
}

/// A note: what it says, [`NoteLine`]s of detail, and [`NoteButton`]s.
#[component]
pub fn Note(
    #[prop(into)] state: DynSignal<NoteState>,
    #[prop(into)] words: Signal<String>,
    #[prop(optional)] lines: Option<AnyView>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <section class="note" data-state=move || state.get().name()>
            <span class="note__time" aria-hidden="true"></span>
            <div class="note__head">
                <p class="note__words">{words}</p>
                <div class="note__buttons">{children.map(|children| children())}</div>
            </div>
            <ul class="note__lines">{lines}</ul>
        </section>
    }
}

/// A line of detail.
#[component]
pub fn NoteLine(#[prop(into)] name: String, #[prop(into)] words: String) -> impl IntoView {
    view! {
        <li class="note__line">
            <strong class="note__name">{name}</strong>
            {words}
        </li>
    }
}

#[component]
pub fn NoteButton(#[prop(into)] label: String, #[prop(into)] on_click: Callback<()>) -> impl IntoView {
    view! { <button class="note__button" type="button" on:click=click(on_click)>{label}</button> }
}
