//! The part of a visit's page that shows its visitor's registration with access control, and changes it.

mod correction;

use super::{AccessClient, AccessControl, use_access};
use crate::domain::access::allowed_tasks;
use crate::domain::access::registration::{AccessCall, AccessEntry, AccessTask, Registration, RegistrationState};
use crate::domain::id::OrderId;
use crate::domain::visit::Visit;
use crate::reactive::{DynSignal, memo};
use crate::text::use_text;
use crate::ui::badge::Badge;
use crate::ui::button::{Button, Weight};
use crate::ui::cell::{Cells, Fact, Facts};
use crate::ui::confirm::{ConfirmDialog, ConfirmWords, Confirmation};
use correction::CorrectionDialog;
use leptos::prelude::*;

/// The registration of a visit's visitor and the tasks that may be started. Nothing is shown where the site does not
/// manage access control, or where nobody is registered and nobody may be.
#[component]
pub fn AccessPanel(#[prop(into)] visit: DynSignal<Visit>) -> impl IntoView {
    let Some(access) = use_access() else { return ().into_any() };
    let order = DynSignal::memo(move || visit.with(|visit| visit.order.clone()));
    let registration = DynSignal::memo(move || order.with(|order| access.registration(order)));
    let tasks = DynSignal::memo(move || visit.with(|visit| registration.with(|registration| allowed_tasks(&visit.status, registration))));
    let controller = AccessPanelController {
        access,
        client: StoredValue::new(AccessClient::here()),
        visit,
        registration,
        is_correcting: RwSignal::new(false),
        removing: RwSignal::new(Confirmation::Closed),
    };
    let is_shown = memo(move || {
        registration.with(|registration| *registration != Registration::idle(AccessEntry::Unknown)) || tasks.with(|tasks| !tasks.is_empty())
    });
    let text = use_text();
    let body = move || {
        is_shown.get().then(|| {
            view! {
                <Cells heading=text.access_heading()>
                    // Screen readers announce changes inside a status that stays.
                    <div class="access__status" role="status"><RegistrationStatus visit=visit registration=registration/></div>
                    <AccessActions controller=controller tasks=tasks/>
                </Cells>
            }
        })
    };
    view! {
        {move || body()}
        <RemovalDialog controller=controller/>
        {move || controller.is_correcting.get().then(|| view! { <CorrectionDialog controller=controller/> })}
    }
    .into_any()
}

/// Asks before a visitor is removed.
#[component]
fn RemovalDialog(controller: AccessPanelController) -> impl IntoView {
    let text = use_text();
    let words = ConfirmWords {
        question: text.removal_question().to_owned(),
        working: text.removal_question().to_owned(),
        confirm: text.confirm_removal().to_owned(),
        keep: text.keep_at_doors().to_owned(),
    };
    let remove = move || {
        controller.removing.set(Confirmation::Closed);
        controller.start(controller.visitor(), AccessTask::Remove);
    };
    let facts = move || {
        let (name, phone) = controller.visitor();
        view! { <Facts facts=vec![(text.visitor(), name), (text.phone(), phone)]/> }
    };
    view! {
        <ConfirmDialog step=controller.removing words=words on_confirm=remove>
            {facts()}
            <AccessNote words=text.removal_detail()/>
        </ConfirmDialog>
    }
}

/// What the parts of the panel share.
#[derive(Clone, Copy)]
struct AccessPanelController {
    access: AccessControl,
    client: StoredValue<AccessClient>,
    visit: DynSignal<Visit>,
    registration: DynSignal<Registration>,
    is_correcting: RwSignal<bool>,
    removing: RwSignal<Confirmation>,
}

impl AccessPanelController {
    /// The name and phone number to register: as corrected last, else the visit's.
    fn visitor(self) -> (String, String) {
        self.visit.with_untracked(|visit| {
            let submitted = self.access.last_submitted(&visit.order);
            submitted.unwrap_or_else(|| (visit.visitor_name.clone(), visit.visitor_phone.in_full().to_owned()))
        })
    }

    fn start(self, (name, phone): (String, String), task: AccessTask) {
        self.with(|client, order| self.access.start(client, order, &name, &phone, task));
    }

    fn retry(self) {
        self.with(|client, order| self.access.retry(client, order));
    }

    fn undo(self) {
        self.with(|_, order| self.access.undo(order));
    }

    fn give_up(self) {
        self.with(|_, order| self.access.give_up(order));
    }

    fn with(self, act: impl FnOnce(&AccessClient, &OrderId)) {
        self.client.with_value(|client| self.visit.with_untracked(|visit| act(client, &visit.order)));
    }
}

/// The state in a word, what is advised, and the visitor id.
#[component]
fn RegistrationStatus(visit: DynSignal<Visit>, registration: DynSignal<Registration>) -> impl IntoView {
    let text = use_text();
    let is_over = memo(move || visit.with(|visit| visit.status.is_over()));
    let shown = move || {
        registration.with(|registration| {
            let (label, tone) = text.access_state(registration);
            let id = if let AccessEntry::Registered(id) = &registration.entry { Some(id.as_str().to_owned()) } else { None };
            let advice = if id.is_some() && is_over.get() { text.remove_after_visit() } else { "" };
            let id = id.map(|id| view! { <Fact label=text.visitor_id() value=id/> <AccessNote words=text.only_this_device()/> });
            view! {
                <div class="access__state"><Badge label=label tone=tone/></div>
                <AccessNote words=advice/>
                <AccessNote words=text.access_detail(registration)/>
                {id}
            }
        })
    };
    view! { {move || shown()} }
}

/// A sentence of its own; nothing where it is empty.
#[component]
fn AccessNote(#[prop(into)] words: String) -> impl IntoView {
    (!words.is_empty()).then(|| view! { <p class="access__note">{words}</p> }.into_any())
}

/// The retry of a failed call, the way back from a removal that is held, the tasks, and the way to give up.
#[component]
fn AccessActions(controller: AccessPanelController, tasks: DynSignal<Vec<AccessTask>>) -> impl IntoView {
    let text = use_text();
    let failed_call = memo(move || controller.registration.with(failed_call));
    let on_click = move |task| match task {
        AccessTask::Change => controller.is_correcting.set(true),
        AccessTask::Remove => controller.removing.set(Confirmation::Asking),
        AccessTask::Register => controller.start(controller.visitor(), task),
    };
    let button = move |task| view! { <Button label=text.access_task(task) on_click=move || on_click(task)/> }.into_any();
    let retry = move || {
        failed_call
            .get()
            .map(|call| view! { <Button label=text.missing_half(&call) weight=Weight::Main on_click=move || controller.retry()/> })
    };
    let is_held = memo(move || controller.registration.with(Registration::is_held));
    let undo = move || is_held.get().then(|| view! { <Button label=text.undo() weight=Weight::Main on_click=move || controller.undo()/> });
    let give_up = move || failed_call.get().map(|_| view! { <Button label=text.leave_it() on_click=move || controller.give_up()/> });
    view! {
        <div class="access__actions">
            {move || retry()}
            {move || undo()}
            {move || tasks.get().into_iter().map(button).collect::<Vec<AnyView>>()}
            {move || give_up()}
        </div>
    }
}

fn failed_call(registration: &Registration) -> Option<AccessCall> {
    match &registration.state {
        RegistrationState::Failed { call, .. } => Some(call.clone()),
        RegistrationState::Idle | RegistrationState::Held { .. } | RegistrationState::Running { .. } => None,
    }
}
