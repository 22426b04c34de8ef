//! The correction of a registered name or phone number.

use super::{AccessNote, AccessPanelController};
use crate::domain::access::registration::{AccessEntry, AccessTask};
use crate::text::use_text;
use crate::ui::button::Button;
use crate::ui::confirm::ConfirmButton;
use crate::ui::field::{Entry, Field, TextInput};
use crate::ui::popup::Popup;
use leptos::prelude::*;

/// Asks for the corrected name and phone number.
#[component]
pub fn CorrectionDialog(controller: AccessPanelController) -> impl IntoView {
    let text = use_text();
    let (name, phone) = controller.visitor();
    let (name, phone) = (RwSignal::new(name), RwSignal::new(phone));
    let is_registered = controller.registration.with_untracked(|registration| matches!(registration.entry, AccessEntry::Registered(_)));
    let (explanation, submit_label) = if is_registered {
        (text.correction_explained(), text.do_correct())
    } else {
        (text.correction_of_nobody(), text.register_at_access())
    };
    let is_blank = |value: RwSignal<String>| value.with(|value| value.trim().is_empty());
    let submit = move || {
        controller.is_correcting.set(false);
        controller.start((name.get_untracked(), phone.get_untracked()), AccessTask::Change);
    };
    let close = move || controller.is_correcting.set(false);
    let actions = view! {
        <ConfirmButton label=submit_label on_click=submit disabled=Signal::derive(move || is_blank(name) || is_blank(phone))/>
        <Button label=text.close() on_click=close/>
    };
    view! {
        <Popup title=text.correct_at_access() actions=actions.into_any() on_close=close>
            <AccessNote words=explanation/>
            <Field id="access-name" label=text.visitor()>
                <TextInput value=name on_input=move |value| name.set(value)/>
            </Field>
            <Field id="access-phone" label=text.phone()>
                <TextInput entry=Entry::Phone value=phone on_input=move |value| phone.set(value)/>
            </Field>
        </Popup>
    }
}
