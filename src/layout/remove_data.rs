//! The way to remove what this device has stored.

use crate::platform::storage::personal;
use crate::text::use_text;
use crate::ui::button::Button;
use crate::ui::confirm::{ConfirmDialog, ConfirmWords, Confirmation};
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// A button that removes everything this device has stored for anybody: for phones that several people use.
#[component]
pub fn RemoveData() -> impl IntoView {
    let text = use_text();
    let step = RwSignal::new(Confirmation::Closed);
    view! {
        <div class="remove-data">
            <Button label=text.remove_data() on_click=move |()| step.set(Confirmation::Asking)/>
        </div>
        <RemoveDataDialog step=step/>
    }
}

#[component]
fn RemoveDataDialog(step: RwSignal<Confirmation>) -> impl IntoView {
    let (text, toasts) = (use_text(), use_toasts());
    let words = ConfirmWords {
        question: text.remove_data_question().to_owned(),
        working: text.remove_data_question().to_owned(),
        confirm: text.confirm_remove_data().to_owned(),
        keep: text.keep_data().to_owned(),
    };
    let remove = move |()| {
        personal::remove_everything();
        step.set(Confirmation::Closed);
        toasts.show(text.data_removed().to_owned());
    };
    view! {
        <ConfirmDialog step=step words=words on_confirm=remove>
            <p>{text.remove_data_detail()}</p>
        </ConfirmDialog>
    }
}
