//! What confirms: the button, and the one dialog that asks before something is done that cannot be taken back.

use super::button::Weight;
use super::popup::{GUARD_MILLIS, Popup};
use crate::platform::modal;
use leptos::{html, prelude::*};

/// A button that answers what a dialog asks. It takes no tap that was meant for what opened the dialog: none while the
/// dialog is new, and one that does something does not lie in the same place.
#[component]
pub fn ConfirmButton(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on_click: Callback<()>,
    #[prop(default = Weight::Main)] weight: Weight,
    #[prop(into, optional)] disabled: Signal<bool>,
) -> impl IntoView {
    let button = NodeRef::<html::Button>::new();
    button.on_load(move |button| {
        if weight != Weight::Quiet {
            modal::keep_clear(&button);
        }
    });
    let confirm = move || {
        if modal::shown_for() >= GUARD_MILLIS {
            on_click.run(());
        }
    };
    view! {
        <button
            class="button"
            type="button"
            data-weight=weight.name()
            data-guarded=""
            disabled=disabled
            node_ref=button
            on:click=move |_| confirm()
        >
            {label}
        </button>
    }
}

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
    let keep = Callback::new(move |()| step.set(Confirmation::Closed));
    let shown = move || {
        let ConfirmWords { question, working, confirm: confirm_label, keep: keep_label } = words.clone();
        let children = children.clone();
        match step.get() {
            Confirmation::Closed => ().into_any(),
            Confirmation::Asking => {
                let actions = view! {
                    <ConfirmButton label=confirm_label weight=Weight::Danger on_click=confirm/>
                    <ConfirmButton label=keep_label weight=Weight::Quiet on_click=keep/>
                };
                view! { <Popup title=question actions=actions.into_any() on_close=keep>{children()}</Popup> }.into_any()
            }
            Confirmation::Working => view! { <Popup title=working actions=().into_any()>{children()}</Popup> }.into_any(),
        }
    };
    view! { {move || shown()} }
}
