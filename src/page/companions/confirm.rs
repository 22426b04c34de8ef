//! The form by which a companion confirms, and what came of it.

use crate::api::companion;
use crate::context::{use_client, use_href, use_session};
use crate::domain::booking::Form;
use crate::domain::booking::field::Field;
use crate::domain::companion::{Outing, questions as companion_questions};
use crate::domain::id::Batch;
use crate::domain::venue::Host;
use crate::domain::visit::Tone;
use crate::old_ui::bridge::view_of;
use crate::old_ui::cell::cells;
use crate::platform::clock;
use crate::route::Route;
use crate::sheet::{FormController, uploader};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, Weight};
use crate::ui::cell::Facts;
use crate::ui::outcome::Outcome;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far a confirmation has come.
#[derive(Debug, Clone, PartialEq, Eq)]
enum ConfirmState {
    Editing,
    Sending,
    /// In the words that it was refused with.
    Refused(String),
    Confirmed,
}

/// What a companion is asked to come along to, the questions, and the button to confirm.
#[component]
pub fn ConfirmForm(batch: Batch, outing: Outing, questions: Vec<Field>) -> impl IntoView {
    let (text, client) = (use_text(), use_client());
    let state = RwSignal::new(ConfirmState::Editing);
    let (fields, left_out) = companion_questions(questions);
    let host = Host { id: None, name: outing.host.clone(), phone: String::new() };
    let controller = FormController::new(Form::of_guest(host, fields), uploader(client.clone(), use_session().context));
    let confirm = move || {
        if state.get_untracked() != ConfirmState::Editing {
            return;
        }
        let Some(answers) = controller.checked() else { return };
        state.set(ConfirmState::Sending);
        let answer = client.send(companion::confirm(batch.clone(), answers));
        // Not bound to the page: leaving does not call a confirmation back.
        spawn_local(async move {
            let answer = answer.await;
            state.try_set(answer.map_or_else(|error| ConfirmState::Refused(text.failure(&error)), |()| ConfirmState::Confirmed));
        });
    };
    let left_out: Vec<&str> = left_out.iter().map(String::as_str).collect();
    let rows = controller.questions();
    // The form stays while an outcome is shown, with what was typed.
    view! {
        <div hidden=move || matches!(state.get(), ConfirmState::Refused(_) | ConfirmState::Confirmed)>
            <OutingFacts outing=outing/>
            {(!rows.is_empty()).then(|| view_of(cells(text.about_companion(), rows)))}
            {(!left_out.is_empty()).then(|| view! { <p class="companions__note">{text.left_out(&left_out)}</p> })}
            <div class="companions__actions">
                <Button
                    label=text.confirm_companionship()
                    weight=Weight::Main
                    disabled=Signal::derive(move || state.get() == ConfirmState::Sending)
                    on_click=confirm
                />
            </div>
        </div>
        <ConfirmOutcome state=state/>
    }
}

#[component]
fn OutingFacts(outing: Outing) -> impl IntoView {
    let text = use_text();
    let stay = outing.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    let facts =
        vec![(text.host(), outing.host), (text.host_company(), outing.company), (text.time(), stay), (text.purpose(), outing.purpose)];
    view! { <Facts facts=facts/> }
}

/// Takes the form's place once the answer is there.
#[component]
fn ConfirmOutcome(state: RwSignal<ConfirmState>) -> impl IntoView {
    let (text, visits) = (use_text(), StoredValue::new(use_href(&Route::Visits)));
    let see_visits = move || view! { <ButtonLink label=text.see_my_visits() href=visits.get_value() weight=Weight::Main/> };
    move || match state.get() {
        ConfirmState::Editing | ConfirmState::Sending => ().into_any(),
        ConfirmState::Confirmed => view! {
            <Outcome tone=Tone::Good title=text.confirmed_title() detail=text.confirmed_detail()>{see_visits()}</Outcome>
        }
        .into_any(),
        ConfirmState::Refused(reason) => view! {
            <Outcome tone=Tone::Bad title=text.not_confirmed_title() detail=reason>
                {see_visits()}
                <Button label=text.back_to_form() on_click=move || state.set(ConfirmState::Editing)/>
            </Outcome>
        }
        .into_any(),
    }
}
