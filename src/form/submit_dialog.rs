//! The dialog over a form that is on its way, or did not arrive.

use crate::context::sign_in::{SignInGate, take_form_word};
use crate::domain::delivery::SubmitState;
use crate::domain::visit::Tone;
use crate::text::use_text;
use crate::ui::button::{Button, Weight};
use crate::ui::confirm::ConfirmButton;
use crate::ui::outcome::Outcome;
use crate::ui::popup::Modal;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// A title and a sentence.
pub type Notice = (&'static str, &'static str);

/// What the dialog says of each state.
#[derive(Debug, Clone, Copy)]
pub struct SubmitWords {
    pub submitting: &'static str,
    pub looking_up: &'static str,
    pub in_doubt: Notice,
    pub unknowable: Notice,
    pub not_found_yet: Notice,
    /// The title over the server's own words.
    pub refused: &'static str,
}

/// Shows how a submission stands and what can be done; nothing while the form is edited and once it has arrived.
#[component]
pub fn SubmitDialog(
    state: RwSignal<SubmitState>,
    words: SubmitWords,
    /// What was sent and when, for where its outcome is unknown.
    #[prop(optional)]
    about: Option<Callback<(), String>>,
    /// Whether what is in doubt can be left: whatever is sent from the form is looked up first.
    #[prop(optional)]
    is_looked_up_first: bool,
    /// Sends it again.
    #[prop(into)]
    on_submit: Callback<()>,
    /// Searches for it again.
    #[prop(into)]
    on_look_up: Callback<()>,
) -> impl IntoView {
    let text = use_text();
    if let Some(word) = take_form_word(text) {
        use_toasts().show(word);
    }
    let again = move |weight: Weight| view! { <ConfirmButton label=text.send_again() weight=weight on_click=on_submit/> }.into_any();
    let look_up = move || view! { <Button label=text.check_again() weight=Weight::Main on_click=on_look_up/> }.into_any();
    let edit = Callback::new(move |()| state.set(SubmitState::Editing));
    let back = move || view! { <Button label=text.back_to_form() on_click=edit/> }.into_any();
    let about = move || about.map(|about| about.run(())).unwrap_or_default();
    let notice = move |(title, detail): Notice, actions: Vec<AnyView>| unknown(title, detail, about(), actions, Some(edit));
    let shown = move || match state.get() {
        SubmitState::Editing | SubmitState::Arrived(()) => ().into_any(),
        SubmitState::Submitting => waiting(words.submitting),
        SubmitState::LookingUp => waiting(words.looking_up),
        SubmitState::InDoubt if is_looked_up_first => notice(words.in_doubt, vec![look_up(), back()]),
        SubmitState::InDoubt => unknown(words.in_doubt.0, words.in_doubt.1, about(), vec![look_up()], None),
        SubmitState::Unknowable => notice(words.unknowable, vec![back(), again(Weight::Main)]),
        SubmitState::NotFoundYet => notice(words.not_found_yet, vec![look_up(), back(), again(Weight::Quiet)]),
        SubmitState::Refused(message) => failure(words.refused, message, vec![back()], Some(edit)),
        SubmitState::SignedOut(message) => view! { <SignedOut title=words.refused message=message on_close=edit/> }.into_any(),
    };
    view! { {move || shown()} }
}

/// Goes to the site's sign-in, if there is one: the form comes back with its draft, and is sent when the person says so.
#[component]
fn SignedOut(title: &'static str, message: String, on_close: Callback<()>) -> impl IntoView {
    let text = use_text();
    let back = move || view! { <Button label=text.back_to_form() on_click=on_close/> }.into_any();
    let Some(gate) = SignInGate::here() else {
        return failure(title, message, vec![back()], Some(on_close));
    };
    let hindrance = gate.enter(true);
    let gate = StoredValue::new(gate);
    let retry = move || gate.with_value(|gate| gate.enter_again(true, hindrance));
    let again = move || view! { <Button label=text.sign_in_again() weight=Weight::Main on_click=retry/> }.into_any();
    let shown = move || match hindrance.get() {
        None => waiting(text.signing_in()),
        Some(found) => {
            let actions = found.can_retry().then(again).into_iter().chain([back()]).collect();
            failure(title, text.sign_in_hindrance(found), actions, Some(on_close))
        }
    };
    view! { {move || shown()} }.into_any()
}

fn waiting(words: &'static str) -> AnyView {
    view! {
        <Modal label=words>
            <p class="form__waiting" role="status">{words}</p>
        </Modal>
    }
    .into_any()
}

/// Nobody knows whether it has arrived: neither good nor bad.
fn unknown(title: &'static str, detail: &'static str, about: String, actions: Vec<AnyView>, on_close: Option<Callback<()>>) -> AnyView {
    let detail = if about.is_empty() { detail.to_owned() } else { format!("{about}\n{detail}") };
    failure(title, detail, actions, on_close)
}

fn failure(title: &'static str, detail: String, actions: Vec<AnyView>, on_close: Option<Callback<()>>) -> AnyView {
    view! {
        <Modal label=title on_close=on_close>
            <Outcome tone=Tone::Bad title=title detail=detail>{actions}</Outcome>
        </Modal>
    }
    .into_any()
}
