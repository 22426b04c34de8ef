//! Cancelling a visit.

use crate::api::booking;
use crate::context::{use_client, use_session};
use crate::domain::visit::Visit;
use crate::platform::clock;
use crate::reactive::DynSignal;
use crate::resource::Scope;
use crate::text::use_text;
use crate::ui::button::Button;
use crate::ui::cell::Facts;
use crate::ui::confirm::{ConfirmDialog, ConfirmWords, Confirmation};
use crate::visit::CancelFailure;
use leptos::prelude::*;

/// Asks before it cancels, naming the visit. Whatever comes of it, `on_change` has the visit shown as it then stands; why it
/// was not cancelled goes to `failure`.
#[component]
pub fn CancelVisit(visit: DynSignal<Visit>, on_change: Callback<()>, failure: RwSignal<Option<CancelFailure>>) -> impl IntoView {
    let (text, client, session, scope) = (use_text(), use_client(), use_session(), Scope::here());
    let step = RwSignal::new(Confirmation::Closed);
    let cancel = move || {
        failure.set(None);
        let order = visit.with_untracked(|visit| visit.order.clone());
        let answer = client.send(booking::cancel(&session.context, order));
        scope.spawn(async move {
            let answer = answer.await;
            // First the visit is fetched: whether it still stands is not said of the one before.
            on_change.run(());
            failure.set(answer.err().map(|error| CancelFailure { reason: text.failure(&error), leaves_doubt: error.leaves_doubt() }));
        });
    };
    let words = ConfirmWords {
        question: text.cancel_question().to_owned(),
        working: text.cancelling().to_owned(),
        confirm: text.confirm_cancel().to_owned(),
        keep: text.keep_visit().to_owned(),
    };
    view! {
        <Button label=text.cancel_visit() on_click=move || step.set(Confirmation::Asking)/>
        <ConfirmDialog step=step words=words on_confirm=cancel>
            <VisitSummary visit=visit/>
        </ConfirmDialog>
    }
}

/// Which visit it is about.
#[component]
fn VisitSummary(visit: DynSignal<Visit>) -> impl IntoView {
    let text = use_text();
    let facts = visit.with_untracked(|visit| {
        let stay = visit.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
        vec![(text.host(), visit.host.name.clone()), (text.time(), stay), (text.purpose(), visit.purpose.clone())]
    });
    view! { <Facts facts=facts/> }
}
