//! The one dialog that asks before something is done that cannot be taken back.

use super::button::{Button, Weight};
use super::popup::Popup;
use leptos::prelude::*;

/// How far something that is asked about first has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Confirmation {
    /// Nothing is asked.
    #[default]
    Closed,
    Asking,
    /// It was confirmed, and is under way.
    Working,
}

/// The words of a confirmation.
#[derive(Debug, Clone)]
pub struct ConfirmWords {
    pub question: String,
    /// The title while it is under way.
    pub working: String,
    pub confirm: String,
    pub keep: String,
}

/// Asks, with what it is about as children. A confirmation is carried out once, however often it is tapped; whoever
/// carries it out sets `step` when it is over.
#[component]
pub fn ConfirmDialog(
    step: RwSignal<Confirmation>,
    words: ConfirmWords,
    #[prop(into)] on_confirm: Callback<()>,
    children: ChildrenFn,
) -> impl IntoView {
    let confirm = move || {
        if step.get_untracked() == Confirmation::Asking {
            step.set(Confirmation::Working);
            on_confirm.run(());
        }
    };
    move || {
        let ConfirmWords { question, working, confirm: confirm_label, keep } = words.clone();
        let actions = view! {
            <Button label=confirm_label weight=Weight::Main on_click=confirm/>
            <Button label=keep on_click=move || step.set(Confirmation::Closed)/>
        };
        let children = children.clone();
        match step.get() {
            Confirmation::Closed => ().into_any(),
            Confirmation::Asking => view! { <Popup title=question actions=actions.into_any()>{children()}</Popup> }.into_any(),
            Confirmation::Working => view! { <Popup title=working actions=().into_any()>{children()}</Popup> }.into_any(),
        }
    }
}
