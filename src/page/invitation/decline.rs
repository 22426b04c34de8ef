//! Declining an invitation.

use super::{InvitationContext, stay};
use crate::api::booking;
use crate::api::channel::Operation;
use crate::context::{use_client, use_session};
use crate::domain::id::OrderId;
use crate::domain::invitation::{Invitation, InvitationStatus};
use crate::platform::clock;
use crate::reactive::DynSignal;
use crate::resource::{Remote, Scope};
use crate::text::use_text;
use crate::ui::button::Button;
use crate::ui::cell::Facts;
use crate::ui::confirm::{ConfirmDialog, ConfirmWords, Confirmation};
use leptos::prelude::*;

/// The button to decline; where the channel has none, or nobody is known, the hint to tell the host.
#[component]
pub fn Decline(invitation: DynSignal<Invitation>) -> impl IntoView {
    let (text, session) = (use_text(), use_session());
    let may_decline = session.is_known() && Operation::CancelVisit.is_offered(session.context.flavor);
    let order = DynSignal::memo(move || invitation.with(|invitation| invitation.visit.as_ref().map(|visit| visit.order.clone())));
    let shown = move || match order.get() {
        Some(order) if may_decline => view! { <DeclineButton order=order invitation=invitation/> }.into_any(),
        _ => {
            let hint = move || invitation.with(|invitation| text.cannot_come(&invitation.host));
            view! { <p class="invitation__hint">{move || hint()}</p> }.into_any()
        }
    };
    view! { {move || shown()} }
}

/// Says why an invitation that is still open was not declined, until the next attempt.
#[component]
pub fn DeclineNote() -> impl IntoView {
    let (text, InvitationContext { resource, decline_failure, .. }) = (use_text(), InvitationContext::here());
    let is_open = move || {
        resource.with(|invitation| match invitation {
            Remote::Ready(invitation) => invitation.status == InvitationStatus::Open,
            Remote::Waiting | Remote::Failed(_) => false,
        })
    };
    let words = move || decline_failure.get().filter(|_| is_open()).map(|error| text.failure(&error)).unwrap_or_default();
    view! { <p class="cancel-note" role="alert">{move || words()}</p> }
}

/// Asks before it declines. Whatever comes of it, the invitation is shown as it then stands.
#[component]
fn DeclineButton(order: OrderId, invitation: DynSignal<Invitation>) -> impl IntoView {
    let (text, client, session, scope) = (use_text(), use_client(), use_session(), Scope::here());
    let InvitationContext { resource, decline_failure, .. } = InvitationContext::here();
    let step = RwSignal::new(Confirmation::Closed);
    let decline = move || {
        decline_failure.set(None);
        let answer = client.send(booking::cancel(&session.context, order.clone()));
        scope.spawn(async move {
            let answer = answer.await;
            resource.refetch();
            decline_failure.set(answer.err());
        });
    };
    let words = ConfirmWords {
        question: text.decline_question().to_owned(),
        working: text.declining().to_owned(),
        confirm: text.confirm_decline().to_owned(),
        keep: text.keep_invitation().to_owned(),
    };
    let facts = move || {
        let when = invitation.with_untracked(|invitation| stay(text, invitation, clock::now()));
        vec![(text.host(), invitation.with_untracked(|invitation| invitation.host.clone())), (text.time(), when)]
    };
    view! {
        <Button label=text.decline_invitation() on_click=move || step.set(Confirmation::Asking)/>
        <ConfirmDialog step=step words=words on_confirm=decline>
            <Facts facts=facts()/>
        </ConfirmDialog>
    }
}
