//! Cancelling a visit by its host.

use super::context::{HostVisitContext, use_host_visit};
use crate::api::reception;
use crate::context::{use_client, use_session};
use crate::domain::visit::Visit;
use crate::platform::clock;
use crate::reactive::DynSignal;
use crate::text::use_text;
use crate::ui::button::Button;
use crate::ui::cell::Facts;
use crate::ui::confirm::{ConfirmDialog, ConfirmWords, Confirmation};
use crate::visit::{CancelFailure, use_host_visit_changes};
use leptos::prelude::*;

/// A button that cancels the visit after asking. Whatever comes of it, the visit is fetched again, and a visit that was
/// not cancelled says why.
#[component]
pub fn CancelVisit(visit: DynSignal<Visit>) -> impl IntoView {
    let (text, client, session) = (use_text(), use_client(), use_session());
    let HostVisitContext { resource, news, cancel_failure, scope, .. } = use_host_visit();
    let changes = use_host_visit_changes();
    let step = RwSignal::new(Confirmation::Closed);
    let cancel = move || {
        news.set(String::new());
        cancel_failure.set(None);
        let answer = client.send(visit.with_untracked(|visit| reception::cancel(&session.context, visit)));
        scope.spawn(async move {
            let answer = answer.await;
            changes.notify();
            // First the visit is fetched: whether it still stands is not said of the one before.
            resource.refetch();
            match answer {
                Ok(()) => news.set(text.reception_cancelled().to_owned()),
                Err(error) => {
                    cancel_failure.set(Some(CancelFailure { reason: text.failure(&error), leaves_doubt: error.leaves_doubt() }));
                }
            }
        });
    };
    let words = ConfirmWords {
        question: text.cancel_reception_question().to_owned(),
        working: text.cancelling().to_owned(),
        confirm: text.confirm_cancel().to_owned(),
        keep: text.keep_reception().to_owned(),
    };
    view! {
        <Button label=text.cancel_reception() on_click=move || step.set(Confirmation::Asking)/>
        <ConfirmDialog step=step words=words on_confirm=cancel>
            <CancelledVisit visit=visit.get_untracked()/>
        </ConfirmDialog>
    }
}

/// Which visit it is about, and what cancelling means.
#[component]
fn CancelledVisit(visit: Visit) -> impl IntoView {
    let text = use_text();
    let stay = visit.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    let facts = vec![(text.visitor(), visit.visitor_name), (text.company(), visit.visitor_company), (text.time(), stay)];
    view! {
        <Facts facts=facts/>
        <p>{text.cancel_reception_note()}</p>
    }
}
