//! The form by which a companion confirms, and what came of it.

use crate::api::companion;
use crate::context::{use_client, use_href};
use crate::domain::booking::Form;
use crate::domain::booking::field::Field;
use crate::domain::companion::{Outing, questions as companion_questions};
use crate::domain::delivery::SubmitState;
use crate::domain::id::Batch;
use crate::domain::venue::Host;
use crate::domain::visit::Tone;
use crate::form::{FormController, Questions, use_uploader};
use crate::platform::clock;
use crate::route::Route;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, Weight};
use crate::ui::cell::Facts;
use crate::ui::outcome::Outcome;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a companion is asked to come along to, the questions, and the button to confirm.
#[component]
pub fn ConfirmForm(batch: Batch, outing: Outing, questions: Vec<Field>) -> impl IntoView {
    let (text, client) = (use_text(), use_client());
    let state = RwSignal::new(SubmitState::Editing);
    let (fields, left_out) = companion_questions(questions);
    let host = Host { id: None, name: outing.host.clone(), phone: String::new() };
    let form = FormController::new(Form::of_guest(host, fields), use_uploader());
    let confirm = move || {
        if state.get_untracked() != SubmitState::Editing {
            return;
        }
        let Some(answers) = form.checked_answers() else { return };
        state.set(SubmitState::Submitting);
        let answer = client.send(companion::confirm(batch.clone(), answers));
        // Not bound to the page: leaving does not call a confirmation back.
        spawn_local(async move {
            let answer = answer.await;
            state.try_set(answer.map_or_else(|error| SubmitState::Refused(text.failure(&error)), |()| SubmitState::Arrived(())));
        });
    };
    let left_out: Vec<&str> = left_out.iter().map(String::as_str).collect();
    // The form stays while an outcome is shown, with what was typed.
    view! {
        <div hidden=move || matches!(state.get(), SubmitState::Refused(_) | SubmitState::Arrived(()))>
            <OutingFacts outing=outing/>
            <Questions form=form heading=text.about_companion()/>
            {(!left_out.is_empty()).then(|| view! { <p class="companions__note">{text.left_out(&left_out)}</p> }.into_any())}
            <div class="companions__actions">
                <Button
                    label=text.confirm_companionship()
                    weight=Weight::Main
                    disabled=Signal::derive(move || state.get() == SubmitState::Submitting)
                    on_click=confirm
                />
            </div>
        </div>
        <ConfirmOutcome state=state/>
    }
}

/// What it is about.
#[component]
pub fn OutingFacts(outing: Outing) -> impl IntoView {
    let text = use_text();
    let stay = outing.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    let facts =
        vec![(text.host(), outing.host), (text.host_company(), outing.company), (text.time(), stay), (text.purpose(), outing.purpose)];
    view! { <Facts facts=facts/> }
}

/// Takes the form's place once the answer is there.
#[component]
fn ConfirmOutcome(state: RwSignal<SubmitState>) -> impl IntoView {
    let (text, visits) = (use_text(), StoredValue::new(use_href(&Route::Visits)));
    let see_visits = move || view! { <ButtonLink label=text.see_my_visits() href=visits.get_value() weight=Weight::Main/> };
    let shown = move || match state.get() {
        SubmitState::Arrived(()) => view! {
            <Outcome tone=Tone::Good title=text.confirmed_title() detail=text.confirmed_detail()>{see_visits()}</Outcome>
        }
        .into_any(),
        SubmitState::Refused(reason) => view! {
            <Outcome tone=Tone::Bad title=text.not_confirmed_title() detail=reason>
                {see_visits()}
                <Button label=text.back_to_form() on_click=move || state.set(SubmitState::Editing)/>
            </Outcome>
        }
        .into_any(),
        _ => ().into_any(),
    };
    view! { {move || shown()} }
}
